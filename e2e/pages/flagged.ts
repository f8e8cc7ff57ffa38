import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';
import type { InputOf, OutputOf } from '../../shared/calls.ts';
import { ask, mapOf } from './map.ts';
import { answerHealth } from './safety.ts';

/** A session under way, led there by calls: what is tested begins with the stop. */

type Session = OutputOf<'sessions.record'>;
type Event = InputOf<'sessions.record'>['event'];

export const current = async (page: Page): Promise<Session> => {
  const { session } = await ask<OutputOf<'sessions.current'>>(page, 'sessions.current', {});
  if (!session) throw new Error('no session is open');
  return session;
};

/** As it happened, behind the window's back. */
export const tell = async (page: Page, ...events: readonly Event[]): Promise<void> => {
  for (const event of events) {
    const { id: sessionId, state } = await current(page);
    await ask(page, 'sessions.record', { sessionId, id: crypto.randomUUID(), seq: state.seq, ago: 0, event });
  }
};

export const shoulder = 'B-TRAP-L';

const block: Event = {
  kind: 'block-started',
  body: {
    areas: [shoulder],
    technique: 'hold-shoulder',
    level: 2,
    minutes: 2,
    position: 'seated',
    cover: 'clothed',
    chosenBy: 'client',
    announced: true,
    despite: [],
  },
};

/** Hands are on the left shoulder, all that comes before was asked. */
export const touching = async (page: Page, clientId: string): Promise<void> => {
  await answerHealth(page, clientId, []);
  await ask(page, 'consentMap.set', {
    clientId,
    basedOn: (await mapOf(page, clientId))?.id ?? null,
    ceiling: 3,
    areas: { [shoulder]: { state: 'yes', ceiling: 3 } },
  });
  await ask(page, 'sessions.start', { clientId, appointmentId: null, plannedMinutes: 60, talkOnly: false });
  const { sha256 } = await ask<OutputOf<'safety.card'>>(page, 'safety.card', { clientId });
  await tell(
    page,
    { kind: 'card-read', body: { sha256 } },
    { kind: 'health-asked', body: { changed: false, words: '' } },
    { kind: 'signal-rehearsed', body: { word: 'amber', gesture: 'a lifted hand' } },
    { kind: 'checked-in', body: { distress: 3, pain: null, words: '', sensations: [] } },
    { kind: 'yes-heard', body: { answer: 'yes', areas: {}, ceiling: null, words: 'Yes, the shoulder' } },
    block,
  );
};

/** The conductor, as it is now. */
export const openConductor = async (page: Page): Promise<void> => {
  await page.goto(`${page.url().split('#')[0]}#/session`);
  await page.reload();
  await expect(page.getByRole('button', { name: /^(STOP|Hands are off)/ })).toBeVisible();
};
