import type { Page } from 'playwright-core';
import type { App } from './fixtures/app.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { passphrase, unlock } from './pages/door.ts';
import { answerAll, drawLine, goOn, handOver, heading, kept, onLastPage, returned, takeBack } from './pages/handover.ts';

/** The screen while it is a client's: only their forms, nothing lost, nothing of anybody else, and no way out but the passphrase. */

type StartApp = (options?: { readonly demo?: boolean }) => Promise<App>;

const demo = async (startApp: StartApp): Promise<{ readonly app: App; readonly page: Page }> => {
  const app = await startApp({ demo: true });
  // The demo signs its consents while it is made: seconds on a busy machine.
  await expect(app.page().getByRole('heading', { name: 'Today', exact: true })).toBeVisible({ timeout: 30_000 });
  return { app, page: app.page() };
};

const keptWord = (page: Page) => page.getByText('Kept', { exact: true });
const words = (page: Page) => page.getByRole('textbox', { name: 'Your words' });
const consent = [{ formId: 'informed-consent' }] as const;
const consentOpening = 'Saying yes to bodywork';

const toPurpose = async (page: Page): Promise<void> => {
  await goOn(page);
  await expect(heading(page, 'Who provides it')).toBeVisible();
  await goOn(page);
  await expect(heading(page, 'Purpose today')).toBeVisible();
};

/** Says yes to little. */
const answerPage = async (page: Page): Promise<void> => {
  if (await words(page).count()) await words(page).first().fill('To sleep through the night');
  if (await page.getByLabel('Find a place').count()) await page.getByRole('button', { name: 'Leave everything out' }).click();
  else if (await page.getByRole('radio').count()) await page.getByRole('radio').first().check({ force: true });
  else if (await page.getByRole('checkbox').count()) await page.getByRole('checkbox').first().check({ force: true });
  for (const initials of await page.getByLabel(/^Your initials for/).all()) await initials.fill('NA');
  for (const agree of await page.getByRole('button', { name: 'I agree', exact: true }).all())
    if ((await agree.getAttribute('aria-pressed')) !== 'true') await agree.click();
};

test('two forms are read, answered, signed and handed back with the keyboard alone', async ({ startApp }) => {
  test.setTimeout(180_000);
  const { page } = await demo(startApp);
  const id = await handOver(page, 'noor', [...consent, { formId: 'professional-boundaries' }], consentOpening);
  const shownAt = new Date().toISOString();
  const press = async (name: string | RegExp): Promise<void> => {
    await page.getByRole('button', { name }).first().focus();
    await page.keyboard.press('Enter');
  };
  const tabTo = async (name: string | RegExp, role: 'radio' | 'checkbox' | 'textbox' | 'button'): Promise<void> => {
    const wanted = page.getByRole(role, { name }).first();
    await expect(async () => {
      await page.keyboard.press('Tab');
      expect(await wanted.evaluate((element) => element === document.activeElement)).toBe(true);
    }).toPass({ intervals: [0], timeout: 5_000 });
  };
  const answer = async (): Promise<void> => {
    for (const button of await page.getByRole('button', { name: 'I agree', exact: true }).all()) {
      await button.focus();
      await page.keyboard.press('Enter');
    }
    for (const field of await page.getByLabel(/^Your initials for/).all()) {
      await field.focus();
      await page.keyboard.type('NA');
    }
  };
  const signAndFinish = async (): Promise<void> => {
    await page.getByRole('group', { name: 'Noor Abadi' }).getByRole('radio', { name: 'Draw' }).focus();
    await page.keyboard.press('ArrowRight');
    await tabTo('Full name of Noor Abadi', 'textbox');
    await page.keyboard.type('Noor Abadi');
    await expect(page.getByRole('button', { name: 'Finish' })).toBeEnabled();
    await press('Finish');
  };
  const visited: string[] = [];
  const through = async (each: (title: string) => Promise<void>): Promise<void> => {
    while (!(await onLastPage(page))) {
      const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
      await expect(heading(page, title)).toBeFocused();
      visited.push(title);
      await each(title);
      await press(/^(Begin|Continue)$/);
      await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, title);
    }
  };
  await expect(page.getByText(`Form 1 of 2 · ${consentOpening}`)).toBeVisible();
  await through(async (title) => {
    if (title === 'Purpose today') {
      await tabTo('I’d rather not say', 'checkbox');
      await page.keyboard.press('Space');
    } else if (title === 'Areas') {
      await tabTo('Leave everything out', 'button');
      await page.keyboard.press('Enter');
    } else if (title === 'Contact level' || title === 'Clothing and draping') {
      await tabTo(/./, 'radio');
      await page.keyboard.press('Space');
    } else await answer();
  });
  await signAndFinish();
  await expect(heading(page, 'Clear boundaries for both of us')).toBeFocused();
  await through(answer);
  await signAndFinish();
  await expect(heading(page, 'Please hand the screen back')).toBeFocused();
  expect(visited).toContain('Possible benefits');

  await press('I’m the practitioner');
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'I’m the practitioner' })).toBeFocused();
  await press('I’m the practitioner');
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  expect(new URL(page.url()).hash).toBe(`#/clients/${id}/consent/returned`);

  const back = await returned(page, id);
  expect(back.map(({ signatures }) => signatures)).toEqual([
    [{ signer: 'client', method: 'typed', name: 'Noor Abadi' }],
    [{ signer: 'client', method: 'typed', name: 'Noor Abadi' }],
  ]);
  expect(back[0]?.answers).toMatchObject({ why: { kind: 'declined' }, areas: { kind: 'map', areas: {} }, questions: { kind: 'agreed' } });
  // The page asked for nothing that is not the client's; what Today was still asking for as it began was withheld.
  const trail = (await callFrom(page, 'audit.list', { actions: ['call-refused'] })) as {
    readonly value?: { readonly lines: readonly { readonly at: string }[] };
  };
  expect(trail.value?.lines.filter(({ at }) => at > shownAt)).toEqual([]);
});

