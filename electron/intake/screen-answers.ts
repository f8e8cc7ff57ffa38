import type { GivenAnswer, HealthAnswer, HealthScreen, HealthSection } from '../../shared/health.ts';
import type { Instant } from '../../shared/time.ts';
import type { Said } from './keep-said.ts';

/** What was given in one go, of a screen. */
export type Given = {
  /** Null takes an answer back: a blank again. */
  readonly answers: Readonly<Record<string, HealthAnswer | null>>;
  readonly seen: readonly string[];
  readonly from: GivenAnswer['from'];
  /** All was asked: what is blank from here on was skipped. */
  readonly done: boolean;
  readonly at: Instant;
};

/** A yes and a not sure stay until they are resolved with a reason; any other answer can be taken back. */
const staysOpen = (answer: HealthAnswer | undefined): boolean => answer === 'yes' || answer === 'not_sure';

const answersAfter = (before: HealthScreen['answers'], { answers, at, from }: Given): HealthScreen['answers'] => {
  const isKept = (id: string, held: HealthAnswer): boolean => answers[id] !== null || staysOpen(held);
  const kept = Object.entries(before).filter(([id, { answer }]) => isKept(id, answer));
  const changed = Object.entries(answers).flatMap(([id, answer]): [string, GivenAnswer][] =>
    answer === null || before[id]?.answer === answer ? [] : [[id, { answer, at, from }]],
  );
  return Object.fromEntries([...kept, ...changed]);
};

/**
 * The screen with those sections alone as gone through in which every question was asked: what another edition asks there since was not.
 * A blank that was skipped was found as such. `found`: items about which there is a finding, open or over.
 */
export const withAllAsked = (screen: HealthScreen, sections: readonly HealthSection[], found: ReadonlySet<string>): HealthScreen => {
  const isAsked = (id: string): boolean => Object.hasOwn(screen.answers, id) || found.has(id);
  const asked = new Set(sections.filter(({ questions }) => questions.every(({ id }) => isAsked(id))).map(({ id }) => id));
  return { ...screen, seen: screen.seen.filter((id) => asked.has(id)) };
};

/** The screen once that is in. An answer that stays the same keeps its time; every section gone through ends it. */
export const screenAfter = (screen: HealthScreen, sections: readonly HealthSection[], given: Given): HealthScreen => {
  const answers = answersAfter(screen.answers, given);
  const isSeen = (section: HealthSection): boolean =>
    given.done ||
    screen.seen.includes(section.id) ||
    given.seen.includes(section.id) ||
    section.questions.every(({ id }) => Object.hasOwn(answers, id) && Object.hasOwn(given.answers, id));
  const seen = sections.filter(isSeen).map(({ id }) => id);
  const doneAt = seen.length === sections.length ? given.at : null;
  return { ...screen, answers, seen, doneAt, revision: screen.revision + 1, savedAt: given.at };
};

const causes = { no: 'no', yes: 'yes', not_sure: 'not-sure', declined: 'not-answered' } as const satisfies Record<
  HealthAnswer,
  Said['answer']
>;

/**
 * What the client said by it: every question of a section that was gone through for the first time in this round, blanks as not
 * answered, and each answer that became another. What a review began with says nothing until its section was gone through; a no of it
 * says nothing where the round was ended without anyone going through its section.
 */
export const saidByScreen = (
  before: HealthScreen,
  after: HealthScreen,
  sections: readonly HealthSection[],
  given: Pick<Given, 'answers' | 'seen'>,
): readonly Said[] => {
  const isNew = ({ id }: HealthSection): boolean => after.seen.includes(id) && !before.seen.includes(id);
  return sections.flatMap((section) =>
    section.questions.flatMap(({ id }): Said[] => {
      const [was, is] = [before.answers[id]?.answer, after.answers[id]?.answer];
      const asBefore = was === is;
      const isNoAgain = is === 'no' && given.answers[id] === 'no';
      if (asBefore && !isNew(section) && !isNoAgain) return [];
      if (asBefore && is === 'no' && !isNoAgain && !given.seen.includes(section.id)) return [];
      const answer = is ? causes[is] : 'not-answered';
      return [
        {
          itemId: id,
          answer,
          source: 'health-screen',
          sourceId: after.id,
          words: '',
          asBefore,
          takenBack: was === 'no' && is === undefined,
        },
      ];
    }),
  );
};
