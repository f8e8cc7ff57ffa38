import { beforeAll, describe, expect, test } from 'vitest';
import { type Probe, type ProbeId, probeIds } from '../../shared/security.ts';
import { setDatesOf } from '../dates.ts';
import { words } from '../words.ts';
import { type ProbeWords, probeWords } from './security-words.ts';

const t = words.getFixedT('en', 'security');
beforeAll(() => setDatesOf({ place: 'GB-ENG', zone: 'Europe/London' }));

const said = (id: ProbeId, holds: boolean, facts: Probe['facts'] = {}): ProbeWords => probeWords({ id, holds, facts }, t);

describe('each protection', () => {
  const held: readonly (readonly [ProbeId, Probe['facts'], string])[] = [
    ['encrypted', { cipher: 'sqlcipher', opensWithoutKey: false }, 'SQLCipher 4 is read back; the file does not open without the key'],
    ['saved-on-disk', { journal: 'wal', synchronous: '2' }, 'Journal WAL and synchronous FULL are read back'],
    ['nothing-altered', { entries: 4812 }, '4,812 audit entries follow from one another, and the anchor agrees'],
    ['own-files', { others: 0, checked: true }, 'No other account of this computer may read them'],
    ['own-files', { others: 0, checked: false }, 'Not measured on Windows; it rests on the rights of your account’s folder'],
    ['guessing-slow', { memoryMiB: 128, passes: 3, lanes: 4 }, 'Argon2id, 128 MiB, 3 passes, 4 lanes'],
    ['ways-in', { people: 2, recovery: 1, unknown: 0 }, '2 passphrases and the Recovery Kit'],
    ['ways-in', { people: 1, recovery: 0, unknown: 0 }, 'One passphrase, no Recovery Kit'],
    ['recovery-kit', { madeAt: '2026-03-02T10:00:00.000Z' }, 'Made 2 March 2026'],
    [
      'idle-lock',
      { minutes: 5, lastLock: '2020-11-24T10:41:00.000Z', milliseconds: 312 },
      'Last lock Tuesday 24 November, 10:41: the vault ended in 0.3 s',
    ],
    ['no-network', { refused: 0, known: false }, 'Every connection is refused; the count is not known here'],
    [
      'backup-copied',
      { at: '2026-11-24T08:51:00.000Z', state: 'copied', folderChosen: true, problem: null },
      'Last copied 24 November 2026, 08:51',
    ],
    [
      'backup-copied',
      { at: '2026-11-24T08:51:00.000Z', state: 'verified', folderChosen: true, problem: null },
      'The copy of 24 November 2026, 08:51 was opened and read through',
    ],
  ];
  test.each(held)('%s that holds, %j', (id, facts, found) => expect(said(id, true, facts).found).toBe(found));

  const failing: readonly (readonly [ProbeId, Probe['facts'], string, string | null])[] = [
    ['encrypted', { cipher: 'sqlcipher', opensWithoutKey: true }, 'The file opens without a key', null],
    [
      'saved-on-disk',
      { journal: 'wal', synchronous: '1' },
      'Journal WAL and synchronous NORMAL: a save may be said before it is on the disk',
      null,
    ],
    ['no-leftovers', { strangers: 3 }, '3 files in the folder of the practice are not Stillpoint’s', null],
    ['no-leftovers', { strangers: 0 }, 'Temporary or deleted data may be left readable on the disk', null],
    ['nothing-altered', { verdict: 'altered', firstBad: 1300 }, 'Audit entry 1,300 does not follow from the one before it', 'audit'],
    ['nothing-altered', { verdict: 'missing-tail' }, 'The newest part of the audit trail is gone', 'audit'],
    ['key-file-twice', { intact: 1 }, 'Only one of the two copies is whole', null],
    ['key-file-twice', { intact: 0 }, 'Neither of the two copies is whole', 'passphrase'],
    ['ways-in', { people: 1, unknown: 1 }, 'One passphrase is nobody’s in this practice', 'passphrase'],
    ['idle-lock', { minutes: 5, milliseconds: 4210 }, 'The last lock took 4.2 s, longer than the 2 s allowed', null],
    ['idle-lock', { minutes: null }, 'It does not lock by itself', 'locking'],
    ['no-network', { refused: 2, known: true }, '2 requests since the start; all were refused', null],
    ['backup-copied', { at: null, folderChosen: false, problem: null }, 'No folder for backups is chosen yet', 'backups'],
    ['backup-copied', { at: null, folderChosen: true, problem: 'disk-full' }, 'The disk for backups is full', 'backups'],
    ['backup-copied', { at: null, state: null, folderChosen: true, problem: null }, 'No copy is made yet', 'backups'],
    [
      'backup-copied',
      { at: '2026-11-24T08:51:00.000Z', state: 'damaged', folderChosen: true, problem: null },
      'The copy of 24 November 2026, 08:51 is damaged',
      'backups',
    ],
  ];
  test.each(failing)('%s that does not hold, %j', (id, facts, found, section) => {
    const { found: shown, way, todo } = said(id, false, facts);
    expect([shown, way?.section ?? null, todo === undefined]).toEqual([found, section, false]);
  });

  test('names its idle minutes', () => expect(said('idle-lock', true, { minutes: 1 }).name).toBe('Locks after 1 idle minute'));

  test('that could not be looked at says so', () =>
    expect(said('encrypted', false, { failed: true })).toEqual({
      name: 'Encrypted',
      found: 'This could not be looked at just now',
      todo: 'Measure again. If it stays so, lock the practice and open it again.',
    }));
});

describe('facts that are not known here', () => {
  const odd: readonly Probe['facts'][] = [
    {},
    { at: 'yesterday', minutes: 'five', verdict: 'new', problem: 'new', entries: null, synchronous: 9 },
  ];
  const cases = probeIds.flatMap((id) => [true, false].flatMap((holds) => odd.map((facts) => [id, holds, facts] as const)));
  test.each(cases)('%s, %s, %j', (id, holds, facts) => {
    const { name, found, todo = '', way } = said(id, holds, facts);
    expect([name, found, todo, way?.word ?? ''].join(' | ')).not.toMatch(/undefined|null|NaN|\{\{|\w+\.\w+\.\w+/);
  });
});
