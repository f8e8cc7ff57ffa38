import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { finishRestore, keptIn } from '../../electron/backup/restore-swap.ts';
import { type ClinicalContent, loadClinicalContent } from '../../electron/consent/form-content.ts';
import { installation } from '../../electron/practice/installation.ts';
import type { Connection } from '../../electron/store/open.ts';
import { anchorFile, readAnchor } from '../../electron/vault/anchor.ts';
import { assess } from '../../electron/vault/assess.ts';
import { judgeFiles } from '../../electron/vault/files-found.ts';
import type { Header } from '../../electron/vault/header.ts';
import { type Backups, backupReader, writeFiles } from './image-backups.ts';
import { keyring, type Way } from './image-keys.ts';
import { type Content, legalStates } from './image-states.ts';
import { type Image, imageIn } from './imaged-disk.ts';
import type { Operation } from './recorded.ts';
import { trialFolder } from './trial.ts';

/** The two folders that are recorded. */
export const [practiceName, awayName] = ['practice', 'away'] as const;

/** What is found in an image, opened as the application opens it. */
export type Seen = {
  readonly db: Connection;
  /** By id; read when first asked for. */
  readonly clients: () => ReadonlyMap<string, { readonly version: number; readonly name: string }>;
  readonly opens: Way['opens'];
  readonly state: Content['state'];
  /** In the folder for backups, and beside the practice: copies and what a restore replaced. */
  readonly backups: Backups;
  readonly kept: Backups;
};

/** What a person was told, and how much had been done to files by then; of those with one key the last counts. */
export type Told = { readonly at: number; readonly key: string; readonly wrong: (seen: Seen) => string | null };

export type Recording = {
  readonly before: Image;
  readonly operations: readonly Operation[];
  readonly told: readonly Told[];
  /** What must be true whatever was told. */
  readonly always?: (seen: Seen) => string | null;
};

/** A crash mends the key file from its copy, and may tear a slot of the anchor; nobody may be told that a file was changed. */
const mayBe: readonly string[] = ['key-file-mended', 'anchor-damaged'];

/** Read from the disk: the start may just have moved it there. */
const keptBeside = (practice: string): Image => {
  const kept = keptIn(practice);
  return existsSync(kept) ? new Map([...imageIn(kept)].map(([path, bytes]) => [`kept/${path}`, bytes])) : new Map();
};

const clientsOf = (db: Connection): Seen['clients'] => {
  let read: ReturnType<Seen['clients']> | null = null;
  return () => {
    read ??= new Map(
      (db.prepare('select id, version, chosen_name as name from clients').all() as { id: string; version: number; name: string }[]).map(
        (row) => [row.id, row],
      ),
    );
    return read;
  };
};

let content: ClinicalContent | null = null;

const wrongBackup = (backups: Backups): string | null => {
  const [bad] = [...backups].filter(([, state]) => typeof state === 'string');
  return bad ? `${bad[0]}: ${bad[1]}` : null;
};

/** Looks at images of one recording: the start finishes what was cut off, then what lies there is opened with its keys and judged. */
export const looker = ({ told, always }: Recording) => {
  const place = join(trialFolder(), 'image');
  const practice = join(place, practiceName);
  const [way, judge] = [keyring(), legalStates()];
  const readBackups = backupReader(join(trialFolder(), 'backup'), way, judge);
  const answers = new Map<string, string | null>();

  const started = (): Header | string => {
    content ??= loadClinicalContent(installation().clinical, () => undefined);
    const all = content;
    const { standing, header } = assess({
      ...{ folder: practice, content: () => all, madeBy: 'trial', anyHost: false, own: () => undefined },
      finishRestore: () => finishRestore(practice),
    });
    if (standing.state === 'unavailable') return standing.problem;
    return header ?? 'no practice is left';
  };

  const wrongIn = (seen: Seen, done: number): string | null => {
    const last = new Map(told.filter(({ at }) => at <= done).map((one) => [one.key, one]));
    const problems = [...last.values()].map(({ wrong }) => wrong(seen));
    return [...problems, always?.(seen) ?? null].find((problem) => problem !== null) ?? null;
  };

  const opened = async (image: Image, header: Header, done: number): Promise<string | null> => {
    const found = await way(header);
    if (typeof found === 'string') return found;
    const { findings, beyond } = judgeFiles({ folder: practice, keys: found.keys, generation: header.generation });
    const anchored = readAnchor(anchorFile(practice), found.keys.anchor)?.commits ?? 0;
    const accused = findings.find(({ kind }) => !mayBe.includes(kind));
    if (accused) return `a crash taken for a change: ${accused.kind}`;
    const backups = await readBackups(image, awayName, true);
    const kept = await readBackups(keptBeside(practice), 'kept', false);
    return judge(practice, found.keys, (db, held) => {
      if (beyond !== null && beyond !== held.state.commits - anchored) return 'a crash taken for a change: the log holds other commits';
      const key = JSON.stringify([held, header.generation, told.findLastIndex(({ at }) => at <= done), [...backups], [...kept]]);
      const answer = wrongBackup(backups) ?? wrongBackup(kept) ?? answers.get(key);
      if (answer !== undefined) return answer;
      const problem = wrongIn({ db, clients: clientsOf(db), opens: found.opens, state: held.state, backups, kept }, done);
      answers.set(key, problem);
      return problem;
    });
  };

  /** What is wrong with the image, after `done` of the record; null when all is well. */
  return async (image: Image, done: number): Promise<string | null> => {
    writeFiles(place, new Map([...image].filter(([path]) => path.startsWith(`${practiceName}/`))));
    try {
      const header = started();
      return typeof header === 'string' ? `does not open: ${header}` : await opened(image, header, done);
    } catch (failure) {
      return `does not open: ${failure instanceof Error ? failure.message : failure}`;
    }
  };
};
