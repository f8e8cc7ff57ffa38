import type { TestWorld } from '../practice/practice.test-world.ts';

/** A client whose intake was gone through and whose health questions were all answered with no: what is left of a question is what the test asks. */
export const goneThrough = async (world: Pick<TestWorld, 'ok'>, clientId: string): Promise<void> => {
  const { items, open } = await world.ok('intake.ofClient', { clientId });
  const round = open ?? (await world.ok('intake.start', { clientId }));
  const changes = Object.fromEntries(items.map(({ id }) => [id, { discussed: true }]));
  const { revision } = await world.ok('intake.save', { intakeId: round.id, revision: round.revision, changes });
  await world.ok('intake.review', { intakeId: round.id, revision });
  await healthy(world, clientId);
};

/** Every question of the health screen answered with no. */
export const healthy = async (world: Pick<TestWorld, 'ok'>, clientId: string): Promise<void> => {
  const { sections } = await world.ok('health.content', {});
  const questions = sections.flatMap(({ questions: asked }) => asked);
  const { id: screenId, revision } = await world.ok('health.start', { clientId });
  const answers = Object.fromEntries(questions.map(({ id }) => [id, 'no' as const]));
  await world.ok('health.save', { screenId, revision, answers, from: 'practitioner', done: true });
};
