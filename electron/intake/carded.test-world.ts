import type { InputOf } from '../../shared/calls.ts';
import type { Answers } from '../../shared/form-answers.ts';
import { consented, withClient } from '../consent/map.test-world.ts';

/** A client of whom all was asked, and the few calls that change what their safety card says. */
export const carded = async (details: Parameters<typeof withClient>[0] = {}) => {
  const made = await withClient(details);
  const { world, clientId } = made;
  const told = () => world.ok('safety.card', { clientId });
  const answer = async (answers: Readonly<Record<string, Answers[string] | null>>): Promise<void> => {
    const { id: intakeId, revision } = await world.ok('intake.start', { clientId });
    const changes = Object.fromEntries(Object.entries(answers).map(([id, one]) => [id, { answer: one }]));
    await world.ok('intake.save', { intakeId, revision, changes });
  };
  const add = async (itemId: string, ...areas: string[]) => {
    const { finding } = await world.ok('health.add', { clientId, itemId });
    if (areas.length === 0) return finding;
    return (await world.ok('health.resolve', { findingId: finding.id, version: finding.version, decision: { what: 'mark', areas } }))
      .finding;
  };
  const takes = (name: string, classId: string | null, more: Partial<InputOf<'medicines.match'>> = {}) =>
    world.ok('medicines.match', {
      clientId,
      id: null,
      version: 0,
      name,
      match: classId ? 'class' : 'not-yet',
      classId,
      areas: null,
      ...more,
    });
  return { ...made, told, card: async () => (await told()).card, answer, add, takes };
};

/** Their consent is signed: the shoulder in and the neck on asking, at medium contact. */
export const agreed = async () => {
  const made = await carded();
  await consented(made.world, made.clientId);
  return made;
};
