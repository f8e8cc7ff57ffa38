import type { GivenAnswer, HealthAnswer, HealthScreen, HealthSection } from '../../shared/health.ts';
import type { Instant } from '../../shared/time.ts';
import type { Said } from './keep-said.ts';

/** What was given in one go, of a screen. */
export type Given = {
  readonly answers: Readonly<Record<string, HealthAnswer>>;
  readonly seen: readonly string[];
  readonly from: GivenAnswer['from'];
  /** All was asked: what is blank from here on was skipped. */
  readonly done: boolean;
  readonly at: Instant;
};

/** The screen once that is in. An answer that stays the same keeps its time; every section gone through ends it. */
export const screenAfter = (screen: HealthScreen, sections: readonly HealthSection[], given: Given): HealthScreen => {
  const { from, at } = given;
  const changed = Object.entries(given.answers).filter(([id, answer]) => screen.answers[id]?.answer !== answer);
  const answers = { ...screen.answers, ...Object.fromEntries(changed.map(([id, answer]) => [id, { answer, at, from }])) };
  const isSeen = (section: HealthSection): boolean =>
    given.done ||
    screen.seen.includes(section.id) ||
    given.seen.includes(section.id) ||
    section.questions.every(
      ({ id }) => Object.hasOwn(answers, id) && (Object.hasOwn(given.answers, id) || screen.seen.includes(section.id)),
    );
  const seen = sections.filter(isSeen).map(({ id }) => id);
  const doneAt = seen.length === sections.length ? at : null;
  return { ...screen, answers, seen, doneAt, revision: screen.revision + 1, savedAt: at };
};

const causes = { no: 'no', yes: 'yes', not_sure: 'not-sure', declined: 'not-answered' } as const satisfies Record<
  HealthAnswer,
  Said['answer']
>;

/**
 * What the client said by it: every question of a section that was gone through for the first time in this round, blanks as not
 * answered, and each answer that became another. What a review began with says nothing until its section was gone through.
 */
export const saidByScreen = (before: HealthScreen, after: HealthScreen, sections: readonly HealthSection[]): readonly Said[] => {
  const isNew = ({ id }: HealthSection): boolean => after.seen.includes(id) && !before.seen.includes(id);
  return sections.flatMap((section) =>
    section.questions.flatMap(({ id }): Said[] => {
      const [was, is] = [before.answers[id]?.answer, after.answers[id]?.answer];
      if (!isNew(section) && was === is) return [];
      const answer = is ? causes[is] : 'not-answered';
      return [{ itemId: id, answer, source: 'health-screen', sourceId: after.id, words: '', asBefore: was === is }];
    }),
  );
};
