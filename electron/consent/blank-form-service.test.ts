import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checkOf, fontsOf, infoOf, inkOutside, openedUp, pagesOf, textOf, withoutSpace } from '../documents/pdf.test-world.ts';
import { clientDetails, profileDetails, type TestWorld, testWorld } from '../practice/practice.test-world.ts';

const running = (text: string): string => text.replace(/\s+/gu, ' ');
const bytesOf = (document: { readonly pdf: string }): Uint8Array => Buffer.from(document.pdf, 'base64');

const drawn = async (world: TestWorld, formId: string, clientId: string | null = null, area: string | null = null) => {
  const document = await world.ok('paper.blank', { formId, clientId, area });
  const pdf = bytesOf(document);
  return { document, pdf, text: running(textOf(pdf)) };
};

/** The form as a client of this practice would read it; what nobody knows of them is `____`. */
const formOf = async (world: TestWorld, formId: string) => {
  const { id: clientId } = await world.ok('clients.create', { ...clientDetails, stopWord: '', stopGesture: '' });
  const form = (await world.ok('consent.forms', { clientId })).forms.find((one) => one.id === formId)!;
  return { form, clientId };
};

describe('a blank form', () => {
  test('holds every statement, option and place of its form, and room for every answer', async () => {
    const world = await testWorld();
    await world.ok('consentMap.setSensitiveAreas', { version: 0, turnedOn: ['B-GLUTE-L'], confirmed: true });
    for (const { id } of (await world.ok('forms.list', {})).forms) {
      const { form } = await formOf(world, id);
      const { pdf, text } = await drawn(world, id, null, form.area);
      const squeezed = withoutSpace(text);
      expect(text).toContain(form.title);
      for (const element of form.elements.filter((one) => one.by !== 'app' || one.text !== '')) {
        expect(text).toContain(running(element.title));
        for (const part of element.text.split('____')) expect(squeezed).toContain(withoutSpace(part));
        for (const { label } of element.options) expect(squeezed).toContain(withoutSpace(label));
      }
      if (form.elements.some((element) => element.capture === 'map'))
        for (const { label } of form.areas) expect(squeezed).toContain(withoutSpace(label));
      expect(squeezed.split(withoutSpace('I’d rather not say')).length - 1).toBe(form.elements.filter((one) => one.allowDeclined).length);
      expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
    }
  });

  test('keeps the order of the options, the safest first, and asks for one or for any', async () => {
    const { text } = await drawn(await testWorld(), 'informed-consent');
    expect(text).toMatch(
      /Please tick one\. I keep my clothes on I take off some clothes and stay covered I undress and stay under a cover/,
    );
    const { text: more } = await drawn(await testWorld(), 'trauma-addendum');
    expect(more).toMatch(/Tick as many as you like\. .*I’d rather not say/);
  });

  test('gives every place that is offered three boxes, and names those that are not', async () => {
    const world = await testWorld();
    const { form } = await formOf(world, 'informed-consent');
    const { text } = await drawn(world, 'informed-consent');
    const offered = form.areas.filter((area) => area.offered);
    expect(text.match(/Out Ask me each time In/g)).toHaveLength(offered.length);
    expect(text).toMatch(/Scalp, front and top Out Ask me each time In/);
    expect(text).toMatch(/A place without a tick is out\..*Not offered by this practice, and out.*Groin/);
    expect(text).not.toContain('Buttock');
  });

  test('says when a question is asked only after another', async () => {
    const { text } = await drawn(await testWorld(), 'release-of-information');
    expect(text).toMatch(/Only if you ticked “On a date” under “[^”]+”\./);
    const { text: contact } = await drawn(await testWorld(), 'emergency-contact');
    expect(contact).toMatch(/Only if you wrote something under “[^”]+”\./);
  });

  test('has a place for each who signs, and one to write down what was said instead', async () => {
    const world = await testWorld();
    const { text } = await drawn(world, 'minor-consent');
    expect(text).toMatch(/Young person Guardian/);
    expect(text).toContain('I give my permission as guardian. The young person’s own yes comes first.');
    expect(text).toMatch(/Name Hana Lindqvist/);
    const { text: withdrawal } = await drawn(world, 'withdrawal');
    expect(withdrawal).toMatch(
      /By signing I take back what I named above.*Client .*Decides for the client.*Or said aloud, in these words.*Day and time/,
    );
  });

  test('never waits for a word nobody has filled, and prints those that are', async () => {
    const world = await testWorld();
    const { text } = await drawn(world, 'fees-cancellation');
    expect(text).not.toContain('{{');
    expect(text).toContain('_'.repeat(24));
    await world.ok('profile.setFormFacts', {
      version: 0,
      facts: ['fee_table', 'payment_methods', 'payment_due', 'hours', 'amount', 'missed_visits', 'refund_days', 'tax_words'].map(
        (placeholder) => ({
          placeholder,
          words: `our ${placeholder}`,
          checkedOn: null,
        }),
      ),
    });
    const { text: filled } = await drawn(world, 'fees-cancellation');
    expect(filled).not.toContain('____');
    for (const words of ['our fee_table', 'our hours', 'our tax_words']) expect(filled).toContain(words);
  });

  test('bears the client’s name and no more of them, or nobody’s', async () => {
    const world = await testWorld();
    const { id } = await world.ok('clients.create', { ...clientDetails, legalName: 'Maya Rosario Ortega' });
    const { document, text } = await drawn(world, 'electronic-records', id);
    expect(document.clientId).toBe(id);
    expect(text).toContain('Maya Rosario Ortega');
    for (const private_ of ['1991', 'she/her', '416', 'Text only']) expect(text).not.toContain(private_);
    const { document: empty, text: words } = await drawn(world, 'electronic-records');
    expect(empty.clientId).toBeNull();
    expect(words).not.toContain('Maya');
  });

  test('uses the practice’s own words, and says of which version it is', async () => {
    const world = await testWorld();
    const { text } = await world.ok('forms.get', { formId: 'electronic-records' });
    await world.ok('forms.edit', {
      formId: 'electronic-records',
      basedOn: '1.1.0',
      kind: 'meaning',
      note: '',
      text: { ...text, intro: 'In our own words.' },
    });
    const { text: printed } = await drawn(world, 'electronic-records');
    expect(printed).toContain('In our own words.');
    expect(printed).toContain('electronic-records, version 2.0.0, language en');
  });

  test('is a tagged, passive file with its fonts in it, on Letter or A4, with nothing outside the margins', async () => {
    const world = await testWorld();
    const { document, pdf } = await drawn(world, 'informed-consent');
    expect(infoOf(pdf)).toMatch(/Title: +Consent to bodywork\n[\s\S]*Tagged: +yes\n[\s\S]*612 x 792 pts \(letter\)/);
    expect(infoOf(pdf, '-custom')).toContain(document.id);
    expect(fontsOf(pdf).filter(({ embedded, unicode }) => !embedded || !unicode)).toEqual([]);
    expect(openedUp(pdf)).not.toMatch(/\/(JavaScript|JS|OpenAction|Launch|URI|AA|AcroForm)\b/);
    expect(inkOutside(pdf, 53)).toBe(0);
    for (const [index, page] of pagesOf(pdf).entries()) expect(page).toContain(`page ${index + 1} of ${pagesOf(pdf).length}`);
    await world.ok('profile.update', { version: 1, details: { ...profileDetails, paper: 'a4' } });
    const { pdf: a4 } = await drawn(world, 'informed-consent');
    expect(infoOf(a4)).toContain('(A4)');
    expect(inkOutside(a4, 53)).toBe(0);
  });

  test('is drawn whatever anybody is called', async () => {
    const world = await testWorld();
    await world.ok('profile.update', {
      version: 1,
      details: { ...profileDetails, practitionerName: 'Ł'.repeat(200), credential: '', licenceWords: '', address: '' },
    });
    for (const legalName of ['W'.repeat(200), 'محمد الأحمد', 'Maya 🦄', 'ᚠ'.repeat(100)]) {
      const { id } = await world.ok('clients.create', { ...clientDetails, legalName });
      const { pdf } = await drawn(world, 'students-observers', id);
      expect(checkOf(pdf)).toContain('No syntax');
      expect(inkOutside(pdf, 53)).toBe(0);
    }
  });
});

