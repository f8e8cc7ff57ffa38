import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import type { OpenLetter } from '../../shared/letters.ts';
import { profileDetails } from '../practice/practice.test-world.ts';
import { okafor } from '../releases/releases.test-world.ts';
import { minute } from '../sessions/session.test-world.ts';
import { draftOf, refusal, visited, withBlanksFilled, writingLetters } from './letters.test-world.ts';

type Made = Awaited<ReturnType<typeof writingLetters>>;

const finished = async (made: Made, more: Partial<InputOf<'letters.compose'>> = {}): Promise<OpenLetter> =>
  made.seen(await made.filled(await made.begun(more)));

const pdfWords = async ({ world }: Made, documentId: string | null): Promise<string> => {
  const { pdf } = await world.ok('documents.get', { id: documentId ?? '' });
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: Buffer.from(pdf, 'base64') })
    .toString()
    .replace(/\s+/g, ' ');
};

const takenBack = async (made: Made): Promise<void> => {
  await made.world.ok('releases.revoke', { id: made.release?.id ?? '', why: 'taken-back', by: 'client', words: 'No more' });
};

const why = async ({ world }: Made, input: InputOf<'letters.finalise'>): Promise<unknown> => {
  const reply = await world.call('letters.finalise', input);
  return reply.ok ? 'done' : reply.error.code === 'refused' ? reply.error.details : reply.error;
};

