import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Call, type Role, roles } from '../../shared/call.ts';
import { type CallName, calls } from '../../shared/calls.ts';
import { partsToReview } from '../../shared/form-answers.ts';
import { chunkBytes } from '../../shared/uploads.ts';
import { importActionsOfNoClient, importInputs, importState } from '../clients/import-calls.test-world.ts';
import { peopleActionsOfNoClient, peopleInputs, peopleState } from '../clients/people-calls.test-world.ts';
import { filledIn, ready } from '../consent/consent.test-world.ts';
import { attachmentInputs, attachmentState } from '../documents/attachment-calls.test-world.ts';
import { letterActionsOfNoClient, letterInputs, letterState } from '../letters/letter-calls.test-world.ts';
import { calendarActionsOfNoClient, calendarInputs, calendarState } from '../schedule/calendar-calls.test-world.ts';
import { noteActionsOfNoClient, noteInputs, noteState } from '../sessions/note-calls.test-world.ts';
import { sessionInputs, sessionState } from '../sessions/session-calls.test-world.ts';
import { asked } from '../store/asked.test-world.ts';
import { changedApart } from './dispatch.ts';
import type { PracticeCallName } from './handlers.ts';
import { clientDetails, isDoorCall, profileDetails, type TestWorld, testPassphrase, testWorld } from './practice.test-world.ts';

const table = Object.entries(calls as unknown as Record<CallName, Call>) as [CallName, Call][];
const inPractice = table.filter(([name]) => !isDoorCall(name));

/** Everything a refused call could have changed. */
const stateOf = async (world: TestWorld): Promise<unknown> => {
  const { database } = world.open;
  return [
    await database.selectFrom('clients').selectAll().execute(),
    await database.selectFrom('profile').selectAll().execute(),
    await database.selectFrom('consents').select('id').execute(),
    await database.selectFrom('documents').select('id').execute(),
    await database.selectFrom('handovers').selectAll().execute(),
    await database.selectFrom('fillings').selectAll().execute(),
    await database.selectFrom('form_versions').select('version').execute(),
    await database.selectFrom('form_facts').selectAll().execute(),
    await database.selectFrom('intakes').selectAll().execute(),
    await database.selectFrom('consent_maps').selectAll().execute(),
    await database.selectFrom('sensitive_areas').selectAll().execute(),
    await database.selectFrom('stop_signals').selectAll().execute(),
    await database.selectFrom('stop_rehearsals').selectAll().execute(),
    await database.selectFrom('health_screens').selectAll().execute(),
    await database.selectFrom('suitability_answers').selectAll().execute(),
    await database.selectFrom('findings').selectAll().execute(),
    await database.selectFrom('finding_events').selectAll().execute(),
    await database.selectFrom('medicines').selectAll().execute(),
    await database.selectFrom('contacts').selectAll().execute(),
    await database.selectFrom('care_team').selectAll().execute(),
    await database.selectFrom('clearances').selectAll().execute(),
    await database.selectFrom('clearance_replies').selectAll().execute(),
    await database.selectFrom('health_changes').selectAll().execute(),
    await database.selectFrom('card_readings').selectAll().execute(),
    await database.selectFrom('crises').selectAll().execute(),
    await database.selectFrom('crisis_numbers').selectAll().execute(),
    ...(await calendarState(world.open)),
    ...(await sessionState(world.open)),
    ...(await noteState(world.open)),
    ...(await letterState(world.open)),
    ...(await attachmentState(world.open)),
    ...(await peopleState(world.open)),
    ...(await importState(world.open)),
  ];
};

const contact = {
  kind: 'person',
  name: 'Dr. Okafor',
  profession: 'Psychologist',
  organisation: '',
  phone: '',
  email: '',
  address: '',
  note: '',
} as const;

const handedOver = { id: '01890000-0000-7000-8000-000000000001', clientId: '01890000-0000-7000-8000-000000000002' };

