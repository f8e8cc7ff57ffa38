import { describe, expect, test } from 'vitest';
import {
  checkOf,
  drawnIn,
  fontsOf,
  infoOf,
  inkOutside,
  openedUp,
  pagesOf,
  textOf,
  withoutSpace,
  wordsOn,
} from '../documents/pdf.test-world.ts';
import { clientDetails, profileDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { hoursWords } from './aftercare-hours.ts';
import { closed, touched } from './closed.test-world.ts';
import { reason } from './note-world.test-world.ts';

const numbers = { emergency: '911', crisis: '9-8-8 (call or text)', text: '988', note: 'Quebec also: 1-866-277-3553' };
const facts = [
  { placeholder: 'phone', words: '555-0142', checkedOn: null },
  { placeholder: 'practice_email', words: 'hello@quietroom.example', checkedOn: null },
  { placeholder: 'crisis_name', words: 'Suicide Crisis Helpline', checkedOn: null },
];
const weekdays = Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from: '09:00', to: '17:00' }] : []));

/** A practice that has said all a sheet needs. */
const said = async (world: TestWorld): Promise<TestWorld> => {
  const { version } = await world.ok('crisis.settings', {});
  await world.ok('crisis.set', { version, numbers, checkedOn: '2026-11-20', confirmed: true });
  await world.ok('profile.setFormFacts', { version: 0, facts });
  const { practitioners } = await world.ok('practitioners.list', {});
  await world.ok('hours.set', { practitionerId: practitioners[0]?.id ?? '', version: 0, week: weekdays });
  return world;
};
const ready = async () => {
  const world = await said(await testWorld());
  return { world, clientId: (await world.ok('clients.create', clientDetails)).id };
};
const ticked = async (world: TestWorld): Promise<string[]> =>
  (await world.ok('aftercare.content', {})).items.filter(({ isTicked }) => isTicked).map(({ id }) => id);
const flat = (pdf: Uint8Array): string => textOf(pdf).replace(/\s+/g, ' ');
const sizesIn = (pdf: Uint8Array): readonly number[] => [...openedUp(pdf).matchAll(/\/F\d+ ([\d.]+) Tf/g)].map(([, size]) => Number(size));

describe('what there is to choose', () => {
  test('is ticked where it is for everybody, and left to a person where it is for some', async () => {
    const { world } = await ready();
    const { items, missing } = await world.ok('aftercare.content', {});
    expect(missing).toEqual([]);
    expect(items.filter(({ when }) => when !== null).map(({ id, when, isTicked }) => [id, when, isTicked])).toEqual([
      ['no-driving', 'any D1+ or H1+ in session', false],
      ['bruise', 'anticoagulant or fragile skin', false],
      ['contact-therapist', 'permission on file', false],
      ['minors', 'under 18 or minor', false],
    ]);
    expect(items.filter(({ when, isTicked }) => when === null && !isTicked).map(({ id }) => id)).toEqual(['journal']);
    expect(items.find(({ id }) => id === 'crisis')).toMatchObject({
      text: 'Call 9-8-8 (call or text) (Suicide Crisis Helpline) or 911 now. Do not wait for us.',
      missing: [],
    });
  });

  test('a sentence with a blank nobody filled cannot be chosen, and says which', async () => {
    const world = await testWorld();
    const { id: clientId } = await world.ok('clients.create', clientDetails);
    const { items, missing } = await world.ok('aftercare.content', {});
    expect(missing).toEqual(['contact', 'hours', 'numbers']);
    const blank = items.filter((item) => item.missing.length > 0);
    expect(blank.map(({ id, isTicked, missing: names }) => [id, isTicked, names])).toEqual([
      ['crisis', false, ['Crisis line, checked and dated', 'Name of the crisis line', 'Emergency number, checked and dated']],
      ['change-consent', false, ["Practice's e-mail"]],
    ]);
    expect(await world.call('aftercare.compose', { clientId, sessionId: null, items: ['water', 'crisis'] })).toEqual(
      reason('aftercare-unfilled', { items: ['crisis'] }),
    );
    expect(await world.call('aftercare.fits', { items: ['crisis'] })).toEqual(reason('aftercare-unfilled', { items: ['crisis'] }));
  });

  test('the practice fills its blanks where it fills those of its forms', async () => {
    const world = await testWorld();
    const asked = (await world.ok('profile.formFacts', {})).facts.map(({ placeholder }) => placeholder);
    for (const one of facts) expect(asked.filter((placeholder) => placeholder === one.placeholder)).toHaveLength(1);
    // In the profile, among the crisis numbers, and printed nowhere.
    for (const other of ['practice_name', 'association_name', 'date']) expect(asked).not.toContain(other);
  });
});

