import { describe, expect, test } from 'vitest';
import type { Intake, IntakeEntry } from '../../shared/intake.ts';
import { emptyEntry } from '../../shared/intake-rules.ts';
import { loadClinicalContent } from '../consent/form-content.ts';
import { placesIn, sheet } from '../consent/map-pdf.test-world.ts';
import { checkOf, fontsOf, infoOf, inkOutside, openedUp, pagesOf, textOf, withoutSpace } from '../documents/pdf.test-world.ts';
import { installation } from '../practice/installation.ts';
import { begunIntake, type IntakeWorld, someAnswers } from './intake.test-world.ts';
import { drawIntakeRound, type IntakeToPrint } from './intake-pdf.ts';
import { itemsOf } from './safe-content.ts';

const running = (text: string): string => text.replace(/\s+/gu, ' ');
const bytesOf = (document: { readonly pdf: string }): Uint8Array => Buffer.from(document.pdf, 'base64');
const content = loadClinicalContent(installation().clinical, () => undefined);
const items = itemsOf(content.safe);
/** An id nothing has. */
const nobody = '0193a5c2-7b1e-7c3d-8a4f-000000000000';

describe('the client’s part to fill by hand', () => {
  test('holds every question with its choices, and asks for nothing of the practitioner', async () => {
    const { world } = await begunIntake();
    const document = await world.ok('intake.paper', { kind: 'blank', clientId: null });
    const pdf = bytesOf(document);
    const squeezed = withoutSpace(textOf(pdf));
    const asked = items.filter((item) => item.answeredBy !== 'practitioner' && !['form', 'rehearsal', 'tick'].includes(item.capture));
    expect(asked.length).toBeGreaterThan(20);
    for (const { question, options } of asked) {
      expect(squeezed).toContain(withoutSpace(question ?? ''));
      for (const { label } of options) expect(squeezed).toContain(withoutSpace(label));
    }
    for (const item of items.filter((one) => !asked.includes(one))) expect(squeezed).not.toContain(withoutSpace(item.label));
    const times = (words: string): number => squeezed.split(withoutSpace(words)).length - 1;
    expect(times('I’d rather not say')).toBe(asked.filter(({ allowDeclined }) => allowDeclined).length);
    expect(times("You don't need to tell the story.")).toBe(asked.filter(({ traumaRelated }) => traumaRelated).length);
    expect(times('Nobody')).toBe(asked.filter(({ capture }) => capture === 'contacts').length + 1);
    expect(running(textOf(pdf))).toContain('Please ring or tick one number. 0 1 2 3 4 5 6 7 8 9 10');
    expect(times('OutAskIn')).toBe(placesIn('CA-ON').areas.filter(({ offered, turnedOn }) => offered && turnedOn).length);
  });

  test('is at most eight pages, tagged, with the figure, within its margins, for whoever comes', async () => {
    const { world } = await begunIntake({ chosenName: 'Maya Rivera' });
    const document = await world.ok('intake.paper', { kind: 'blank', clientId: null });
    const pdf = bytesOf(document);
    expect(document).toMatchObject({ kind: 'blank', clientId: null, title: 'About you and your visits', mediaType: 'application/pdf' });
    expect(pagesOf(pdf).length).toBeLessThanOrEqual(8);
    expect(infoOf(pdf)).toMatch(/Tagged:\s+yes/);
    expect(infoOf(pdf, '-struct')).toMatch(/^\s+Figure/m);
    expect(fontsOf(pdf).every(({ embedded }) => embedded)).toBe(true);
    expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
    expect(inkOutside(pdf, 53)).toBe(0);
    expect(textOf(pdf)).not.toContain('Maya');
  });

  test('carries the name of a client, and is held to be printed until the lock', async () => {
    const { world, clientId } = await begunIntake({ chosenName: 'Maya Rivera', legalName: 'Maya Rivera Ortega' });
    const document = await world.ok('intake.paper', { kind: 'blank', clientId });
    expect(textOf(bytesOf(document))).toContain('Maya Rivera Ortega');
    expect((await world.ok('documents.get', { id: document.id })).sha256).toBe(document.sha256);
    expect(await world.call('intake.paper', { kind: 'blank', clientId: nobody })).toMatchObject({
      ok: false,
      error: { code: 'not-found', what: 'client' },
    });
  });
});

const filled = async ({ world, open }: IntakeWorld, intakeId?: string): Promise<{ readonly pdf: Uint8Array; readonly text: string }> => {
  const pdf = bytesOf(await world.ok('intake.paper', { kind: 'filled', intakeId: intakeId ?? (await open()).id }));
  return { pdf, text: running(textOf(pdf)) };
};