test('every kind of page is whole in small windows and clean in light and dark', async ({ startApp }) => {
  test.setTimeout(300_000);
  const { page } = await demo(startApp);
  const forms = [
    {
      formId: 'students-observers',
      answers: { who: { kind: 'text', text: 'Ines Duarte, a student in her second year, watches from the chair' } },
    },
    { formId: 'release-of-information', blanks: { release_from: 'Alder Room', release_to: 'Dr. Okafor, 12 High Street, Guelph' } },
    { formId: 'informed-consent' },
  ];
  await handOver(page, 'noor', forms, 'Someone who would like to watch or learn');
  const looked = new Set<string>();
  const look = async (screen: string): Promise<void> => {
    if (looked.has(screen)) return;
    looked.add(screen);
    await scan(page, screen);
    await fitsEverywhere(page, screen);
  };
  const kindOf = async (): Promise<string> => {
    const is = async (kind: string, selector: string): Promise<string | null> => ((await page.locator(selector).count()) > 0 ? kind : null);
    return (
      (await is('practitioner’s part', '.part-written')) ??
      (await is('places', '.areas')) ??
      (await is('day', '.day')) ??
      (await is('one of several', '.options[role=radiogroup]')) ??
      (await is('any of several', 'fieldset.options')) ??
      (await is('text', '.options textarea')) ??
      (await is('statements', '.statement-answer')) ??
      'reading'
    );
  };
  const through = async (): Promise<void> =>
    answerAll(page, async (title) => {
      const kind = await kindOf();
      if (kind === 'day') await page.getByRole('textbox').fill('30 4 2027');
      else await answerPage(page);
      if (kind === 'any of several' && (await page.getByRole('checkbox', { name: 'Something else' }).count()))
        await page.getByRole('checkbox', { name: 'Something else' }).check({ force: true });
      await look(kind === 'reading' && title.length > 0 ? 'reading' : kind);
      if (await page.getByRole('textbox', { name: /^Your words for/ }).count())
        await page.getByRole('textbox', { name: /^Your words for/ }).fill('For my own peace');
    });
  await through();
  await look('last page with an observer');
  await page.getByRole('button', { name: 'Not today' }).click();
  await through();
  await look('last page with someone who may sign instead');
  await page.getByRole('button', { name: 'Not today' }).click();
  await goOn(page);
  await goOn(page);
  await goOn(page);
  await look('not answered yet');
  await page.getByRole('button', { name: 'I’d rather talk about it' }).click();
  await through();
  await look('last page with something to talk about');
  await page.getByRole('button', { name: 'Pause' }).click();
  await look('resting');
  await page.getByRole('button', { name: 'Stop for today' }).click();
  await look('hand back');
  await page.getByRole('button', { name: 'I’m the practitioner' }).click();
  await look('take back');
  await takeWrong(page);
  await look('take back, not the passphrase');
  expect([...looked].sort()).toEqual(
    [
      'any of several',
      'day',
      'hand back',
      'last page with an observer',
      'last page with someone who may sign instead',
      'last page with something to talk about',
      'not answered yet',
      'one of several',
      'places',
      'practitioner’s part',
      'reading',
      'resting',
      'statements',
      'take back',
      'take back, not the passphrase',
      'text',
    ].sort(),
  );
});

