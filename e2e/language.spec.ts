import type { Locator, Page } from 'playwright-core';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { answerHealth, findingOf, openAddress } from './pages/contacts.ts';
import { ask, demo } from './pages/map.ts';
import { begunNote, closedSession, noteField, noteOf, openNote } from './pages/notes.ts';

/** The language helper and the snippets, where a note is written and where words for others are. */

test.setTimeout(60_000);

const seen = 'Seen and heard';
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
const helper = (page: Page): Locator => page.getByRole('dialog');
const underlined = (page: Page): Locator => page.locator('.helped-phrase');
const cursorIn = (field: Locator): Promise<number> => field.evaluate((area) => (area as HTMLTextAreaElement).selectionStart);

test('phrases are underlined, three of a note at most, and looked at by keyboard; nothing changes but by a press', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  const note = await begunNote(page, id, await closedSession(page, id));
  await openNote(page, note.id);
  const field = noteField(page, seen);

  await test.step('typed text is looked through, what the client said is not', async () => {
    await field.fill('');
    await page.keyboard.type('Said “I was dissociated”. Breath slow, she was dissociated. Massage flushes toxins.');
    await expect(button(page, '2 phrases to look at')).toBeVisible();
    await expect(underlined(page)).toHaveText(['was dissociated', 'flushes toxins']);
    await expect(page.getByRole('status').filter({ hasText: 'F7 leads from one to the next.' })).toHaveCount(1);
    await page.keyboard.press('Home');
    await page.keyboard.type('Seated. ');
    await expect(underlined(page)).toHaveText(['was dissociated', 'flushes toxins']);
  });

  await test.step('F7 leads from one to the next, Escape back to the phrase', async () => {
    await page.keyboard.press('F7');
    await expect(helper(page)).toContainText('A label instead of what was seen.');
    await expect(helper(page)).toContainText('Try instead: "Eyes fixed on the wall');
    await expect(helper(page).getByRole('button', { name: /Use$/ }).first()).toBeFocused();
    await scan(page, 'a phrase looked at');
    await page.keyboard.press('F7');
    await expect(helper(page)).toContainText('Not supported.');
    await page.keyboard.press('Escape');
    await expect(helper(page)).toHaveCount(0);
    await expect(field).toBeFocused();
    expect(await cursorIn(field)).toBe((await field.inputValue()).length - 1);
  });

  await test.step('words are left out on asking, and one step back brings them again', async () => {
    await page.keyboard.press('F7');
    await expect(helper(page)).toContainText('A label instead of what was seen.');
    await button(page, 'Leave the words out Use').press('Enter');
    await expect(field).toHaveValue('Seated. Said “I was dissociated”. Breath slow, she. Massage flushes toxins.');
    await expect(underlined(page)).toHaveText(['flushes toxins']);
    await page.keyboard.press('Control+z');
    await expect(field).toHaveValue('Seated. Said “I was dissociated”. Breath slow, she was dissociated. Massage flushes toxins.');
    await expect(underlined(page)).toHaveCount(2);
  });

  await test.step('what was really noted can stand in their place', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press('F7');
    await button(page, /warm, and slower.* Use$/).press('Enter');
    await expect(field).toHaveValue(
      /^Seated\. Said “I was dissociated”\. Breath slow, she .*warm, and slower.*\. Massage flushes toxins\.$/,
    );
    await page.keyboard.press('Control+z');
    await expect(underlined(page)).toHaveCount(2);
  });

  await test.step('touched, it opens beside the hand; typing on closes it', async () => {
    await underlined(page).last().scrollIntoViewIfNeeded();
    const box = await underlined(page).last().boundingBox();
    await page.mouse.click((box?.x ?? 0) + 30, (box?.y ?? 0) + 10);
    await expect(helper(page)).toContainText('Not supported.');
    await expect(field).toBeFocused();
    await fitsEverywhere(page, 'a phrase looked at');
    await page.keyboard.press('End');
    await page.keyboard.type(' Good session.');
    await expect(helper(page)).toHaveCount(0);
    await expect(button(page, '3 phrases to look at')).toBeVisible();
  });

  await test.step('kept, it is not shown again, here or later; a fourth stays quiet', async () => {
    await noteField(page, 'Plan for next time').focus();
    await page.keyboard.type('Sensual, she did well.');
    await expect(underlined(page)).toHaveText(['was dissociated', 'flushes toxins', 'Sensual']);
    await page.keyboard.press('F7');
    await expect(helper(page)).toContainText('A label instead of what was seen.');
    await page.keyboard.press('Escape');
    await noteField(page, 'Plan for next time').press('Home');
    await page.keyboard.press('F7');
    await expect(helper(page)).toContainText('You are asked to read it once more before you sign.');
    await button(page, 'Keep my words').press('Enter');
    await expect(noteField(page, 'Plan for next time')).toBeFocused();
    await expect(button(page, '2 phrases to look at')).toBeVisible();
    await expect.poll(async () => (await noteOf(page, note.id)).kept).toEqual([{ rule: 'sexualised', words: 'Sensual' }]);
  });

  await test.step('quiet for a kind, or altogether, each with a way back', async () => {
    await page.keyboard.press('F7');
    await button(page, 'Quiet for this kind').press('Enter');
    await expect(underlined(page)).toHaveText(['flushes toxins', 'Good session']);
    await page.keyboard.press('F7');
    await button(page, 'Turn the helper off').press('Enter');
    await expect(underlined(page)).toHaveCount(0);
    await expect(button(page, /to look at/)).toHaveCount(0);
    await button(page, 'Undo').last().press('Enter');
    await expect(underlined(page)).toHaveText(['flushes toxins', 'Good session']);
    expect(await ask(page, 'language.settings', {})).toMatchObject({ mode: 'soft', off: ['symptom-as-state'] });
  });
});

