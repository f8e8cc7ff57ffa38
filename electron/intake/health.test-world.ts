import type { Reply } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import type { Finding } from '../../shared/finding.ts';
import type { Filled, Filling, Handover } from '../../shared/handover.ts';
import { type HealthAnswer, type HealthScreen, healthFormId } from '../../shared/health.ts';
import { clientDetails, type TestWorld, testPassphrase, testWorld } from '../practice/practice.test-world.ts';

/** What is asked of health, answered in the ways a client and a practitioner answer it. Shared by the tests beside the services. */

export type HealthAnswers = Readonly<Record<string, HealthAnswer>>;

/** A screen with a no to every question save these, ended. */
export const screened = async (world: TestWorld, clientId: string, answers: HealthAnswers = {}): Promise<HealthScreen> => {
  const { id: screenId, revision } = await world.ok('health.start', { clientId });
  const { sections } = await world.ok('health.content', {});
  const asked = sections.flatMap(({ questions }) => questions.map(({ id }): [string, HealthAnswer] => [id, 'no']));
  const all = { ...Object.fromEntries(asked), ...answers };
  return (await world.ok('health.save', { screenId, revision, answers: all, from: 'practitioner', done: true })).screen;
};

/** Somebody called the numbers of the place. */
export const numbersChecked = async (world: TestWorld): Promise<void> => {
  const { version } = await world.ok('crisis.settings', {});
  const numbers = { emergency: '911', crisis: '988', text: '988', note: '' };
  await world.ok('crisis.set', { version, numbers, checkedOn: '2026-11-24', confirmed: true });
};

/** Every crisis card that waits is read. */
export const cardsRead = async (world: TestWorld): Promise<void> => {
  for (const { id: crisisId, found } of (await world.ok('crisis.open', {})).crises)
    await world.ok('crisis.acknowledge', { crisisId, findingIds: found.map(({ findingId }) => findingId) });
};

/** What was found about an item; null where nothing ever was. */
export const foundAbout = async (world: TestWorld, clientId: string, itemId: string): Promise<Finding | null> =>
  (await world.ok('health.findings', { clientId })).findings.find(({ item }) => item.id === itemId) ?? null;

/** What happened to a finding, in order; of what was said, the answer. */
export const saidAbout = async (world: TestWorld, clientId: string, itemId: string): Promise<readonly string[]> =>
  ((await foundAbout(world, clientId, itemId))?.events ?? []).map((event) => (event.what === 'said' ? event.answer : event.what));

export type HealthWorld = {
  readonly world: TestWorld;
  readonly clientId: string;
  readonly open: () => Promise<HealthScreen>;
  /** What was found, by item: `dvt yes`. */
  readonly found: () => Promise<readonly string[]>;
  /** The screen is with the client, with these forms; the health questions alone unless told. */
  readonly handOver: (...formIds: readonly string[]) => Promise<Handover>;
  /** What the client leaves on the pages, kept: answers by question. */
  readonly answer: (
    handover: Handover,
    answers: HealthAnswers,
    given?: Partial<Pick<Filled, 'page' | 'seen' | 'talk'>> & { readonly revision?: number },
  ) => Promise<Reply<OutputOf<'handover.answer'>>>;
  readonly end: (handover: Handover) => Promise<OutputOf<'handover.end'>>;
};

export const healthIn = (handover: Handover): Filling => {
  const filling = handover.fillings.find(({ form }) => form.id === healthFormId);
  if (!filling) throw new Error('the health questions are not on the screen');
  return filling;
};

/** Answers by question as they stand on the pages of the form. */
const onPages = ({ form }: Filling, answers: HealthAnswers): Filled['answers'] =>
  Object.fromEntries(
    form.elements.flatMap(({ id, questions = [] }): [string, Filled['answers'][string]][] => {
      const given = questions.flatMap((one): [string, HealthAnswer][] => {
        const answer = answers[one.id];
        return answer ? [[one.id, answer]] : [];
      });
      return given.length > 0 ? [[id, { kind: 'screen', answers: Object.fromEntries(given) }]] : [];
    }),
  );

/** A client whose first health screen is open, with numbers somebody checked. */
export const begunHealth = async (): Promise<HealthWorld> => {
  const world = await testWorld();
  const { id: clientId } = await world.ok('clients.create', clientDetails);
  await numbersChecked(world);
  await world.ok('health.start', { clientId });
  return {
    world,
    clientId,
    open: async () => {
      const { open } = await world.ok('health.findings', { clientId });
      if (!open) throw new Error('no health screen is open');
      return open;
    },
    found: async () =>
      (await world.ok('health.findings', { clientId })).findings.map(({ item, cause }) => `${item.id} ${cause ?? 'over'}`).sort(),
    handOver: async (...formIds) => {
      const forms = formIds.length > 0 ? formIds : [healthFormId];
      await world.ok('handover.begin', { clientId, forms: forms.map((formId) => ({ formId })) });
      return world.ok('handover.current', {});
    },
    answer: async (handover, answers, { revision, ...given } = {}) => {
      const filling = healthIn(handover);
      const stands = healthIn(await world.ok('handover.current', {}));
      return world.call('handover.answer', {
        answers: onPages(filling, answers),
        talk: stands.talk,
        seen: stands.seen,
        signatures: [],
        substitutesAgreed: false,
        page: stands.page,
        ...given,
        handoverId: handover.id,
        fillingId: filling.id,
        revision: revision ?? stands.revision,
      });
    },
    end: (handover) => world.ok('handover.end', { handoverId: handover.id, passphrase: testPassphrase }),
  };
};

/** A no to every question of these sections. */
export const noneOf = (handover: Handover, ...sections: readonly string[]): HealthAnswers =>
  Object.fromEntries(
    healthIn(handover)
      .form.elements.filter(({ id }) => sections.includes(id))
      .flatMap(({ questions = [] }) => questions.map(({ id }) => [id, 'no' as const])),
  );
