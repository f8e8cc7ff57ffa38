import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import type { CallName, InputOf, OutputOf } from '../../shared/calls.ts';
import type { Letter, LetterDraft, OpenLetter } from '../../shared/letters.ts';
import { ask } from './map.ts';

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