/** Made once: what is refused changes nothing in it, which each test sees for itself. */
const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
};

const openWorld = once(testWorld);
const handedOverWorld = once(async () => {
  const world = await testWorld();
  world.open.handOver.begin(handedOver);
  return world;
});
const signedAndHandedOver = once(async () => {
  const { world, input, clientId } = await ready();
  await world.ok('consent.sign', input);
  world.open.handOver.begin({ ...handedOver, clientId });
  return { world, input, clientId };
});

/** A world in which the call is not refused for the state the vault is in. */
const worldFor = (name: CallName): Promise<TestWorld> =>
  calls[name].states.some((state) => state === 'open') ? openWorld() : handedOverWorld();

describe('dispatch refuses', () => {
  test('a name that is no call', async () => {
    const world = await testWorld();
    for (const name of ['clients.destroy', '__proto__', 'constructor', 7, null, undefined, ['clients.get']]) {
      expect(await world.raw(name, {})).toEqual({ ok: false, error: { code: 'not-found', what: 'call' } });
    }
  });

  test.each(inPractice)('%s while locked, without a practice, and while the vault is unavailable', async (name) => {
    const world = await openWorld();
    expect(await world.standing({ state: 'locked' })(name, {})).toEqual({ ok: false, error: { code: 'locked' } });
    expect(await world.standing({ state: 'no-practice' })(name, {})).toEqual({
      ok: false,
      error: { code: 'refused', reason: 'no-practice' },
    });
    expect(await world.standing({ state: 'unavailable', problem: 'header-damaged' })(name, {})).toEqual({
      ok: false,
      error: { code: 'unavailable', reason: 'header-damaged' },
    });
  });

  const closed = inPractice.flatMap(([name, call]) =>
    roles.filter((role) => call.roles !== 'anyone' && !call.roles.includes(role)).map((role) => [name, role] as const),
  );
  test.each(closed)('%s for %s, and writes that down', async (name, role: Role) => {
    const world = await worldFor(name);
    const before = await stateOf(world);
    const entries = (await world.audit()).length;
    expect(await world.as(role)(name, {})).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect((await world.audit()).slice(entries)).toEqual([
      { action: 'call-refused', client_id: null, record_id: name, actor: world.open.actor.id },
    ]);
    expect(await stateOf(world)).toEqual(before);
  });

  const hostile = [
    null,
    7,
    'text',
    [],
    { surplus: 1 },
    { id: '../../etc/passwd' },
    { __proto__: { polluted: true } },
    { id: 'x'.repeat(5_000_000) },
  ];
  test.each(inPractice)('%s with an input of another shape, changing nothing', async (name) => {
    const world = await worldFor(name);
    const before = await stateOf(world);
    for (const input of hostile) {
      const reply = await world.raw(name, input);
      expect(reply).toMatchObject({ ok: false, error: { code: 'invalid' } });
    }
    expect(await stateOf(world)).toEqual(before);
    expect(world.incidents).toEqual([]);
  });

  const notTheirs = table.filter(([, call]) => !(call.states as readonly string[]).includes('handed-over'));
  test('leaves a handed-over screen nothing but its own hand-over, the time, and the lock', () => {
    expect(table.filter((entry) => !notTheirs.includes(entry)).map(([name]) => name)).toEqual([
      'vault.status',
      'vault.touch',
      'vault.lock',
      'handover.current',
      'handover.answer',
      'handover.noteRead',
      'handover.check',
      'handover.pause',
      'handover.end',
    ]);
  });

  test.each(notTheirs)('%s while the screen is with a client, and writes that down', async (name) => {
    const { world, input, clientId } = await signedAndHandedOver();
    const before = await stateOf(world);
    const entries = (await world.audit()).length;
    // A good input, one of another shape, and none: what is asked does not matter.
    for (const asked of [input, { id: clientId, clientId, query: '', fillingId: input.fillingId }, {}])
      expect(await world.raw(name, asked)).toEqual({ ok: false, error: { code: 'handed-over' } });
    expect((await world.audit()).slice(entries).map((entry) => [entry.action, entry.record_id])).toEqual(
      Array.from({ length: 3 }, () => ['call-refused', name]),
    );
    expect(await stateOf(world)).toEqual(before);
  });

  /** The screen goes to the client while the next call is in work. */
  const handOverMeanwhile = (world: TestWorld): void => {
    const { actor } = world.open;
    Object.defineProperty(world.open, 'actor', {
      get: () => {
        world.open.handOver.begin(handedOver);
        return actor;
      },
    });
  };

  test('to show a client what was found or changed for the practitioner, who asked before the screen was theirs', async () => {
    for (const [name, action, kept] of [
      ['clients.search', 'clients-searched', 'he/him'],
      ['clients.update', 'client-changed', 'they/them'],
    ] as const) {
      const world = await testWorld();
      const { id } = await world.ok('clients.create', { ...clientDetails, pronouns: 'he/him' });
      handOverMeanwhile(world);
      const update = { id, version: 1, details: { ...clientDetails, pronouns: 'they/them' } };
      expect(await world.raw(name, name === 'clients.update' ? update : { query: '' })).toEqual({
        ok: false,
        error: { code: 'handed-over' },
      });
      expect((await world.audit()).slice(-2)).toMatchObject([{ action }, { action: 'call-refused', record_id: name }]);
      expect(await world.open.database.selectFrom('clients').select('pronouns').execute()).toEqual([{ pronouns: kept }]);
    }
  });

  test('to show a client the record that a refusal of such a call carries', async () => {
    const world = await testWorld();
    const { id } = await world.ok('clients.create', clientDetails);
    const stale = { id, version: 7, details: clientDetails };
    expect(await world.raw('clients.update', stale)).toMatchObject({ error: { code: 'conflict' } });
    handOverMeanwhile(world);
    expect(await world.raw('clients.update', stale)).toEqual({ ok: false, error: { code: 'handed-over' } });
  });

  test('the second of two hand-overs begun at once, and writes that down', async () => {
    const world = await testWorld();
    const { id: clientId } = await world.ok('clients.create', clientDetails);
    const begin = () => world.raw('handover.begin', { clientId, forms: [{ formId: 'informed-consent' }] });
    expect(await Promise.all([begin(), begin()])).toEqual([
      { ok: true, value: { handoverId: world.open.handOver.current()?.id } },
      { ok: false, error: { code: 'handed-over' } },
    ]);
    expect((await world.audit()).slice(-2).map((entry) => [entry.action, entry.record_id])).toEqual([
      ['handover-begun', world.open.handOver.current()?.id],
      ['call-refused', 'handover.begin'],
    ]);
  });

  test.each(inPractice.filter(([, call]) => !(call.states as readonly string[]).includes('open')))(
    '%s once the screen was given back',
    async (name) => {
      const world = await testWorld();
      expect(await world.raw(name, {})).toEqual({ ok: false, error: { code: 'refused', reason: 'handover-over' } });
    },
  );

  test('vault.create, vault.unlock and vault.stopped while a practice is open', async () => {
    const world = await testWorld();
    for (const name of ['vault.create', 'vault.unlock', 'vault.stopped'])
      expect(await world.raw(name, {})).toEqual({ ok: false, error: { code: 'refused', reason: 'already-open' } });
    expect(await world.standing({ state: 'locked' })('vault.create', {})).toEqual({
      ok: false,
      error: { code: 'refused', reason: 'practice-exists' },
    });
  });
});

