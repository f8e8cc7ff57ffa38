import { z } from 'zod';
import { DocumentHead } from './documents.ts';

/** What comes out at last. */
export const printOutcomes = ['printed', 'cancelled', 'no-printer', 'failed'] as const;
export type PrintOutcome = (typeof printOutcomes)[number];

/**
 * All that the hidden page that prints can ask, over a port of its own that knows one document and no other call.
 * It is no part of what the practice's window can ask (`calls.ts`): that window never has such a port.
 */
export const printCalls = {
  /** The document. `paper` is for a picture; a PDF brings its own size. */
  'print.paper': {
    input: z.strictObject({}),
    output: z.strictObject({ mediaType: DocumentHead.shape.mediaType, paper: z.enum(['letter', 'a4']), base64: z.string() }),
  },
  /** Every page is painted. */
  'print.ready': { input: z.strictObject({ pages: z.int().min(1) }), output: z.strictObject({}) },
  /** It cannot be painted. */
  'print.failed': { input: z.strictObject({}), output: z.strictObject({}) },
} as const;

export type PrintCallName = keyof typeof printCalls;
export type PrintInput<N extends PrintCallName> = z.output<(typeof printCalls)[N]['input']>;
export type PrintOutput<N extends PrintCallName> = z.output<(typeof printCalls)[N]['output']>;
