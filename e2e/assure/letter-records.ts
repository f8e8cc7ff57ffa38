import type { LetterDraft } from '../../shared/letters.ts';
import { okOf } from './headless-process.ts';
import type { Ids } from './hostile-health.ts';
import type { Caller } from './own-house.ts';

const draft = (word: () => string): LetterDraft => ({
  document: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: word(), bold: true },
        { type: 'field', name: 'next_plan', value: word(), typed: true },
      ],
    },
    { type: 'list', ordered: true, items: [[{ type: 'text', text: word() }]] },
  ],
  facts: [],
  purpose: null,
  exception: { kind: 'legal_duty', words: word() },
  part2: false,
  clientNamed: 'initials',
});

/** A letter that went by a legal duty and was answered, what was told on the phone, and a draft that may be written on. */
export const keepLetters = async (vault: Caller, { guestId }: Pick<Ids, 'guestId'>, word: () => string): Promise<Pick<Ids, 'letterId'>> => {
  const details = {
    kind: 'person',
    name: word(),
    profession: word(),
    organisation: word(),
    phone: '',
    email: '',
    address: word(),
    note: '',
  } as const;
  const { id: contactId } = await okOf(vault.call('contacts.create', { ...details, anyway: true }));
  const to = { kind: 'contact', contactId } as const;
  const on = '2026-11-01';
  const { letter: begun } = await okOf(vault.call('letters.compose', { clientId: guestId, kindId: 'lawful-request', to }));
  const { letter } = await okOf(vault.call('letters.save', { id: begun.id, version: begun.version, draft: draft(word) }));
  const { id, version } = letter;
  await okOf(vault.call('letters.preview', { id, version, way: 'on-paper', words: word() }));
  const signature = { signer: 'practitioner', method: 'typed', name: word() } as const;
  await okOf(vault.call('letters.finalise', { id, version, signature, looked: true, acceptSubstitutes: true }));
  await okOf(vault.call('letters.handedOver', { id, on, way: word(), words: word() }));
  await okOf(vault.call('letters.fileReply', { id, on, words: word() }));
  const told = { kinds: ['attendance'], what: word(), purpose: null, why: word(), basis: 'none', basisWords: word() } as const;
  await okOf(
    vault.call('disclosures.record', {
      ...told,
      kinds: [...told.kinds],
      clientId: guestId,
      on,
      contactId: null,
      toName: word(),
      way: word(),
    }),
  );
  const { letter: open } = await okOf(vault.call('letters.compose', { clientId: guestId, kindId: 'progress-update', to }));
  return { letterId: open.id };
};