describe('a round on paper', () => {
  test('names each item as the practitioner knows it, with question, answer and who gave it', async () => {
    const intake = await begunIntake();
    await intake.save(Object.fromEntries(Object.entries(someAnswers).map(([id, answer]) => [id, { answer, from: 'paper' as const }])));
    await intake.save({
      's-way-home': { answer: { kind: 'text', text: 'The bus.' } },
      's-steady': { answer: { kind: 'declined' } },
      'a-leave-out': { talk: true },
    });
    const { pdf, text } = await filled(intake);
    const squeezed = withoutSpace(text);
    for (const { label, question } of items) {
      expect(squeezed).toContain(withoutSpace(label));
      if (question !== null) expect(squeezed).toContain(withoutSpace(question));
    }
    expect(text).toMatch(
      /Here by their own choice Is it your own choice to be here today\? Answered by the client on paper, [\d]+ \w+ \d{4} Yes Not gone through/,
    );
    expect(text).toMatch(/Steady enough in mind .*? Written down by the practitioner, [^.]*? I’d rather not say/);
    expect(text).toMatch(/Distress now .*? 4 of 10/);
    expect(text).toContain('Jo Rosario, sister, 416 555 0143');
    expect(text).toContain('Feeling my feet on the floor Something else: My dog');
    expect(text).toMatch(/Things to leave out .*? I’d rather talk about it Not gone through/);
    expect(text).toMatch(/Companion or chaperone Would you like someone with you in the room\? No answer Not gone through/);
    expect(text).toContain('Still open: not gone through to its end yet');
    expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
    expect(inkOutside(pdf, 53)).toBe(0);
  });

  test('draws its map where places were marked, and none where none were', async () => {
    const intake = await begunIntake();
    expect((await filled(intake)).text).not.toContain('Body map');
    await intake.save({ 'a-areas': { answer: someAnswers['a-areas']! }, 'a-contact-level': { answer: someAnswers['a-contact-level']! } });
    const { pdf, text } = await filled(intake);
    expect(text).toContain('Marked: 1 in, 1 ask me each time, 0 out. Every other place is out.');
    expect(text).toMatch(/Body map of this round Firmest contact Light/);
    expect(text).toContain('Back of the neck (resting hand at most)');
    expect(text).toMatch(/Top of the shoulder, left(?! and)/);
    expect(openedUp(pdf)).toContain('Body chart, front and back. Ask me each time: Back of the neck. In: Top of the shoulder, left.');
    await intake.save({ 'a-contact-level': { answer: null } });
    expect((await filled(intake)).text).toMatch(/Body map of this round Firmest contact No contact/);
  });

  test('says what was gone through, left, in writing and noted, who finished it and when it is due', async () => {
    const intake = await begunIntake();
    const open = await intake.open();
    await intake.save(Object.fromEntries(items.map(({ id }) => [id, id === 's-way-home' ? { left: true } : { discussed: true }])));
    await intake.save({ 's-coordination': { inWriting: true }, 's-easier': { note: 'The chair by the door.' } });
    await intake.world.ok('intake.review', { intakeId: open.id, revision: (await intake.open()).revision });
    const { text } = await filled(intake, open.id);
    expect(text).toMatch(/Safe way home .*? No answer Left for another time, \d+ \w+ \d{4} Crisis/);
    expect(text).toMatch(
      /What would make it easier to be here .*? Note of the practitioner The chair by the door\. Gone through \d+ \w+ \d{4}/,
    );
    expect(text).toMatch(/Contact with the care team .*? Gone through [^·]+ · In writing on paper, \d+ \w+ \d{4} Health/);
    expect(text).toMatch(/Written consent to bodywork .*? Gone through [^·]+ · Not in writing yet/);
    expect(text).toMatch(/Stop word chosen .*? Gone through [^·]+ · In the record: the stop signal of/);
    expect(text).toMatch(
      /Gone through \d+ \w+ \d{4} at [\d:]+, America\/Toronto \(UTC-05:00\), by Hana Lindqvist Look again by \d+ \w+ \d{4}/,
    );
    expect(text).not.toContain('Not gone through');
  });

  test('marks what changed since the round before', async () => {
    const intake = await begunIntake();
    const first = await intake.open();
    await intake.save({
      's-distress': { answer: { kind: 'scale', value: 4 } },
      's-body-now': { answer: { kind: 'text', text: 'Stiff.' } },
    });
    await intake.save(Object.fromEntries(items.map(({ id }) => [id, { discussed: true }])));
    await intake.world.ok('intake.review', { intakeId: first.id, revision: (await intake.open()).revision });
    await intake.world.ok('intake.start', { clientId: intake.clientId });
    await intake.save({
      's-distress': { answer: { kind: 'scale', value: 7 } },
      's-way-home': { answer: { kind: 'text', text: 'The bus.' } },
    });
    const { text } = await filled(intake);
    expect(text).toContain('Review, round 2');
    expect(text).toMatch(/7 of 10 Changed since round 1; before 4 of 10/);
    expect(text).toMatch(/The bus\. Changed since round 1; before No answer/);
    expect(text).toMatch(/Stiff\. Not gone through/);
    expect((await filled(intake, first.id)).text).not.toContain('Changed since');
  });

  test('that is not there is not drawn', async () => {
    const { world } = await begunIntake();
    expect(await world.call('intake.paper', { kind: 'filled', intakeId: nobody })).toMatchObject({
      ok: false,
      error: { code: 'not-found', what: 'intake' },
    });
  });
});

