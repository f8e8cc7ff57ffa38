import { describe, expect, test } from 'vitest';
import type { FormFact } from '../../shared/profile.ts';
import { clientDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';

const fact = (placeholder: string, words: string, checkedOn: string | null = null): FormFact => ({ placeholder, words, checkedOn });
const set = (world: TestWorld, version: number, ...facts: FormFact[]) => world.call('profile.setFormFacts', { version, facts });
const asked = async (world: TestWorld, placeholder: string) =>
  (await world.ok('profile.formFacts', {})).facts.find((one) => one.placeholder === placeholder);

/** What a client would read. */
const read = async (world: TestWorld, clientId: string, formId: string) => {
  const form = (await world.ok('consent.forms', { clientId })).forms.find((one) => one.id === formId);
  return { text: form?.elements.map((element) => element.text).join('\n') ?? '', unfilled: form?.unfilled.map((one) => one.placeholder) };
};

describe('the practice’s words in its forms', () => {
  test('are asked for by every blank of the forms and of the sheet to take home that the practice fills, its address aside', async () => {
    const world = await testWorld();
    const { version, facts } = await world.ok('profile.formFacts', {});
    expect(version).toBe(0);
    expect(facts.map((one) => one.placeholder)).toEqual([
      'local_age',
      'retention_words',
      'regulator_name',
      'privacy_authority',
      'days',
      'emergency_number',
      'crisis_number',
      'fee_table',
      'payment_methods',
      'payment_due',
      'hours',
      'amount',
      'missed_visits',
      'refund_days',
      'tax_words',
      'practice_email',
      'phone',
      'crisis_name',
    ]);
    expect(facts.filter((one) => one.needsCheck).map((one) => one.placeholder)).toEqual(['emergency_number', 'crisis_number']);
    expect(facts[0]).toEqual({
      placeholder: 'local_age',
      label: 'Age under which a guardian’s permission is usually needed here'.replace('’', "'"),
      example: '18',
      needsCheck: false,
      words: '',
      checkedOn: null,
    });
  });

  test('are kept and printed, and others stay as they were', async () => {
    const world = await testWorld();
    const { id } = await world.ok('clients.create', clientDetails);
    expect((await read(world, id, 'no-telehealth-statement')).unfilled).toEqual(['days', 'emergency_number', 'crisis_number']);
    expect(await set(world, 0, fact('days', ' 2 '), fact('emergency_number', '911', '2026-11-20'))).toEqual({
      ok: true,
      value: { version: 1 },
    });
    expect(await set(world, 1, fact('crisis_number', '9-8-8', '2026-11-24'))).toEqual({ ok: true, value: { version: 2 } });
    const now = await read(world, id, 'no-telehealth-statement');
    expect(now.unfilled).toEqual([]);
    for (const words of ['2', '911', '9-8-8']) expect(now.text).toContain(words);
    expect(await asked(world, 'emergency_number')).toMatchObject({ words: '911', checkedOn: '2026-11-20' });
    expect(world.announced).toContain('forms');
    expect((await world.audit()).filter((entry) => entry.action === 'form-facts-changed')).toHaveLength(2);
  });

  test('emptied is not filled any more', async () => {
    const world = await testWorld();
    const { id } = await world.ok('clients.create', clientDetails);
    await set(world, 0, fact('refund_days', '14'));
    expect((await read(world, id, 'fees-cancellation')).unfilled).not.toContain('refund_days');
    await set(world, 1, fact('refund_days', ''));
    expect((await read(world, id, 'fees-cancellation')).unfilled).toContain('refund_days');
    expect(await asked(world, 'refund_days')).toMatchObject({ words: '' });
  });

  test('a number without a day of checking is not printed, however it came to be kept', async () => {
    const world = await testWorld();
    const { id } = await world.ok('clients.create', clientDetails);
    await world.open.database.insertInto('form_facts').values({ placeholder: 'crisis_number', words: '9-8-8', checked_on: null }).execute();
    const now = await read(world, id, 'no-telehealth-statement');
    expect(now.unfilled).toContain('crisis_number');
    expect(now.text).not.toContain('9-8-8');
  });

  test('a blank in them is never filled in turn', async () => {
    const world = await testWorld();
    const { id } = await world.ok('clients.create', clientDetails);
    await set(world, 0, fact('tax_words', 'Ask {{practitioner_name}}.'));
    expect((await read(world, id, 'fees-cancellation')).text).toContain('Ask {{practitioner_name}}.');
  });

  test('the local age decides who is under it', async () => {
    const world = await testWorld();
    const { id } = await world.ok('clients.create', { ...clientDetails, birthDate: '2010-05-01' });
    await set(world, 0, fact('local_age', '18'));
    expect((await read(world, id, 'minor-consent')).text).toContain('18');
  });
});

describe('profile.setFormFacts refuses', () => {
  const cases: readonly { readonly why: string; readonly facts: readonly FormFact[]; readonly error: object }[] = [
    {
      why: 'a number nobody has checked',
      facts: [fact('days', '2'), fact('emergency_number', '911'), fact('crisis_number', '9-8-8')],
      error: { code: 'refused', reason: 'number-not-checked', details: { placeholders: ['emergency_number', 'crisis_number'] } },
    },
    {
      why: 'a blank no form has',
      facts: [fact('days', '2'), fact('constructor', 'x'), fact('client_name', 'x'), fact('address', 'x')],
      error: { code: 'refused', reason: 'placeholder-unknown', details: { placeholders: ['constructor', 'client_name', 'address'] } },
    },
    {
      why: 'a check that is still to come',
      facts: [fact('emergency_number', '911', '2026-11-25')],
      error: { code: 'invalid', issues: [{ path: ['facts', 0, 'checkedOn'], problem: 'in-the-future' }] },
    },
    ...['eighteen', '18 years', '0', '17.5', '018', '120', '-3'].map((words) => ({
      why: `an age of ${words}`,
      facts: [fact('days', '2'), fact('local_age', words)],
      error: { code: 'invalid', issues: [{ path: ['facts', 1, 'words'], problem: 'wrong-kind' }] },
    })),
    {
      why: 'no day of the calendar',
      facts: [fact('emergency_number', '911', '2026-02-30')],
      error: { code: 'invalid', issues: [{ path: ['facts', 0, 'checkedOn'], problem: 'not-a-day' }] },
    },
  ];
  test.each(cases)('$why, and keeps nothing', async ({ facts, error }) => {
    const world = await testWorld();
    expect(await set(world, 0, ...facts)).toEqual({ ok: false, error });
    const kept = await world.ok('profile.formFacts', {});
    expect([kept.version, kept.facts.filter((one) => one.words !== '')]).toEqual([0, []]);
  });

  test('a change of what was changed meanwhile, and shows it', async () => {
    const world = await testWorld();
    const replies = await Promise.all([set(world, 0, fact('days', '2')), set(world, 0, fact('days', '3'))]);
    expect(replies).toEqual([
      { ok: true, value: { version: 1 } },
      { ok: false, error: { code: 'conflict', current: { version: 1, facts: [fact('days', '2')] } } },
    ]);
  });

  test('whoever does not own the practice, and a locked practice', async () => {
    const world = await testWorld();
    expect(await world.as('practitioner')('profile.setFormFacts', { version: 0, facts: [] })).toEqual({
      ok: false,
      error: { code: 'not-allowed' },
    });
    expect(await world.as('practitioner')('profile.formFacts', {})).toMatchObject({ ok: true });
    expect(await world.as('bookkeeper')('profile.formFacts', {})).toEqual({ ok: false, error: { code: 'not-allowed' } });
    const locked = world.standing({ state: 'locked' });
    expect(await locked('profile.formFacts', {})).toEqual({ ok: false, error: { code: 'locked' } });
    expect(await locked('profile.setFormFacts', { version: 0, facts: [] })).toEqual({ ok: false, error: { code: 'locked' } });
  });

  test('on this computer’s day it was checked: today there is not the future', async () => {
    const world = await testWorld();
    // 15:58 UTC on 24 November; past midnight in Auckland.
    const there = world.standing({ state: 'open', practice: { ...world.open, zone: 'Pacific/Auckland' } });
    const input = { version: 0, facts: [fact('emergency_number', '111', '2026-11-25')] };
    expect(await there('profile.setFormFacts', input)).toEqual({ ok: true, value: { version: 1 } });
  });
});
