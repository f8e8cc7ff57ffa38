import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../shared/note-content.ts';
import { emptyValue } from '../../shared/note-values.ts';
import type { Note } from '../../shared/notes.ts';
import { checkOf, fontsOf, infoOf, inkOutside, openedUp, pagesOf, textOf } from '../documents/pdf.test-world.ts';
import { draft, note, paper, values, withNote } from './note-pdf.test-world.ts';
import { drawNote, unprintableInNote } from './note-pdf.ts';
import type { NoteToPrint } from './note-pdf-paper.ts';
import { words } from './note-pdf-words.ts';

const running = (text: string): string => text.replace(/\s+/gu, ' ');
const textOn = async (one: NoteToPrint): Promise<string> => running(textOf(await drawNote(one)));

describe('the paper of a signed note', () => {
  test.each(['SOAP', 'DAP', 'narrative'] as const)('has every field of %s, in its parts', async (format) => {
    const own: Note['values'] = { ...note.values, narrative: { ...emptyValue, text: 'All that happened.' } };
    const text = await textOn(withNote({ format, values: format === 'narrative' ? own : note.values }));
    for (const { label, id, type } of fieldsOf(paper.content, format)) {
      expect(text).toContain(label);
      if (type === 'text' || type === 'quotes' || type === 'list' || type.endsWith('+text')) expect(text).toContain(own[id]?.text);
    }
    const parts = {
      SOAP: ['Subjective', 'Objective', 'Assessment', 'Plan'],
      DAP: ['Data:', 'Assessment', 'Plan'],
      narrative: ['In one piece'],
    };
    for (const part of ['This visit', ...parts[format]]) expect(text).toContain(part);
  });

  test('says whose it is, and every kind of answer in words', async () => {
    const text = await textOn(paper);
    for (const said of [
      'Quiet Hands Bodywork 12 Elm Street, Toronto Session note',
      'Maya Rivera Ortega Called Maya Rivera Date of birth 14 March 1991',
      'Written by Łucja Nowak, registered massage therapist, registration number 12345',
      'About 23 November 2026, the session that began at 09:05',
      'Begun 23 November 2026 Format SOAP',
      'Start time 09:05 End time 10:10 Minutes of contact 3 minutes Place Clinic',
      'Spoken consent today No, at 09:05 Words of consent.spoken',
      'In: Top of the shoulder, left and right. Ask me each time: Back of the neck. Out: Face and forehead. Every other area is out.',
      'Distress on arrival 3 of 10 Pain now Rather not say',
      'Highest D and H grade D0, H0',
      'Response today Easier Words of a.response',
      'New limits Out: Back of the neck. Words of p.limits',
      'What this practice asks as well',
      '3 of 10 before, 6 of 10 after (0 is none, 10 is all night)',
      'Sleep',
      'Cups of water',
      'Side they turned to',
      'Own wishes Asked for the blue blanket.',
      'The consent map of this visit',
      'Hands were on: Top of the shoulder, left and right.',
    ])
      expect(text).toContain(said);
    for (const never of ['Not noted', 'DRAFT', 'Late entry', 'Copied from', 'Added later', 'p.limits Every other'])
      expect(text).not.toContain(never);
  });

  test('prints its evidence', async () => {
    const text = await textOn(paper);
    for (const proof of [
      `${words.intent} Łucja Nowak Practitioner Łucja Nowak Typed on this screen 23 November 2026 at 10:58:07 America/Toronto (UTC-05:00)`,
      'Audit trail before it',
      `${paper.documentId} ${note.id}, version 7 techniques, edition ${paper.edition} ${paper.sha256} Stillpoint 0.1.0 ${paper.auditHead}`,
    ])
      expect(text).toContain(proof);
    expect(text).not.toContain('Signed as document');
    const drawn = { signer: 'practitioner', name: '', method: 'drawn', strokes: [[{ x: 1, y: 1 }]], width: 9, height: 9 } as const;
    const pdf = await drawNote({ ...paper, signature: { ...drawn, strokes: [[{ x: 1, y: 1 }]] } });
    expect(running(textOf(pdf))).toContain('Łucja Nowak Drawn on this screen');
    expect(infoOf(pdf, '-struct')).toMatch(/^\s+Figure/m);
  });

  test('asks for the signature in the words of the window', () => {
    const window = JSON.parse(readFileSync(join(import.meta.dirname, '../../renderer/locales/en/notes.json'), 'utf8'));
    expect(words.intent).toBe(window.sign.intent);
  });

  test('is a sound, tagged, embedded, passive file with the document id, the same bytes each time', async () => {
    const pdf = await drawNote(paper);
    expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
    expect(infoOf(pdf)).toMatch(/Title: +Session note\n[\s\S]*Tagged: +yes\n[\s\S]*612 x 792 pts \(letter\)/);
    expect(infoOf(pdf, '-custom')).toContain(paper.documentId);
    expect(infoOf(await drawNote({ ...paper, practice: { ...paper.practice, paper: 'a4' } }))).toContain('(A4)');
    expect(fontsOf(pdf).filter(({ embedded, unicode }) => !embedded || !unicode)).toEqual([]);
    expect(openedUp(pdf).replace(/\\/g, '')).toContain(
      '/Alt (Body chart, front and back. Hands were on: Top of the shoulder, left and right.)',
    );
    expect(openedUp(pdf)).not.toMatch(/\/(JavaScript|JS|OpenAction|Launch|URI|AA)\b/);
    expect(inkOutside(pdf, 53)).toBe(0);
    expect(Buffer.compare(pdf, await drawNote(structuredClone(paper)))).toBe(0);
  });
});