describe('paper.blank', () => {
  test('holds its sheets in memory alone, the newest five, and says that one was made', async () => {
    const world = await testWorld();
    const { id: clientId } = await world.ok('clients.create', clientDetails);
    const sheets = [];
    for (const formId of [
      'privacy-notice',
      'withdrawal',
      'photo-consent',
      'electronic-records',
      'students-observers',
      'confidentiality-limits',
    ])
      sheets.push(await world.ok('paper.blank', { formId, clientId }));
    const [first, ...rest] = sheets;
    expect([...world.open.memory.sheets.keys()]).toEqual(rest.map((sheet) => sheet.id));
    expect(await world.call('documents.get', { id: first!.id })).toEqual({ ok: false, error: { code: 'not-found', what: 'document' } });
    const { pdf, ...head } = await world.ok('documents.get', { id: rest[4]!.id });
    expect(head).toEqual({
      id: rest[4]!.id,
      clientId,
      kind: 'blank',
      title: 'Limits of confidentiality',
      createdAt: '2026-11-24T15:58:00.000Z',
      sha256: createHash('sha256').update(Buffer.from(pdf, 'base64')).digest('hex'),
      bytes: Buffer.from(pdf, 'base64').length,
      mediaType: 'application/pdf',
    });
    expect(await world.open.database.selectFrom('documents').select('id').execute()).toEqual([]);
    expect(
      (await world.audit())
        .filter((entry) => entry.action === 'blank-form-made')
        .map((entry) => [entry.client_id, entry.record_id])
        .at(-1),
    ).toEqual([clientId, 'confidentiality-limits']);
  });

  test('refuses a form that is not offered, someone who is not there, whoever may not, and while locked', async () => {
    const world = await testWorld();
    for (const formId of ['session-consent', 'nowhere'])
      expect(await world.call('paper.blank', { formId, clientId: null })).toEqual({
        ok: false,
        error: { code: 'refused', reason: 'form-not-offered', details: { formId } },
      });
    const nobody = '0193a5c2-7b1e-7c3d-8a4f-1234567890ab';
    expect(await world.call('paper.blank', { formId: 'withdrawal', clientId: nobody })).toEqual({
      ok: false,
      error: { code: 'not-found', what: 'client' },
    });
    expect(await world.as('front-desk')('paper.blank', { formId: 'withdrawal', clientId: null })).toEqual({
      ok: false,
      error: { code: 'not-allowed' },
    });
    expect(await world.standing({ state: 'locked' })('paper.blank', { formId: 'withdrawal', clientId: null })).toEqual({
      ok: false,
      error: { code: 'locked' },
    });
    expect(await world.raw('paper.blank', { formId: '', clientId: null })).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(await world.raw('paper.blank', { formId: 'withdrawal' })).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(world.open.memory.sheets.size).toBe(0);
  });
});
