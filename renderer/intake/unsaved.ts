import { z } from 'zod';
import { Answer, answerAsText } from '../../shared/form-answers.ts';
import { type Intake, IntakeChange, IntakeEntry } from '../../shared/intake.ts';
import { clientSaidUnder, entryOf } from '../../shared/intake-rules.ts';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import type { Instant } from '../../shared/time.ts';

/** As it is being typed: a person may have no name yet. */
const People = z.strictObject({
  kind: z.literal('contacts'),
  people: z.array(z.strictObject({ name: z.string(), role: z.string(), phone: z.string() })),
});
const Change = IntakeChange.extend({ answer: z.union([Answer, People]).nullable().optional(), note: z.string().optional() });
export type Change = z.infer<typeof Change>;

const ItemWork = z.strictObject({ change: Change, base: IntakeEntry });
type ItemWork = z.infer<typeof ItemWork>;

/** What the screen holds and the vault has not confirmed, item by item, with the entry each change was begun on. */
export const Unsaved = z.strictObject({ items: z.record(z.string(), ItemWork) });
export type Unsaved = z.infer<typeof Unsaved>;

export const allSaved: Unsaved = { items: {} };

/** Parts of one item that change by themselves; `from` goes with the answer. */
const fields = ['answer', 'talk', 'discussed', 'left', 'inWriting', 'note'] as const;
export type Field = (typeof fields)[number];

const tidy = (answer: Change['answer']): string => answerAsText(answer ? (Answer.safeParse(answer).data ?? (answer as Answer)) : undefined);

const standing = (entry: IntakeEntry, field: Field): string => {
  switch (field) {
    case 'answer':
      return tidy(entry.answer);
    case 'note':
      return entry.note.trim();
    case 'talk':
      return String(entry.talk);
    case 'discussed':
      return String(entry.discussedAt !== null);
    case 'left':
      return String(entry.leftAt !== null);
    case 'inWriting':
      return String(entry.inWritingAt !== null);
  }
};

const wanted = (change: Change, field: Field): string => {
  if (field === 'answer') return tidy(change.answer);
  return field === 'note' ? (change.note ?? '').trim() : String(change[field]);
};

const fieldsIn = (change: Change): readonly Field[] => fields.filter((field) => change[field] !== undefined);

const onlyFields = (change: Change, own: readonly Field[]): Change =>
  Object.fromEntries(
    Object.entries(change).filter(([key]) => own.some((field) => field === key) || (key === 'from' && own.includes('answer'))),
  );

const changeOf = (base: IntakeEntry, now: IntakeEntry, own: readonly Field[]): IntakeEntry => ({
  ...base,
  ...(own.includes('answer')
    ? { answer: now.answer, from: now.from, answeredAt: now.answeredAt, asked: now.asked, clientSaid: now.clientSaid }
    : {}),
  ...(own.includes('note') ? { note: now.note } : {}),
  ...(own.includes('talk') ? { talk: now.talk } : {}),
  ...(own.includes('discussed') ? { discussedAt: now.discussedAt } : {}),
  ...(own.includes('left') ? { leftAt: now.leftAt } : {}),
  ...(own.includes('inWriting') ? { inWritingAt: now.inWritingAt } : {}),
});

const withItem = (unsaved: Unsaved, id: string, work: ItemWork): Unsaved => {
  const { [id]: _before, ...rest } = unsaved.items;
  return { items: fieldsIn(work.change).length > 0 ? { ...rest, [id]: work } : rest };
};

/** One more change on top of what waits. */
export const laidOn = (unsaved: Unsaved, intake: Pick<Intake, 'entries'>, id: string, change: Change): Unsaved => {
  const before = unsaved.items[id];
  const now = entryOf(intake.entries, id);
  const base = before
    ? changeOf(
        before.base,
        now,
        fieldsIn(change).filter((field) => before.change[field] === undefined),
      )
    : now;
  return withItem(unsaved, id, { change: { ...before?.change, ...change }, base });
};

/** Without what stands in the record already, whoever wrote it. */
export const withoutKept = (unsaved: Unsaved, intake: Pick<Intake, 'entries'>): Unsaved =>
  Object.entries(unsaved.items).reduce((rest, [id, { change, base }]) => {
    const now = entryOf(intake.entries, id);
    const left = fieldsIn(change).filter((field) => wanted(change, field) !== standing(now, field));
    return withItem(rest, id, { change: onlyFields(change, left), base });
  }, unsaved);