const takeWrong = async (page: Page): Promise<void> => {
  await page.getByLabel('Passphrase', { exact: true }).fill('something else entirely');
  await page.getByRole('button', { name: 'Take the screen back' }).click();
  await expect(page.getByText('That is not the passphrase.', { exact: false }).first()).toBeVisible();
  await expect(page.getByLabel('Passphrase', { exact: true })).toHaveValue('');
};

test('a reload comes back to the page with what was typed, and a vault that dies to the resting screen', async ({ startApp }) => {
  test.setTimeout(120_000);
  const { app, page } = await demo(startApp);
  await handOver(page, 'noor', consent, consentOpening);
  await toPurpose(page);
  await words(page).pressSequentially('To sleep');
  await expect(keptWord(page)).toBeVisible({ timeout: 1_500 });
  expect((await kept(page))[0]).toMatchObject({ page: 2, answers: { why: { kind: 'text', text: 'To sleep' } } });
  await page.reload();
  await expect(heading(page, 'Purpose today')).toBeVisible();
  await expect(words(page)).toHaveValue('To sleep');

  await words(page).press('End');
  await page.keyboard.type(' through the night');
  await expect(keptWord(page)).toBeVisible();
  app.killVault();
  const after = await app.nextPage();
  await expect(after.getByText('Please give this back to your practitioner')).toBeVisible();
  await expect(after.getByText('Noor')).toHaveCount(0);
  await scan(after, 'locked in hand-over');
  await fitsEverywhere(after, 'locked in hand-over');
  await unlock(after, passphrase);
  await expect(heading(after, 'Take your time')).toBeVisible();
  await after.getByRole('button', { name: 'Go on' }).click();
  await expect(words(after)).toHaveValue('To sleep through the night');
});

test('a lock in the middle of a form loses no answer and no stroke', async ({ startApp }) => {
  test.setTimeout(120_000);
  const { app, page } = await demo(startApp);
  await handOver(page, 'noor', consent, consentOpening);
  await answerAll(page, () => answerPage(page));
  await drawLine(page, 'Noor Abadi');
  await expect.poll(async () => (await kept(page))[0]?.signatures.length).toBe(1);
  // The page is gone before the key is up again.
  await page.keyboard.press('Control+l').catch(() => undefined);
  const locked = await app.nextPage();
  await expect(locked.getByText('Please give this back to your practitioner')).toBeVisible();
  await unlock(locked, passphrase);
  await expect(heading(locked, 'Take your time')).toBeVisible();
  await expect(locked.getByRole('navigation', { name: 'Main' })).toHaveCount(0);
  await locked.getByRole('button', { name: 'Go on' }).click();
  await expect(locked.getByRole('group', { name: 'Noor Abadi' }).getByText('Signed')).toBeVisible();
  await expect(locked.getByRole('button', { name: 'Finish' })).toBeEnabled();
});

