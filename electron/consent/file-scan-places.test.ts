import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import type { Answers } from '../../shared/form-answers.ts';
import { firstBrokenEntry } from '../audit/audit-repository.ts';
import { last } from '../documents/papers.test-world.ts';
import { clientDetails, type TestWorld } from '../practice/practice.test-world.ts';
import { left, practiceWith } from './area-consent.test-world.ts';
import { answersTo, factsFilled } from './consent.test-world.ts';
import { type Paper, refused, scanned, scanOf } from './file-scan.test-world.ts';

type Input = InputOf<'consent.fileScan'>;

const aDay = 24 * 3_600_000;

/** The neck to be asked about and held more lightly, the left shoulder in. */
const marks: Answers[string] = { kind: 'map', areas: { 'B-TRAP-L': 'yes', 'B-NECK': 'ask' }, ceilings: { 'B-NECK': 1 } };
const level: Answers[string] = { kind: 'choice', value: 'C2', other: '' };

const both: Input['signers'] = [{ signer: 'client' }, { signer: 'practitioner' }];

const bodywork = async (): Promise<Paper> => {
  const paper = await scanned('informed-consent');
  const answers = { ...answersTo(paper.form), areas: marks, 'contact-level': level };
  return { ...paper, input: { ...paper.input, answers, signers: both } };
};

const mapOf = async ({ world, clientId }: Pick<Paper, 'world' | 'clientId'>) => {
  const { map } = await world.ok('consentMap.get', { clientId });
  return map && { source: map.source, sourceId: map.sourceId, ceiling: map.ceiling, areas: map.areas };
};

/** Why the left shoulder may not be touched. */
const reasonsAt = async ({ world, clientId }: Paper) =>
  (await world.ok('consentMap.allowed', { clientId })).areas.find(({ code }) => code === 'B-TRAP-L')?.reasons.map(({ code }) => code);

const stateOf = async (world: TestWorld, clientId: string, formId: string) =>
  (await world.ok('consent.ofClient', { clientId })).forms.find((one) => one.formId === formId)?.state;

describe('places marked on a paper', () => {
  test('are the client’s map, and open what the form and the map both allow', async () => {
    const paper = await bodywork();
    const { world, clientId, input } = paper;
    expect(await reasonsAt(paper)).toEqual(expect.arrayContaining(['no-consent', 'no-map']));
    const consent = await world.ok('consent.fileScan', input);
    expect(await mapOf(paper)).toEqual({
      source: 'consent',
      sourceId: consent.id,
      ceiling: 2,
      areas: { 'B-TRAP-L': { state: 'yes', ceiling: 2 }, 'B-NECK': { state: 'ask', ceiling: 1 } },
    });
    expect(await stateOf(world, clientId, 'informed-consent')).toBe('in-force');
    // The intake and the health screen are still to come.
    expect(await reasonsAt(paper)).toEqual(['no-health-screen', 'no-intake', 'ceiling']);
    expect(world.announced).toContain('maps');
  });

  test('must be read: a chart passed over, a place that is not offered and a level beside an out are no answers', async () => {
    const { world, input } = await bodywork();
    const { areas: _, ...without } = input.answers;
    expect(await world.call('consent.fileScan', { ...input, answers: without })).toEqual({
      ok: false,
      error: { code: 'refused', reason: 'statements-unanswered', details: { elements: ['areas'] } },
    });
    const wrongs: readonly Answers[string][] = [
      { kind: 'map', areas: { 'B-NOWHERE': 'yes' } },
      { kind: 'map', areas: { 'B-NECK': 'no' }, ceilings: { 'B-NECK': 3 } },
    ];
    for (const areas of wrongs)
      expect(await world.call('consent.fileScan', { ...input, answers: { ...input.answers, areas } })).toMatchObject(
        refused('answers-not-allowed'),
      );
  });

  test('open nothing beside a map made on the day of the paper or since, and close what they leave out', async () => {
    const paper = await bodywork();
    const { world, clientId, input } = paper;
    const together = { 'B-TRAP-L': { state: 'ask', ceiling: 1 }, 'B-TRAP-R': { state: 'yes', ceiling: 2 } } as const;
    await world.ok('consentMap.set', { clientId, basedOn: null, ceiling: 3, areas: together });
    await world.ok('consent.fileScan', { ...input, signedOn: '2026-11-24' });
    expect(await mapOf(paper)).toMatchObject({
      source: 'consent',
      ceiling: 2,
      areas: { 'B-TRAP-L': { state: 'ask', ceiling: 1 }, 'B-TRAP-R': { state: 'no' } },
    });
    expect((await mapOf(paper))?.areas['B-NECK']?.state ?? 'no').toBe('no');
    expect(await last(world, 3)).toContainEqual(expect.objectContaining({ action: 'consent-map-withdrawn' }));
    expect(await firstBrokenEntry(world.open.database, world.open.auditKey)).toBeNull();
  });

  test('open nothing that was taken back since; signed after that they do', async () => {
    const paper = await bodywork();
    const { world, clientId, input } = paper;
    await world.ok('consentMap.withdraw', { clientId, areas: ['B-TRAP-L'], words: 'Not there' });
    await world.ok('consent.fileScan', input);
    expect((await mapOf(paper))?.areas['B-TRAP-L']).toMatchObject({ state: 'no' });
    world.later(2 * aDay);
    const again = await scanOf(world, clientId, { formId: 'informed-consent' });
    await world.ok('consent.fileScan', { ...input, documentId: again.input.documentId, signedOn: '2026-11-26' });
    expect((await mapOf(paper))?.areas['B-TRAP-L']).toEqual({ state: 'yes', ceiling: 2 });
  });
});

