import { expect, test } from 'vitest';
import { textOf } from '../documents/pdf.test-world.ts';
import { agreed } from './carded.test-world.ts';

/** Card and paper tell what was decided about a blank, what was seen, and what waits. */
const told = async () => {
  const made = await agreed();
  const { world, clientId, card } = made;
  const { id: screenId, revision } = await world.ok('health.start', { clientId });
  const { sections } = await world.ok('health.content', {});
  const answers = Object.fromEntries(sections.flatMap(({ questions }) => questions.map(({ id }) => [id, 'declined' as const])));
  await world.ok('health.save', { screenId, revision, answers, from: 'practitioner', done: true });
  const found = async (itemId: string) => {
    const one = (await world.ok('health.findings', { clientId })).findings.find(({ item }) => item.id === itemId);
    if (!one) throw new Error(`no finding of ${itemId}`);
    return one;
  };
  const answered = async (itemId: string, allowed: { minutes: number; words: string; ceiling: 2; areas: string[] } | null, words = '') => {
    const asked = { clientId, findingIds: [(await found(itemId)).id], contactId: null, of: 'Dr. O', askedOn: '2026-11-20' };
    const { id: clearanceId } = await world.ok('clearance.request', { ...asked, way: 'letter' });
    const reply = { clearanceId, receivedOn: '2026-11-21', from: 'Dr. Okafor', way: 'letter', scope: allowed, words } as const;
    await world.ok('clearance.record', { ...reply, outcome: allowed ? 'cleared' : 'not-cleared', endsOn: allowed ? '2027-02-01' : null });
  };
  const row = async (itemId: string) => {
    const { id } = await found(itemId);
    return (await card()).health.find(({ findingId }) => findingId === id);
  };
  const paper = async () =>
    textOf(Buffer.from((await world.ok('safety.paper', { clientId })).pdf, 'base64'))
      .replace(/\s+/g, ' ')
      .split('Not answered Ask again')[0] ?? '';
  return { ...made, found, answered, row, paper };
};

test('a blank that a clinician cleared says within what, and who said so; one they refused says that first', async () => {
  const { answered, row, paper } = await told();
  await answered(
    'head-injury',
    { areas: ['B-TRAP-L'], ceiling: 2, minutes: 15, words: 'Half sitting, never the neck' },
    'See me again in March',
  );
  await answered('other-medical', null, 'Wait for the scan');
  const cleared = await row('head-injury');
  expect(cleared).toMatchObject({ toAsk: false, refused: false, until: '2027-01-31', cause: 'not-answered' });
  for (const said of [
    'Not answered. Cleared by Dr. Okafor. At most 15 minutes. Light at most. Half sitting, never the neck. Only: ',
    'Dr. Okafor: See me again in March.',
  ])
    expect(cleared?.line).toContain(said);
  const refused = await row('other-medical');
  expect(refused).toMatchObject({ toAsk: false, refused: true, weight: 'clearance' });
  expect(refused?.line).toMatch(/^Not cleared by Dr\. Okafor\. Not answered\. .*Dr\. Okafor: Wait for the scan\.$/);
  const blank = { toAsk: true, refused: false, line: 'Not answered. Ask again, in person and in private.' };
  expect(await row('recent-stroke')).toMatchObject(blank);
  const text = await paper();
  for (const said of ['Not cleared by Dr. Okafor.', 'Cleared by Dr. Okafor. At most 15 minutes.']) expect(text).toContain(said);
});

test('a refusal is told also of what was lowered since, and a blank that was raised or lowered with the reason', async () => {
  const { world, found, answered, row, paper } = await told();
  await answered('other-medical', null);
  const decide = async (itemId: string, what: 'raise' | 'lower', kind: 'modify' | 'emergency', reason: string) => {
    const { id: findingId, version } = await found(itemId);
    await world.ok('health.resolve', { findingId, version, decision: { what, kind, reason } });
  };
  await decide('other-medical', 'lower', 'modify', 'Scan was clear');
  await decide('diabetes', 'raise', 'emergency', 'Shaky and pale');
  await decide('head-injury', 'lower', 'modify', 'Fifty years ago');
  const refused = await row('other-medical');
  expect(refused).toMatchObject({ refused: true, toAsk: false, weight: 'modify' });
  expect(refused?.line).toMatch(/^Not cleared by Dr\. Okafor\. .*Decided: Scan was clear\./);
  expect(await row('diabetes')).toMatchObject({
    weight: 'emergency',
    toAsk: false,
    line: expect.stringContaining('Decided: Shaky and pale.'),
  });
  expect(await row('head-injury')).toMatchObject({
    weight: 'modify',
    toAsk: false,
    line: expect.stringContaining('Decided: Fifty years ago.'),
  });
  const text = await paper();
  for (const said of ['Not cleared by Dr. Okafor.', 'Emergency Diabetes: ']) expect(text).toContain(said);
});

test('what was seen and what was said when asked is told, and what of a medicine is urgent', async () => {
  const { world, clientId, card, takes } = await agreed();
  await world.ok('health.add', { clientId, itemId: 'diabetes', words: 'Pump on the left arm' });
  const { classes, suitability } = await world.ok('health.content', {});
  const asked = suitability.find(({ itemId, flagIf }) => itemId !== null && flagIf !== '');
  await world.ok('suitability.save', { clientId, questionId: asked?.id ?? '', outcome: 'declined', words: 'Another day, perhaps' });
  const urgent = classes.find(({ urgentIf }) => urgentIf !== '');
  await takes('Named here', urgent?.id ?? '');
  const { health, medicines } = await card();
  const lines = health.map(({ line }) => line).join('\n');
  for (const said of ['Noted: Pump on the left arm.', 'Noted: Another day, perhaps.']) expect(lines).toContain(said);
  expect(health.every(({ toAsk }) => !toAsk)).toBe(true);
  expect(medicines[0]?.line).toContain(`Urgent: ${urgent?.urgentIf}`);
  const text = textOf(Buffer.from((await world.ok('safety.paper', { clientId })).pdf, 'base64')).replace(/\s+/g, ' ');
  for (const said of ['Noted: Pump on the left arm.', `Urgent: ${urgent?.urgentIf}`]) expect(text).toContain(said);
});

test('changes that wait are told in their words, the newest first, until each was gone through', async () => {
  const { world, clientId, card } = await agreed();
  const first = await world.ok('health.changed', { clientId, changed: true, words: 'New blood thinner' });
  world.later(1_000);
  const second = await world.ok('health.changed', { clientId, changed: true, words: 'A new scar' });
  await world.ok('health.changed', { clientId, changed: false, words: 'Nothing else' });
  const both = [second, first].map(({ at, words }) => ({ at, words }));
  expect((await card()).changes).toEqual(both);
  const text = textOf(Buffer.from((await world.ok('safety.paper', { clientId })).pdf, 'base64')).replace(/\s+/g, ' ');
  for (const said of ['New blood thinner', 'A new scar']) expect(text).toContain(said);
  await world.ok('health.settle', { changeId: second.id, words: 'Seen' });
  expect((await card()).changes).toEqual(both.slice(1));
});
