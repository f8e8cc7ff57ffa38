import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { plainText } from '../../shared/letter-document.ts';
import { clinicalContent } from '../practice/practice.test-world.ts';
import { closed } from '../sessions/closed.test-world.ts';
import { minute } from '../sessions/session.test-world.ts';
import { visited, writingLetters } from './letters.test-world.ts';

const flat = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ');

/** What must never be in a letter, planted where a careless one would find it. */
const planted = {
  reflection: 'zebrareflection',
  narrative: 'zebranarrative',
  quote: 'zebraquote',
  note: 'zebranote',
  neighbour: 'zebraneighbour',
};

const plant = async ({ world, clientId }: Awaited<ReturnType<typeof writingLetters>>): Promise<void> => {
  const { version } = await world.ok('notes.settings', {});
  await world.ok('notes.setSettings', { version, settings: { reflections: true, checked: 'Yes' } });
  const note = await world.ok('notes.draft', { clientId, sessionId: null });
  const { on, format, templateId, values, custom, kept } = note;
  const empty = { text: planted.note, choice: null, also: null, number: null, time: null, areas: null };
  const written = { on, format, templateId, custom, kept, values: { ...values, 's.words': { ...values['s.words'], ...empty } } };
  await world.ok('notes.save', { noteId: note.id, revision: note.revision, note: written as never });
  await world.ok('reflections.save', { noteId: note.id, revision: 0, text: planted.reflection });
  await world.ok('tasks.create', { title: planted.neighbour, note: '', dueOn: null, clientId, audience: 'clinical' });
};

test.each(clinicalContent().letters.items.map(({ id }) => id))(
  '%s holds all its elements on paper, and nothing that must not go',
  async (kindId) => {
    const made = await writingLetters();
    const { world, start, arrived, did, block } = made;
    await plant(made);
    await visited(made);
    world.later(24 * 60 * minute);
    await start();
    await arrived(5);
    await did('block-started', block({}, ['later-block-minutes']));
    await did('checked-in', { distress: 4, pain: null, words: planted.quote, sensations: [] });
    await did('remark', { words: planted.narrative });
    await closed(made);
    const sessionId = made.now().id;
    const outline = clinicalContent().letters.items.find(({ id }) => id === kindId);
    const isToClient = outline?.recipients.every((one) => one === 'client') ?? false;
    const from = outline?.kind === 'session_summary' ? ({ kind: 'session', id: sessionId } as const) : null;
    const to = isToClient ? ({ kind: 'client' } as const) : ({ kind: 'contact', contactId: made.contactId } as const);
    const open = await made.begun({ kindId, to, from });
    const isDuty = outline?.release_required === 'no' && !isToClient;
    const ready = isDuty ? await made.saved(open, { exception: { kind: 'legal_duty', words: 'Order of 2 November' } }) : open;
    const { letter } = await made.final(ready);

    const { pdf } = await world.ok('documents.get', { id: letter.documentId ?? '' });
    const paper = flat(execFileSync('pdftotext', ['-raw', '-', '-'], { input: Buffer.from(pdf, 'base64') }).toString());
    const basis = isDuty ? 'Order of 2 November' : isToClient ? 'handed to the client' : 'signed permission dated 24 November 2026';
    const copy = isToClient ? 'own copy' : 'The client has read this letter';
    const limits = kindId === 'attendance' ? 'dates and times and nothing else' : 'no opinion on treatment';
    const elements = [
      '25 November 2026',
      'Hana Lindqvist',
      'registered massage therapist',
      'Maya Rosario',
      basis,
      limits,
      copy,
      'reached you by mistake',
    ];
    for (const words of [outline?.title ?? '', ...elements, ...(isToClient ? [] : ['Dr. S. Okafor', '4 Bridge Street'])])
      expect(paper).toContain(words);
    for (const line of plainText(letter.document).split('\n')) expect(paper).toContain(flat(line).trim().slice(0, 60));
    expect(paper).not.toContain('{{');
    for (const words of Object.values(planted)) expect(paper + JSON.stringify(letter)).not.toContain(words);
  },
);