test('an answer given differently takes the signature away; a tap is none, and nor is one without a name', async ({ startApp }) => {
  test.setTimeout(120_000);
  const { page } = await demo(startApp);
  await handOver(
    page,
    'noor',
    [{ formId: 'students-observers', answers: { who: { kind: 'text', text: 'Ines Duarte watches' } } }],
    'Someone who would like to watch or learn',
  );
  await answerAll(page, () => answerPage(page));
  const pad = page.getByRole('group', { name: 'Noor Abadi' }).locator('canvas');
  await pad.scrollIntoViewIfNeeded();
  await pad.click();
  await expect(page.getByText('A dot or a tap is not enough. Draw a longer line.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Finish' })).toBeDisabled();
  await expect(keptWord(page)).toHaveCount(0);
  await page.getByRole('group', { name: 'Noor Abadi' }).getByRole('button', { name: 'Clear' }).click();
  await drawLine(page, 'Noor Abadi');
  await drawLine(page, 'Observer');
  await expect(page.getByText('Write the full name as well', { exact: false })).toBeVisible();
  await expect(page.getByText('One signature to go')).toBeVisible();
  expect((await kept(page))[0]?.signatures.map(({ signer }) => signer)).toEqual(['client']);
  await page.getByLabel('Observer: full name').fill('Ines Duarte');
  await expect(page.getByRole('button', { name: 'Finish' })).toBeEnabled();
  await expect(keptWord(page)).toBeVisible();
  expect((await kept(page))[0]?.signatures.map(({ signer, name }) => [signer, name])).toEqual([
    ['client', ''],
    ['observer', 'Ines Duarte'],
  ]);

  await page
    .getByRole('button', { name: /^Change: / })
    .first()
    .click();
  await page.getByRole('radio').nth(1).check({ force: true });
  await answerAll(page, async () => undefined);
  await expect(page.getByText('Something changed. Please sign again.')).toBeVisible();
  await expect(page.getByText('2 signatures to go')).toBeVisible();
  expect((await kept(page))[0]?.signatures).toEqual([]);
});

test('two hand-overs one after the other show nothing of each other', async ({ startApp }) => {
  test.setTimeout(120_000);
  const { page } = await demo(startApp);
  await page.evaluate(() => Object.assign(window, { before: 'another page' }));
  const noor = await handOver(page, 'noor', consent, consentOpening);
  expect(await page.evaluate(() => 'before' in window)).toBe(false);
  await toPurpose(page);
  await words(page).fill('Marmalade in the morning');
  await expect(keptWord(page)).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Stop for today' }).click();
  await page.evaluate(() => Object.assign(window, { before: 'another page' }));
  await takeBack(page, passphrase);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  expect(await page.evaluate(() => 'before' in window)).toBe(false);

  const daniel = await handOver(page, 'daniel', consent, consentOpening);
  expect(daniel).not.toBe(noor);
  await expect(page.getByText('Noor')).toHaveCount(0);
  await toPurpose(page);
  await expect(words(page)).toHaveValue('');
  expect(JSON.stringify(await kept(page))).not.toMatch(/Marmalade|Noor/);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Stop for today' }).click();
  await takeBack(page, passphrase);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();

  // Handed over again, Noor goes on where they stood.
  await handOver(page, 'noor', consent, 'Purpose today');
  await expect(words(page)).toHaveValue('Marmalade in the morning');
});

test('no key, drop, menu or way back leads out, and nothing is lost by any', async ({ startApp }) => {
  test.setTimeout(120_000);
  const { page } = await demo(startApp);
  await page.evaluate(() => history.pushState({}, '', '#/clients'));
  await handOver(page, 'noor', consent, consentOpening);
  await toPurpose(page);
  await words(page).fill('To sleep through the night');
  const asIs = async (what: string): Promise<void> => {
    await expect(heading(page, 'Purpose today'), what).toBeVisible();
    await expect(words(page), what).toHaveValue('To sleep through the night');
    await expect(page.getByRole('navigation', { name: 'Main' }), what).toHaveCount(0);
    await expect(page.getByRole('dialog'), what).toHaveCount(0);
  };
  for (const key of [
    'Escape',
    'Control+k',
    'Control+p',
    'Control+s',
    'Control+o',
    'Control+f',
    'F1',
    'F3',
    'F11',
    'Alt+ArrowLeft',
    'Backspace',
  ]) {
    await heading(page, 'Purpose today').focus();
    await page.keyboard.press(key);
    await asIs(key);
  }
  for (let steps = 0; steps < 3; steps += 1) await page.evaluate(() => history.back());
  await asIs('the way back');
  await page.evaluate(() => history.go(-20));
  await asIs('far back');

  const prevented = await page.evaluate(() => {
    const field = document.querySelector('textarea');
    const data = new DataTransfer();
    data.setData('text/plain', 'dropped');
    data.items.add(new File(['x'], 'x.html', { type: 'text/html' }));
    const events = [
      ...['dragenter', 'dragover', 'drop'].map((type) => new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true })),
      new MouseEvent('contextmenu', { bubbles: true, cancelable: true }),
      ...['p', 'P', 's'].map((key) => new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true })),
    ];
    return events.map((event) => (field?.dispatchEvent(event) ? `${event.type} goes on` : 'stopped'));
  });
  expect(new Set(prevented)).toEqual(new Set(['stopped']));
  await asIs('a drop');
  await page.emulateMedia({ media: 'print' });
  await expect(heading(page, 'Purpose today')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.reload();
  await asIs('a reload');
});

