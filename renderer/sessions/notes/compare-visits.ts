import type { NoteContent } from '../../../shared/note-content.ts';
import { emptyValue, type NoteValue, type NoteValues } from '../../../shared/note-values.ts';
import type { Scale } from '../../../shared/session-events.ts';
import type { SessionLine } from '../../../shared/sessions.ts';
import { shows } from '../../../shared/text.ts';

/** What two dates are compared in, in this order. */
export const comparedRows = ['minutes', 'distress', 'pain', 'done', 'yes', 'ask', 'response', 'fit', 'left', 'plan'] as const;
export type ComparedRow = (typeof comparedRows)[number];

export type Pair = { readonly before: Scale | null; readonly after: Scale | null };

/** What is known of one visit, from its session and its note; null or empty where nobody noted it. */
export type VisitFacts = {
  readonly minutes: number | null;
  readonly distress: Pair;
  readonly pain: Pair;
  /** Codes of places. */
  readonly done: readonly string[];
  readonly states: NoteValue['areas'];
  readonly response: string;
  readonly fit: string;
  readonly left: string;
  readonly plan: string;
};

const chosen = ({ fields }: Pick<NoteContent, 'fields'>, values: NoteValues, id: string): string => {
  const { choice, text } = values[id] ?? emptyValue;
  const label = fields.find((field) => field.id === id)?.options.find(({ value }) => value === choice)?.label ?? '';
  return [label, text].filter(shows).join('. ');
};

/** The note says what a session left open; the session's own numbers are those of its check-ins. */
export const factsOf = (
  content: Pick<NoteContent, 'fields'>,
  session: Pick<SessionLine, 'touchSeconds' | 'distress' | 'pain' | 'areas'> | null,
  values: NoteValues,
): VisitFacts => {
  const number = (id: string): NoteValue['number'] => values[id]?.number ?? null;
  const minutes = number('visit.contact_minutes');
  return {
    minutes: typeof minutes === 'number' ? minutes : session ? Math.round(session.touchSeconds / 60) : null,
    distress: {
      before: number('s.suds_start') ?? session?.distress.before ?? null,
      after: number('p.suds_end') ?? session?.distress.after ?? null,
    },
    pain: { before: number('s.pain_start') ?? session?.pain.before ?? null, after: session?.pain.after ?? null },
    done: session?.areas ?? [],
    states: values['consent.map']?.areas ?? null,
    response: chosen(content, values, 'a.response'),
    fit: chosen(content, values, 'a.fit'),
    left: values['p.left']?.text.trim() ?? '',
    plan: values['p.plan']?.text.trim() ?? '',
  };
};
