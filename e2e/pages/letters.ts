import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import type { CallName, InputOf, OutputOf } from '../../shared/calls.ts';
import type { Letter, LetterDraft, OpenLetter } from '../../shared/letters.ts';
import { ask } from './map.ts';
import { begun, happened, makeReady, sessionOf, startBlock } from './session.ts';

/** Letters on the desk, begun and saved behind the window's back. */

const call = <N extends CallName>(page: Page, name: N, input: InputOf<N>): Promise<OutputOf<N>> => ask<OutputOf<N>>(page, name, input);

/** Who looks after the client, and may be told how it goes. */
export const therapistOf = async (page: Page, clientId: string): Promise<string> => {
  const { members } = await call(page, 'careTeam.of', { clientId });
  const therapist = members.find(({ role }) => role === 'therapist');
  if (!therapist) throw new Error('nobody is in the care team');
  return therapist.contact.id;
};

export const letterOf = (page: Page, id: string): Promise<OpenLetter> => call(page, 'letters.get', { id });

/** The id of the letter that is on the screen. */
export const letterId = (page: Page): string => page.url().split('/letters/')[1] ?? '';

export const composed = async (page: Page, clientId: string): Promise<Letter> => {
  const contactId = await therapistOf(page, clientId);
  return (await call(page, 'letters.compose', { clientId, kindId: 'progress-update', to: { kind: 'contact', contactId } })).letter;
};

/** As another window would save it. */
export const saveElsewhere = async (page: Page, id: string, change: Partial<LetterDraft>): Promise<void> => {
  const { letter } = await letterOf(page, id);
  const { document, facts, purpose, exception, part2, clientNamed } = letter;
  await call(page, 'letters.save', {
    id,
    version: letter.version,
    draft: { document, facts, purpose, exception, part2, clientNamed, ...change },
  });
};

export const openLetter = async (page: Page, id: string): Promise<void> => {
  await page.goto(`${page.url().split('#')[0]}#/letters/${id}`);
  await expect(words(page)).toBeVisible();
};

/** The words under the hand. */
export const words = (page: Page): Locator => page.getByRole('textbox', { name: 'Words of the letter' });

/** What the head says of keeping it. */
export const savedAt = (page: Page): Locator => page.getByText(/^Saved \d\d:\d\d$/);

/** To whom on the page of a new letter, and begun. */
export const begunLetter = async (page: Page, to: string, title: string): Promise<void> => {
  await page.getByRole('radio', { name: to }).check();
  await page.getByRole('button', { name: 'Begin this letter' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();
};

/** A blank that is named among what is left to do. */
export const fillBlank = async (page: Page, label: RegExp, value: string): Promise<void> => {
  await page.getByRole('region', { name: 'Before you sign' }).getByRole('button', { name: label }).press('Enter');
  await page.getByRole('dialog', { name: 'Fill in a blank' }).getByRole('textbox').fill(value);
  await page.keyboard.press('Enter');
  await expect(words(page)).toContainText(value);
};

/** A session that was closed after a red flag, behind the window's back. */
export const flaggedSession = async (page: Page, clientId: string): Promise<void> => {
  await makeReady(page, clientId);
  await begun(page, clientId);
  await startBlock(page);
  await happened(
    page,
    { kind: 'flagged', body: {} },
    { kind: 'hands-off', body: {} },
    { kind: 'seen', body: { dissociation: 'D2', arousal: 'H1', item: null, signs: ['voice flat'], words: 'Looked past me' } },
  );
  await closed(page, 'With her sister');
};

/** A visit without touch. */
export const talkedSession = async (page: Page, clientId: string): Promise<void> => {
  await call(page, 'sessions.start', { clientId, appointmentId: null, plannedMinutes: 60, talkOnly: true });
  await closed(page, 'Steady');
};

const closed = async (page: Page, left: string): Promise<void> => {
  const { id: sessionId } = await sessionOf(page);
  await call(page, 'sessions.close', { sessionId, id: crypto.randomUUID(), end: { left, tasks: [] } });
};