describe('an input over its limit', () => {
  test('is refused beside the field with limit and present length', async () => {
    const world = await testWorld();
    expect(await world.call('clients.create', { ...clientDetails, chosenName: 'é'.repeat(201) })).toEqual({
      ok: false,
      error: { code: 'invalid', issues: [{ path: ['chosenName'], problem: 'too-long', limit: 200, length: 201 }] },
    });
  });

  test('names every field that is wrong, and never what was typed', async () => {
    const world = await testWorld();
    const reply = await world.raw('clients.create', {
      ...clientDetails,
      chosenName: '  ',
      birthDate: '1988-04-31',
      email: 'not mail',
      secret: 'canary',
    });
    expect(reply).toEqual({
      ok: false,
      error: {
        code: 'invalid',
        issues: [
          { path: ['chosenName'], problem: 'required' },
          { path: ['birthDate'], problem: 'not-a-day' },
          { path: ['email'], problem: 'not-an-email' },
          { path: [], problem: 'unknown-field' },
        ],
      },
    });
  });
});

describe('what goes wrong underneath', () => {
  const failing = async (failure: unknown): Promise<unknown> => {
    const world = await testWorld();
    Object.defineProperty(world.open.database, 'selectFrom', {
      value: () => {
        throw failure;
      },
    });
    return world.raw('profile.get', {});
  };

  test('crosses the door as a number and nothing else', async () => {
    expect(await failing(new Error('select canary from /home/hana/practice.db'))).toEqual({
      ok: false,
      error: { code: 'unexpected', incident: 'incident-1' },
    });
  });

  test.each([
    ['SQLITE_FULL', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['SQLITE_READONLY_DBMOVED', 'folder-read-only'],
    ['EROFS', 'folder-read-only'],
    ['SQLITE_CORRUPT_INDEX', 'database-damaged'],
  ])('%s is said as %s', async (code, reason) => {
    expect(await failing(Object.assign(new Error('canary'), { code }))).toEqual({ ok: false, error: { code: 'unavailable', reason } });
  });
});

/** Rows that were written so far, by whatever call. */
const rowsChanged = async ({ open }: TestWorld): Promise<number> =>
  (await asked<{ rows: number }>(open.database, 'select total_changes() as rows'))[0]?.rows ?? 0;

describe('each call that opens or changes client data', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stillpoint-calls-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Of the practice, the trail, or a file nobody knows yet. */
  const ofNoClient = [
    'clients-searched',
    'profile-changed',
    'audit-opened',
    'audit-verified',
    'form-changed',
    'form-facts-changed',
    'blank-form-made',
    'sensitive-areas-changed',
    'crisis-numbers-checked',
    'contact-created',
    'contact-changed',
    'contact-opened',
    'contacts-searched',
    'contacts-merged',
    ...calendarActionsOfNoClient,
    ...noteActionsOfNoClient,
    ...letterActionsOfNoClient,
    ...peopleActionsOfNoClient,
    ...importActionsOfNoClient,
  ];

  test('writes exactly one entry, of the action its contract names and about the client it is of', async () => {
    const { world, form, input, clientId } = await ready();
    world.answerDialog(join(folder, 'chosen.pdf'));
    const { documentId } = await world.ok('consent.sign', input);
    const pdf = Buffer.from((await world.ok('documents.get', { id: documentId })).pdf, 'base64');
    const chosen = async (name: 'documents.chooseExport' | 'audit.chooseWhoSawFile', about: object): Promise<string> =>
      ((await world.raw(name, about)) as { value: { fileGrant: string } }).value.fileGrant;
    const forClient = { clientId };
    const forDocument = { id: documentId };
    const begun = { clientId, forms: [{ formId: form.id }] };
    const held = async () => {
      const { id: handoverId, fillings } = await world.ok('handover.current', {});
      return { handoverId, fillingId: fillings[0]?.id ?? '', revision: fillings[0]?.revision ?? 0 };
    };
    const round = async () => {
      const { open } = await world.ok('intake.ofClient', forClient);
      return { intakeId: open?.id ?? '', revision: open?.revision ?? 0 };
    };
    const screen = async () => {
      const { open } = await world.ok('health.findings', forClient);
      return { screenId: open?.id ?? '', revision: open?.revision ?? 0 };
    };
    const finding = async (itemId: string) => {
      const found = (await world.ok('health.findings', forClient)).findings.find(({ item }) => item.id === itemId);
      return { findingId: found?.id ?? '', version: found?.version ?? 0 };
    };
    const someone = async (name: string) => {
      const found = (await world.ok('contacts.search', { query: name })).contacts[0];
      return { id: found?.id ?? '', version: found?.version ?? 0 };
    };
    const back = async () => (await world.ok('handover.returned', forClient)).fillings[0]?.id ?? '';
    const announced = async (): Promise<string> => (await world.ok('uploads.begin', { name: 'paper.pdf', bytes: pdf.length })).uploadId;
    const arrived = async (): Promise<{ uploadId: string; sha256: string }> => {
      const uploadId = await announced();
      for (let index = 0; index * chunkBytes < pdf.length; index += 1) {
        const chunk = pdf.subarray(index * chunkBytes, (index + 1) * chunkBytes).toString('base64');
        await world.ok('uploads.append', { uploadId, index, chunk });
      }
      return { uploadId, sha256: createHash('sha256').update(pdf).digest('hex') };
    };
    const uploaded = async (): Promise<string> => (await world.ok('uploads.finish', await arrived())).uploadId;
    const inputs: { readonly [N in PracticeCallName]: () => unknown } = {
      'profile.get': () => ({}),
      'profile.update': () => ({ version: 1, details: { ...profileDetails, practiceName: 'Birch Room' } }),
      'profile.formFacts': () => ({}),
      'profile.setFormFacts': () => ({ version: 0, facts: [] }),
      'profile.content': () => ({}),
      'drafts.save': () => ({ key: 'new-client', title: 'New client', place: '/clients/new', text: '{}' }),
      'drafts.get': () => ({}),
      'drafts.discard': () => ({ key: 'new-client' }),
      'clients.create': () => clientDetails,
      'clients.update': () => ({ id: clientId, version: 1, details: { ...clientDetails, pronouns: 'they/them' } }),
      'clients.get': () => ({ id: clientId }),
      'clients.search': () => ({ query: 'maya' }),
      'clients.timeline': () => ({ clientId }),
      'clients.archive': () => ({ id: clientId, version: 2, archived: false }),
      'forms.list': () => ({}),
      'forms.get': () => ({ formId: form.id }),
      'consent.forms': () => forClient,
      'handover.begin': () => begun,
      'handover.current': () => ({}),
      'handover.answer': async () => ({ ...filledIn(form), ...(await held()) }),
      'handover.check': async () => {
        const { revision: _, ...form } = await held();
        return form;
      },
      'handover.pause': async () => ({ handoverId: (await held()).handoverId, resting: true }),
      'handover.end': async () => ({ handoverId: (await held()).handoverId, passphrase: testPassphrase }),
      'handover.returned': () => forClient,
      'handover.review': async () => ({ fillingId: await back(), reviewed: [...partsToReview(form, filledIn(form).answers)] }),
      'consent.check': async () => ({ fillingId: await back(), signatures: input.signatures }),
      'consent.sign': async () => ({
        ...input,
        fillingId: await back(),
        shownSha256: (await world.ok('handover.returned', forClient)).fillings[0]?.form.shownSha256 ?? '',
      }),
      'consent.ofClient': () => forClient,
      'consent.attention': () => ({}),
      'consent.withdraw': async () => ({
        consentId: (await world.ok('consent.ofClient', forClient)).consents[0]?.id ?? '',
        by: 'client',
        parts: [],
        words: 'I do not want this any more',
      }),
      'handover.setAside': async () => {
        await world.ok('handover.begin', begun);
        await world.ok('handover.end', { handoverId: (await held()).handoverId, passphrase: testPassphrase });
        return { fillingId: await back() };
      },
      'forms.edit': async () => {
        const { version, text } = await world.ok('forms.get', { formId: form.id });
        return {
          formId: form.id,
          basedOn: version,
          kind: 'meaning',
          note: 'Said more plainly',
          text: { ...text, intro: `${text.intro} Take your time.` },
        };
      },
      'uploads.begin': () => ({ name: 'paper.pdf', bytes: pdf.length }),
      'uploads.append': async () => ({ uploadId: await announced(), index: 0, chunk: pdf.subarray(0, chunkBytes).toString('base64') }),
      'uploads.finish': arrived,
      'documents.verify': async () => ({ uploadId: await uploaded() }),
      'documents.file': async () => ({ uploadId: await uploaded(), clientId, title: 'Court order', twice: true }),
      'documents.ofClient': () => forClient,
      'documents.get': () => forDocument,
      'documents.chooseExport': () => forDocument,
      'documents.export': async () => ({ ...forDocument, fileGrant: await chosen('documents.chooseExport', forDocument) }),
      'documents.print': () => forDocument,
      'paper.blank': () => ({ formId: form.id, clientId: null }),
      'intake.start': () => forClient,
      'intake.save': async () => ({
        ...(await round()),
        changes: { 's-body-now': { answer: { kind: 'text', text: 'Well' }, discussed: true } },
      }),
      'intake.ofClient': () => forClient,
      'intake.get': async () => ({ intakeId: (await round()).intakeId }),
      'intake.paper': async () => ({ kind: 'filled', intakeId: (await round()).intakeId }),
      'intake.attention': () => ({}),
      'intake.review': async () => {
        const { items } = await world.ok('intake.ofClient', forClient);
        const changes = Object.fromEntries(items.map((item) => [item.id, { discussed: true }]));
        await world.ok('intake.save', { ...(await round()), changes });
        return round();
      },
      'stopSignal.set': async () => ({
        clientId,
        version: (await world.ok('clients.get', { id: clientId })).version,
        word: 'river',
        gesture: 'tap',
      }),
      'stopSignal.rehearsed': () => ({ clientId, word: 'river', gesture: 'tap' }),
      'consentMap.get': () => forClient,
      'consentMap.set': async () => ({
        clientId,
        basedOn: (await world.ok('consentMap.get', forClient)).map?.id ?? null,
        ceiling: 2,
        areas: { 'B-TRAP-L': { state: 'yes', ceiling: 2 } },
      }),
      'consentMap.withdraw': () => ({ clientId, areas: ['B-TRAP-L'], words: 'Not there any more' }),
      'consentMap.history': () => forClient,
      'consentMap.allowed': () => forClient,
      'consentMap.paper': () => ({ clientId, mapId: null }),
      'consentMap.sensitiveAreas': () => ({}),
      'consentMap.setSensitiveAreas': () => ({ version: 0, turnedOn: ['B-GLUTE-L'], confirmed: true }),
      'crisis.settings': () => ({}),
      'crisis.set': () => ({
        version: 0,
        numbers: { emergency: '911', crisis: '988', text: '', note: '' },
        checkedOn: '2026-11-23',
        confirmed: true,
      }),
      'health.content': () => ({}),
      'health.start': () => forClient,
      'health.save': async () => ({
        ...(await screen()),
        answers: { varicose: 'yes', 'suicidal-ideation': 'not_sure' },
        from: 'practitioner',
      }),
      'health.findings': () => forClient,
      'health.resolve': async () => ({ ...(await finding('varicose')), decision: { what: 'mark', areas: ['B-CALF-L'] } }),
      'health.add': () => ({ clientId, itemId: 'rash', words: 'Seen on the left arm' }),
      'health.changed': () => ({ clientId, changed: true, words: 'A new tablet' }),
      'health.settle': async () => ({
        changeId: (await world.ok('health.findings', forClient)).changes[0]?.id ?? '',
        words: 'Noted with the medicines',
      }),
      'medicines.match': () => ({
        clientId,
        id: null,
        version: 0,
        name: 'Warfarin',
        match: 'class',
        classId: 'anticoagulant',
        areas: null,
      }),
      'suitability.save': () => ({ clientId, questionId: 'g2', outcome: 'flag', words: 'A hard month' }),
      'contacts.create': () => contact,
      'contacts.search': () => ({ query: 'okafor' }),
      'contacts.get': async () => ({ id: (await someone('Dr. Okafor')).id }),
      'contacts.update': async () => ({ ...(await someone('Dr. Okafor')), details: { ...contact, phone: '555 0100' } }),
      'contacts.merge': async () => {
        await world.ok('contacts.create', { ...contact, anyway: true });
        const { contacts } = await world.ok('contacts.search', { query: 'okafor' });
        const [keep, gone] = contacts;
        return { keepId: keep?.id, keepVersion: keep?.version, goneId: gone?.id, goneVersion: gone?.version, details: contact };
      },
      'careTeam.set': async () => ({ clientId, contactId: (await someone('Dr. Okafor')).id, role: 'therapist' }),
      'careTeam.of': () => forClient,
      'clearance.request': async () => ({
        clientId,
        findingIds: [(await finding('varicose')).findingId],
        contactId: (await someone('Dr. Okafor')).id,
        of: 'Dr. Okafor',
        way: 'phone',
        askedOn: '2026-11-23',
      }),
      'clearance.record': async () => ({
        clearanceId: (await world.ok('health.findings', forClient)).clearances[0]?.id ?? '',
        receivedOn: '2026-11-23',
        from: 'Dr. Okafor',
        way: 'letter',
        outcome: 'cleared',
        scope: null,
        endsOn: '2027-03-01',
      }),
      'health.attention': () => ({}),
      'readiness.of': () => forClient,
      'safety.card': () => forClient,
      'safety.acknowledge': async () => ({ clientId, sha256: (await world.ok('safety.card', forClient)).sha256 }),
      'safety.paper': () => forClient,
      'crisis.open': () => ({}),
      'crisis.acknowledge': async () => {
        const [card] = (await world.ok('crisis.open', {})).crises;
        return { crisisId: card?.id, findingIds: card?.found.map(({ findingId }) => findingId) };
      },
      ...calendarInputs(world, clientId, folder),
      ...sessionInputs(world),
      ...noteInputs(world),
      ...letterInputs(world),
      ...attachmentInputs(world, clientId),
      ...peopleInputs(world, () => clientId),
      ...importInputs(world, folder),
      'handover.noteRead': async () => {
        const { id: noteId } = await world.ok('notes.draft', { clientId, sessionId: null });
        const { handoverId } = await world.ok('handover.begin', { clientId, forms: [], noteId });
        return { handoverId, outcome: 'read', words: '' };
      },
      'audit.list': async () => {
        const handoverId = world.open.handOver.current()?.id ?? '';
        await world.ok('handover.end', { handoverId, passphrase: testPassphrase });
        return {};
      },
      'audit.verify': () => ({}),
      'audit.whoSaw': () => forClient,
      'audit.chooseWhoSawFile': () => forClient,
      'audit.saveWhoSaw': async () => ({ ...forClient, fileGrant: await chosen('audit.chooseWhoSawFile', forClient) }),
    };
    expect(Object.keys(inputs).sort()).toEqual(inPractice.map(([name]) => name).sort());

    const changing: CallName[] = [];
    // Looking a client up changes nothing but the trail; a search first reads the notes that wait into its index.
    const first = await rowsChanged(world);
    await world.ok('clients.get', { id: clientId });
    const perEntry = (await rowsChanged(world)) - first;
    const indexing: CallName = 'notes.search';
    for (const [name, inputOf] of Object.entries(inputs) as [PracticeCallName, () => unknown][]) {
      const given = await inputOf();
      const { audit } = calls[name] as unknown as Call;
      const alone = audit === 'none' || audit.by === 'dispatch';
      const was = await rowsChanged(world);
      const before = (await world.audit()).length;
      expect([name, await world.raw(name, given)]).toMatchObject([name, { ok: true }]);
      const added = (await world.audit()).slice(before);
      const more = (await rowsChanged(world)) - was - added.length * perEntry;
      if (alone && more !== 0 && name !== indexing) changing.push(name);
      // The form was signed twice by then: each of the two is taken back, with an entry of its own; a paper that moves has one with either client,
      // and so have two records that are held beside each other.
      const records = ['consent.withdraw', 'attachments.move', 'clients.mergePreview'].includes(name) ? 2 : 1;
      expect([name, added.map((entry) => entry.action)]).toEqual([name, audit === 'none' ? [] : Array(records).fill(audit.action)]);
      const isOfClient = audit !== 'none' && !ofNoClient.includes(audit.action);
      expect([name, added.every((entry) => (entry.client_id !== null) === isOfClient)]).toEqual([name, true]);
    }
    expect(changing.toSorted()).toEqual(changedApart.toSorted());
  });
});