describe('the sheet', () => {
  test('says what was chosen in the order of the content, the practice, its hours and the numbers, and neither whom nor what', async () => {
    const { world, clientId } = await ready();
    const words = 'Your warm scarf helped.\nBring it again, if you like.';
    const { pdf, ...head } = await world.ok('aftercare.compose', { clientId, sessionId: null, items: ['sleep', 'crisis', 'water'], words });
    const bytes = Buffer.from(pdf, 'base64');
    expect(head).toMatchObject({ clientId, kind: 'blank', title: 'Your visit', bytes: bytes.length });
    expect((await world.audit()).at(-1)).toMatchObject({ action: 'aftercare-made', client_id: clientId, record_id: null });
    expect(flat(bytes).trim()).toBe(
      [
        'Your visit 24 November 2026',
        'A drink if you are thirsty Water is here if you want it. You do not need to drink a lot. Sleep Sleep may be longer or shorter for a night or two.',
        'If you might hurt yourself Call 9-8-8 (call or text) (Suicide Crisis Helpline) or 911 now. Do not wait for us.',
        'For you Your warm scarf helped. Bring it again, if you like.',
        `${profileDetails.practiceName} · 555-0142 · hello@quietroom.example`,
        `${profileDetails.address} · Hours: Monday to Friday, 09:00 to 17:00`,
        'In an emergency: 911 · Crisis line: 9-8-8 (call or text) · By text: 988 · Quebec also: 1-866-277-3553',
      ].join(' '),
    );
    expect(openedUp(bytes)).not.toContain(clientDetails.chosenName);
    // Whatever is called for stands at the very end of the page.
    const lowest = Math.max(...wordsOn(bytes).map(({ yMax }) => yMax));
    expect(wordsOn(bytes).find(({ text }) => text.startsWith('1-866'))?.yMax).toBe(lowest);
    expect(lowest).toBeGreaterThan(700);
  });

  test('is of the day of its session, which must be that client’s', async () => {
    const made = await touched();
    const { world, clientId } = made;
    await closed(made);
    await said(world);
    world.later(2 * 86_400_000);
    const sessionId = made.now().id;
    const { pdf, title } = await world.ok('aftercare.compose', { clientId, sessionId, items: ['water'] });
    const { sessions } = await world.ok('sessions.ofClient', { clientId });
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'America/Toronto' }).format(
      new Date(sessions[0]?.startedAt ?? 0),
    );
    expect(title).toBe('Your visit');
    expect(flat(Buffer.from(pdf, 'base64'))).toContain(`Your visit ${day} A drink`);
    const { id: other } = await world.ok('clients.create', { ...clientDetails, chosenName: 'Ines' });
    const nowhere = { ok: false, error: { code: 'not-found', what: 'session' } };
    expect(await world.call('aftercare.compose', { clientId: other, sessionId, items: ['water'] })).toEqual(nowhere);
    expect(await world.call('aftercare.compose', { clientId, sessionId: world.open.newId(), items: ['water'] })).toEqual(nowhere);
  });

  test('is refused empty, of no such sentence, too long for a page, and without numbers that were checked lately', async () => {
    const { world, clientId } = await ready();
    const compose = (more: object) => world.call('aftercare.compose', { clientId, sessionId: null, items: ['water'], ...more });
    expect(await compose({ items: [], words: ' \n ' })).toEqual(reason('aftercare-empty'));
    expect(await compose({ items: ['water', 'detox'] })).toEqual(reason('content-unknown', { items: ['detox'] }));
    const words = 'Again and again. '.repeat(400);
    expect(await compose({ words })).toEqual(reason('sheet-too-long'));
    expect(await world.ok('aftercare.fits', { items: ['water'], words })).toEqual({ fits: false });
    expect(await world.ok('aftercare.fits', { items: ['water'] })).toEqual({ fits: true });
    expect(await compose({ clientId: world.open.newId() })).toEqual({ ok: false, error: { code: 'not-found', what: 'client' } });
    expect((await world.audit()).filter(({ action }) => action === 'aftercare-made')).toHaveLength(0);
    world.later(3 * 365 * 86_400_000);
    expect(await compose({})).toEqual(reason('crisis-numbers-unchecked'));
    expect((await world.ok('aftercare.content', {})).missing).toEqual(['numbers']);
  });
});