describe('a letter is finalised', () => {
  test('with its paper, under the release it stands on, and never again', async () => {
    const made = await writingLetters();
    await visited(made);
    const open = await finished(made);
    const final = await made.world.ok('letters.finalise', made.finalising(open));
    expect(final.letter).toMatchObject({ state: 'finalised', releaseId: made.release?.id, signedMethod: 'typed', unseenReason: '' });
    const paper = await pdfWords(made, final.letter.documentId);
    for (const words of [
      'Short progress update',
      'Dr. S. Okafor',
      'Maya came for 1 visit',
      'signed permission dated 24 November 2026',
      'has read this',
    ])
      expect(paper).toContain(words);
    expect(await refusal(made.world, 'letters.finalise', made.finalising(final))).toBe('letter-finalised');
    expect(
      await refusal(made.world, 'letters.save', { id: final.letter.id, version: final.letter.version, draft: draftOf(final.letter) }),
    ).toBe('letter-finalised');
    const changing = made.world.open.database.updateTable('letters').set({ body: '{}' }).execute();
    await expect(changing).rejects.toThrow('a finalised letter is immutable');
  });

  test('not with a permission that was taken back a second before; the draft stays as it was', async () => {
    const made = await writingLetters();
    const open = await finished(made);
    await takenBack(made);
    expect(await why(made, made.finalising(open))).toMatchObject({ verdict: { permitted: false, reason: 'revoked' } });
    const after = await made.world.ok('letters.get', { id: open.letter.id });
    expect(draftOf(after.letter)).toMatchObject({ facts: open.letter.facts, purpose: 'coordinate_care' });
    expect(after.letter).toMatchObject({ state: 'previewed', version: open.letter.version, documentId: null });
    expect(
      (await made.world.ok('documents.ofClient', { clientId: made.clientId })).documents.filter(({ kind }) => kind === 'letter'),
    ).toEqual([]);
  });

  test('not when the permission goes while the paper is drawn', async () => {
    const made = await writingLetters();
    const open = await finished(made);
    const { newId } = made.world.open;
    let taken: Promise<void> | null = null;
    // The first id that is asked for is the paper's.
    Object.assign(made.world.open, {
      newId: () => {
        Object.assign(made.world.open, { newId });
        taken = takenBack(made);
        return newId();
      },
    });
    expect(await why(made, made.finalising(open))).toMatchObject({ verdict: { permitted: false, reason: 'revoked' } });
    await taken;
    expect((await made.world.ok('letters.get', { id: open.letter.id })).letter).toMatchObject({ state: 'previewed', documentId: null });
  });

  test('not with words that changed by themselves since the client read them', async () => {
    const made = await writingLetters();
    const { world } = made;
    const fact = async (words: string): Promise<void> => {
      const { version } = await world.ok('profile.formFacts', {});
      await world.ok('profile.setFormFacts', { version, facts: [{ placeholder: 'phone', words, checkedOn: null }] });
    };
    await fact('519 555 0101');
    const open = await made.seen(await made.filled(await made.begun({ kindId: 'session-summary' })));
    expect(open.letter.state).toBe('previewed');
    await fact('519 555 0199');
    expect((await world.ok('letters.get', { id: open.letter.id })).letter).toMatchObject({ state: 'draft', preview: null });
    expect(await refusal(world, 'letters.finalise', made.finalising(open))).toBe('letter-unseen');
    expect(await refusal(world, 'letters.finalise', made.finalising(await made.seen(open)))).toBe('done');
  });

  test('not with a blank nobody filled, unseen, unlooked at, unsigned, or without words', async () => {
    const made = await writingLetters();
    const open = await made.begun();
    expect(await why(made, made.finalising(await made.seen(open)))).toMatchObject({
      fields: [
        'sessions_count',
        'dates_short',
        'contact_words',
        'areas_short',
        'clothing_words',
        'suds_pattern',
        'stop_count',
        'stop_outcome',
        'early_count',
        'goal_words',
        'goal_direction',
        'flags_plain',
        'next_plan',
      ],
    });
    const filled = await made.filled(open);
    expect(await refusal(made.world, 'letters.finalise', made.finalising(filled))).toBe('letter-unseen');
    expect(await refusal(made.world, 'letters.finalise', { ...made.finalising(filled), unseenReason: 'In a hurry' })).toBe('letter-unseen');
    const seen = await made.seen(filled);
    expect(await refusal(made.world, 'letters.finalise', { ...made.finalising(seen), looked: false })).toBe('not-confirmed');
    const unsigned = { signer: 'practitioner', method: 'typed', name: ' ' } as const;
    expect(await refusal(made.world, 'letters.finalise', { ...made.finalising(seen), signature: unsigned })).toBe('signatures-incomplete');
    expect(await refusal(made.world, 'letters.finalise', { ...made.finalising(seen), version: 1 })).toBe('conflict');
    const empty = await made.saved(seen, { document: [] });
    expect(await refusal(made.world, 'letters.finalise', made.finalising(empty))).toBe('letter-empty');
  });

  test('not with a kind the release does not name, whatever was ticked before', async () => {
    const made = await writingLetters({ kinds: ['attendance'] });
    const open = await made.begun();
    const free = await made.saved(open, { facts: [], document: [{ type: 'paragraph', content: [{ type: 'text', text: 'All of it' }] }] });
    expect(await why(made, made.finalising(await made.seen(free)))).toMatchObject({
      verdict: { reason: 'kinds', missing: ['areas_contact', 'response', 'stops_pauses', 'goal', 'plan'] },
    });
  });

  test('not to somebody there is no way to reach', async () => {
    const made = await writingLetters();
    const { contact } = await made.world.ok('contacts.get', { id: made.contactId });
    const unreachable = { ...okafor, address: '', phone: '', email: '' };
    await made.world.ok('contacts.update', { id: made.contactId, version: contact.version, details: unreachable });
    expect(await refusal(made.world, 'letters.finalise', made.finalising(await finished(made)))).toBe('letter-recipient-unreachable');
  });

  test('to whom a recipient was merged into, by their address of now', async () => {
    const made = await writingLetters();
    const open = await finished(made);
    const details = { ...okafor, name: 'Dr. Sade Okafor', address: '9 New Road' };
    const { id: keepId } = await made.world.ok('contacts.create', { ...details, anyway: true });
    await made.world.ok('contacts.merge', { keepId, keepVersion: 1, goneId: made.contactId, goneVersion: 1, details });
    const final = await made.world.ok('letters.finalise', made.finalising(open));
    expect(final.letter.recipient).toMatchObject({ name: 'Dr. Sade Okafor', address: '9 New Road' });
    expect(final.letter.releaseId).toBe(made.release?.id);
  });

  test('an attendance letter not with a word about health', async () => {
    const made = await writingLetters(null);
    await visited(made);
    const open = await made.begun({ kindId: 'attendance', to: { kind: 'client' } });
    const document = [
      ...withBlanksFilled(open.letter.document),
      { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'For her anxiety.' }] },
    ];
    const told = await made.seen(await made.saved(open, { document }));
    expect(told.found.map(({ rule, words }) => `${rule} ${words}`)).toContain('never anxiety');
    expect(await why(made, made.finalising(told))).toEqual({ words: ['anxiety'] });
    const clean = await made.seen(await made.saved(told, { document: document.slice(0, -1) }));
    const final = await made.world.ok('letters.finalise', made.finalising(clean));
    const paper = await pdfWords(made, final.letter.documentId);
    expect(paper).toContain('Maya asked for this letter.');
    expect(paper).not.toMatch(/gave permission|anxiety/);
  });

  test('under an exception its kind names, in words, and kept as that', async () => {
    const made = await writingLetters(null);
    const open = await made.filled(await made.begun({ kindId: 'referral-now' }));
    const unsaid = await made.saved(open, { exception: { kind: 'emergency', words: ' ' } });
    expect(await why(made, { ...made.finalising(unsaid), unseenReason: 'Unsafe' })).toMatchObject({ verdict: { reason: 'no-release' } });
    const other = await made.saved(await made.filled(await made.begun()), { exception: { kind: 'emergency', words: 'Danger' } });
    expect(await why(made, made.finalising(await made.seen(other)))).toMatchObject({ verdict: { reason: 'exception-not-here' } });
    const said = await made.saved(unsaid, { exception: { kind: 'emergency', words: 'She said she would not be safe tonight' } });
    const final = await made.world.ok('letters.finalise', { ...made.finalising(said), unseenReason: 'Showing it would raise the danger' });
    expect(final.letter).toMatchObject({ releaseId: null, unseenReason: 'Showing it would raise the danger' });
    const paper = await pdfWords(made, final.letter.documentId);
    expect(paper).toContain('In an emergency: She said she would not be safe tonight');
    expect(paper).not.toContain('agreed to');
    expect(paper).not.toContain('with permission from');
    await made.world.ok('letters.handedOver', { id: final.letter.id, on: '2026-11-24', way: 'fax to a checked number' });
    const { disclosures } = await made.world.ok('disclosures.ofClient', { clientId: made.clientId });
    expect(disclosures).toMatchObject([{ basis: 'emergency', releaseId: null, letterId: final.letter.id, toName: 'Dr. S. Okafor' }]);
    const { tasks } = await made.world.ok('tasks.list', { clientId: made.clientId });
    expect(tasks).toMatchObject([{ title: 'Ask how it goes on: Dr. S. Okafor', dueOn: '2026-12-01', audience: 'clinical' }]);
  });
});

