import { openDataKey, sealDataKey, type Wrap } from './envelope.ts';
import type { Header } from './header.ts';

export type WayIn = { readonly dataKey: Buffer; readonly wrap: Wrap };

/** The way in that this secret opens, or null. Every wrap of the kind is tried: names are not in the header. */
export const wayIn = async (header: Header, kind: Wrap['kind'], secret: string): Promise<WayIn | null> => {
  for (const wrap of header.wraps.filter((one) => one.kind === kind)) {
    const dataKey = await openDataKey(wrap, secret, header);
    if (dataKey) return { dataKey, wrap };
  }
  return null;
};

export const hasRecovery = (header: Header | null): boolean => header?.wraps.some((wrap) => wrap.kind === 'recovery') ?? false;

/** The header with the data key sealed under another secret in the place of that wrap; of recovery wraps there is one at most. */
export const withSecret = async (header: Header, dataKey: Buffer, kind: Wrap['kind'], id: string, secret: string): Promise<Header> => {
  const sealed = await sealDataKey(dataKey, secret, id, header, kind);
  const kept = header.wraps.filter((wrap) => wrap.id !== id && !(kind === 'recovery' && wrap.kind === 'recovery'));
  return { ...header, generation: header.generation + 1, wraps: [...kept, sealed] };
};