describe('marks', () => {
  test('both days of one that was begun later, and the day it was signed', async () => {
    const signed = { ...note.signed!, late: true, at: '2026-11-26T15:00:00.000Z' };
    const text = await textOn(withNote({ writtenOn: '2026-11-25', signed }));
    expect(text).toContain('Begun 25 November 2026, on a later day than the one it is about');
    expect(text).toContain('Late entry It is about 23 November 2026, and was signed on 26 November 2026');
  });

  test('what was carried over, beside a fact and under words, and where a note came from', async () => {
    const copied = { noteId: note.id, on: '2026-11-17' };
    const text = await textOn(
      withNote({
        values: values({ 'visit.place': { copied, text: '' }, 'p.plan': { copied } }),
        movedFrom: note.id,
        sessionId: null,
        startedAt: null,
      }),
    );
    expect(text).toContain('Place Clinic (Copied from the note of 17 November 2026)');
    expect(text).toContain('Words of p.plan Copied from the note of 17 November 2026');
    expect(text).toContain(`Made from Note ${note.id}, which was entered in another record in error`);
    expect(text).toContain('About 23 November 2026 Begun');
  });

  test('what was added since, who read it, and that the signed paper is another document', async () => {
    const addendum: Note['addenda'][number] = {
      id: note.id,
      at: '2026-11-24T09:00:00.000Z',
      byName: 'Tom Berg',
      isCovering: true,
      reason: 'Told on the phone',
      text: 'Slept well.\nNo pain.',
    };
    const review = { at: '2026-11-24T10:00:00.000Z', outcome: 'talk', words: 'The word “tense”', isCurrent: false } as const;
    const later = withNote({ addenda: [addendum], reviews: [review, { ...review, outcome: 'read', words: '', isCurrent: true }] });
    const text = await textOn({ ...later, documentId: '0193a5c2-7b1e-7c3d-8a4f-0000000000ff', asOf: '2026-11-25T15:00:00.000Z' });
    for (const said of [
      'Added later 24 November 2026 at 04:00:00, America/Toronto (UTC-05:00), by Tom Berg, covering Why it was added Told on the phone Slept well. No pain.',
      'the client looked at this note and would rather talk about it. It has changed since. In their words The word “tense”',
      'the client read this note.',
      'Signed as document Printed',
      `0193a5c2-7b1e-7c3d-8a4f-0000000000ff ${note.signed?.documentId} 25 November 2026 at 10:00:00`,
      'Audit trail when printed',
    ])
      expect(text).toContain(said);
  });

  test('a draft says so on each page, has no signature, and says what is not noted', async () => {
    const pdf = await drawNote({
      ...draft,
      note: { ...draft.note, values: { 'o.observed': { ...emptyValue, text: 'b '.repeat(4_000) } } },
    });
    const pages = pagesOf(pdf);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain('DRAFT, not signed');
    const text = running(textOf(pdf));
    expect(text).toContain('Draft. This note is not signed, and may still change.');
    expect(text).toContain('Plan for next time Not noted');
    expect(infoOf(pdf)).toContain('Session note, DRAFT');
    for (const never of [words.intent, 'Signature', 'SHA-256', 'The consent map of this visit']) expect(text).not.toContain(never);
  });

  test('words in fields of another format or edition are printed, for they were signed too', async () => {
    const more = { narrative: { ...emptyValue, text: 'Told in one piece.' }, 'x.gone': { ...emptyValue, text: 'Of an older edition.' } };
    const text = await textOn(withNote({ values: { ...values(), ...more } }));
    expect(text).toContain('Written in fields this format does not have What happened Told in one piece. x.gone Of an older edition.');
  });
});

