import { randomBytes } from 'node:crypto';
import { type Issue, Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { readRecoveryCode, recoveryCodeLength, recoveryCodeOf, type TypedCode } from '../../shared/recovery-code.ts';
import { passphraseProblem } from '../../shared/vault.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { type OpenPractice, practiceFor } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { attempt, forgetWrongTries } from './attempts.ts';
import type { Header } from './header.ts';
import { wrapOf } from './keyholders-repository.ts';
import { drawRecoveryKit } from './recovery-kit-pdf.ts';
import { type WayIn, wayIn, withSecret } from './ways-in.ts';

/** What the vault lends the work on its keys. */
export type KeyCupboard = {
  readonly folder: string;
  readonly now: () => string;
  readonly header: () => Header;
  /** On disk in both copies first, then in memory. */
  readonly replace: (header: Header) => void;
  readonly practice: () => OpenPractice;
};

export type Keys = {
  readonly changePassphrase: (input: ParsedInputOf<'vault.changePassphrase'>) => Promise<OutputOf<'vault.changePassphrase'>>;
  readonly makeRecoveryKit: (input: ParsedInputOf<'vault.makeRecoveryKit'>) => Promise<OutputOf<'vault.makeRecoveryKit'>>;
  readonly chooseRecoveryKitFile: () => Promise<OutputOf<'vault.chooseRecoveryKitFile'>>;
  readonly saveRecoveryKit: (input: ParsedInputOf<'vault.saveRecoveryKit'>) => Promise<OutputOf<'vault.saveRecoveryKit'>>;
  /**
   * Lends the way in of the person at the computer, by the passphrase they typed again; its data key is gone afterwards, whatever comes of it.
   * @throws Refused not-allowed when it is someone else's
   */
  readonly withOwnKey: <T>(passphrase: string, use: (way: WayIn) => Promise<T>) => Promise<T>;
  /** A new code and its sheet, which is kept to be saved once `keep` says that the code opens the practice. */
  readonly drawKit: () => Promise<{ readonly groups: readonly string[]; readonly keep: () => void }>;
};

/** @throws Refused invalid too-short or too-weak, beside the field */
export const refuseWeak = (passphrase: string, field: string): void => {
  const problem = passphraseProblem(passphrase);
  if (problem) throw new Refused({ code: 'invalid', issues: [{ path: [field], problem }] });
};

/** The groups that cannot be right; without one, the whole is too short or too long. */
const codeIssues = (typed: Extract<TypedCode, { ok: false }>): Issue[] =>
  typed.groups.length > 0
    ? typed.groups.map((group) => ({ path: ['code', group], problem: 'mistyped' as const }))
    : [
        {
          path: ['code'],
          problem: typed.characters < recoveryCodeLength ? 'too-short' : 'too-long',
          limit: recoveryCodeLength,
          length: typed.characters,
        },
      ];

/** The recovery code in the form it was sealed with. @throws Refused invalid, naming the groups that cannot be right */
export const codeFrom = (typed: string): string => {
  const read = readRecoveryCode(typed);
  if (!read.ok) throw new Refused({ code: 'invalid', issues: codeIssues(read) });
  return read.code;
};

export const createKeys = (cupboard: KeyCupboard): Keys => {
  /** The Kit made last, until it is made anew or the process ends with the lock. */
  let kit: Uint8Array | null = null;

  const opened = (passphrase: string) =>
    attempt({ folder: cupboard.folder, now: cupboard.now, wrong: 'wrong-passphrase', noteWrong: () => record('failed-unlock') }, () =>
      wayIn(cupboard.header(), 'passphrase', passphrase),
    );

  const record = async (action: 'recovery-kit-saved' | 'failed-unlock'): Promise<void> => {
    const call = practiceFor(cupboard.practice(), action);
    await call.write((tx) => recordAudit(tx, call, {}));
  };

  /**
   * The entry and the header stand or fall together: the header is written before its entry is committed, and taken back where that fails.
   * The other way round the trail, which nothing can be taken out of, would tell of a change that a full disk refused. A crash in between
   * leaves a change without its entry; nobody was told of it, and whoever made it knows both secrets.
   */
  const replaceRecorded = async (action: 'passphrase-changed' | 'recovery-kit-made', header: Header): Promise<void> => {
    const before = cupboard.header();
    const call = practiceFor(cupboard.practice(), action);
    try {
      await call.write(async (tx) => {
        await recordAudit(tx, call, {});
        cupboard.replace(header);
      });
    } catch (failure) {
      if (cupboard.header() === header) cupboard.replace({ ...before, generation: header.generation + 1 });
      throw failure;
    }
  };

  const ownWay = async (passphrase: string): Promise<WayIn> => {
    const way = await opened(passphrase);
    try {
      const practice = cupboard.practice();
      if (way.wrap.id !== (await wrapOf(practice.database, practice.actor.id))) throw new Refused({ code: 'not-allowed' });
      forgetWrongTries(cupboard.folder, cupboard.now());
      return way;
    } catch (failure) {
      way.dataKey.fill(0);
      throw failure;
    }
  };

  const withOwnKey: Keys['withOwnKey'] = async (passphrase, use) => {
    const way = await ownWay(passphrase);
    try {
      return await use(way);
    } finally {
      way.dataKey.fill(0);
    }
  };

  const drawKit: Keys['drawKit'] = async () => {
    const practice = cupboard.practice();
    const call = practiceFor(practice, 'recovery-kit-made');
    const groups = recoveryCodeOf(randomBytes(20));
    const { practiceName, address, paper, zone } = await getProfile(call);
    const drawn = await drawRecoveryKit({
      kitId: practice.newId(),
      practiceName,
      address,
      paper,
      groups,
      madeAt: call.now(),
      zone: practice.zone ?? zone,
      appVersion: practice.appVersion,
    });
    return {
      groups,
      keep: () => {
        kit = drawn;
      },
    };
  };

  return {
    withOwnKey,
    drawKit,
    changePassphrase: async ({ passphrase, next }) => {
      refuseWeak(next, 'next');
      await withOwnKey(passphrase, async ({ dataKey, wrap }) => {
        const header = await withSecret(cupboard.header(), dataKey, 'passphrase', wrap.id, next);
        await replaceRecorded('passphrase-changed', header);
      });
      return {};
    },
    makeRecoveryKit: ({ passphrase }) =>
      withOwnKey(passphrase, async ({ dataKey }) => {
        const { groups, keep } = await drawKit();
        const header = await withSecret(cupboard.header(), dataKey, 'recovery', cupboard.practice().newId(), groups.join(''));
        await replaceRecorded('recovery-kit-made', header);
        keep();
        return { groups: [...groups] };
      }),
    chooseRecoveryKitFile: async () => {
      if (!kit) throw new Refusal('no-recovery-kit');
      return {
        fileGrant: await cupboard.practice().files.chooseSave({ call: 'vault.saveRecoveryKit', subject: 'kit' }, 'Recovery Kit', 'pdf'),
      };
    },
    saveRecoveryKit: async ({ fileGrant }) => {
      if (!kit) throw new Refusal('no-recovery-kit');
      await record('recovery-kit-saved');
      return cupboard.practice().files.save(fileGrant, { call: 'vault.saveRecoveryKit', subject: 'kit' }, kit);
    },
  };
};
