import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import type { CallName, InputOf, OutputOf } from '../../shared/calls.ts';
import type { SessionEvent } from '../../shared/session-events.ts';
import type { Session } from '../../shared/sessions.ts';
import { ask, mapOf } from './map.ts';
import { answerHealth } from './safety.ts';

/** The conductor, and sessions led up to where a story begins. */

const call = <N extends CallName>(page: Page, name: N, input: InputOf<N>): Promise<OutputOf<N>> => ask<OutputOf<N>>(page, name, input);

export const shoulder = 'B-TRAP-L';
export const neck = 'B-NECK';

/** Nothing is against hands-on work: both upper shoulders in, the neck on asking, at medium contact. */
export const makeReady = async (page: Page, clientId: string): Promise<void> => {
  await answerHealth(page, clientId, []);
  await call(page, 'consentMap.set', {
    clientId,
    basedOn: (await mapOf(page, clientId))?.id ?? null,
    ceiling: 3,
    areas: {
      [shoulder]: { state: 'yes', ceiling: 3 },
      'B-TRAP-R': { state: 'yes', ceiling: 2 },
      [neck]: { state: 'ask', ceiling: 2 },
    },
  });
};

/** The session as the vault has it. */
export const sessionOf = async (page: Page): Promise<Session> => {
  const { session } = await call(page, 'sessions.current', {});
  if (!session) throw new Error('no session is open');
  return session;
};

/** As it happened, behind the window's back. */
export const happened = async (page: Page, ...events: readonly SessionEvent[]): Promise<void> => {
  for (const event of events) {
    const { id: sessionId, state } = await sessionOf(page);
    await call(page, 'sessions.record', { sessionId, id: crypto.randomUUID(), seq: state.seq, ago: 0, event });
  }
};

const quietPlan = {
  areas: [shoulder],
  technique: 'hold-shoulder',
  level: 2,
  minutes: 2,
  position: 'seated',
  cover: 'clothed',
  chosenBy: 'client',
  announced: true,
} as const;

/** Hands are on the left shoulder. */
export const startBlock = (page: Page): Promise<void> =>
  happened(page, { kind: 'block-started', body: { ...quietPlan, areas: [shoulder], despite: [] } });

/** All that comes before touch was asked. */
export const begun = async (page: Page, clientId: string): Promise<void> => {
  await call(page, 'sessions.start', { clientId, appointmentId: null, plannedMinutes: 60, talkOnly: false });
  const { sha256, card } = await call(page, 'safety.card', { clientId });
  await happened(
    page,
    { kind: 'card-read', body: { sha256 } },
    { kind: 'health-asked', body: { changed: false, words: '' } },
    { kind: 'signal-rehearsed', body: { word: card.stop.word, gesture: card.stop.gesture } },
    { kind: 'checked-in', body: { distress: 3, pain: null, words: '', sensations: [] } },
    { kind: 'yes-heard', body: { answer: 'yes', areas: {}, ceiling: null, words: '' } },
  );
};

/** STOP, or what it reads after the first touch. */
export const stop = (page: Page): Locator => page.getByRole('button', { name: /^(STOP|Hands are off)/ });

/** After calls behind its back the page is loaded anew, and comes back to the session by itself. */
export const openConductor = async (page: Page): Promise<void> => {
  await page.reload();
  await expect(stop(page)).toBeVisible();
};

/** How long, in seconds, as the screen tells it. */
export const elapsed = async (page: Page): Promise<number> => {
  const told = await page.getByRole('timer').locator('.cd-elapsed').textContent();
  return (told ?? '').split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
};

/** The mode the vault has, once it stands. */
export const expectMode = (page: Page, mode: Session['state']['mode']): Promise<void> =>
  expect.poll(async () => (await sessionOf(page)).state.mode).toBe(mode);