describe('a final letter', () => {
  test('is handed over under its release, and answered', async () => {
    const made = await writingLetters();
    const { letter } = await made.final(await made.begun());
    const left = { id: letter.id, on: '2026-11-24', way: 'post, marked confidential' };
    expect(await refusal(made.world, 'letters.fileReply', { id: letter.id, on: '2026-11-24', words: 'Thank you' })).toBe(
      'letter-not-handed-over',
    );
    expect(await refusal(made.world, 'letters.handedOver', { ...left, on: '2026-11-25' })).toBe('day-in-future');
    const over = await made.world.ok('letters.handedOver', left);
    expect(over.letter.state).toBe('handed_over');
    const { disclosures } = await made.world.ok('disclosures.ofClient', { clientId: made.clientId });
    expect(disclosures).toMatchObject([
      { basis: 'release', releaseId: made.release?.id, what: 'Short progress update', purpose: 'coordinate_care' },
    ]);
    expect((await made.world.ok('releases.ofClient', { clientId: made.clientId })).wentOut).toHaveLength(1);
    expect(await refusal(made.world, 'letters.fileReply', { id: letter.id, on: '2026-11-24', words: 'x', documentId: made.clientId })).toBe(
      'no document',
    );
    const answered = await made.world.ok('letters.fileReply', { id: letter.id, on: '2026-11-24', words: 'Go on, seated.' });
    expect(answered.letter).toMatchObject({ state: 'answered', replies: [{ words: 'Go on, seated.' }] });
  });

  test('is not handed over, printed or saved once its permission was taken back, and may still be read', async () => {
    const made = await writingLetters();
    const { letter } = await made.final(await made.begun());
    const id = letter.documentId ?? '';
    expect(await refusal(made.world, 'documents.print', { id })).toBe('done');
    await takenBack(made);
    expect(await refusal(made.world, 'letters.handedOver', { id: letter.id, on: '2026-11-24', way: 'post' })).toBe('letter-not-permitted');
    expect(await refusal(made.world, 'documents.print', { id })).toBe('letter-not-permitted');
    expect(await refusal(made.world, 'documents.chooseExport', { id })).toBe('letter-not-permitted');
    expect((await made.world.ok('documents.get', { id })).kind).toBe('letter');
  });

  test('is in the accounting with its own day and permission where that was taken back only after it had left', async () => {
    const made = await writingLetters();
    const { world, release } = made;
    const { letter } = await made.final(await made.begun());
    const left = { id: letter.id, way: 'post' };
    world.later(26 * 60 * minute);
    await takenBack(made);
    world.later(60 * minute);
    const revoked = new Date(Date.parse(world.now()) - 60 * minute);
    const wall = (at: number): string =>
      new Date(at).toLocaleTimeString('en-GB', { timeZone: profileDetails.zone, hour: '2-digit', minute: '2-digit' });
    const [before, after] = [wall(revoked.getTime() - 5 * minute), wall(revoked.getTime() + 5 * minute)];
    expect(await refusal(world, 'letters.handedOver', { ...left, on: '2026-11-25' })).toBe('letter-not-permitted');
    expect(await refusal(world, 'letters.handedOver', { ...left, on: '2026-11-25', time: after })).toBe('letter-not-permitted');
    expect(await refusal(world, 'letters.handedOver', { ...left, on: '2026-11-25', time: before, words: 'By courier' })).toBe('done');
    expect(await refusal(world, 'letters.handedOver', { ...left, on: '2026-11-24' })).toBe('done');
    const { disclosures } = await world.ok('disclosures.ofClient', { clientId: made.clientId });
    expect(disclosures).toMatchObject([
      { on: '2026-11-25', basis: 'release', releaseId: release?.id, why: `At ${before}. By courier` },
      { on: '2026-11-24', basis: 'release', releaseId: release?.id, why: '' },
    ]);
  });

  test('is put right by another that names it and takes its place', async () => {
    const made = await writingLetters();
    const { letter } = await made.final(await made.begun());
    const draft = await made.begun();
    expect(await refusal(made.world, 'letters.compose', composing(made, draft.letter.id))).toBe('letter-not-finalised');
    const right = await made.world.ok('letters.compose', composing(made, letter.id));
    expect(right.letter.document).toEqual(letter.document);
    const second = await made.world.ok('letters.compose', composing(made, letter.id));
    const final = await made.final(right);
    expect(await pdfWords(made, final.letter.documentId)).toContain(`document ${letter.documentId}`);
    expect((await made.world.ok('letters.get', { id: letter.id })).letter).toMatchObject({
      state: 'replaced',
      replacedBy: final.letter.id,
    });
    expect(await refusal(made.world, 'letters.finalise', made.finalising(await made.seen(second)))).toBe('letter-replaced');
    expect(await refusal(made.world, 'letters.compose', composing(made, letter.id))).toBe('letter-replaced');
    expect(await refusal(made.world, 'letters.handedOver', { id: letter.id, on: '2026-11-24', way: 'post' })).toBe('letter-replaced');
  });
});

const composing = ({ clientId, contactId }: Made, corrects: string): InputOf<'letters.compose'> => ({
  ...{ clientId, kindId: 'progress-update', to: { kind: 'contact', contactId }, corrects },
});
