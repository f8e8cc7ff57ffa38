import { describe, expect, test } from 'vitest';
import type { Answers } from '../../shared/form-answers.ts';
import { factsFilled } from '../consent/consent.test-world.ts';
import { consented, day, guarded, mark } from '../consent/map.test-world.ts';
import { agreed, carded } from './carded.test-world.ts';
import { reviewed } from './gone-through.test-world.ts';

const said: Answers = {
  'a-words': { kind: 'text', text: 'Maya, slowly' },
  's-what-would-stop': { kind: 'text', text: 'A hand on my throat' },
  's-what-helps': { kind: 'multi', values: ['cool_water', 'other'], other: 'Humming' },
  'a-leave-out': { kind: 'text', text: 'A closed door\n\nLavender' },
  'a-positions': { kind: 'multi', values: ['seated', 'side-lying'], other: '' },
  'a-door': { kind: 'choice', value: 'ajar', other: '' },
  'a-silence': { kind: 'choice', value: 'quiet', other: '' },
  's-emergency-contact': { kind: 'contacts', people: [{ name: 'Luz Rosario', role: 'sister', phone: '416 555 0143' }] },
};

describe('a safety card', () => {
  test('of someone nobody was asked about says so, and opens nothing', async () => {
    const { world, card, clientId } = await carded();
    const { id } = await world.ok('clients.create', {
      chosenName: 'Noor',
      legalName: '',
      pronouns: '',
      birthDate: null,
      phone: '',
      email: '',
      contactWishes: '',
      stopWord: '',
      stopGesture: '',
    });
    expect((await world.ok('safety.card', { clientId: id })).card).toEqual({
      clientId: id,
      chosenName: 'Noor',
      pronouns: '',
      birthDate: null,
      underAge: false,
      howToSpeak: '',
      stop: { word: '', gesture: '', rehearsedAt: null },
      wouldStop: '',
      readiness: await world.ok('readiness.of', { clientId: id }).then(({ state, reasons }) => ({ state, reasons })),
      changes: [],
      places: { open: [], ask: [], out: [], closed: [], allClosed: true },
      pressure: { ceiling: 0, label: 'No contact', because: [] },
      positions: { allowed: [], avoid: [] },
      health: [],
      medicines: [],
      helps: [],
      leaveOut: [],
      room: [],
      emergencyContacts: null,
      lastStop: null,
      endsSoon: [],
      clearancesAsked: [],
      askedAt: null,
    });
    expect((await card()).clientId).toBe(clientId);
    expect(await world.audit()).toContainEqual(expect.objectContaining({ action: 'safety-card-opened', client_id: id }));
  });

  test('says what was answered last in the intake: an open round before the one gone through', async () => {
    const { world, clientId, card, answer } = await carded();
    await answer(said);
    await reviewed(world, clientId);
    const { howToSpeak, wouldStop, helps, leaveOut, positions, room, emergencyContacts } = await card();
    expect({ howToSpeak, wouldStop, helps, leaveOut, room, emergencyContacts }).toEqual({
      howToSpeak: 'Maya, slowly',
      wouldStop: 'A hand on my throat',
      helps: ['Cool water', 'Humming'],
      leaveOut: ['A closed door', 'Lavender'],
      room: ['Door: A little open', 'Silence, talk or music: Quiet, with a word at each pause'],
      emergencyContacts: [{ name: 'Luz Rosario', role: 'sister', phone: '416 555 0143' }],
    });
    expect(positions.allowed).toEqual(['Sitting, feet on the floor', 'On my side with pillows']);
    expect(positions.avoid).toContain('Face down');
    await answer({
      'a-leave-out': { kind: 'text', text: 'Loud music' },
      's-emergency-contact': { kind: 'contacts', people: [] },
      's-what-would-stop': null,
      'a-words': { kind: 'declined' },
    });
    const now = await card();
    expect([now.leaveOut, now.emergencyContacts, now.howToSpeak]).toEqual([['Loud music'], [], '']);
    // Cleared, and not gone through yet: what was said before stands.
    expect(now.wouldStop).toBe('A hand on my throat');
    expect(now.helps).toEqual(['Cool water', 'Humming']);
  });

  test('names whom to call from the intake and the record, each once, and nobody where that was said on purpose', async () => {
    const { world, clientId, card, answer } = await carded();
    const luz = { name: 'LUZ Rosario', relation: 'sister', phone: '(416) 555-0143' };
    const zofia = { name: 'Zofia', relation: 'friend', phone: '416 555 0102' };
    const {
      id: _id,
      version,
      createdAt: _c,
      updatedAt: _u,
      archivedAt: _a,
      inError: _e,
      stopRehearsedAt: _s,
      ...client
    } = await world.ok('clients.get', { id: clientId });
    expect((await card()).emergencyContacts).toBeNull();
    await world.ok('clients.update', { id: clientId, version, details: { ...client, emergencyContacts: [luz, zofia] } });
    const kept = [luz, zofia].map(({ name, relation: role, phone }) => ({ name, role, phone }));
    expect((await card()).emergencyContacts).toEqual(kept);
    await answer(said);
    expect((await card()).emergencyContacts).toEqual([{ name: 'Luz Rosario', role: 'sister', phone: '416 555 0143' }, kept[1]]);
    await answer({ 's-emergency-contact': { kind: 'contacts', people: [] } });
    expect((await card()).emergencyContacts).toEqual([]);
  });

  test('names places with both sides as one: open, asked for, out, and closed with what closes them', async () => {
    const { world, clientId, card, set, newest, add } = await agreed();
    const basedOn = (await newest())?.id ?? null;
    const areas = Object.fromEntries(['B-TRAP-L', 'B-TRAP-R', 'B-CALF-L', 'B-CALF-R'].map((code) => [code, mark('yes')]));
    await set({ basedOn, areas: { ...areas, 'F-PALM-L': mark('ask'), 'F-FACE': mark('no', 0) } });
    await world.ok('consentMap.withdraw', { clientId, areas: ['B-TRAP-R'] });
    const varicose = await add('varicose', 'B-CALF-L', 'B-CALF-R', 'B-KNEE-L');
    const { places, health } = await card();
    const [upper] = places.open;
    expect(places.open).toHaveLength(1);
    expect(upper).toMatch(/, left$/);
    expect(places.ask).toEqual([expect.stringMatching(/palm/i)]);
    expect(places.out).toEqual([expect.stringMatching(/^Face/), expect.stringMatching(/, right$/)]);
    const why = `A finding: ${varicose.item.condition}`;
    expect(places.closed).toEqual([
      { labels: [expect.stringMatching(/^Back of the knee, left|knee.*left/i), 'Calf, left and right'], why },
    ]);
    expect(places.allClosed).toBe(false);
    expect(health).toMatchObject([{ weight: 'local', cause: 'found', places: places.closed[0]?.labels, until: null }]);
  });

  test('says what keeps contact as light as it is, and not what limits it less', async () => {
    const { card, takes, add, set, newest } = await agreed();
    expect((await card()).pressure).toEqual({ ceiling: 3, label: 'Medium', because: ['As the client allows'] });
    await takes('apixaban', 'anticoagulant');
    expect((await card()).pressure).toEqual({ ceiling: 2, label: 'Light', because: ['A medicine: apixaban'] });
    const { item } = await add('osteoporosis');
    expect((await card()).pressure.because).toEqual([`A finding: ${item.condition}`, 'A medicine: apixaban']);
    await set({ basedOn: (await newest())?.id ?? null, areas: { 'B-NECK': mark('ask', 1) } });
    expect((await card()).pressure).toEqual({
      ceiling: 1,
      label: 'Resting hand',
      because: ['As the client allows in the places that are open'],
    });
  });

  test('tells what was found, the most careful first, and what to do about each', async () => {
    const { world, clientId, card, add } = await agreed();
    await add('diabetes');
    const surgery = await add('major-surgery');
    await add('contagious');
    const { health, places } = await card();
    const items = (await world.ok('health.content', {})).items;
    const of = (id: string) => items.find((one) => one.id === id);
    expect(health.map(({ condition, weight }) => [condition, weight])).toEqual([
      [of('contagious')?.condition, 'absolute'],
      [of('major-surgery')?.condition, 'clearance'],
      [of('diabetes')?.condition, 'modify'],
    ]);
    expect(health[0]?.line).toContain(of('contagious')?.do.replace(/[.]$/, ''));
    expect([places.allClosed, places.open, places.closed]).toEqual([true, [], []]);
    const asked = { clientId, findingIds: [surgery.id], contactId: null, of: 'Dr. Okafor', askedOn: '2026-11-20' };
    const { id: clearanceId } = await world.ok('clearance.request', { ...asked, way: 'letter' });
    expect((await card()).clearancesAsked).toEqual([{ of: 'Dr. Okafor', day: '2026-11-20', about: [of('major-surgery')?.condition] }]);
    const scope = { areas: null, ceiling: null, minutes: 20, words: 'Seated only' };
    const reply = { clearanceId, receivedOn: '2026-11-24', from: 'Dr. Okafor', endsOn: '2026-12-01', scope };
    await world.ok('clearance.record', { ...reply, way: 'letter', outcome: 'cleared' });
    const cleared = (await card()).health.find(({ findingId }) => findingId === surgery.id);
    expect(cleared).toMatchObject({ weight: 'modify', until: '2026-11-30' });
    expect(cleared?.line).toContain('Cleared by Dr. Okafor. At most 20 minutes. Seated only.');
    expect((await card()).clearancesAsked).toEqual([]);
  });

  test('tells a blank as a question to ask again, a doubt as a yes, and what was lowered with its reason', async () => {
    const { world, clientId, card } = await carded();
    const { id: screenId, revision } = await world.ok('health.start', { clientId });
    const answers = { contagious: 'declined', diabetes: 'declined', 'major-surgery': 'not_sure' } as const;
    await world.ok('health.save', { screenId, revision, answers, from: 'practitioner', done: true });
    const { health } = await card();
    const told = (part: string) => health.find(({ condition }) => condition.toLowerCase().includes(part));
    expect(told('contagious')).toMatchObject({
      cause: 'not-answered',
      weight: 'absolute',
      line: 'Not answered. Ask again, in person and in private.',
    });
    expect(told('diabetes')).toMatchObject({ weight: 'ask-today', line: 'Not answered. Ask about it before contact.' });
    const surgery = told('major surgery');
    expect(surgery?.line).toMatch(/^Not sure, which counts as yes\. ./);
    const { version } = (await world.ok('health.findings', { clientId })).findings.find(({ id }) => id === surgery?.findingId) ?? {
      version: 0,
    };
    const decision = { what: 'lower', kind: 'modify', reason: 'It was in 2009' } as const;
    await world.ok('health.resolve', { findingId: surgery?.findingId ?? '', version, decision });
    expect((await card()).health.find(({ findingId }) => findingId === surgery?.findingId)?.line).toContain('Decided: It was in 2009.');
  });

  test('tells medicines that are taken, those that limit most first, and forms that end soon by their last day', async () => {
    const { world, clientId, card, takes } = await agreed();
    await takes('vitamin', null);
    await takes('apixaban', 'anticoagulant');
    expect((await card()).medicines).toEqual([
      { name: 'apixaban', line: expect.stringContaining('Ask: Any bruising'), ceiling: 2, places: [] },
      { name: 'vitamin', line: 'Not matched to a kind of medicine yet.', ceiling: null, places: [] },
    ]);
    expect((await card()).endsSoon).toEqual([]);
    const { at } = await world.ok('health.changed', { clientId, changed: false });
    world.later(340 * day);
    const { endsSoon, askedAt } = await card();
    expect([endsSoon.map((one) => one.day), askedAt]).toEqual([['2027-11-23'], at]);
    expect((await world.ok('consent.ofClient', { clientId })).forms).toContainEqual(
      expect.objectContaining({ title: endsSoon[0]?.title, endsOn: '2027-11-24', state: 'ends-soon' }),
    );
  });

  test('says what the form of a guardian leaves out, beside what the young person marked', async () => {
    const { world, clientId, card, set, newest } = await carded({ birthDate: '2012-05-01' });
    await factsFilled(world);
    await consented(world, clientId);
    await guarded(world, clientId);
    await set({ basedOn: (await newest())?.id ?? null, areas: { 'B-TRAP-L': mark('yes'), 'B-CALF-L': mark('yes') } });
    const { underAge, places } = await card();
    expect(underAge).toBe(true);
    expect(places.closed).toEqual([{ labels: ['Calf, left'], why: 'Left out in the form that is signed beside theirs' }]);
    expect(places.open).toHaveLength(1);
  });
});