/** Another answer takes the mark of the former one away with it. */
const keptWith = (own: readonly Field[]): readonly Field[] => (own.includes('answer') ? [...own, 'discussed'] : own);

/** What was sent and kept is the ground for what was typed meanwhile. */
export const afterSaving = (unsaved: Unsaved, sent: Readonly<Record<string, Change>>, intake: Pick<Intake, 'entries'>): Unsaved =>
  withoutKept(
    Object.entries(sent).reduce((rest, [id, change]) => {
      const work = rest.items[id];
      const now = entryOf(intake.entries, id);
      return work ? withItem(rest, id, { change: work.change, base: changeOf(work.base, now, keptWith(fieldsIn(change))) }) : rest;
    }, unsaved),
    intake,
  );

/** Fields of an item that someone else changed since it was begun here, to something else. */
export const disputedFields = ({ change, base }: ItemWork, now: IntakeEntry): readonly Field[] =>
  fieldsIn(change).filter((field) => {
    const stands = standing(now, field);
    return stands !== standing(base, field) && stands !== wanted(change, field);
  });

export type Unfit = 'unnamed' | 'too-long';

/** Why an answer or a note cannot be kept as it is typed; null when it can. */
export const unfit = ({ answer, note }: Change): Unfit | null => {
  if (answer?.kind === 'contacts') {
    const { people } = answer;
    if (
      people.some(({ name, role, phone }) => name.length > limits.namePart || phone.length > limits.namePart || role.length > limits.line)
    )
      return 'too-long';
    if (people.some(({ name }) => !shows(name))) return 'unnamed';
  }
  const long =
    (answer?.kind === 'text' && answer.text.trim().length > limits.paragraph) ||
    ((answer?.kind === 'choice' || answer?.kind === 'multi') && answer.other.trim().length > limits.line) ||
    (note ?? '').trim().length > limits.paragraph;
  return long ? 'too-long' : null;
};

/** What can be sent now: nothing disputed, nothing unfit, nothing that stands already. */
export const toSend = (unsaved: Unsaved, intake: Pick<Intake, 'entries'>): Readonly<Record<string, IntakeChange>> =>
  Object.fromEntries(
    Object.entries(withoutKept(unsaved, intake).items).flatMap(([id, work]): [string, IntakeChange][] => {
      const disputed = disputedFields(work, entryOf(intake.entries, id));
      const fit = fieldsIn(work.change).filter((field) => !disputed.includes(field) && unfit(onlyFields(work.change, [field])) === null);
      return fit.length > 0 ? [[id, onlyFields(work.change, fit) as IntakeChange]] : [];
    }),
  );

/** The person looked at both: mine go onto what stands, theirs take mine away. */
export const settled = (
  unsaved: Unsaved,
  intake: Pick<Intake, 'entries'>,
  id: string,
  mine: readonly Field[],
  theirs: readonly Field[],
): Unsaved => {
  const work = unsaved.items[id];
  if (!work) return unsaved;
  const base = changeOf(work.base, entryOf(intake.entries, id), mine);
  return withItem(unsaved, id, {
    change: onlyFields(
      work.change,
      fieldsIn(work.change).filter((field) => !theirs.includes(field)),
    ),
    base,
  });
};

const moment = (mark: boolean | undefined, before: Instant | null, now: Instant): Instant | null =>
  mark === undefined ? before : mark ? (before ?? now) : null;

const isAnother = (entry: IntakeEntry, change: Change): boolean =>
  change.answer !== undefined && wanted(change, 'answer') !== standing(entry, 'answer');

/** How an entry reads with what waits on top of it. */
export const withChange = (entry: IntakeEntry, change: Change | undefined, now: Instant): IntakeEntry =>
  change
    ? {
        ...entry,
        ...(change.answer === undefined
          ? {}
          : {
              answer: change.answer,
              from: change.answer ? (change.from ?? 'practitioner') : null,
              answeredAt: change.answer ? now : null,
              asked: null,
            }),
        talk: change.talk ?? entry.talk,
        note: change.note ?? entry.note,
        ...(isAnother(entry, change) ? { clientSaid: clientSaidUnder(entry) } : {}),
        discussedAt: moment(change.discussed, isAnother(entry, change) ? null : entry.discussedAt, now),
        leftAt: moment(change.left, entry.leftAt, now),
        inWritingAt: moment(change.inWriting, entry.inWritingAt, now),
      }
    : entry;
