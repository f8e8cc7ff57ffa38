import type { Page } from 'playwright-core';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { addClient, openRoom } from './pages/clients.ts';
import { openConsents, openConsentTab } from './pages/consent.ts';
import { passphrase, unlock } from './pages/door.ts';
import { clientId, heading, kept } from './pages/handover.ts';

/** The client's part of the SAFE intake: answered, skipped, left for a talk, paused and locked in between, and then in the practitioner's hands. */

const opening = 'About you and your visits';

const press = async (page: Page, name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> => {
  await page.getByRole(role, { name }).first().focus();
  await page.keyboard.press('Enter');
};

const tabTo = async (page: Page, name: string | RegExp, role: 'checkbox' | 'textbox' | 'searchbox'): Promise<void> => {
  const wanted = page.getByRole(role, { name }).first();
  await expect(async () => {
    await page.keyboard.press('Tab');
    expect(await wanted.evaluate((element) => element === document.activeElement)).toBe(true);
  }).toPass({ intervals: [0], timeout: 30_000 });
};

/** Goes on by one of the buttons under the page, to the next heading. */
const onBy = async (page: Page, name: string | RegExp): Promise<void> => {
  const before = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await press(page, name);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(before);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
};

const at = (page: Page, question: string): Promise<void> => expect(heading(page, question)).toBeFocused();

/** Tab comes to the choices of a question, where none is made yet to any of them, as the browser likes; arrows go on from there. */
const choose = async (page: Page, label: string): Promise<void> => {
  await expect(async () => {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
  }).toPass({ intervals: [0], timeout: 30_000 });
  await page.keyboard.press('Space');
  const wanted = page.getByRole('radio', { name: label, exact: true });
  while (!(await wanted.isChecked())) await page.keyboard.press('ArrowDown');
};

const lookAt = async (page: Page, screen: string): Promise<void> => {
  await scan(page, screen);
  await fitsEverywhere(page, screen);
};

type Entry = { readonly answer: unknown; readonly from: string | null; readonly talk: boolean };
type Reply = { readonly value: { readonly open: { readonly entries: Readonly<Record<string, Entry>> } | null } };

test('an intake is filled by keyboard alone, paused, locked and gone on with, and lies in the practitioner’s hands after', async ({
  startApp,
}) => {
  test.setTimeout(240_000);
  const app = await startApp({ demo: true });
  let page = app.page();
  await openRoom(page, 'Clients');
  await addClient(page, { chosenName: 'Samira Haddad', stopWord: 'amber', stopGesture: 'a lifted hand' });
  const id = await clientId(page, 'samira');

  await test.step('get it ready: the intake begins as the screen is handed over', async () => {
    await openConsentTab(page);
    await press(page, 'Get forms ready', 'link');
    for (const name of ['SAFE intake', 'Electronic records and signatures', 'How we keep your information']) {
      await page.getByRole('checkbox', { name }).focus();
      await page.keyboard.press('Space');
    }
    await expect(page.getByRole('checkbox', { name: 'SAFE intake' })).toBeChecked();
    await expect(page.getByRole('checkbox', { name: 'Consent to bodywork' })).toBeChecked();
    await expect(page.getByText(/^About \d+ pages, roughly \d+ minutes$/)).toBeVisible();
    await lookAt(page, 'intake made ready');
    await press(page, 'Hand over the screen');
    await at(page, opening);
    await expect(page.getByText('You never need to tell the story', { exact: false })).toBeVisible();
    await lookAt(page, 'opening of the intake');
    await onBy(page, 'Begin');
  });

  await test.step('choose, skip, say a number, talk', async () => {
    await at(page, 'Is it your own choice to be here today?');
    await expect(page.getByText('Safety · part 1 of 3')).toBeVisible();
    await press(page, 'Continue');
    await expect(page.getByRole('alert')).toContainText('Choose one, or say that you would rather talk about it');
    await choose(page, 'Partly');
    await onBy(page, 'Continue');
    await expect(page.getByText("You don't need to tell the story.")).toBeVisible();
    await onBy(page, 'Skip');
    await at(page, 'How upset or unsettled do you feel right now, from 0 to 10?');
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await choose(page, '0');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: '3', exact: true })).toBeChecked();
    await lookAt(page, 'a number from 0 to 10');
    await onBy(page, 'Continue');
    await at(page, 'How is your body today? Is anything new, sore or worrying?');
    await onBy(page, 'I’d rather talk about it');
    await onBy(page, 'Skip');
  });

  await test.step('name people, and nobody', async () => {
    await at(page, 'Who may we call if you feel very unwell here?');
    await tabTo(page, 'Phone', 'textbox');
    await page.keyboard.type('416 555 0188');
    await press(page, 'Continue');
    await expect(page.getByRole('alert')).toContainText('Write a name beside it');
    await page.keyboard.type('Sami Abadi');
    await page.keyboard.press('Tab');
    await page.keyboard.type('my brother');
    await press(page, 'Add another person');
    await expect(page.getByRole('group', { name: 'Person 2' }).getByLabel('Name')).toBeFocused();
    await lookAt(page, 'people');
    await press(page, 'Remove: Person 2');
    await expect(page.getByRole('group', { name: 'Person 2' })).toHaveCount(0);
    await onBy(page, 'Continue');
    await tabTo(page, 'Nobody', 'checkbox');
    await page.keyboard.press('Space');
    await onBy(page, 'Continue');
  });

  await test.step('pause, and go on where it was', async () => {
    const question = 'May we be in touch with any of them?';
    await at(page, question);
    await press(page, 'Pause');
    await at(page, 'Take your time');
    await press(page, 'Go on');
    await at(page, question);
    await onBy(page, 'Skip');
  });

  await test.step('a lock in the middle of a word keeps it', async () => {
    await tabTo(page, 'Your words', 'textbox');
    await page.keyboard.type('Sertraline, and a patch');
    await expect(page.getByText('Kept', { exact: true })).toBeVisible();
    // The page is gone before the key is up again.
    await page.keyboard.press('Control+l').catch(() => undefined);
    page = await app.nextPage();
    await unlock(page, passphrase);
    await at(page, 'Take your time');
    await press(page, 'Go on');
    await expect(page.getByRole('textbox', { name: 'Your words' })).toHaveValue('Sertraline, and a patch');
    await onBy(page, 'Continue');
  });

  await test.step('the stop word and the signal share a page, each with its own way to talk', async () => {
    await onBy(page, 'Skip');
    await onBy(page, 'Skip');
    await at(page, 'Which word will mean stop? Pick one you would not say by chance.');
    await tabTo(page, 'Your words', 'textbox');
    await page.keyboard.type('lantern');
    await press(page, 'I’d rather talk about it: Which signal will mean stop when words are hard?');
    await expect(page.getByText('We will talk about this first.', { exact: false })).toBeVisible();
    await lookAt(page, 'two questions on one page');
    await onBy(page, 'Continue');
    await onBy(page, 'Skip');
  });

  await test.step('mark a place in the list', async () => {
    await expect(page.getByText('Autonomy · part 2 of 3')).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'Everything' })).toHaveCount(0);
    await tabTo(page, 'Find a place', 'searchbox');
    await page.keyboard.type('back of the neck');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByText('1 ask me each time. Everything else stays out.')).toBeVisible();
    await onBy(page, 'Continue');
  });

  await test.step('the rest, up to what was answered', async () => {
    while (!(await page.getByRole('button', { name: 'I am done' }).count())) {
      if (await page.getByRole('button', { name: 'Skip' }).count()) await onBy(page, 'Skip');
      else if (await page.getByRole('button', { name: 'I’d rather talk about it', exact: true }).count())
        await onBy(page, 'I’d rather talk about it');
      else {
        for (const group of await page.getByRole('radiogroup').all()) {
          await group.getByRole('radio').first().focus();
          await page.keyboard.press('Space');
        }
        await onBy(page, 'Continue');
      }
    }
    await at(page, 'This is what you answered');
    await expect(page.getByRole('region', { name: 'Safety', exact: true })).toContainText('3 of 10');
    await expect(page.getByRole('region', { name: 'Autonomy', exact: true })).toContainText('Ask me each time: Back of the neck');
    await lookAt(page, 'what was answered');
    await onBy(page, 'I am done');
  });

  await test.step('the consent that follows offers what was marked, and marks nothing by itself', async () => {
    await at(page, 'Saying yes to bodywork');
    while (!(await page.getByLabel('Find a place').count())) {
      if (await page.getByRole('button', { name: 'Begin' }).count()) await onBy(page, 'Begin');
      else if (await page.getByRole('textbox', { name: 'Your words' }).count()) await onBy(page, 'I’d rather talk about it');
      else await onBy(page, 'Continue');
    }
    expect((await kept(page)).find(({ answers }) => 'areas' in answers)).toBeUndefined();
    await press(page, 'Start from what I marked just now');
    await expect(page.getByText('1 ask me each time. Everything else stays out.')).toBeVisible();
    await press(page, 'Pause');
    await press(page, 'Stop for today');
    await at(page, 'Please hand the screen back');
  });

  await test.step('it lies in the open intake, as the client’s', async () => {
    await press(page, 'I’m the practitioner');
    await page.keyboard.type(passphrase);
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Read through with Samira Haddad')).toBeVisible();
    await press(page, 'Go through the intake', 'link');
    await expect(page).toHaveURL(new RegExp(`#/clients/${id}/intake$`));
    const reply = (await callFrom(page, 'intake.ofClient', { clientId: id })) as Reply;
    const entries = reply.value.open?.entries ?? {};
    const given = (item: string): unknown => entries[item] && [entries[item].answer, entries[item].from, entries[item].talk];
    expect(
      [
        's-own-choice',
        's-steady',
        's-distress',
        's-body-now',
        's-emergency-contact',
        's-care-team',
        's-medicines',
        's-stop-word',
        's-stop-sign',
        'a-areas',
      ].map((item) => [item, given(item)]),
    ).toEqual([
      ['s-own-choice', [{ kind: 'choice', value: 'partly', other: '' }, 'client', false]],
      ['s-steady', undefined],
      ['s-distress', [{ kind: 'scale', value: 3 }, 'client', false]],
      ['s-body-now', [null, null, true]],
      [
        's-emergency-contact',
        [{ kind: 'contacts', people: [{ name: 'Sami Abadi', role: 'my brother', phone: '416 555 0188' }] }, 'client', false],
      ],
      ['s-care-team', [{ kind: 'contacts', people: [] }, 'client', false]],
      ['s-medicines', [{ kind: 'text', text: 'Sertraline, and a patch' }, 'client', false]],
      ['s-stop-word', [{ kind: 'text', text: 'lantern' }, 'client', false]],
      ['s-stop-sign', [null, null, true]],
      ['a-areas', [{ kind: 'map', areas: { 'B-NECK': 'ask' } }, 'client', false]],
    ]);
  });
});

test('the intake alone is handed over and opens after', async ({ startApp }) => {
  test.setTimeout(90_000);
  const page = (await startApp({ demo: true })).page();
  const id = await clientId(page, 'noor');
  await openConsents(page, 'noor', 'Noor Abadi');
  await page.goto(`${new URL(page.url()).href.split('#')[0]}#/clients/${id}/consent/prepare?form=safe-intake`);
  await expect(page.getByRole('checkbox', { name: 'SAFE intake' })).toBeChecked();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await page.getByRole('button', { name: 'Hand over the screen' }).click();
  await expect(heading(page, opening)).toBeVisible();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Stop for today' }).click();
  await page.getByRole('button', { name: 'I’m the practitioner' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Take the screen back' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`#/clients/${id}/intake$`));
  // Nothing of it is a form that came back.
  const back = (await callFrom(page, 'handover.returned', { clientId: id })) as { readonly value: { readonly fillings: unknown[] } };
  expect(back.value.fillings).toEqual([]);
});
