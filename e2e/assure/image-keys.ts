import { keysFrom } from '../../electron/vault/envelope.ts';
import type { Header } from '../../electron/vault/header.ts';
import { wayIn } from '../../electron/vault/ways-in.ts';
import type { PracticeKeys } from './kept-records.ts';
import { nextPassphrase } from './kill-workflows.ts';
import { passphrase } from './trial-records.ts';

/** Exactly one of the two passphrases opens it. */
export type Way = { readonly opens: 'old' | 'new'; readonly keys: PracticeKeys };

const tried = async (header: Header): Promise<Way | string> => {
  const [old, next] = [await wayIn(header, 'passphrase', passphrase), await wayIn(header, 'passphrase', nextPassphrase)];
  if (old && next) return 'both passphrases open it';
  const way = old ?? next;
  if (!way) return 'neither passphrase opens it';
  return { opens: old ? 'old' : 'new', keys: keysFrom(way.dataKey, header.practiceId) };
};

/** Deriving is slow on purpose, and thousands of images have the same few key envelopes: each is tried once. */
export const keyring = (): ((header: Header) => Promise<Way | string>) => {
  const ways = new Map<string, Promise<Way | string>>();
  return (header) => {
    const text = JSON.stringify(header);
    const way = ways.get(text) ?? tried(header);
    ways.set(text, way);
    return way;
  };
};
