import type { TestWorld } from '../practice/practice.test-world.ts';
import { type HealthAnswers, screened } from './health.test-world.ts';

/** Every item of the round was spoken about, and it ended. */
export const reviewed = async (world: TestWorld, clientId: string): Promise<void> => {
  const { items, open } = await world.ok('intake.ofClient', { clientId });
  const round = open ?? (await world.ok('intake.start', { clientId }));
  const changes = Object.fromEntries(items.map(({ id }) => [id, { discussed: true }]));
  const { revision } = await world.ok('intake.save', { intakeId: round.id, revision: round.revision, changes });
  await world.ok('intake.review', { intakeId: round.id, revision });
};

/** A client whose intake was gone through and whose health questions were answered, with no unless told: what is left of a question is what the test asks. */
export const goneThrough = async (world: TestWorld, clientId: string, answers: HealthAnswers = {}): Promise<void> => {
  await reviewed(world, clientId);
  await screened(world, clientId, answers);
};
