import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf, OutputOf } from '../../shared/calls.ts';
import { nothingFurther } from '../../shared/clients.ts';
import { sent, trySending } from '../documents/uploads.test-world.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';

type Preview = OutputOf<'clients.importPreview'>;
type Asked = Partial<Omit<InputOf<'clients.importPreview'>, 'uploadId'>>;

const unread = { separator: null, mapping: null, dateOrder: null } as const;

const previewed = async (world: TestWorld, text: string, asked: Asked = {}): Promise<Preview & { readonly uploadId: string }> => {
  const uploadId = await sent(world, Buffer.from(text), 'clients.csv');
  return { ...(await world.ok('clients.importPreview', { uploadId, ...unread, ...asked })), uploadId };
};

type Taking = Partial<InputOf<'clients.import'>>;

const taking = ({ uploadId, mapping, counts }: Preview & { readonly uploadId: string }, more: Taking = {}): InputOf<'clients.import'> => ({
  uploadId,
  separator: null,
  dateOrder: null,
  mapping,
  expected: counts,
  alsoAlike: [],
  leaveOutRefused: false,
  ...more,
});

const imported = async (world: TestWorld, text: string, more: Taking = {}): Promise<OutputOf<'clients.import'>> =>
  world.ok('clients.import', taking(await previewed(world, text), more));

const chosenNames = async (world: TestWorld): Promise<readonly string[]> =>
  (await world.ok('clients.search', { query: '' })).clients.map(({ chosenName }) => chosenName);

const people = `First Name,Preferred Name,Middle Name,Last Name,Birth Date,Mobile Phone,Home Phone,Email,Fax
Maya,,,Rosario,1991-03-14,416 555 0142,,,
Elżbieta,Ela,Anna,Łęcka,29/02/1992,,519 555 0100,ela@example.com,1
,,,,,,,,
Sam,,,Ng,04/05/1990,,,not mail,2
`;

describe('a list whose columns have no names', () => {
  const nameless = 'Maya,Rosario,1991-03-14,416 555 0142\nNoor,Haddad,1990-01-02,\n';
  const mapping = ['firstName', 'lastName', 'birthDate', 'phone'] as const;

  test('is told by what stands in its first row, which is somebody as well', async () => {
    const world = await testWorld();
    const shown = await previewed(world, nameless);
    expect(shown).toMatchObject({
      firstRow: 'somebody',
      mapping: [null, null, null, null],
      columns: [{ name: '', samples: ['Maya', 'Noor'] }, { samples: ['Rosario', 'Haddad'] }, { name: '' }, { samples: ['416 555 0142'] }],
      counts: { new: 0, alike: 0, refused: 2 },
    });
    const { counts, rows } = await world.ok('clients.importPreview', { uploadId: shown.uploadId, ...unread, mapping: [...mapping] });
    expect(counts).toEqual({ new: 2, alike: 0, refused: 0 });
    expect(rows.map(({ row, chosenName }) => [row, chosenName])).toEqual([
      [1, 'Maya Rosario'],
      [2, 'Noor Haddad'],
    ]);
    await world.ok('clients.import', taking({ ...shown, counts }, { mapping: [...mapping] }));
    expect(await chosenNames(world)).toEqual(['Maya Rosario', 'Noor Haddad']);
  });

  test('is read as it is said to be, either way', async () => {
    const world = await testWorld();
    const asNames = await previewed(world, nameless, { firstRow: 'names' });
    expect(asNames).toMatchObject({ firstRow: 'names', columns: [{ name: 'Maya', samples: ['Noor'] }, {}, {}, {}], total: 1 });
    const words = 'Given,Family\nMaya,Rosario\n';
    expect(await previewed(world, words)).toMatchObject({ firstRow: 'names', total: 1 });
    const shown = await previewed(world, words, { firstRow: 'somebody', mapping: ['firstName', 'lastName'] });
    expect(shown.rows.map(({ row, chosenName }) => [row, chosenName])).toEqual([
      [1, 'Given Family'],
      [2, 'Maya Rosario'],
    ]);
    const taken = taking(shown, { firstRow: 'somebody', alsoAlike: [1] });
    expect(await world.call('clients.import', taken)).toMatchObject({ error: { reason: 'import-changed' } });
  });

  test('names its columns where a known name stands there, whatever else does', async () => {
    const world = await testWorld();
    expect(await previewed(world, 'Name,me@example.com\nMaya,x\n')).toMatchObject({ firstRow: 'names', mapping: ['chosenName', null] });
  });
});