test('a semicolon and a short word bring the words kept for it', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  const note = await begunNote(page, id);
  const afternoon = { trigger: 'afternoon', text: 'Walked a little.\nWater offered.', shared: false };
  await ask(page, 'snippets.save', { id: null, version: 0, snippet: afternoon });
  await openNote(page, note.id);
  const field = noteField(page, seen);
  const aft = 'Aftercare sheet given and read together.';
  await field.focus();

  await test.step('at a blank, Tab or Enter; one step back brings the short word; what is not known stays', async () => {
    await page.keyboard.type('Rest. ;aft');
    await page.keyboard.press(' ');
    await expect(field).toHaveValue(`Rest. ${aft} `);
    await page.keyboard.press('Control+z');
    await expect(field).toHaveValue('Rest. ;aft');
    await page.keyboard.press('Tab');
    await expect(field).toHaveValue(`Rest. ${aft}`);
    await expect(field).toBeFocused();
    await page.keyboard.type(' ;zzz and 5;aft ;Afternoon');
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue(`Rest. ${aft} ;zzz and 5;aft ${afternoon.text}`);
    await page.keyboard.press('Control+z');
    await expect(field).toHaveValue(`Rest. ${aft} ;zzz and 5;aft ;Afternoon`);
  });

  await test.step('those that begin so are listed under the hand, and chosen with the arrow keys or a touch', async () => {
    await field.fill('');
    await page.keyboard.type(';a');
    const list = page.getByRole('listbox', { name: 'Snippets' });
    await expect(list.getByRole('option')).toHaveText([`;aft${aft}`, /^;afternoon/]);
    await expect(page.getByRole('status').filter({ hasText: '2 snippets. Arrow down to choose one.' })).toHaveCount(1);
    await scan(page, 'snippets under the hand');
    await page.keyboard.press('Escape');
    await expect(list).toHaveCount(0);
    await page.keyboard.type('f');
    await expect(list).toHaveCount(0);
    await page.keyboard.press('Enter');
    await page.keyboard.type(';af');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(list.getByRole('option', { selected: true })).toHaveText(/^;afternoon/);
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue(`;af\n${afternoon.text}`);
    await page.keyboard.type(' ;a');
    await list.getByRole('option').first().click();
    await expect(field).toHaveValue(`;af\n${afternoon.text} ${aft}`);
    await expect(field).toBeFocused();
  });

  await test.step('a letter that is still being put together brings nothing', async () => {
    await field.fill(';aft');
    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
    await page.keyboard.press('Enter');
    await input.send('Input.insertText', { text: '日' });
    await expect(field).toHaveValue(/^;aft[に日\n]+$/);
  });

  await test.step('underlines lie under their letters, also from right to left', async () => {
    await field.fill(`${'נשימה ארוכה ואז שקט '.repeat(12)}PTSD ${'ועוד קצת '.repeat(9)}\nSensual`);
    await expect(underlined(page)).toHaveText(['PTSD', 'Sensual']);
    const laidOut = (part: Locator) =>
      part.evaluate((element) => {
        const { padding, font, letterSpacing, whiteSpace, overflowWrap, unicodeBidi, direction, borderWidth, tabSize } =
          getComputedStyle(element);
        const { x, y, width, height } = element.getBoundingClientRect();
        const how = [padding, font, letterSpacing, whiteSpace, overflowWrap, unicodeBidi, direction, borderWidth, tabSize];
        return { how, place: [x, y, width, height], isWhole: element.scrollHeight === element.clientHeight };
      });
    const mirror = page.locator('.helped', { has: field }).locator('.helped-mirror');
    expect(await laidOut(mirror)).toEqual({ ...(await laidOut(field)), isWhole: true });
  });
});

test('each kind is turned off and on in the settings, and words of a request are looked through as well', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  await page.goto(`${page.url().split('#')[0]}#/settings/notes`);
  const part = page.getByRole('region', { name: 'Language helper' });
  const toxins = part.getByRole('checkbox', { name: 'Such as “Massage flushes toxins from the muscles.”' });
  await expect(toxins).toBeChecked();
  await toxins.press('Space');
  await expect(toxins).not.toBeChecked();
  await expect(toxins).toBeFocused();
  await scan(page, 'what the helper looks for');
  expect(await ask(page, 'language.settings', {})).toMatchObject({ mode: 'soft', off: ['toxins'] });
  const all = part.getByRole('checkbox', { name: 'Look at what I write' });
  await all.press('Space');
  await expect(toxins).toHaveCount(0);
  await expect(all).toBeFocused();
  await all.press('Space');
  await expect(toxins).not.toBeChecked();

  await answerHealth(page, id, 'major-surgery');
  await openAddress(page, `/clients/${id}/clearance/new?finding=${await findingOf(page, id, 'major-surgery')}`);
  const question = page.getByLabel('What they are asked');
  await question.fill('Can this be cured? It flushes toxins. שלום');
  await button(page, '1 phrase to look at').press('Enter');
  await expect(helper(page)).toContainText('This promises. What was reported?');
  await button(page, 'Keep my words').press('Enter');
  await expect(question).toBeFocused();
  await expect(button(page, /to look at/)).toHaveCount(0);
  await expect(question).toHaveValue('Can this be cured? It flushes toxins. שלום');
});
