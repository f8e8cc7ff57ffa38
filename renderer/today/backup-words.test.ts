import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Backup, type BackupState, backupProblems } from '../../shared/backup.ts';
import { setDatesOf } from '../dates.ts';
import { words } from '../words.ts';
import { backupWords } from './backup-words.ts';

beforeEach(() => {
  setDatesOf({ place: 'GB-SCT', zone: 'Europe/London' });
  vi.useFakeTimers({ now: new Date('2026-11-24T15:58:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
  setDatesOf(null);
});

const copy: Backup = {
  id: 'Stillpoint 1',
  madeAt: '2026-11-24T13:51:00.000Z',
  reason: 'lock',
  bytes: 4_214_784,
  appVersion: '0.1.0',
  state: 'copied',
  verifiedAt: null,
  otherKey: false,
  ours: true,
  elsewhere: false,
};
const fine: BackupState = {
  folder: '/media/stick',
  last: copy,
  problem: null,
  problemAt: null,
  needs: 4_214_784,
  free: 9_000_000_000,
  due: false,
  otherComputer: null,
};
const said = (change: Partial<BackupState>, isOwner = true) => backupWords({ ...fine, ...change }, isOwner, words.getFixedT('en', 'today'));

describe('the line on Today', () => {
  test('says when the last copy was made', () => {
    expect(said({})).toEqual({
      good: true,
      title: 'Backup copied 13:51',
      text: '4.2 MB, 2 hours ago, to be verified after the next unlock',
    });
  });

  test('says when it was verified, once it was', () => {
    const verified = { ...copy, state: 'verified', verifiedAt: '2026-11-24T14:02:00.000Z' } as const;
    expect(said({ last: verified })).toEqual({ good: true, title: 'Backup verified 14:02', text: '4.2 MB, made 2 hours ago' });
  });

  test.each<readonly [string, Partial<BackupState>, boolean, string]>([
    ['no folder', { folder: null, last: null, free: null }, false, 'No backups yet'],
    ['the first on its way', { last: null }, true, 'No backup yet'],
    ['a stick that is out', { last: null, free: null }, false, 'No backup is seen now'],
    ['a copy that was cut', { last: { ...copy, state: 'damaged' } }, false, 'The last backup is damaged'],
    ['a second computer', { otherComputer: '2026-11-24T12:00:00.000Z' }, false, 'Another computer makes backups here too'],
    ['an old copy', { last: { ...copy, madeAt: '2026-11-15T15:00:00.000Z' } }, false, 'Last backup 9 days ago'],
  ])('of %s', (_name, change, good, title) => expect(said(change)).toMatchObject({ good, title }));

  test.each(backupProblems)('never takes %s for good, however fresh the last copy is', (problem) => {
    expect(said({ problem, problemAt: copy.madeAt })).toMatchObject({ good: false, title: 'The last backup did not work' });
  });

  test('sends only the owner to choose a folder', () => {
    expect([said({ folder: null }), said({ folder: null }, false)].map(({ text }) => text)).toEqual([
      'Choose where they go.',
      'The owner of the practice chooses where they go.',
    ]);
  });
});
