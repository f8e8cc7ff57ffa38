import type { TFunction } from 'i18next';
import { backupProblems } from '../../shared/backup.ts';
import type { Probe, ProbeId } from '../../shared/security.ts';
import { Instant } from '../../shared/time.ts';
import { momentDay, momentWords, numberWords, sinceWords } from '../dates.ts';

type T = TFunction<'security'>;

/** A section of the settings where something can be done about it. */
type Way = { readonly section: 'passphrase' | 'locking' | 'backups' | 'audit'; readonly word: string };

/** What was found, in words; `todo` and `way` where it does not hold; `at` when it is about another moment than now. */
export type ProbeWords = {
  readonly name: string;
  readonly found: string;
  readonly todo?: string;
  readonly way?: Way;
  readonly at?: Instant;
};
type Said = Omit<ProbeWords, 'name'> & { readonly name?: string };
type Facts = Probe['facts'];

/** Facts are whatever the vault of this version gives: what is not there reads as nothing. */
const amount = (facts: Facts, name: string): number => (typeof facts[name] === 'number' ? facts[name] : 0);
const term = (facts: Facts, name: string): string => {
  const fact = facts[name];
  return typeof fact === 'string' || typeof fact === 'number' ? String(fact) : '?';
};
const moment = (facts: Facts, name: string): Instant | null => Instant.safeParse(facts[name]).data ?? null;
const seconds = (milliseconds: number): string => numberWords(Math.round(milliseconds / 100) / 10);
const ciphers: Readonly<Record<string, string>> = { sqlcipher: 'SQLCipher 4' };
const synchronous = ['OFF', 'NORMAL', 'FULL', 'EXTRA'];

const encrypted = ({ holds, facts }: Probe, t: T): Said => {
  if (holds) return { found: t('encrypted.held', { cipher: ciphers[term(facts, 'cipher')] ?? term(facts, 'cipher') }) };
  return { found: facts.opensWithoutKey === true ? t('encrypted.bare') : t('encrypted.other'), todo: t('reopenTodo') };
};

const savedOnDisk = ({ holds, facts }: Probe, t: T): Said => {
  const read = {
    journal: term(facts, 'journal').toUpperCase(),
    synchronous: synchronous[Number(term(facts, 'synchronous'))] ?? term(facts, 'synchronous'),
  };
  return holds ? { found: t('saved.held', read) } : { found: t('saved.other', read), todo: t('reopenTodo') };
};

const noLeftovers = ({ holds, facts }: Probe, t: T): Said => {
  const strangers = amount(facts, 'strangers');
  if (holds) return { found: t('leftovers.held') };
  if (strangers > 0) return { found: t('leftovers.strangers', { count: strangers }), todo: t('leftovers.strangersTodo') };
  return { found: t('leftovers.other'), todo: t('reopenTodo') };
};

const nothingAltered = ({ holds, facts }: Probe, t: T): Said => {
  if (holds) return { found: t('altered.held', { entries: numberWords(amount(facts, 'entries')) }) };
  const verdict = (['altered', 'missing-tail', 'anchor-mismatch', 'file-changed'] as const).find((one) => one === facts.verdict);
  return {
    found: t(`altered.${verdict ?? 'other'}`, { firstBad: numberWords(amount(facts, 'firstBad')) }),
    todo: t('altered.todo'),
    way: { section: 'audit', word: t('altered.go') },
  };
};

const ownFiles = ({ holds, facts }: Probe, t: T): Said => {
  if (facts.checked === false) return { found: t('own.unchecked') };
  return holds ? { found: t('own.held') } : { found: t('own.others', { count: amount(facts, 'others') }), todo: t('own.todo') };
};

const guessingSlow = ({ holds, facts }: Probe, t: T): Said => {
  const work = {
    memory: numberWords(amount(facts, 'memoryMiB')),
    passes: amount(facts, 'passes'),
    lanes: amount(facts, 'lanes'),
  };
  if (holds) return { found: t('guessing.found', work) };
  return { found: t('guessing.other', work), todo: t('guessing.todo'), way: { section: 'passphrase', word: t('guessing.go') } };
};

