import { expect, test } from 'vitest';
import { clientDetails, testPassphrase } from '../practice/practice.test-world.ts';
import { sitting } from './session.test-world.ts';

test('the screen is not handed to who is in a session, may be to somebody else, and is again once it is over', async () => {
  const { world, clientId, start } = await sitting();
  const begin = async (whom: string): Promise<unknown> => {
    const reply = await world.call('handover.begin', { clientId: whom, forms: [{ formId: 'electronic-records' }] });
    if (!reply.ok) return reply.error;
    await world.ok('handover.end', { handoverId: reply.value.handoverId, passphrase: testPassphrase });
    return 'begun';
  };
  const { id: sessionId } = await start();
  expect(await begin(clientId)).toEqual({ code: 'refused', reason: 'session-open' });
  const { id: other } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Jo Marsh' });
  expect(await begin(other)).toBe('begun');
  const end = { left: 'Alone, steady', tasks: [] };
  await world.ok('sessions.close', { sessionId, id: '20000000-0000-4000-8000-000000000001', end });
  expect(await begin(clientId)).toBe('begun');
});
