import type { z } from 'zod';
import { clientCalls } from './clients.ts';
import { consentCalls } from './consent.ts';
import { documentCalls } from './documents.ts';
import { profileCalls } from './profile.ts';
import { vaultCalls } from './vault.ts';

/** Everything the window can ask. */
export const calls = { ...vaultCalls, ...profileCalls, ...clientCalls, ...consentCalls, ...documentCalls } as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
/** What is sent: defaults may be left out. */
export type InputOf<N extends CallName> = z.input<Calls[N]['input']>;
/** What a handler gets: parsed, defaults filled. */
export type ParsedInputOf<N extends CallName> = z.output<Calls[N]['input']>;
export type OutputOf<N extends CallName> = z.output<Calls[N]['output']>;
