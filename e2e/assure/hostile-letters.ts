import type { CallName, InputOf } from '../../shared/calls.ts';
import type { Ids } from './hostile-health.ts';

type LetterCall = Extract<
  CallName,
  | `releases.${string}`
  | `letters.${string}`
  | `disclosures.${string}`
  | 'paper.handouts'
  | 'paper.handout'
  | 'paper.record'
  | `logo.${string}`
>;

const draft: InputOf<'letters.save'>['draft'] = {
  document: [
    { type: 'paragraph', content: [{ type: 'text', text: 'x', bold: true }] },
    { type: 'list', ordered: false, items: [[{ type: 'field', name: 'next_plan', value: 'x', typed: true, fact: 'plan' }]] },
  ],
  facts: ['attendance'],
  purpose: 'coordinate_care',
  exception: null,
  part2: false,
  clientNamed: 'full',
};

/** An input of each call about releases, letters and what leaves the practice that would be taken. */
export const nearlyGoodLetters = (ids: Ids): { readonly [N in LetterCall]: InputOf<N> } => ({
  'releases.prepare': { clientId: ids.guestId, contactId: ids.contactId, direction: 'both' },
  'releases.grant': { fillingId: ids.fillingId, shownSha256: 'a'.repeat(64), signatures: [] },
  'releases.revoke': { id: ids.releaseId, why: 'taken-back', by: 'client', words: 'x' },
  'releases.ofClient': { clientId: ids.guestId },
  'releases.permits': {
    clientId: ids.guestId,
    contactId: ids.contactId,
    direction: 'to',
    kinds: ['attendance'],
    measures: ['suds'],
    purpose: 'coordinate_care',
  },
  'letters.kinds': {},
  'letters.compose': { clientId: ids.guestId, kindId: 'progress-update', to: { kind: 'contact', contactId: ids.contactId } },
  'letters.get': { id: ids.letterId },
  'letters.save': { id: ids.letterId, version: 1, draft },
  'letters.setAside': { id: ids.letterId, version: 1 },
  'letters.preview': { id: ids.letterId, version: 1, way: 'read-aloud', words: 'x' },
  'letters.finalise': { id: ids.letterId, version: 1, signature: { signer: 'practitioner', method: 'typed', name: 'x' }, looked: true },
  'letters.handedOver': { id: ids.letterId, on: '2026-11-20', way: 'x', words: 'x' },
  'letters.fileReply': { id: ids.letterId, on: '2026-11-20', words: 'x', documentId: ids.documentId },
  'letters.ofClient': { clientId: ids.guestId },
  'letters.due': {},
  'letters.draftDue': { updates: [{ clientId: ids.guestId, contactId: ids.contactId }] },
  'disclosures.record': {
    clientId: ids.guestId,
    on: '2026-11-20',
    contactId: ids.contactId,
    toName: 'x',
    way: 'x',
    kinds: ['attendance'],
    what: 'x',
    purpose: 'safety',
    basis: 'emergency',
    basisWords: 'x',
  },
  'disclosures.ofClient': { clientId: ids.guestId },
  'disclosures.paper': { clientId: ids.guestId },
  'paper.handouts': {},
  'paper.handout': { handoutId: 'x', clientId: ids.guestId },
  'paper.record': { clientId: ids.guestId },
  'logo.get': {},
  'logo.set': { version: 1, uploadId: ids.documentId },
});