describe('a list of clients', () => {
  test('is shown row by row, with what each column is, and none of it is kept', async () => {
    const world = await testWorld();
    const { id } = await world.ok('clients.create', clientDetails);
    const shown = await previewed(world, people);
    expect(shown).toMatchObject({
      fileName: 'clients.csv',
      encoding: 'utf-8',
      separator: ',',
      preset: null,
      mapping: ['firstName', 'preferredName', 'middleName', 'lastName', 'birthDate', 'phone', 'otherPhone', 'email', null],
      counts: { new: 1, alike: 1, refused: 1 },
      unclearDates: 1,
      total: 3,
    });
    expect(shown.columns[8]).toEqual({ name: 'Fax', samples: ['1', '2'] });
    const [maya, ela, sam] = shown.rows;
    expect(maya).toMatchObject({
      row: 2,
      chosenName: 'Maya Rosario',
      legalName: '',
      result: 'alike',
      alike: [{ clientId: id, row: null, chosenName: 'Maya Rosario', archived: false, why: ['name-and-birth', 'phone'] }],
    });
    expect(ela).toMatchObject({
      row: 3,
      chosenName: 'Ela Łęcka',
      legalName: 'Elżbieta Anna Łęcka',
      birthDate: '1992-02-29',
      phone: '519 555 0100',
      result: 'new',
      amiss: [],
    });
    expect(sam).toMatchObject({
      row: 5,
      result: 'refused',
      alike: [],
      amiss: [
        { field: 'birthDate', problem: 'date-unclear', words: '04/05/1990' },
        { field: 'email', problem: 'not-an-email', words: 'not mail' },
      ],
    });
    expect(await chosenNames(world)).toEqual(['Maya Rosario']);
    expect((await world.audit()).at(-2)).toMatchObject({ action: 'client-list-read', client_id: null });
  });

  test('is read in the order and the columns that are chosen, and shown in parts', async () => {
    const world = await testWorld();
    const asked = { mapping: [null, 'chosenName', null, null, 'birthDate', null, null, null, null], dateOrder: 'month-first' } as const;
    const { rows, counts, total } = await previewed(world, people, { ...asked, show: 'refused', offset: 1, limit: 1 });
    expect([counts, total]).toEqual([{ new: 0, alike: 0, refused: 3 }, 3]);
    expect(rows).toMatchObject([
      {
        row: 3,
        chosenName: 'Ela',
        amiss: [{ field: 'birthDate', problem: 'not-a-day' }],
      },
    ]);
  });

  test('becomes clients whole, as forms would keep them', async () => {
    const world = await testWorld();
    const field = await world.ok('customFields.save', {
      id: null,
      version: 0,
      details: { label: 'Referred on', kind: 'date', options: [], inUse: true },
    });
    await world.ok('clients.create', { ...clientDetails, tags: ['VIP'] });
    const head = 'Name,Emergency contact,Emergency contact phone,Guardian,Tags,Voicemail,Language,Referred On';
    const list = await imported(world, `${head}\nNoor Abadi,Sami,555 0101,Huda,"vip, New; new",no,Arabic,2 Nov 2026\n`);
    expect(list).toEqual({ id: list.id, at: world.now(), fileName: 'clients.csv', clients: 1 });
    const noor = (await world.ok('clients.search', { query: 'noor' })).clients[0];
    expect(await world.ok('clients.get', { id: noor?.id ?? '' })).toMatchObject({
      ...nothingFurther,
      chosenName: 'Noor Abadi',
      voicemail: 'no',
      language: 'Arabic',
      emergencyContacts: [{ name: 'Sami', relation: '', phone: '555 0101' }],
      guardian: { name: 'Huda', relation: '', phone: '', email: '' },
      tags: ['New', 'VIP'],
      custom: { [field.id]: '2026-11-02' },
      stopWord: '',
      version: 1,
    });
    expect((await world.audit()).filter(({ action }) => action === 'clients-imported')).toMatchObject([
      { client_id: null, record_id: list.id },
    ]);
    expect(world.progress).toEqual([{ of: 'import', done: 1, total: 1 }]);
    expect(world.announced).toContain('clients');
    expect(world.open.memory.uploads.size).toBe(0);
  });

  test('is taken as it was shown or not at all', async () => {
    const world = await testWorld();
    const text = 'Name,Email\nAda,a@example.com\nAda,a@example.com\nBo,no mail\n';
    const shown = await previewed(world, text);
    expect(shown.counts).toEqual({ new: 1, alike: 1, refused: 1 });
    expect(shown.rows[1]?.alike).toMatchObject([{ clientId: null, row: 2, why: ['email', 'name'] }]);
    const tried = async (more: Taking): Promise<unknown> => {
      const reply = await world.call('clients.import', taking(shown, more));
      expect(await chosenNames(world)).toEqual([]);
      return reply;
    };
    expect(await tried({})).toMatchObject({ error: { reason: 'import-rows-refused', details: { count: 1 } } });
    const leaveOutRefused = true;
    expect(await tried({ leaveOutRefused, expected: { new: 2, alike: 0, refused: 1 } })).toMatchObject({
      error: { reason: 'import-changed' },
    });
    expect(await tried({ leaveOutRefused, alsoAlike: [4] })).toMatchObject({ error: { reason: 'import-changed' } });
    expect(await tried({ leaveOutRefused, mapping: [null, null], expected: { new: 0, alike: 0, refused: 3 } })).toMatchObject({
      error: { reason: 'nothing-to-import' },
    });
    expect(await tried({ mapping: ['email', 'email'] })).toMatchObject({ error: { code: 'invalid' } });
    expect(await world.ok('clients.lastImport', {})).toEqual({ last: null });
    await world.ok('clients.import', taking(shown, { leaveOutRefused, alsoAlike: [3] }));
    expect(await chosenNames(world)).toEqual(['Ada', 'Ada']);
  });

  test('taken over twice is known the second time, without a birth date too', async () => {
    const world = await testWorld();
    const text = 'Name\tNotes\nAda Byron\tx\nBo Ek\ty\n';
    await imported(world, text);
    expect((await previewed(world, text)).counts).toEqual({ new: 0, alike: 2, refused: 0 });
  });

  test('of somebody added meanwhile is looked through once more', async () => {
    const world = await testWorld();
    const shown = await previewed(world, 'Name,Email\nAda,a@example.com\n');
    await world.ok('clients.create', { ...clientDetails, email: 'A@example.com' });
    expect(await world.call('clients.import', taking(shown))).toMatchObject({ error: { reason: 'import-changed' } });
  });

  test('says of each cell what a form would say of it, and of a row that has slipped that it has', async () => {
    const world = await testWorld();
    const { rows } = await previewed(world, `Name,Birthday,Guardian phone\n${'x'.repeat(201)},2027-01-01,5\n\u200b,,\nAda,,,surplus\n`);
    expect(rows.map(({ amiss }) => amiss.map(({ field, problem }) => [field, problem]))).toEqual([
      [
        ['birthDate', 'in-the-future'],
        ['chosenName', 'too-long'],
        ['guardianName', 'required'],
      ],
      [['chosenName', 'required']],
      [['guardianPhone', 'too-many-cells']],
    ]);
    expect(rows[0]?.amiss[1]).toMatchObject({ limit: 200, length: 201, words: 'x'.repeat(80) });
  });

  test('with nobody in it, or of another kind, is refused', async () => {
    const world = await testWorld();
    const asked = async (bytes: Buffer) => world.call('clients.importPreview', { uploadId: await sent(world, bytes, 'x.csv'), ...unread });
    expect(await asked(Buffer.from('Name,Email\n,\n'))).toMatchObject({ error: { reason: 'csv-empty' } });
    expect(await asked(Buffer.from('%PDF-1.7'))).toMatchObject({ error: { reason: 'csv-unreadable' } });
    const { id: clientId } = await world.ok('clients.create', clientDetails);
    const filed = { uploadId: await sent(world, Buffer.from('a,b\n')), clientId, title: 'x' };
    expect(await world.call('documents.file', filed)).toMatchObject({ error: { reason: 'file-kind-unknown' } });
  });

  test('comes through the door in letters of two bytes, and by its first bytes alone', async () => {
    const world = await testWorld();
    const text = 'Name\tEmail\r\nŁucja\tl@example.com\r\n';
    const turned = Buffer.from(text, 'utf16le').swap16();
    for (const bytes of [Buffer.from(`\uFEFF${text}`, 'utf16le'), Buffer.from(text, 'utf16le'), turned]) {
      const uploadId = await sent(world, bytes, 'list.pdf');
      const { rows } = await world.ok('clients.importPreview', { uploadId, ...unread });
      expect(rows.map(({ chosenName }) => chosenName)).toEqual(['Łucja']);
    }
    for (const other of ['<p>a, b</p>', '{"a":1,"b":2}', 'no cells here', 'a,b\0'])
      expect(await trySending(world, Buffer.from(other), 'list.csv')).toMatchObject({ error: { reason: 'file-kind-unknown' } });
  });

  test.each([
    ['jane', 'Patient Number,First Name,Preferred Name,Last Name,Birth Date,Mobile Phone', ['firstName', 'preferredName', 'lastName']],
    [
      'cliniko',
      'Title,First Name,Last Name,Preferred First Name,Date of Birth,Emergency Contact',
      ['firstName', 'lastName', 'preferredName'],
    ],
    ['simplepractice', 'First Name,Last Name,Primary Clinician,Date of Birth', ['firstName', 'lastName']],
  ] as const)('of %s is known by its columns', async (preset, head, names) => {
    const world = await testWorld();
    const shown = await previewed(world, `${head}\n${'x,'.repeat(head.split(',').length - 1)}x\n`);
    expect(shown.preset).toBe(preset);
    expect(shown.mapping.filter((field) => field?.endsWith('Name') && !field.startsWith('emergency'))).toEqual(names);
    expect(shown.mapping).toContain('birthDate');
  });
});