test('of a practice open to read only nothing that is typed is said to be kept', async () => {
  const world = await testWorld();
  const { id: clientId } = await world.ok('clients.create', clientDetails);
  const dispatch = world.standing({ state: 'open', practice: { ...world.open, readOnly: true } });
  const refused = { ok: false, error: { code: 'refused', reason: 'read-only' } };
  expect(await dispatch('clients.get', { id: clientId })).toMatchObject({ ok: true });
  for (const name of changedApart.filter((one) => calls[one].states.includes('open')))
    expect([name, await dispatch(name, {})]).toEqual([name, refused]);
  expect(await dispatch('drafts.get', {})).toMatchObject({ ok: true, value: { drafts: [] } });
});

test('a search as you type is one entry, a search after a while another', async () => {
  const world = await testWorld();
  const searches = async (): Promise<number> => (await world.audit()).filter((entry) => entry.action === 'clients-searched').length;
  for (const query of ['m', 'ma', 'may']) {
    await world.ok('clients.search', { query });
    world.later(400);
  }
  expect(await searches()).toBe(1);
  world.later(2_000);
  await world.ok('clients.search', { query: 'maya' });
  expect(await searches()).toBe(2);
});

test('saving one form in two hand-overs is two entries, however quickly one follows the other', async () => {
  const world = await testWorld();
  const { id: clientId } = await world.ok('clients.create', clientDetails);
  for (let round = 0; round < 2; round += 1) {
    const { handoverId } = await world.ok('handover.begin', { clientId, forms: [{ formId: 'informed-consent' }] });
    const [filling] = (await world.ok('handover.current', {})).fillings;
    if (!filling) throw new Error('nothing was handed over');
    for (let save = 0; save < 2; save += 1)
      await world.ok('handover.answer', {
        ...filledIn(filling.form),
        handoverId,
        fillingId: filling.id,
        revision: filling.revision + save,
      });
    await world.ok('handover.end', { handoverId, passphrase: testPassphrase });
  }
  expect((await world.audit()).filter((entry) => entry.action === 'handover-answered')).toHaveLength(2);
});

test('going through the list is no search as you type: each page, each other word and each half minute is an entry', async () => {
  const world = await testWorld();
  const searches = async (): Promise<number> => (await world.audit()).filter((entry) => entry.action === 'clients-searched').length;
  for (const input of [{ query: '' }, { query: '', offset: 50 }, { query: 'maya' }, { query: 'noor' }, { query: 'noor', archived: true }]) {
    await world.ok('clients.search', input);
  }
  expect(await searches()).toBe(5);
  for (let second = 0; second < 60; second += 1) {
    await world.ok('clients.search', { query: 'ada'.slice(0, 1 + (second % 3)) });
    world.later(1_000);
  }
  expect(await searches()).toBe(7);
});

test('the table describes itself', () => {
  for (const [, call] of table) {
    const { oneOf, ...alone } = z.toJSONSchema(call.input, { io: 'input' });
    for (const shape of oneOf ?? [alone]) expect(shape).toMatchObject({ type: 'object' });
  }
});