describe.each(['letter', 'a4'] as const)('on %s', (paper) => {
  test('all that is ticked by itself fits on one page with words besides: tagged, sound, black on white, 12 point and more', async () => {
    const { world, clientId } = await ready();
    const { version, role: _, ...details } = await world.ok('profile.get', {});
    await world.ok('profile.update', { version, details: { ...details, paper } });
    const asked = { items: await ticked(world), words: 'Your scarf helped. שלום 🦄' };
    expect(asked.items).toHaveLength(17);
    expect(await world.ok('aftercare.fits', asked)).toEqual({ fits: true });
    const { pdf } = await world.ok('aftercare.compose', { clientId, sessionId: null, ...asked });
    const bytes = Buffer.from(pdf, 'base64');
    expect(pagesOf(bytes)).toHaveLength(1);
    const { items } = await world.ok('aftercare.content', {});
    for (const { id, text } of items) expect(withoutSpace(drawnIn(bytes)).includes(withoutSpace(text))).toBe(asked.items.includes(id));
    expect(Math.min(...sizesIn(bytes))).toBe(12);
    expect(infoOf(bytes)).toMatch(/Title: +Your visit\n[\s\S]*Tagged: +yes\n/);
    expect(infoOf(bytes, '-struct')).toMatch(/Document[\s\S]*H1[\s\S]*L\b[\s\S]*LI[\s\S]*Lbl[\s\S]*LBody/);
    expect(checkOf(bytes)).toContain('No syntax or stream encoding errors found');
    for (const { embedded, unicode } of fontsOf(bytes)) expect([embedded, unicode]).toEqual([true, true]);
    expect(openedUp(bytes)).not.toMatch(/^(?!(0 0 0|1 1 1|0\.0+ 0\.0+ 0\.0+) )[\d.]+ [\d.]+ [\d.]+ (rg|RG|scn|SCN)$/m);
    expect(inkOutside(bytes, 53)).toBe(0);
    expect(Math.max(...wordsOn(bytes).map(({ yMax }) => yMax))).toBeLessThan((paper === 'letter' ? 792 : 841.89) - 50);
  });
});

const [nine, noon, one, five] = ['09:00', '12:00', '13:00', '17:00'] as const;
const long = [{ from: nine, to: five }];
const parted = [
  { from: nine, to: noon },
  { from: one, to: five },
];
test.each([
  ['none', [[], [], [], [], [], [], []], ''],
  ['one day', [[], long, [], [], [], [], []], 'Tuesday, 09:00 to 17:00'],
  ['two days', [[], long, long, [], [], [], []], 'Tuesday and Wednesday, 09:00 to 17:00'],
  [
    'a gap, and noon',
    [long, long, long, [], parted, [], long],
    'Monday to Wednesday, 09:00 to 17:00; Friday, 09:00 to 12:00 and 13:00 to 17:00; Sunday, 09:00 to 17:00',
  ],
])('hours as they are said: %s', (_, week, told) => {
  expect(hoursWords(week)).toBe(told);
});