describe('the list of our own', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stillpoint-lists-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const exported = async (world: TestWorld, archived = true): Promise<Buffer> => {
    const path = join(folder, 'clients.csv');
    rmSync(path, { force: true });
    world.answerDialog(path);
    const { fileGrant } = await world.ok('clients.chooseCsvFile', {});
    await world.ok('clients.exportCsv', { archived, fileGrant: fileGrant ?? '' });
    return readFileSync(path);
  };

  const full = {
    ...clientDetails,
    chosenName: "=cmd|' /C calc'!A0",
    legalName: 'Zoë "Z" Łęcka',
    phone: '+1 416 555 0142',
    stopWord: '',
    stopGesture: '',
    contactWishes: 'Text;\nno calls, please',
    voicemail: 'yes',
    discreetWords: '@home',
    emergencyContacts: [1, 2, 3, 4].map((number) => ({ name: `-Sam ${number}`, relation: 'friend', phone: `+${number}` })),
    guardian: { name: 'Huda', relation: 'mother', phone: '1', email: 'h@example.com' },
    tags: ['Tuesday'],
  } as const;

  test('holds every field, none of it a formula, and comes back the same', async () => {
    const world = await testWorld();
    const asked = (label: string) =>
      world.ok('customFields.save', { id: null, version: 0, details: { label, kind: 'text', options: [], inUse: true } });
    const field = await asked('Insurer');
    const { version, ...other } = await asked('Heard of us from');
    const details = { ...full, emergencyContacts: [...full.emergencyContacts], tags: [...full.tags], custom: { [field.id]: '=1' } };
    const { id } = await world.ok('clients.create', details);
    const text = (await exported(world)).toString('utf8');
    expect(text.startsWith('\uFEFF"Chosen name","Legal name"')).toBe(true);
    expect(text).toContain(`"'=cmd|' /C calc'!A0"`);
    expect(text).toMatch(/"Insurer","Heard of us from"\r\n/);
    const { id: otherId, ...outOfUse } = { ...other, inUse: false };
    await world.ok('customFields.save', { id: otherId, version, details: outOfUse });
    expect((await exported(world)).toString('utf8')).toMatch(/"Insurer"\r\n/);
    expect(text).not.toMatch(/(^|,)"[=+@-]/m);

    await world.ok('clients.archive', { id, version: 1, archived: true });
    expect((await exported(world, false)).toString('utf8').trim().split('\r\n')).toHaveLength(1);
    const shown = await previewed(world, text);
    expect(shown).toMatchObject({ preset: 'stillpoint', counts: { new: 0, alike: 1, refused: 0 } });
    expect(shown.rows[0]?.alike).toMatchObject([{ clientId: id, archived: true }]);
    await world.ok('clients.import', taking(shown, { alsoAlike: [2] }));
    const again = (await world.ok('clients.search', { query: 'cmd' })).clients[0];
    expect(await world.ok('clients.get', { id: again?.id ?? '' })).toMatchObject(details);
  });

  test('stands in the trail before it stands in the folder, and leaves nothing where it cannot be written', async () => {
    const world = await testWorld();
    const entries = async (): Promise<readonly string[]> =>
      (await world.audit()).map(({ action }) => action).filter((action) => action.startsWith('clients-'));
    world.answerDialog(join(folder, 'clients.exe'));
    const { fileGrant } = await world.ok('clients.chooseCsvFile', {});
    expect(await world.call('clients.exportCsv', { archived: true, fileGrant: fileGrant ?? '' })).toMatchObject({
      error: { reason: 'file-not-written' },
    });
    expect(await entries()).toEqual(['clients-exported', 'clients-not-written']);
    expect(await world.call('clients.exportCsv', { archived: true, fileGrant: 'x' })).toMatchObject({
      error: { reason: 'file-grant-unknown' },
    });
    world.answerDialog(null);
    expect(await world.ok('clients.chooseCsvFile', {})).toEqual({ fileGrant: null });
  });

  test('is the same to the byte once ten thousand people came and went', async () => {
    const world = await testWorld();
    await world.ok('clients.create', clientDetails);
    const before = await exported(world);
    const many = Array.from(
      { length: 10_000 },
      (_, index) => `Person,Number ${index},1980-01-0${1 + (index % 9)},p${index}@example.com,"one, two"`,
    );
    const { id, clients } = await imported(world, `First name,Last name,Birth date,Email,Tags\n${many.join('\n')}\n`);
    expect([clients, (await world.ok('clients.search', { query: '' })).total]).toEqual([10_000, 10_001]);
    expect(world.progress.at(-1)).toEqual({ of: 'import', done: 10_000, total: 10_000 });
    expect(await world.ok('clients.undoImport', { id })).toEqual({ clients: 10_000 });
    expect((await exported(world)).equals(before)).toBe(true);
    expect(await world.open.database.selectFrom('imported_clients').selectAll().execute()).toEqual([]);
    expect(await world.call('clients.undoImport', { id })).toMatchObject({ error: { code: 'not-found', what: 'import' } });
  });
});