describe('nothing a person writes keeps it from being drawn', () => {
  const typed = [
    ['דוד כהן', 'דוד כהן'],
    ['محمد الأحمد', 'محمد الأحمد'],
    ['山田太郎', '山田太郎'],
    ['Maya 🦄', 'Maya [unicorn]'],
    ['<b>&amp;</b> {{x}} %s', '<b>&amp;</b> {{x}} %s'],
    ['a\u0000b\u0007c', 'a[U+0000]b[U+0007]c'],
    ['rest \u202E', 'rest [U+202E]'],
    [') Tj ET (x) /JS', ') Tj ET (x) /JS'],
  ] as const;

  test('in any script, with markup, signs that show nothing, or the words of a file', async () => {
    const custom = typed.map(([label], index) => ({ ...note.custom[3]!, id: `own-${index}`, label }));
    const own = Object.fromEntries(typed.map(([text], index) => [`custom.own-${index}`, { ...emptyValue, text: `${text}\n${index}` }]));
    const pdf = await drawNote({
      ...withNote({ custom, values: { ...values(), ...own } }),
      client: { ...paper.client, legalName: typed[0][0] },
    });
    const text = running(textOf(pdf));
    for (const [index, [, shown]] of typed.entries()) expect(text).toContain(`${shown} ${shown} ${index}`);
    expect(text).toContain(`Name ${typed[0][0]}`);
    expect(checkOf(pdf)).toContain('No syntax');
    expect(openedUp(pdf)).not.toMatch(/\/(JavaScript|OpenAction|Launch|URI|AA)\b/);
  });

  test('a character without a font is named with its field, and the paper says it was agreed to', async () => {
    const odd = withNote({ values: values({ 'o.observed': { text: 'ᚠ' } }), authorName: '🦄' });
    const rune = { character: 'ᚠ', codePoint: 'U+16A0', printedAs: '[U+16A0]' };
    expect(unprintableInNote(odd)).toEqual([
      { character: '🦄', codePoint: 'U+1F984', printedAs: '[unicorn]', where: 'author' },
      { ...rune, where: 'o.observed' },
    ]);
    expect(unprintableInNote(paper)).toEqual([]);
    expect(await textOn({ ...odd, substitutesAgreed: true })).toContain('was shown before signing and agreed to');
    expect(await textOn(odd)).not.toContain('agreed to');
    expect(await textOn(paper)).not.toContain('Characters');
  });

  test('a place out of bounds stands under none of the marks', async () => {
    const bound = paper.places.find(({ offered }) => !offered)!;
    const text = await textOn(
      withNote({ values: values({ 'consent.map': { text: '', areas: { [bound.code]: 'yes', 'B-NECK': 'ask' } } }) }),
    );
    expect(text).toContain(
      `Ask me each time: Back of the neck. Not offered by this practice, and out: ${bound.label}. Every other area is out.`,
    );
  });

  test('names and places without end stay on the page', async () => {
    const long = 'W'.repeat(200);
    const areas = Object.fromEntries(paper.places.map(({ code }) => [code, 'yes' as const]));
    const pdf = await drawNote({
      ...withNote({
        values: values({ 'consent.map': { areas } }),
        custom: note.custom.map((one) => ({ ...one, label: long })),
        authorName: long,
      }),
      client: { legalName: long, chosenName: long, birthDate: null },
      practice: { ...paper.practice, practiceName: long, address: long },
      worked: Object.keys(areas),
    });
    expect(inkOutside(pdf, 53)).toBe(0);
    expect(checkOf(pdf)).toContain('No syntax');
  });
});
