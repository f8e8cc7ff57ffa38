import { describe, expect, test } from 'vitest';
import type { Answer } from '../../shared/form-answers.ts';
import type { IntakeEntry } from '../../shared/intake.ts';
import { begunIntake, type IntakeWorld } from './intake.test-world.ts';

const minute = 60_000;
const words = (text: string): Answer => ({ kind: 'text', text });
const item = 'a-leave-out';

const onScreen = async ({ world, handOver, answer, end }: IntakeWorld, text: string | null): Promise<void> => {
  const handover = await handOver();
  world.later(minute);
  await answer(handover, { answers: text === null ? {} : { [item]: words(text) } });
  await end(handover);
  world.later(minute);
};

const entry = async ({ open }: IntakeWorld): Promise<IntakeEntry | undefined> => (await open()).entries[item];

/** The client wrote “my throat” on the screen. */
const answered = async (): Promise<{
  readonly begun: IntakeWorld;
  readonly said: Pick<IntakeEntry, 'answer' | 'answeredAt' | 'asked'>;
}> => {
  const begun = await begunIntake();
  await onScreen(begun, 'my throat');
  const { answer, answeredAt, asked } = (await entry(begun)) as IntakeEntry;
  expect({ answer, answeredAt }).toEqual({ answer: words('my throat'), answeredAt: '2026-11-24T15:59:00.000Z' });
  return { begun, said: { answer, answeredAt, asked } };
};

describe('what the client answered on the screen', () => {
  test.each(['paper', 'practitioner'] as const)('is not made somebody else’s by saying it was from %s', async (from) => {
    const { begun, said } = await answered();
    await begun.save({ [item]: { from, discussed: true } });
    await begun.save({ [item]: { from, answer: words('my throat') } });
    expect(await entry(begun)).toMatchObject({ ...said, from: 'client', clientSaid: null, discussedAt: expect.any(String) });
  });

  test('is kept beside what is written over it, and then over that, and cleared', async () => {
    const { begun, said } = await answered();
    await begun.save({ [item]: { answer: words('nothing'), discussed: true } });
    expect(await entry(begun)).toMatchObject({ answer: words('nothing'), from: 'practitioner', clientSaid: said });
    await begun.save({ [item]: { answer: words('nothing at all'), from: 'paper' } });
    expect(await entry(begun)).toMatchObject({ answer: words('nothing at all'), from: 'paper', discussedAt: null, clientSaid: said });
    await begun.save({ [item]: { answer: null } });
    expect(await entry(begun)).toMatchObject({ answer: null, from: null, clientSaid: said });
    await begun.save({ [item]: { note: 'A note beside it', talk: true } });
    expect(await entry(begun)).toMatchObject({ answer: null, clientSaid: said });
  });

  test('stands until they answer again on the screen', async () => {
    const { begun, said } = await answered();
    await begun.save({ [item]: { answer: words('nothing') } });
    await onScreen(begun, 'nothing');
    expect(await entry(begun)).toMatchObject({ from: 'practitioner', clientSaid: said });
    await onScreen(begun, 'my neck');
    expect(await entry(begun)).toMatchObject({ answer: words('my neck'), from: 'client', clientSaid: null });
  });

  test('goes with them when they take away on the screen what was written over it', async () => {
    const { begun } = await answered();
    await begun.save({ [item]: { answer: words('nothing') } });
    await onScreen(begun, null);
    expect(await entry(begun)).toMatchObject({ answer: null, from: null, clientSaid: null });
  });

  test('is there in the next round too, though it was cleared', async () => {
    const { begun, said } = await answered();
    const { world, clientId, save, open } = begun;
    const { items } = await world.ok('intake.ofClient', { clientId });
    await save({ ...Object.fromEntries(items.map(({ id }) => [id, { discussed: true }])), [item]: { answer: null, discussed: true } });
    const { id: intakeId, revision } = await open();
    await world.ok('intake.review', { intakeId, revision });
    const { entries } = await world.ok('intake.start', { clientId });
    expect(entries[item]).toMatchObject({ answer: null, discussedAt: null, clientSaid: said });
  });

  test('is none in a round kept before it was', async () => {
    const { begun } = await answered();
    const { database } = begun.world.open;
    const { entries } = await database.selectFrom('intakes').select('entries').executeTakeFirstOrThrow();
    await database
      .updateTable('intakes')
      .set({ entries: entries.replaceAll(',"clientSaid":null', '') })
      .execute();
    expect(await entry(begun)).toMatchObject({ answer: words('my throat'), clientSaid: null });
  });
});