describe('the last list', () => {
  const text = 'Name,Email\nAda Byron,a@example.com\nBo Ek,b@example.com\n';

  const idOf = async (world: TestWorld, query: string): Promise<string> =>
    (await world.ok('clients.search', { query })).clients[0]?.id ?? '';

  test.each([
    ['was changed', async (world: TestWorld, id: string) => void (await world.ok('clients.archive', { id, version: 1, archived: true }))],
    [
      'has an appointment, a task or the like',
      async (world: TestWorld, clientId: string) =>
        void (await world.ok('tasks.create', { title: 'Call', note: '', dueOn: '2026-12-02', clientId, audience: 'clinical' })),
    ],
    ['has begun an intake', async (world: TestWorld, clientId: string) => void (await world.ok('intake.start', { clientId }))],
  ])('stays where one of its clients %s', async (_, use) => {
    const world = await testWorld();
    const { id } = await imported(world, text);
    await use(world, await idOf(world, 'ada'));
    expect(await world.call('clients.undoImport', { id })).toEqual({
      ok: false,
      error: { code: 'refused', reason: 'import-used', details: { count: 1, names: ['Ada Byron'] } },
    });
    expect((await world.ok('clients.lastImport', {})).last?.id).toBe(id);
  });

  test('that was only looked at goes, the one before it only after it, and the trail keeps both', async () => {
    const world = await testWorld();
    const first = await imported(world, text);
    const second = await imported(world, 'Name,Email\nCy,c@example.com\n');
    expect((await world.ok('clients.lastImport', {})).last).toEqual(second);
    expect(await world.call('clients.undoImport', { id: first.id })).toMatchObject({ error: { reason: 'import-not-last' } });
    await world.ok('clients.get', { id: await idOf(world, 'cy') });
    await world.ok('clients.undoImport', { id: second.id });
    await world.ok('clients.undoImport', { id: first.id });
    expect(await chosenNames(world)).toEqual([]);
    const trail = (await world.audit()).filter(({ action }) => action.startsWith('client-import') || action === 'clients-imported');
    expect(trail.map(({ action, record_id }) => [action, record_id])).toEqual([
      ['clients-imported', first.id],
      ['clients-imported', second.id],
      ['client-import-undone', second.id],
      ['client-import-undone', first.id],
    ]);
    expect(await world.ok('audit.verify', {})).toMatchObject({ verdict: 'whole' });
  });
});
