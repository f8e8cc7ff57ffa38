import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consented, mark } from '../consent/map.test-world.ts';
import { pngOf } from '../documents/pictures.test-world.ts';
import { sent } from '../documents/uploads.test-world.ts';
import { reviewed } from '../intake/gone-through.test-world.ts';
import { screened } from '../intake/health.test-world.ts';
import { clientDetails, type TestWorld } from '../practice/practice.test-world.ts';
import { okafor } from '../releases/releases.test-world.ts';
import { openedPractice, wish } from '../schedule/schedule.test-world.ts';
import { allowedNow, amissAfter, entriesAbout, entriesShown, everything, merging, notGenuine, opened } from './merge.test-world.ts';

type Place = { readonly world: TestWorld; readonly contactId: string } & Omit<Awaited<ReturnType<typeof openedPractice>>, 'world'>;

let pictures = 1;

const marked = async ({ world }: Place, clientId: string, areas: Record<string, ReturnType<typeof mark>>): Promise<void> => {
  const { map } = await world.ok('consentMap.get', { clientId });
  await world.ok('consentMap.set', { clientId, basedOn: map?.id ?? null, ceiling: 4, areas });
};

/** What may have been kept of somebody, each through the call the window makes. */
const deeds = {
  consent: ({ world }, clientId) => consented(world, clientId),
  map: (place, clientId) => marked(place, clientId, { 'B-TRAP-L': mark('yes'), 'B-NECK': mark('ask', 2) }),
  elsewhere: (place, clientId) => marked(place, clientId, { 'B-TRAP-R': mark('yes', 4), 'B-NECK': mark('yes', 4) }),
  out: async ({ world }, clientId) => {
    if ((await world.ok('consentMap.get', { clientId })).map?.areas['B-NECK'])
      await world.call('consentMap.withdraw', { clientId, areas: ['B-NECK'], words: 'Not there' });
  },
  health: ({ world }, clientId) => screened(world, clientId, { varicose: 'yes' }),
  healthy: ({ world }, clientId) => screened(world, clientId),
  intake: ({ world }, clientId) => reviewed(world, clientId),
  medicine: ({ world }, clientId) =>
    world.ok('medicines.match', {
      clientId,
      id: null,
      version: 0,
      name: 'Apixaban',
      match: 'class',
      classId: 'anticoagulant',
      areas: null,
    }),
  flag: ({ world }, clientId) => world.ok('suitability.save', { clientId, questionId: 'g2', outcome: 'flag', words: 'A hard month' }),
  changed: ({ world }, clientId) => world.ok('health.changed', { clientId, changed: true, words: 'A cough' }),
  stop: async ({ world }, clientId) => {
    const { version } = await world.ok('clients.get', { id: clientId });
    await world.ok('stopSignal.set', { clientId, version, word: `word ${version}`, gesture: '' });
    await world.ok('stopSignal.rehearsed', { clientId, word: `word ${version}`, gesture: '' });
  },
  visit: ({ world, asked }, clientId) => {
    pictures += 1;
    return world.ok(
      'appointments.book',
      asked({ clientId, day: `2027-${String(1 + (pictures % 12)).padStart(2, '0')}-${String(1 + (pictures % 28)).padStart(2, '0')}` }),
    );
  },
  wait: ({ world, serviceId }, clientId) => world.ok('waitlist.add', { clientId, details: { ...wish, serviceId } }),
  task: ({ world }, clientId) => world.ok('tasks.create', { title: 'Call', note: '', dueOn: null, clientId, audience: 'clinical' }),
  file: async ({ world }, clientId) => {
    pictures += 1;
    await world.ok('documents.file', { uploadId: await sent(world, pngOf(pictures, 1)), clientId, title: 'Scan' });
  },
  note: ({ world }, clientId) => world.ok('notes.draft', { clientId, sessionId: null, on: '2026-11-24' }),
  team: ({ world, contactId }, clientId) => world.ok('careTeam.set', { clientId, contactId, role: 'therapist' }),
  permit: ({ world, contactId }, clientId) => world.ok('releases.prepare', { clientId, contactId, direction: 'to' }),
} satisfies Readonly<Record<string, (place: Place, clientId: string) => Promise<unknown>>>;
type Deed = keyof typeof deeds;

/** Anything of these lets a record speak of touch. */
const ofTouch: readonly Deed[] = ['consent', 'map', 'elsewhere', 'health', 'healthy', 'intake', 'medicine', 'flag', 'changed'];

/** All that is asked before hands are laid on; without it nothing would be allowed that a merge could open. */
const begun: readonly Deed[] = ['consent', 'healthy', 'intake', 'map'];
const lives = fc
  .tuple(fc.constantFrom([], begun), fc.array(fc.constantFrom(...(Object.keys(deeds) as Deed[])), { minLength: 1, maxLength: 5 }))
  .map(([first, rest]) => [...first, ...rest]);

test('whatever lay in either record lies in the one they become, and nothing more is allowed than before', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(lives, lives, fc.constantFrom('keep' as const, 'merge' as const), async (kept, came, from) => {
      const practice = await openedPractice();
      const { world, clientId: keepId } = practice;
      const { id: contactId } = await world.ok('contacts.create', okafor);
      const { id: mergeId } = await world.ok('clients.create', {
        ...clientDetails,
        phone: '519 555 0100',
        email: 'maja@example.com',
        tags: ['Evening'],
      });
      const place: Place = { ...practice, contactId };
      for (let index = 0; index < Math.max(kept.length, came.length); index += 1)
        for (const [id, life] of [
          [keepId, kept],
          [mergeId, came],
        ] as const) {
          const deed = life[index];
          world.later(60_000);
          if (deed) await deeds[deed](place, id);
        }
      const lived = (
        [
          [keepId, kept],
          [mergeId, came],
        ] as const
      ).filter(([, life]) => life.some((deed) => ofTouch.includes(deed)));
      const were = [];
      for (const [id] of lived) were.push(await allowedNow(world, id));
      const before = await everything(world);
      world.later(60_000);

      await merging(world, { keepId, mergeId }, () => from);

      expect(await amissAfter(world, before, { keepId, mergeId })).toEqual([]);
      const now = await allowedNow(world, keepId);
      expect(were.flatMap((was) => opened(now, was))).toEqual([]);
      expect(await notGenuine(world, keepId)).toEqual([]);
      const shown = await entriesShown(world, keepId);
      expect((await entriesAbout(world, keepId, mergeId)).filter((seq) => !shown.includes(seq) && seq <= Math.max(...shown))).toEqual([]);
      expect(await world.ok('audit.verify', {})).toMatchObject({ verdict: 'whole', firstBad: null });
    }),
    {
      numRuns: 6,
      examples: [
        [[...begun, 'team'], ['visit', 'note', 'file', 'team'], 'merge'],
        [begun, [...begun, 'elsewhere'], 'keep'],
      ],
    },
  );
});
