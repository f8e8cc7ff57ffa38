import { describe, expect, test } from 'vitest';
import type { Answers } from '../../shared/form-answers.ts';
import type { Signature } from '../../shared/signatures.ts';
import { checkOf, fontsOf, openedUp, textOf } from '../documents/pdf.test-world.ts';
import { consent, drawn, formWith, typed } from './consent-pdf.test-world.ts';
import { type ConsentToPrint, drawConsent, unprintableInConsent } from './consent-pdf.ts';

/** What each form of the content says on paper beyond the first consent: every kind of answer, of signer and of ending. */

const printed = async (consentToPrint: ConsentToPrint): Promise<string> => textOf(await drawConsent(consentToPrint)).replace(/\s+/gu, ' ');

const named = (signer: Signature['signer'], name: string): Signature => ({ signer, method: 'typed', name });

const release = (answers: Answers, rest: Partial<ConsentToPrint> = {}): ConsentToPrint => ({
  ...consent,
  form: formWith('release-of-information'),
  answers,
  ends: { endsOn: null, endsBy: null },
  ...rest,
});

describe('every kind of answer', () => {
  test('places with the firmest contact where it is less than everywhere else', async () => {
    const areas: Answers = {
      areas: { kind: 'map', areas: { 'B-TRAP-L': 'yes', 'F-SCALP': 'ask' }, ceilings: { 'F-SCALP': 1 } },
      'contact-level': { kind: 'choice', value: 'C2', other: '' },
    };
    const text = await printed({ ...consent, answers: areas });
    const level = consent.form.elements.flatMap(({ options }) => options).find(({ value }) => value === 'C1')?.label;
    expect(text).toContain('In Top of the shoulder, left');
    expect(text).not.toContain('Top of the shoulder, left, at most');
    expect(text).toContain(`Ask me each time Scalp, front and top, at most “${level}” Every other area is out.`);
  });

  test('places on the figure as well, in the list’s own words for who does not see it; one place alone needs none', async () => {
    const areas: Answers = { areas: { kind: 'map', areas: { 'B-TRAP-L': 'yes', 'F-SCALP': 'no' } } };
    const pdf = openedUp(await drawConsent({ ...consent, answers: areas }));
    expect(pdf).toContain(
      'Body chart, front and back. Out, as marked: Scalp, front and top. In: Top of the shoulder, left. Every other place',
    );
    const alone = await drawConsent({ ...consent, answers: areas, form: { ...consent.form, area: 'B-TRAP-L' } });
    expect(openedUp(alone)).not.toContain('Body chart');
    expect(openedUp(await drawConsent({ ...consent, answers: {} }))).not.toContain('Body chart');
  });

  test('a day, and words beside an option', async () => {
    const text = await printed(
      release({
        expire: { kind: 'choice', value: 'date', other: '' },
        'expire-date': { kind: 'date', day: '2027-02-28' },
        purpose: { kind: 'multi', values: ['safety', 'other'], other: 'For my brother' },
      }),
    );
    expect(text).toContain('Day 28 February 2027');
    expect(text).toContain('Something else, which I will write down: For my brother');
    expect(text).not.toContain('2027-02-28');
  });

  test('what hung on another answer was not asked; what was asked and left is not answered', async () => {
    const text = await printed(release({ expire: { kind: 'choice', value: 'event', other: '' } }));
    expect(text).toContain('On which date does it end? Not asked');
    expect(text).toMatch(/Which event ends it\?.* Not answered Right to withdraw/);
    const dated = await printed(release({ expire: { kind: 'choice', value: 'date', other: '' } }));
    expect(dated).toContain('On which date does it end? Not answered');
    expect(dated).toMatch(/Which event ends it\?.* Not asked Right to withdraw/);
  });

  test('what the client would rather talk about is said as that', async () => {
    const form = formWith('trauma-addendum');
    const text = await printed({ ...consent, form, answers: {}, talk: ['stop-when'] });
    expect(text.match(/I’d rather talk about it/g)).toHaveLength(1);
    expect(text).toContain('Not answered');
  });

  test('spoken words with their moment, and no empty place for a signature', async () => {
    const form = formWith('withdrawal');
    const spoken: Answers = { signature: { kind: 'spoken', words: 'No more pictures, please.', at: '2026-11-23T15:40:00.000Z' } };
    const text = await printed({ ...consent, form, answers: spoken, signatures: [] });
    expect(text).toContain('Said aloud, 23 November 2026 at 10:40:00, America/Toronto (UTC-05:00) No more pictures, please.');
    expect(text).not.toContain('Not answered About this document');
    const signed = await printed({ ...consent, form, answers: {}, signatures: [drawn] });
    expect(signed).toMatch(/A spoken decision counts in the same way as a signed one\. By signing I take back/);
  });

  test('what the practitioner wrote or filed is marked as theirs', async () => {
    const authority: Answers = {
      authority: { kind: 'upload', documentId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ff', title: 'Power of attorney 2025' },
      'best-interest': { kind: 'text', text: 'She asked for it' },
    };
    const text = await printed({ ...consent, form: formWith('substitute-decision'), answers: authority });
    expect(text).toContain('Paper filed, by the practitioner Power of attorney 2025 0193a5c2-7b1e-7c3d-8a4f-1234567890ff');
    expect(text).toContain('In their own words She asked for it');
    const who: Answers = { who: { kind: 'text', text: 'Jo, second-year student' } };
    expect(await printed({ ...consent, form: formWith('students-observers'), answers: who })).toContain(
      'Written by the practitioner Jo, second-year student',
    );
  });
});

describe('every signer', () => {
  test('stands with role, name, intent and the moment of their own signature', async () => {
    const form = formWith('minor-consent');
    const text = await printed({
      ...consent,
      form,
      answers: {},
      signatures: [{ ...drawn, signer: 'young_person' }, named('guardian', 'Ana Ortega'), typed],
      handedOverSignedAt: { young_person: '2026-11-23T15:51:30.000Z', guardian: '2026-11-23T15:52:40.000Z' },
    });
    for (const words of [form.intents.young_person, form.intents.guardian, form.intents.practitioner]) expect(text).toContain(words);
    // Columns are read across: role, name, how, when.
    for (const words of ['Young person', 'Guardian', 'Ana Ortega', 'Maya Rivera Ortega', '10:51:30', '10:52:40', '10:58:07'])
      expect(text).toContain(words);
  });

  test.each([
    ['decision_maker', 'substitute-decision', 'Decides for the client'],
    ['personal_representative', 'release-of-information', 'Personal representative'],
    ['observer', 'students-observers', 'Observer'],
    ['witness', 'area-consent', 'Witness'],
  ] as const)('%s', async (signer, formId, role) => {
    const pdf = await drawConsent({
      ...consent,
      form: formWith(formId),
      answers: {},
      signatures: [{ ...drawn, signer, name: 'Ana Ortega' }],
      handedOverSignedAt: {},
    });
    expect(textOf(pdf).replace(/\s+/gu, ' ')).toContain(`${role} Ana Ortega Drawn on this screen 23 November 2026 at 10:58:07`);
    expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
    expect(fontsOf(pdf).filter(({ embedded }) => !embedded)).toEqual([]);
  });

  test('a form nobody signs has no place for signatures', async () => {
    const text = await printed({ ...consent, form: formWith('privacy-notice'), answers: { seen: { kind: 'agreed' } }, signatures: [] });
    expect(text).not.toContain('Signatures');
    expect(text).toContain('About this document');
  });
});

describe('how long it counts', () => {
  const counts: readonly (readonly [string, Partial<ConsentToPrint>, string])[] = [
    ['period', {}, 'Until the end of 22 November 2027, or until it is taken back'],
    [
      'birthday',
      { ends: { endsOn: '2027-03-14', endsBy: 'birthday' } },
      'Until the end of 13 March 2027, the day before the next birthday',
    ],
    ['date', { ends: { endsOn: '2027-03-01', endsBy: 'date' } }, 'Until the end of 28 February 2027, the day set in this form'],
    ['visit', { ends: { endsOn: '2026-11-24', endsBy: 'visit' } }, 'On 23 November 2026 only'],
    ['once', { form: formWith('photo-consent'), ends: { endsOn: null, endsBy: null } }, 'Once, for what this form allows'],
    ['until-changed', { form: formWith('fees-cancellation'), ends: { endsOn: null, endsBy: null } }, 'Until it is replaced'],
    [
      'event',
      { form: formWith('release-of-information'), ends: { endsOn: null, endsBy: null } },
      'Until what this form names has happened',
    ],
    ['at once', { form: formWith('withdrawal'), ends: { endsOn: null, endsBy: null } }, 'At once'],
  ];
  test.each(counts)('%s', async (_, rest, said) => expect(await printed({ ...consent, ...rest })).toContain(said));
});

test('says what the client said about a screen, and that answers were read through where there are any', async () => {
  const screen = async (rest: Partial<ConsentToPrint>): Promise<string> => printed({ ...consent, ...rest });
  expect(await screen({})).toContain('The client agreed on 20 November 2026');
  expect(await screen({ screen: null })).toContain('The client has not been asked');
  expect(await screen({ screen: { way: 'paper', since: '2026-11-20T15:00:00.000Z' } })).toContain('asked for paper since 20 November 2026');
  expect(await screen({ screen: null, form: formWith('electronic-records') })).toContain('The client is asked about it in this form');
  expect(await screen({})).toContain('Every answer was read through with the client');
});

test('every text a person entered is looked at for characters no font has', () => {
  const where = (rest: Partial<ConsentToPrint>): readonly string[] => unprintableInConsent({ ...consent, ...rest }).map((one) => one.where);
  const of = (id: string, answers: Answers, signatures: readonly Signature[] = []): Partial<ConsentToPrint> => ({
    form: formWith(id),
    answers,
    signatures,
  });
  expect(where(of('release-of-information', { purpose: { kind: 'multi', values: ['other'], other: '🦄' } }))).toEqual(['answers.purpose']);
  expect(where(of('withdrawal', { signature: { kind: 'spoken', words: '🦄', at: '2026-11-23T15:40:00.000Z' } }))).toEqual([
    'answers.signature',
  ]);
  const paper: Answers = { authority: { kind: 'upload', documentId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ff', title: '🦄' } };
  expect(where(of('substitute-decision', paper))).toEqual(['answers.authority']);
  expect(where(of('minor-consent', {}, [{ ...drawn, signer: 'guardian', name: 'Ana 🦄' }]))).toEqual(['signature.guardian']);
  const edited = (change: Partial<ConsentToPrint['form']>): readonly string[] => where({ form: { ...consent.form, ...change } });
  expect(edited({ clientTitle: 'Yes 🦄' })).toEqual(['form.intro']);
  expect(edited({ intro: 'Welcome 🦄' })).toEqual(['form.intro']);
  const [first, ...others] = consent.form.elements;
  expect(edited({ elements: first ? [{ ...first, title: '🦄' }, ...others] : [] })).toEqual(['form.who']);
  const option = consent.form.elements.map((element) =>
    element.id === 'clothing' ? { ...element, options: element.options.map((one) => ({ ...one, label: `${one.label} 🦄` })) } : element,
  );
  expect(edited({ elements: option })).toEqual(['answers.clothing']);
});
