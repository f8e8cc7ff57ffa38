import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openInMemory } from '../../electron/store/open.ts';
import type { ClientDetails } from '../../shared/clients.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import { badDisk, faultsIn } from './faults.ts';
import { filesBelow, findTexts, formsOf } from './found-text.ts';
import { type Headless, okOf } from './headless-process.ts';
import { startTrial, trialFolder } from './trial.ts';
import { passphrase, profile, readySigning } from './trial-records.ts';

const now = '2026-11-23T09:00:00Z';
const perTest = { timeout: 60_000 };

/** Unlike any word of the application, and long enough not to come up by chance in base64. */
const canary = (field: string): string => `Zq7${field}Vx9wKj4`;

/** The practice's name is the one exception: the locked screen shows it to whoever sits down, so it stands in practice.door.json. */
const profileWithCanaries: ProfileDetails = {
  ...profile,
  address: canary('address'),
  practitionerName: canary('practitioner'),
  credential: canary('credential'),
  licenceWords: canary('licence'),
};

const clientWithCanaries: ClientDetails = {
  chosenName: canary('chosen'),
  legalName: canary('legal'),
  pronouns: canary('pronouns'),
  birthDate: '1987-06-05',
  phone: canary('phone'),
  email: `${canary('mail')}@example.org`,
  contactWishes: canary('wishes'),
  stopWord: canary('stopword'),
  stopGesture: canary('gesture'),
  voicemail: 'no',
  discreetWords: canary('discreet'),
  language: canary('language'),
  emergencyContacts: [{ name: canary('emergency'), relation: canary('relation'), phone: canary('emergencyphone') }],
  guardian: { name: canary('guardian'), relation: canary('guardianrelation'), phone: canary('guardianphone'), email: '' },
  tags: [canary('tag')],
  custom: {},
};

const words = { text: canary('why'), initials: canary('init'), typedName: canary('signature') };
const secret = `${passphrase} ${canary('passphrase')}`;

const canaries = [
  ...[
    'address',
    'practitioner',
    'credential',
    'licence',
    'chosen',
    'legal',
    'pronouns',
    'phone',
    'mail',
    'wishes',
    'stopword',
    'gesture',
    'discreet',
    'language',
    'emergency',
    'relation',
    'emergencyphone',
    'guardian',
    'guardianrelation',
    'guardianphone',
    'tag',
  ].map(canary),
  ...Object.values(words),
  canary('passphrase'),
  secret,
  // Folded for searching.
  ...['chosen', 'legal', 'phone', 'mail'].map((field) => canary(field).toLowerCase()),
];

type Places = { readonly data: string; readonly temporary: string; readonly shim: ReturnType<typeof faultsIn> };

const places = (): Places => {
  const data = trialFolder();
  return { data, temporary: trialFolder(), shim: faultsIn(data) };
};

const start = ({ data, temporary, shim }: Places): Headless =>
  startTrial({ data, now, env: { ...shim.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, SQLITE_TMPDIR: temporary } });

const fill = async (vault: Headless): Promise<string> => {
  await okOf(vault.call('vault.create', { passphrase: secret, profile: profileWithCanaries }));
  const client = await okOf(vault.call('clients.create', clientWithCanaries));
  await okOf(vault.call('consent.sign', await readySigning(vault, client.id, words, secret)));
  await okOf(
    vault.call('clients.update', { id: client.id, version: 1, details: { ...clientWithCanaries, contactWishes: canary('later') } }),
  );
  await okOf(vault.call('clients.search', { query: canary('chosen') }));
  return client.id;
};

const all = [...canaries, canary('later')];
const foundIn = ({ data, temporary }: Places, vault: Headless | null) => findTexts(all, [data, temporary], vault?.pid ?? null);

describe('what a person typed', () => {
  it('is in no file while the practice is open, nor after a lock', perTest, async () => {
    const at = places();
    const vault = start(at);
    await fill(vault);
    expect(readFileSync(join(at.data, 'practice.db-wal')).length).toBeGreaterThan(10_000);
    expect(foundIn(at, vault)).toEqual([]);
    await okOf(vault.call('vault.lock', {}));
    expect(foundIn(at, vault)).toEqual([]);
    expect(readFileSync(join(at.data, 'practice.door.json'), 'utf8')).toContain(profile.practiceName);
    expect(findTexts([profile.practiceName], [at.data], null).map(({ where }) => where)).toEqual([join(at.data, 'practice.door.json')]);
  });

  it('is in no file after kill -9, in the log neither', perTest, async () => {
    const at = places();
    const vault = start(at);
    const clientId = await fill(vault);
    const refused = [
      await vault.anyCall('clients.create', { ...clientWithCanaries, [canary('chosen')]: canary('legal') }),
      await vault.anyCall(canary('chosen'), { id: clientId }),
      await vault.anyCall('vault.unlock', { passphrase: secret }),
    ];
    at.shim.arm(badDisk);
    refused.push(await vault.anyCall('clients.create', clientWithCanaries));
    // The log is on the same disk: it writes again once the disk does.
    at.shim.arm(badDisk, 1, 1);
    refused.push(await vault.anyCall('clients.create', clientWithCanaries));
    at.shim.clear();
    const said = JSON.stringify(refused.map((reply) => (reply.ok ? 'ok' : reply.error)));
    expect(canaries.filter((text) => said.includes(text) && text !== canary('chosen'))).toEqual([]);
    expect(readFileSync(join(at.data, 'stillpoint.log'), 'utf8')).toMatch(/ incident [0-9a-f]{8} /);
    await vault.kill();
    expect(foundIn(at, null)).toEqual([]);
  });

  it('is not left beside an export that could not be finished', perTest, async () => {
    const at = places();
    const vault = start(at);
    const client = await fill(vault);
    const { consents } = await okOf(vault.call('consent.ofClient', { clientId: client }));
    // A folder of that name is already there: the bytes can be written, but not be given their name.
    const target = trialFolder();
    mkdirSync(join(target, 'consent.pdf'));
    const reply = await vault.anyCall('documents.export', {
      id: consents[0]!.documentId,
      fileGrant: { path: join(target, 'consent.pdf') },
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'refused', reason: 'file-not-written' } });
    expect(filesBelow(target)).toEqual([]);
  });
});

describe('the search itself finds', () => {
  it.each([...formsOf(canary('planted'))])('a canary planted as %s', (form, bytes) => {
    const folder = trialFolder();
    writeFileSync(join(folder, 'planted'), Buffer.concat([Buffer.from('ab'), bytes, Buffer.from('yz')]));
    expect(findTexts([canary('planted')], [folder], null)).toContainEqual({
      where: join(folder, 'planted'),
      text: canary('planted'),
      form,
    });
  });

  it.each([0, 1, 2])('a canary inside a longer text in base64, %i bytes in', (offset) => {
    const folder = trialFolder();
    writeFileSync(join(folder, 'planted'), Buffer.from(`${'x'.repeat(30 + offset)}${canary('planted')}yyy`).toString('base64'));
    expect(findTexts([canary('planted')], [folder], null)).toHaveLength(1);
  });

  it('a database that was opened without a key', () => {
    const folder = trialFolder();
    const db = openInMemory();
    db.prepare("attach database ? as plain key ''").run(join(folder, 'plain.db'));
    db.exec('create table plain.clients (name text)');
    db.prepare('insert into plain.clients values (?)').run(canary('planted'));
    db.close();
    expect(findTexts([canary('planted')], [folder], null)).toEqual([
      { where: join(folder, 'plain.db'), text: canary('planted'), form: 'utf-8' },
    ]);
  });
});