const keyFileTwice = ({ holds, facts }: Probe, t: T): Said => {
  if (holds) return { found: t('keyFile.held') };
  if (amount(facts, 'intact') > 0) return { found: t('keyFile.one'), todo: t('keyFile.todo') };
  return { found: t('keyFile.none'), todo: t('keyFile.todoNone'), way: { section: 'passphrase', word: t('guessing.go') } };
};

const waysIn = ({ holds, facts }: Probe, t: T): Said => {
  const people = t('ways.people', { count: amount(facts, 'people') });
  if (holds) return { found: t(amount(facts, 'recovery') > 0 ? 'ways.kit' : 'ways.noKit', { people }) };
  const unknown = amount(facts, 'unknown');
  return {
    found: unknown > 0 ? t('ways.unknown', { count: unknown }) : t('ways.nobody'),
    todo: t('ways.todo'),
    way: { section: 'passphrase', word: t('ways.go') },
  };
};

const recoveryKit = ({ holds, facts }: Probe, t: T): Said => {
  const madeAt = moment(facts, 'madeAt');
  if (holds) return madeAt ? { found: t('kit.made', { day: momentDay(madeAt) }), at: madeAt } : { found: t('kit.there') };
  return { found: t('kit.none'), todo: t('kit.todo'), way: { section: 'passphrase', word: t('kit.go') } };
};

const idleLock = ({ holds, facts }: Probe, t: T): Said => {
  const minutes = amount(facts, 'minutes');
  const last = moment(facts, 'lastLock');
  const took = seconds(amount(facts, 'milliseconds'));
  const name = minutes > 0 ? t('locksAfter', { count: minutes }) : t('name.idle-lock');
  if (holds) {
    return last
      ? { name, found: t('idle.held', { moment: sinceWords(last), seconds: took }), at: last }
      : { name, found: t('idle.notYet') };
  }
  if (minutes > 0) return { name, found: t('idle.slow', { seconds: took }), todo: t('idle.slowTodo') };
  return { name, found: t('idle.off'), todo: t('idle.offTodo'), way: { section: 'locking', word: t('idle.go') } };
};

const oneOwner = ({ holds }: Probe, t: T): Said =>
  holds ? { found: t('owner.held') } : { found: t('owner.other'), todo: t('owner.todo') };

const noNetwork = ({ holds, facts }: Probe, t: T): Said => {
  if (holds) return { found: facts.known === false ? t('network.unknown') : t('network.held') };
  return { found: t('network.refused', { count: amount(facts, 'refused') }), todo: t('network.todo') };
};

const backupCopied = ({ holds, facts }: Probe, t: T): Said => {
  const at = moment(facts, 'at');
  const way: Way = { section: 'backups', word: t('backup.go') };
  if (holds && at) return { found: t(facts.state === 'verified' ? 'backup.verified' : 'backup.held', { moment: momentWords(at) }), at };
  if (facts.state === 'damaged' && at)
    return { found: t('backup.damaged', { moment: momentWords(at) }), todo: t('backup.damagedTodo'), way };
  if (facts.folderChosen !== true) {
    return { found: t('backup.noFolder'), todo: t('backup.noFolderTodo'), way: { ...way, word: t('backup.noFolderGo') } };
  }
  const problem = backupProblems.find((one) => one === facts.problem);
  if (problem) return { found: t(`backup.${problem}`), todo: t(`backup.${problem}Todo`), way };
  return { found: at ? t('backup.old', { moment: momentWords(at) }) : t('backup.none'), todo: t('backup.oldTodo'), way };
};

const sayers: Readonly<Record<ProbeId, (probe: Probe, t: T) => Said>> = {
  encrypted,
  'saved-on-disk': savedOnDisk,
  'no-leftovers': noLeftovers,
  'nothing-altered': nothingAltered,
  'own-files': ownFiles,
  'guessing-slow': guessingSlow,
  'key-file-twice': keyFileTwice,
  'ways-in': waysIn,
  'recovery-kit': recoveryKit,
  'idle-lock': idleLock,
  'one-owner': oneOwner,
  'no-network': noNetwork,
  'backup-copied': backupCopied,
};

/** A probe in words. A new probe without words does not compile. */
export const probeWords = (probe: Probe, t: T): ProbeWords => {
  const name = t(`name.${probe.id}`);
  if (probe.facts.failed === true) return { name, found: t('notLookedAt'), todo: t('notLookedAtTodo') };
  return { name, ...sayers[probe.id](probe, t) };
};
