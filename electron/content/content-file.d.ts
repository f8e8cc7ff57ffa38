import { z } from 'zod';
/** The file and the field that cannot be worked with: `items.3.elements.0.capture`; empty where the file is no JSON at all. */
export type ContentProblem = {
  readonly file: string;
  readonly field: string;
};
/** Words that must be there. */
export declare const Words: z.ZodString;
/** Words that may be left out. */
export declare const MayBeEmpty: z.ZodString;
export declare const Codes: z.ZodArray<z.ZodString>;
export declare const Semver: z.ZodString;
export declare const Placeholder: z.ZodObject<
  {
    source: z.ZodString;
    label: z.ZodString;
    example: z.ZodString;
  },
  z.core.$strip
>;
/** What every content file says of itself. A file of another schema version is not guessed at. */
declare const envelope: <N extends string>(
  name: N,
) => {
  schema: z.ZodLiteral<`stillpoint.clinical/${N}`>;
  schema_version: z.ZodLiteral<'1.0.0'>;
  content_version: z.ZodString;
  content_date: z.ZodString;
  locale: z.ZodString;
  title: z.ZodString;
  status: z.ZodString;
  notes: z.ZodArray<z.ZodString>;
  actions: z.ZodRecord<
    z.ZodString,
    z.ZodObject<
      {
        verb: z.ZodString;
        in_session_decision: z.ZodString;
        label: z.ZodString;
        meaning: z.ZodString;
      },
      z.core.$strip
    >
  >;
  sources: z.ZodRecord<
    z.ZodString,
    z.ZodObject<
      {
        title: z.ZodString;
        ref: z.ZodString;
        read: z.ZodString;
      },
      z.core.$strip
    >
  >;
};
export type Envelope = z.infer<z.ZodObject<ReturnType<typeof envelope>>>;
type Listed = {
  readonly id?: unknown;
  readonly code?: unknown;
  readonly sources?: unknown;
};
/** A content file with its items; `rest` is what else this version reads of it. */
export declare const contentFile: <N extends string, I extends z.ZodType<Listed>, R extends z.ZodRawShape>(
  name: N,
  item: I,
  rest: R,
) => z.ZodObject<
  {
    schema: z.ZodLiteral<`stillpoint.clinical/${N}`>;
    schema_version: z.ZodLiteral<'1.0.0'>;
    content_version: z.ZodString;
    content_date: z.ZodString;
    locale: z.ZodString;
    title: z.ZodString;
    status: z.ZodString;
    notes: z.ZodArray<z.ZodString>;
    actions: z.ZodRecord<
      z.ZodString,
      z.ZodObject<
        {
          verb: z.ZodString;
          in_session_decision: z.ZodString;
          label: z.ZodString;
          meaning: z.ZodString;
        },
        z.core.$strip
      >
    >;
    sources: z.ZodRecord<
      z.ZodString,
      z.ZodObject<
        {
          title: z.ZodString;
          ref: z.ZodString;
          read: z.ZodString;
        },
        z.core.$strip
      >
    >;
  } & R & {
      items: z.ZodArray<I>;
    } extends infer T
    ? { -readonly [P in keyof T]: T[P] }
    : never,
  z.core.$strip
>;
/** One file by its schema, and by `check`, which names the field that breaks a rule no schema says. */
export declare const readContent: <S extends z.ZodType>(
  folder: string,
  file: string,
  schema: S,
  check?: (content: z.output<S>) => string | null,
) => z.output<S>;
/** As `readContent`, for a file with items. */
export declare const readListed: <
  S extends z.ZodType<{
    readonly items: readonly Listed[];
    readonly sources: Envelope['sources'];
  }>,
>(
  folder: string,
  file: string,
  schema: S,
  check?: (content: z.output<S>) => string | null,
) => z.output<S>;
/** What is wrong is told to `report`; the start ends there. @throws Refused unavailable content-damaged */
export declare const orReport: <T>(read: () => T, report: (problem: ContentProblem) => void) => T;