const entry = (changes: Partial<IntakeEntry>): IntakeEntry => ({ ...emptyEntry, ...changes });
const round: Intake = {
  id: sheet.documentId,
  clientId: sheet.documentId,
  number: 1,
  startedAt: '2026-11-23T15:58:07.000Z',
  startedBy: 'Łucja Nowak',
  reviewedAt: null,
  reviewedBy: null,
  reviewDue: null,
  contentVersion: '1.0.0',
  entries: {},
  revision: 0,
  savedAt: '2026-11-23T15:58:07.000Z',
};
const toPrint = (entries: Intake['entries']): IntakeToPrint => ({
  places: placesIn('CA-ON'),
  documentId: sheet.documentId,
  practice: sheet.practice,
  client: { legalName: '', chosenName: 'Maya Rivera', birthDate: null },
  intake: { ...round, entries },
  before: null,
  parts: content.safe.safe_checklist,
  items,
  inWriting: {},
  drawnAt: '2026-11-24T15:58:07.000Z',
  zone: 'America/Toronto',
  appVersion: '0.1.0',
});

describe('a round of an older edition', () => {
  test('reads as it was asked, also where item or option are gone', async () => {
    const asked = { label: 'Wishes then', question: 'What did you wish?', options: [{ value: 'gone', label: 'A choice of then' }] };
    const pdf = await drawIntakeRound(
      toPrint({
        'a-door': entry({ answer: { kind: 'choice', value: 'gone', other: '' }, from: 'client', asked }),
        'x-old': entry({
          answer: { kind: 'multi', values: ['gone', 'nobody-knows'], other: '' },
          from: 'practitioner',
          asked: { ...asked, label: 'An item of then' },
        }),
        'x-bare': entry({ note: 'Said in passing.' }),
        'a-areas': entry({ answer: { kind: 'map', areas: { 'X-OLD': 'yes', 'F-BREAST-L': 'ask' } }, from: 'client', asked: null }),
      }),
    );
    const text = running(textOf(pdf));
    expect(text).toMatch(/Wishes then What did you wish\? Answered by the client on the screen A choice of then/);
    expect(text).toMatch(/Items of an older edition An item of then What did you wish\? .*? A choice of then nobody-knows/);
    expect(text).toMatch(/x-bare Note of the practitioner Said in passing\./);
    expect(text).toContain('Marked under a name that is not used any more, and out X-OLD');
    expect(checkOf(pdf)).toContain('No syntax');
  });

  test('with forty long answers in any script is whole, and the same bytes each time', async () => {
    const long = `${'Zażółć gęślą jaźń, and the door. '.repeat(20)}\nשלום עולם 日本語 🦄 محمد\n`;
    const entries = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        items[index]?.id ?? `x-${index}`,
        entry({ answer: { kind: 'text', text: `${index} begins. ${long} ${index} ends.` }, from: 'client', note: long }),
      ]),
    );
    const pdf = await drawIntakeRound(toPrint(entries));
    const squeezed = withoutSpace(textOf(pdf));
    for (let index = 0; index < 40; index++) for (const words of [`${index}begins.`, `${index}ends.`]) expect(squeezed).toContain(words);
    expect(squeezed).toContain('[unicorn]');
    expect(squeezed).toContain('日本語');
    expect(inkOutside(pdf, 53)).toBe(0);
    expect(Buffer.from(await drawIntakeRound(toPrint(entries))).equals(Buffer.from(pdf))).toBe(true);
  });
});

test('what the client answered on the screen stands on the paper beside what was written over it', async () => {
  const { world, open, save, handOver, answer, end } = await begunIntake();
  const handover = await handOver();
  await answer(handover, {
    answers: { 'a-leave-out': { kind: 'text', text: 'my throat' }, 's-steady': { kind: 'choice', value: 'yes', other: '' } },
  });
  await end(handover);
  await save({ 'a-leave-out': { answer: { kind: 'text', text: 'nothing' } }, 's-steady': { answer: null } });
  const { id: intakeId } = await open();
  const text = running(textOf(bytesOf(await world.ok('intake.paper', { kind: 'filled', intakeId }))));
  expect(text).toMatch(/nothing Answered by the client on the screen before, 24 November 2026 my throat/);
  expect(text).toMatch(/No answer Answered by the client on the screen before, 24 November 2026 Yes/);
});
