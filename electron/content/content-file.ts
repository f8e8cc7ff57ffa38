import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Refused } from '../../shared/app-error.ts';
import { CalendarDay } from '../../shared/time.ts';

/** The file and the field that cannot be worked with: `items.3.elements.0.capture`; empty where the file is no JSON at all. */
export type ContentProblem = { readonly file: string; readonly field: string };

class Unreadable extends Error {
  readonly problem: ContentProblem;
  constructor(problem: ContentProblem) {
    super(`${problem.file}: ${problem.field}`);
    this.problem = problem;
  }
}

/** Words that must be there. */
export const Words = z.string().regex(/\S/);
/** Words that may be left out. */
export const MayBeEmpty = z.string();
export const Codes = z.array(Words);
export const Semver = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/);

const Source = z.object({ title: Words, ref: Words, read: Words });
export const Placeholder = z.object({ source: Words, label: Words, example: Words });
const Action = z.object({ verb: Words, in_session_decision: Words, label: Words, meaning: Words });

/** What every content file says of itself. A file of another schema version is not guessed at. */
const envelope = <N extends string>(name: N) => ({
  schema: z.literal(`stillpoint.clinical/${name}`),
  schema_version: z.literal('1.0.0'),
  content_version: Semver,
  content_date: CalendarDay,
  locale: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  title: Words,
  status: Words,
  notes: Codes,
  actions: z.record(z.string(), Action),
  sources: z.record(z.string().regex(/^S\d{2,3}$/), Source),
});

export type Envelope = z.infer<z.ZodObject<ReturnType<typeof envelope>>>;

type Listed = { readonly id?: unknown; readonly code?: unknown; readonly sources?: unknown };

/** What holds for every file: no two entries with one name, and no source named that the file does not list. */
const listProblem = (items: readonly Listed[], sources: Envelope['sources']): string | null => {
  const seen = new Set<unknown>();
  for (const [index, item] of items.entries()) {
    const key = item.code === undefined ? 'id' : 'code';
    if (seen.has(item[key])) return `items.${index}.${key}`;
    seen.add(item[key]);
    const named = Array.isArray(item.sources) ? item.sources : [];
    const unknown = named.findIndex((source) => !Object.hasOwn(sources, String(source)));
    if (unknown >= 0) return `items.${index}.sources.${unknown}`;
  }
  return null;
};

/** A content file with its items; `rest` is what else this version reads of it. */
export const contentFile = <N extends string, I extends z.ZodType<Listed>, R extends z.ZodRawShape>(name: N, item: I, rest: R) =>
  z.object({ ...envelope(name), ...rest, items: z.array(item).min(1) });

const orUnreadable = <T>(file: string, read: () => T): T => {
  try {
    return read();
  } catch {
    throw new Unreadable({ file, field: '' });
  }
};

const textIn = (folder: string, file: string): string => orUnreadable(file, () => readFileSync(join(folder, file), 'utf8'));
const jsonIn = (folder: string, file: string): unknown => orUnreadable(file, () => JSON.parse(textIn(folder, file)));

/** One file by its schema, and by `check`, which names the field that breaks a rule no schema says. */
export const readContent = <S extends z.ZodType>(
  folder: string,
  file: string,
  schema: S,
  check: (content: z.output<S>) => string | null = () => null,
): z.output<S> => {
  const result = schema.safeParse(jsonIn(folder, file));
  if (!result.success) throw new Unreadable({ file, field: result.error.issues[0]?.path.join('.') ?? '' });
  const field = check(result.data);
  if (field !== null) throw new Unreadable({ file, field });
  return result.data;
};

/** As `readContent`, for a file with items. */
export const readListed = <S extends z.ZodType<{ readonly items: readonly Listed[]; readonly sources: Envelope['sources'] }>>(
  folder: string,
  file: string,
  schema: S,
  check: (content: z.output<S>) => string | null = () => null,
): z.output<S> => readContent(folder, file, schema, (content) => listProblem(content.items, content.sources) ?? check(content));

/** One file that is no JSON, by what reads it: `read` throws a plain Error whose words stand where the field would. */
export const readWritten = <T>(folder: string, file: string, read: (text: string) => T, check: (content: T) => string | null): T => {
  const text = textIn(folder, file);
  let content: T;
  try {
    content = read(text);
  } catch (problem) {
    throw new Unreadable({ file, field: problem instanceof Error ? problem.message : '' });
  }
  const field = check(content);
  if (field !== null) throw new Unreadable({ file, field });
  return content;
};

/** What is wrong is told to `report`; the start ends there. @throws Refused unavailable content-damaged */
export const orReport = <T>(read: () => T, report: (problem: ContentProblem) => void): T => {
  try {
    return read();
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    report(failure.problem);
    throw new Refused({ code: 'unavailable', reason: 'content-damaged' });
  }
};
