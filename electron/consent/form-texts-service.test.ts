import { describe, expect, test } from 'vitest';
import type { Reply } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import type { FormText } from '../../shared/form-texts.ts';
import { clientDetails, profileDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';
import { returned, signatures } from './consent.test-world.ts';
import type { ClinicalContent } from './form-content.ts';

const formId = 'informed-consent';

const edited = (text: FormText, part: string, by: (words: string) => string): FormText => ({
  ...text,
  elements: text.elements.map((element) => (element.id === part ? { ...element, text: by(element.text) } : element)),
});

const head = async (world: TestWorld, id = formId) => (await world.ok('forms.list', {})).forms.find((form) => form.id === id)!;

const edit = async (world: TestWorld, kind: 'meaning' | 'spelling', part: string, by: (words: string) => string, note = '') => {
  const { version, text } = await world.ok('forms.get', { formId });
  return world.call('forms.edit', { formId, basedOn: version, kind, note, text: edited(text, part, by) });
};

const refusal = (reason: string, details: unknown) => ({ ok: false, error: { code: 'refused', reason, details } });

describe('forms.list', () => {
  test('names every form once, its version and what the practice still has to fill', async () => {
    const world = await testWorld();
    const { forms } = await world.ok('forms.list', {});
    expect(forms).toHaveLength(16);
    // One is spoken at each visit, the other is of the law of the United States.
    for (const id of ['session-consent', 'part2-consent']) expect(forms.map((form) => form.id)).not.toContain(id);
    // The form of one place is one text, whichever places are turned on.
    await world.ok('consentMap.setSensitiveAreas', { version: 0, turnedOn: ['B-GLUTE-L', 'B-GLUTE-R'], confirmed: true });
    const areaForms = (await world.ok('forms.list', {})).forms.filter((form) => form.id === 'area-consent');
    expect(areaForms.map(({ title, blanks, unfilled }) => ({ title, blanks, unfilled }))).toEqual([
      { title: 'Consent for a specific or sensitive area', blanks: ['area_label', 'area_code'], unfilled: [] },
    ]);
    expect(await head(world)).toEqual({
      id: formId,
      version: '1.1.0',
      language: 'en',
      title: 'Consent to bodywork',
      clientTitle: 'Saying yes to bodywork',
      purpose: 'Informed consent to the service',
      when: 'before the first contact; again on any change',
      signedBy: 'client (or lawful decision maker)',
      validity: { kind: 'months', count: 12 },
      versions: [{ version: '1.1.0', madeAt: null, madeBy: '', kind: null, note: '' }],
      blanks: ['practitioner_name', 'credential', 'licence_no', 'stop_signal'],
      shippedSince: false,
      unfilled: [],
    });
    expect((await head(world, 'fees-cancellation')).unfilled.map((blank) => blank.placeholder)).toEqual([
      'fee_table',
      'payment_methods',
      'payment_due',
      'hours',
      'amount',
      'missed_visits',
      'refund_days',
      'tax_words',
    ]);
  });

  test('offers the forms of the law of its place', async () => {
    const world = await testWorld();
    await world.ok('profile.update', { version: 1, details: { ...profileDetails, place: 'US-TX' } });
    expect((await world.ok('forms.list', {})).forms.map((form) => form.id)).toContain('part2-consent');
  });

  test('asks for nothing any more that the practice has filled', async () => {
    const world = await testWorld();
    await world.ok('profile.setFormFacts', { version: 0, facts: [{ placeholder: 'refund_days', words: '14', checkedOn: null }] });
    expect((await head(world, 'fees-cancellation')).unfilled.map((blank) => blank.placeholder)).not.toContain('refund_days');
  });
});

describe('a form in the practice’s own words', () => {
  test('is a new version, which clients read from then on; the old ones stay readable', async () => {
    const world = await testWorld();
    const { id: clientId } = await world.ok('clients.create', clientDetails);
    expect(await edit(world, 'meaning', 'what', () => 'We work slowly, {{practitioner_name}} and you.', 'Said in our way')).toEqual({
      ok: true,
      value: { version: '2.0.0' },
    });
    world.later(1_000);
    expect(await edit(world, 'spelling', 'what', (words) => words.replace('slowly', 'slow'))).toEqual({
      ok: true,
      value: { version: '2.0.1' },
    });

    const [form] = (await world.ok('consent.forms', { clientId })).forms;
    expect([form?.version, form?.elements.find((one) => one.id === 'what')?.text]).toEqual([
      '2.0.1',
      'We work slow, Hana Lindqvist and you.',
    ]);
    expect((await head(world)).versions).toEqual([
      { version: '2.0.1', madeAt: '2026-11-24T15:58:01.000Z', madeBy: 'Hana Lindqvist', kind: 'spelling', note: '' },
      { version: '2.0.0', madeAt: '2026-11-24T15:58:00.000Z', madeBy: 'Hana Lindqvist', kind: 'meaning', note: 'Said in our way' },
      { version: '1.1.0', madeAt: null, madeBy: '', kind: null, note: '' },
    ]);
    const words = async (version: string | null) => {
      const { text, version: is } = await world.ok('forms.get', { formId, version });
      return [is, text.elements.find((one) => one.id === 'what')?.text];
    };
    expect(await words('2.0.0')).toEqual(['2.0.0', 'We work slowly, {{practitioner_name}} and you.']);
    expect(await words(null)).toEqual(['2.0.1', 'We work slow, {{practitioner_name}} and you.']);
    expect((await words('1.1.0'))[1]).not.toContain('slow,');
    const { text, shipped, placeholders } = await world.ok('forms.get', { formId });
    expect(shipped).not.toEqual(text);
    expect(placeholders).toContainEqual({ placeholder: 'practitioner_name', label: "Practitioner's name", example: 'Anna Bell' });

    expect(world.announced).toContain('forms');
    expect((await world.audit()).filter((entry) => entry.action === 'form-changed')).toEqual(
      [1, 2].map(() => ({ action: 'form-changed', client_id: null, record_id: formId, actor: world.open.actor.id })),
    );
  });

  test('tells of each part what it is, and whether it is asked where the practice is', async () => {
    const world = await testWorld();
    const { parts } = await world.ok('forms.get', { formId });
    expect(parts.find((part) => part.id === 'why')).toEqual({
      id: 'why',
      capture: 'text',
      by: 'client',
      allowDeclined: true,
      signers: [],
      shownHere: true,
    });
    expect(parts.filter((part) => !part.shownHere).length).toBeGreaterThan(0);
    await world.ok('profile.update', { version: 1, details: { ...profileDetails, place: 'US-TX' } });
    const there = (await world.ok('forms.get', { formId })).parts.filter((part) => part.shownHere);
    expect(there.length).toBeGreaterThan(parts.filter((part) => part.shownHere).length);
  });

  test('its options say what the practice says, and "I’d rather not say" stays', async () => {
    const world = await testWorld();
    const { id: clientId } = await world.ok('clients.create', clientDetails);
    const { text } = await world.ok('forms.get', { formId: 'fees-cancellation' });
    const labels = (words: FormText) => words.elements.find((one) => one.id === 'hardship')?.options;
    expect(labels(text)?.map((option) => option.value)).toEqual(['talk', 'no']);
    const own: FormText = {
      ...text,
      elements: text.elements.map((element) => ({
        ...element,
        options: element.options.map((option) => ({ ...option, label: `${option.label}!` })),
      })),
    };
    await world.ok('forms.edit', { formId: 'fees-cancellation', basedOn: '1.1.0', kind: 'meaning', note: '', text: own });
    const form = (await world.ok('consent.forms', { clientId })).forms.find((one) => one.id === 'fees-cancellation');
    const hardship = form?.elements.find((one) => one.id === 'hardship');
    expect([hardship?.options, hardship?.allowDeclined]).toEqual([labels(own), true]);
  });

  test('asks for a new signature after a new meaning, and keeps the old one after a spelling fix', async () => {
    const world = await testWorld();
    const { id: clientId } = await world.ok('clients.create', clientDetails);
    const form = (await world.ok('consent.forms', { clientId })).forms.find((one) => one.id === 'professional-boundaries')!;
    const fillingId = await returned(world, clientId, form);
    await world.ok('consent.sign', {
      fillingId,
      shownSha256: form.shownSha256,
      signatures: signatures.filter((one) => one.signer === 'practitioner'),
    });
    const state = async () => {
      const found = (await world.ok('consent.ofClient', { clientId })).forms.find((one) => one.formId === form.id)!;
      return [found.state, found.reason, found.version, found.signedVersion, found.newerText];
    };
    const change = async (basedOn: string, kind: 'meaning' | 'spelling', words: string) => {
      const { text } = await world.ok('forms.get', { formId: form.id });
      await world.ok('forms.edit', { formId: form.id, basedOn, kind, note: '', text: { ...text, intro: `${text.intro}${words}` } });
    };
    expect(await state()).toEqual(['in-force', null, '1.1.0', '1.1.0', false]);
    await change('1.1.0', 'spelling', '!');
    expect(await state()).toEqual(['in-force', null, '1.1.1', '1.1.0', true]);
    await change('1.1.1', 'meaning', ' We never do this.');
    expect(await state()).toEqual(['sign-again', 'newer-version', '2.0.0', '1.1.0', true]);
  });
});

describe('forms.edit refuses', () => {
  test('a meaning changed word by word, each of them by a letter or two', async () => {
    const world = await testWorld();
    await edit(world, 'meaning', 'what', () => 'The work is gentle.', 'Shorter');
    const saved: unknown[] = [];
    // Each step is two letters at most from the one before; the last is three from the first.
    for (const word of ['worm', 'warm', 'warms']) saved.push(await edit(world, 'spelling', 'what', () => `The ${word} is gentle.`));
    const refused = refusal('more-than-spelling', { parts: ['what/text'] });
    expect(saved).toEqual([{ ok: true, value: { version: '2.0.1' } }, { ok: true, value: { version: '2.0.2' } }, refused]);
  });

  test('what is more than spelling under the name of spelling', async () => {
    const world = await testWorld();
    expect(await edit(world, 'spelling', 'what', (words) => `${words} It never hurts.`)).toEqual(
      refusal('more-than-spelling', { parts: ['what/text'] }),
    );
  });

  test('a blank nobody can fill, and any blank in a title', async () => {
    const world = await testWorld();
    expect(await edit(world, 'meaning', 'what', () => 'For {{nobody}} and {{ client_name }}')).toEqual(
      refusal('placeholder-unknown', {
        placeholders: ['{{nobody}}', '{{ client_name }}'].map((one) => (one === '{{nobody}}' ? 'nobody' : one)),
      }),
    );
    const { text } = await world.ok('forms.get', { formId });
    expect(
      await world.call('forms.edit', {
        formId,
        basedOn: '1.1.0',
        kind: 'meaning',
        note: '',
        text: { ...text, clientTitle: 'For {{client_name}}' },
      }),
    ).toEqual(refusal('placeholder-unknown', { placeholders: ['client_name'] }));
  });

  test('an emptied text, and other parts than the form has', async () => {
    const world = await testWorld();
    expect(await edit(world, 'meaning', 'what', () => '\u200b')).toEqual(refusal('form-text-empty', { parts: ['what/text'] }));
    const { text } = await world.ok('forms.get', { formId });
    const fewer = { ...text, elements: text.elements.filter((element) => element.id !== 'stop') };
    const reply = await world.call('forms.edit', { formId, basedOn: '1.1.0', kind: 'meaning', note: '', text: fewer });
    expect(reply).toMatchObject({ ok: false, error: { code: 'refused', reason: 'form-parts-changed' } });
  });

  test('a change of what is not the newest text any more, also of two at once', async () => {
    const world = await testWorld();
    const { text } = await world.ok('forms.get', { formId });
    const change = (intro: string) =>
      world.call('forms.edit', { formId, basedOn: '1.1.0', kind: 'meaning', note: '', text: { ...text, intro } });
    const replies = await Promise.all([change('One.'), change('Two.')]);
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    expect(replies.find((reply) => !reply.ok)).toEqual({ ok: false, error: { code: 'conflict', current: { version: '2.0.0' } } });
    expect((await head(world)).versions).toHaveLength(2);
  });

  test('a form that is not offered, and a version that never was', async () => {
    const world = await testWorld();
    const { text } = await world.ok('forms.get', { formId });
    const nowhere = { ok: false, error: { code: 'not-found', what: 'form' } };
    for (const id of ['session-consent', 'nowhere']) {
      expect(await world.call('forms.get', { formId: id })).toEqual(nowhere);
      expect(await world.call('forms.edit', { formId: id, basedOn: '1.1.0', kind: 'meaning', note: '', text })).toEqual(nowhere);
    }
    expect(await world.call('forms.get', { formId, version: '9.0.0' })).toEqual(nowhere);
  });

  test('whoever does not own the practice, a locked practice, and malformed input', async () => {
    const world = await testWorld();
    const { text } = await world.ok('forms.get', { formId });
    const input = { formId, basedOn: '1.1.0', kind: 'meaning', note: '', text };
    expect(await world.as('practitioner')('forms.edit', input)).toEqual({ ok: false, error: { code: 'not-allowed' } });
    for (const name of ['forms.list', 'forms.get'] as const) {
      expect(await world.as('front-desk')(name, name === 'forms.list' ? {} : { formId })).toEqual({
        ok: false,
        error: { code: 'not-allowed' },
      });
    }
    expect(await world.as('bookkeeper')('profile.content', {})).toMatchObject({ ok: true });
    const locked = world.standing({ state: 'locked' });
    for (const [name, given] of Object.entries({ 'forms.list': {}, 'forms.get': { formId }, 'forms.edit': input, 'profile.content': {} }))
      expect(await locked(name, given)).toEqual({ ok: false, error: { code: 'locked' } });
    expect(await world.raw('forms.edit', { ...input, basedOn: '1.1' })).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(await world.raw('forms.edit', { ...input, kind: 'small' })).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(await world.raw('forms.get', { formId, language: 'de' })).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect((await head(world)).version).toBe('1.1.0');
  });
});

describe('a newer text of the application under the practice’s own words', () => {
  const newer = (content: ClinicalContent, version: string): ClinicalContent => ({
    ...content,
    consents: {
      ...content.consents,
      items: content.consents.items.map((form) =>
        form.id === formId
          ? {
              ...form,
              version,
              intro: 'A newer intro.',
              elements: form.elements.map((one) => (one.id === 'what' || one.id === 'how' ? { ...one, model_text: 'A newer text.' } : one)),
            }
          : form,
      ),
    },
  });

  test('comes where the practice left the words as they were; a new major version asks for signatures again', async () => {
    const world = await testWorld();
    expect(await edit(world, 'meaning', 'what', () => 'Our own words.')).toMatchObject({ value: { version: '2.0.0' } });
    const updated = world.standing({ state: 'open', practice: { ...world.open, content: newer(world.open.content, '2.0.0') } });
    const { value } = (await updated('forms.get', { formId })) as Extract<Reply<OutputOf<'forms.get'>>, { ok: true }>;
    expect([
      value.version,
      value.text.intro,
      value.text.elements.find((one) => one.id === 'what')?.text,
      value.text.elements.find((one) => one.id === 'how')?.text,
    ]).toEqual(['3.0.0', 'A newer intro.', 'Our own words.', 'A newer text.']);
    const list = (await updated('forms.list', {})) as Extract<Reply<OutputOf<'forms.list'>>, { ok: true }>;
    const form = list.value.forms.find((one) => one.id === formId);
    expect([form?.shippedSince, form?.versions.map(({ version, kind }) => [version, kind])]).toEqual([
      true,
      [
        ['3.0.0', null],
        ['2.0.0', 'meaning'],
      ],
    ]);
    expect(await updated('forms.edit', { formId, basedOn: '2.0.0', kind: 'meaning', note: '', text: value.text })).toEqual({
      ok: false,
      error: { code: 'conflict', current: { version: '3.0.0' } },
    });
    expect(await updated('forms.edit', { formId, basedOn: '3.0.0', kind: 'meaning', note: '', text: value.text })).toMatchObject({
      value: { version: '4.0.0' },
    });
    const again = (await updated('forms.list', {})) as Extract<Reply<OutputOf<'forms.list'>>, { ok: true }>;
    expect(again.value.forms.find((one) => one.id === formId)?.shippedSince).toBe(false);
  });
});

describe('profile.content', () => {
  test('says of each file its version and state, and whose words it uses', async () => {
    const world = await testWorld();
    const { files } = await world.ok('profile.content', {});
    expect(files.map((one) => one.file)).toEqual([
      'aftercare.json',
      'body-areas.json',
      'consents.json',
      'contraindications.json',
      'instruments.json',
      'letters.json',
      'redflags.json',
      'sensations.json',
      'techniques.json',
    ]);
    for (const one of files) expect([one.version, one.date, one.status]).toEqual(['1.1.0', '2026-11-23', expect.stringContaining('draft')]);
    const attributions = files.find((one) => one.file === 'instruments.json')?.attributions;
    expect(attributions?.filter((line) => line.startsWith('PHQ-9: '))).toEqual([
      'PHQ-9: Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
    ]);
    expect(attributions?.filter((line) => line.startsWith('MAIA-2: '))[0]).toContain('© University of California, San Francisco');
    expect(files.find((one) => one.file === 'consents.json')?.attributions).toContain(
      '45 CFR 164.508 HIPAA authorisations (https://www.ecfr.gov/current/title-45/section-164.508)',
    );
  });
});