describe('forms of others beside the client’s own', () => {
  const signedBy = async (form: ConsentForm, paper: Paper, more: Partial<Input>): Promise<Input> => ({
    ...paper.input,
    answers: { ...answersTo(form), areas: { kind: 'map', areas: { 'B-TRAP-L': 'yes' } }, ...more.answers },
    signers: more.signers ?? [],
  });

  test('of a young person needs their guardian by name, and only closes places', async () => {
    const own = await bodywork();
    const { world, clientId } = own;
    await world.ok('consent.fileScan', own.input);
    const paper = await scanOf(world, clientId, { formId: 'minor-consent' });
    const three: Input['signers'] = [{ signer: 'young_person' }, { signer: 'guardian', name: 'Ines Rosario' }, { signer: 'practitioner' }];
    const input = await signedBy(paper.form, paper, { signers: three });
    for (const signers of [three.filter(({ signer }) => signer !== 'guardian'), three.map(({ signer }) => ({ signer }))])
      expect(await world.call('consent.fileScan', { ...input, signers })).toMatchObject(refused('signatures-incomplete'));
    const consent = await world.ok('consent.fileScan', input);
    expect(consent.paper?.signers).toEqual([
      { signer: 'young_person', name: 'Maya Rosario' },
      { signer: 'guardian', name: 'Ines Rosario' },
      { signer: 'practitioner', name: expect.any(String) },
    ]);
    expect(await mapOf(own)).toMatchObject({ sourceId: consent.id, areas: { 'B-TRAP-L': { state: 'yes' }, 'B-NECK': { state: 'no' } } });
  });

  test('of who decides for the client names the paper of their right, one of this client', async () => {
    const paper = await scanned('substitute-decision');
    const { world, clientId, form } = paper;
    const other = await world.ok('clients.create', { ...clientDetails, chosenName: 'Noor' });
    const [theirs, foreign] = [await scanOf(world, clientId, { formId: form.id }), await scanOf(world, other.id, { formId: form.id })];
    const input = (documentId: string) =>
      signedBy(form, paper, {
        answers: {
          authority: { kind: 'upload', documentId, title: 'Court paper' },
          review: { kind: 'date', day: '2026-12-10' },
        },
        signers: [{ signer: 'decision_maker', name: 'Lea Brandt' }, { signer: 'practitioner' }],
      });
    expect(await world.call('consent.fileScan', await input(foreign.input.documentId))).toEqual({
      ok: false,
      error: { code: 'not-found', what: 'document' },
    });
    expect(await world.ok('consent.fileScan', await input(theirs.input.documentId))).toMatchObject({ endsOn: '2026-12-10' });
    expect(await world.call('attachments.setInError', { id: theirs.input.documentId, reason: 'x' })).toEqual(refused('paper-relied-on'));
    expect(await mapOf(paper)).toBeNull();
  });
});

describe('the form of one place on paper', () => {
  const filled = async (state: 'no' | 'ask'): Promise<Paper> => {
    const { world, clientId } = await practiceWith(left);
    await factsFilled(world);
    world.later(aDay);
    const paper = await scanOf(world, clientId, { formId: 'area-consent', area: left });
    const answers: Answers = {
      ...answersTo(paper.form),
      area: { kind: 'map', areas: { [left]: state } },
      alternatives: { kind: 'multi', values: ['leave_out'], other: '' },
    };
    return { ...paper, input: { ...paper.input, answers, signers: both, signedOn: '2026-11-25' } };
  };

  test('counts for that place and that day, and makes no map', async () => {
    const paper = await filled('ask');
    expect(await paper.world.call('consent.fileScan', { ...paper.input, signedOn: '2026-11-24' })).toEqual(refused('ended-already'));
    expect(await paper.world.ok('consent.fileScan', paper.input)).toMatchObject({ area: left, endsOn: '2026-11-26' });
    expect(await stateOf(paper.world, paper.clientId, 'area-consent')).toBe('in-force');
    expect(await mapOf(paper)).toBeNull();
  });

  test('is none once the client marked it out, nor for another place', async () => {
    const { world, input } = await filled('no');
    expect(await world.call('consent.fileScan', input)).toEqual(refused('area-left-out'));
    expect(await world.call('consent.fileScan', { ...input, area: null })).toMatchObject(refused('form-not-offered'));
    expect(await world.call('consent.fileScan', { ...input, area: 'B-NECK' })).toMatchObject(refused('form-not-offered'));
  });
});