test('what is too long is said beside its field, whole, and never said to be kept', async ({ startApp }) => {
  const { page } = await demo(startApp);
  await handOver(page, 'noor', consent, consentOpening);
  await toPurpose(page);
  await words(page).fill('To sleep');
  await expect(keptWord(page)).toBeVisible();
  await words(page).fill('x'.repeat(20_001));
  await expect(page.getByText('At most 20000 characters fit here; it has 20001 now')).toBeVisible();
  await expect(keptWord(page)).toHaveCount(0);
  await goOn(page);
  await expect(words(page)).toBeFocused();
  await expect(words(page)).toHaveValue('x'.repeat(20_001));
  expect((await kept(page))[0]?.answers.why).toEqual({ kind: 'text', text: 'To sleep' });
  await words(page).fill('x'.repeat(20_000));
  await expect(keptWord(page)).toBeVisible();
  expect((await kept(page))[0]?.answers.why).toEqual({ kind: 'text', text: 'x'.repeat(20_000) });
});

test('an option that stands alone clears the others, and one with words of its own asks for them', async ({ startApp }) => {
  test.setTimeout(120_000);
  const { page } = await demo(startApp);
  await handOver(page, 'noor', [{ formId: 'trauma-addendum' }], 'What helps you, and what to leave out');
  await goOn(page);
  await page.getByRole('button', { name: 'Skip' }).click();
  await page.getByRole('button', { name: 'Skip' }).click();
  const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
  await box('Cool water').check({ force: true });
  await box('Nothing that I know of').check({ force: true });
  await expect(box('Cool water')).not.toBeChecked();
  await box('Something else').check({ force: true });
  await expect(box('Nothing that I know of')).not.toBeChecked();
  await page.getByRole('textbox', { name: 'Your words for: Something else' }).fill('My dog at my feet');
  await box('I’d rather not say').check({ force: true });
  await expect(box('Something else')).not.toBeChecked();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await goOn(page);
  await expect.poll(async () => (await kept(page))[0]?.answers.helps).toEqual({ kind: 'declined' });
});

test('a part comes and goes with the answer that asks for it, and a day must be one in the calendar', async ({ startApp }) => {
  test.setTimeout(120_000);
  const { page } = await demo(startApp);
  const release = { formId: 'release-of-information', blanks: { release_from: 'Alder Room', release_to: 'Dr. Okafor, Guelph' } };
  await handOver(page, 'noor', [release], 'Permission to share');
  const option = (name: string) => page.getByRole('radio', { name, exact: true });
  await answerAll(page, async (title) => {
    if (title !== 'End date') await answerPage(page);
    if (title !== 'When it ends') return;
    await option('When something happens').check({ force: true });
    await goOn(page);
    await expect(heading(page, 'End event')).toBeVisible();
    await page.getByRole('button', { name: 'Back' }).click();
    await option('On a date').check({ force: true });
    await goOn(page);
    await expect(heading(page, 'End date')).toBeVisible();
    const day = page.getByRole('textbox');
    await day.fill('31 4 2027');
    await goOn(page);
    await expect(page.getByText('31 April is not a day in the calendar')).toBeVisible();
    await expect(day).toBeFocused();
    await day.fill('1 1 2020');
    await expect(page.getByText('Choose a day after today')).toBeVisible();
    await day.fill('31 12 9999');
    await expect(page.getByText('Choose a day within the next 12 months')).toBeVisible();
    await day.fill('30 4 2027');
    await expect(page.getByText(/^(30 April 2027|April 30, 2027)$/)).toBeVisible();
    await page.locator('input[type=date]').fill('2027-05-01');
    await expect(day).toHaveValue('1 5 2027');
    await page.getByRole('button', { name: 'Back' }).click();
  });
  const [filling] = await kept(page);
  expect([filling?.answers['expire-date'], filling?.answers['expire-event']]).toEqual([{ kind: 'date', day: '2027-05-01' }, undefined]);

  // Somebody may sign in the client's place; then their name is asked.
  await page.getByRole('button', { name: 'Signed in my place: Personal representative' }).click();
  await drawLine(page, 'Personal representative');
  await page.getByLabel('Personal representative: full name').fill('Ines Duarte');
  await expect(page.getByRole('button', { name: 'Finish' })).toBeEnabled();
  await page.getByRole('button', { name: 'Noor Abadi signs' }).click();
  await expect(page.getByText('One signature to go')).toBeVisible();
  await expect.poll(async () => (await kept(page))[0]?.signatures).toEqual([]);
});

test('what is to be talked about is not signed; handed over again, the form begins at its opening with a way to its end', async ({
  startApp,
}) => {
  test.setTimeout(120_000);
  const { page } = await demo(startApp);
  const id = await handOver(page, 'noor', [{ formId: 'emergency-contact' }], 'Someone we may call');
  // The second half of a double click belongs to the page before.
  await page.getByRole('button', { name: 'Begin' }).dblclick();
  await expect(heading(page, 'Name and number')).toBeVisible();
  await page.getByRole('button', { name: 'I’d rather talk about it' }).click();
  await expect(heading(page, 'Not to be called')).toBeVisible();
  await answerAll(page, async (title) => {
    if (title !== 'Not to be called') await answerPage(page);
  });
  await expect(page.getByText('One part to talk about first. Nothing is signed until then.')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Noor Abadi' })).toHaveCount(0);
  await goOn(page);
  await takeBack(page, passphrase);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  expect((await returned(page, id))[0]).toMatchObject({ talk: ['person'], signatures: [] });

  await handOver(page, 'noor', [{ formId: 'emergency-contact' }], 'Someone we may call');
  await page.getByRole('button', { name: 'To the last page' }).click();
  await page.getByRole('button', { name: 'Answer: Name and number' }).click();
  await words(page).fill('Ines Duarte, 416 555 0190');
  await goOn(page);
  await expect(heading(page, 'What may be said')).toBeVisible();
});

test('who would rather sign on paper hands the screen back, with no other form shown', async ({ startApp }) => {
  test.setTimeout(120_000);
  const { page } = await demo(startApp);
  await handOver(page, 'noor', [{ formId: 'electronic-records' }, ...consent], 'Signing on a screen');
  await answerAll(page, async (title) => {
    if (title === 'Screen or paper') await page.getByRole('radio', { name: 'On paper' }).check({ force: true });
    else await answerPage(page);
  });
  await expect(page.getByText('You can sign this choice here or on paper.')).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('You chose paper.', { exact: false })).toBeVisible();
  await scan(page, 'hand back, paper chosen');
  await page.reload();
  await expect(page.getByText('You chose paper.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the forms' }).click();
  await page.getByRole('button', { name: 'Change: Screen or paper' }).click();
  await page.getByRole('radio', { name: 'On this screen' }).check({ force: true });
  await goOn(page);
  await answerAll(page, () => answerPage(page));
  await expect(page.getByText('One signature to go')).toBeVisible();
  await expect(page.getByText('You can sign this choice here or on paper.')).toHaveCount(0);
  await drawLine(page, 'Noor Abadi');
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(heading(page, consentOpening)).toBeVisible();
});

test('a character no font has is named before anything is signed, and written otherwise or printed as its name', async ({ startApp }) => {
  test.setTimeout(120_000);
  const { page } = await demo(startApp);
  await handOver(page, 'noor', [{ formId: 'trauma-addendum' }], 'What helps you, and what to leave out');
  await goOn(page);
  await words(page).fill('When I go quiet 🦔');
  await answerAll(page, async (title) => {
    if (title !== 'What would make you want to stop') await answerPage(page);
  });
  const odd = page.getByRole('alert').filter({ hasText: 'Some characters cannot be printed' });
  await expect(odd.getByText('🦔', { exact: false })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Noor Abadi' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Finish' })).toBeDisabled();
  await scan(page, 'characters without a font');
  await fitsEverywhere(page, 'characters without a font');
  await odd.getByRole('button', { name: 'Write it differently' }).click();
  await expect(words(page)).toHaveValue('When I go quiet 🦔');
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await answerAll(page, async () => undefined);
  await odd.getByRole('button', { name: 'Print it that way' }).click();
  await expect(page.getByRole('group', { name: 'Noor Abadi' })).toBeVisible();
  await expect(odd).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('group', { name: 'Noor Abadi' })).toBeVisible();
  await expect(odd).toHaveCount(0);
});
