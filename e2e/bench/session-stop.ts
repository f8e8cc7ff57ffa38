import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';
import type { SessionBody } from '../../shared/session-events.ts';
import { startApp } from '../fixtures/app.ts';
import { demo } from '../pages/map.ts';
import { begun, expectMode, happened, makeReady, openConductor, shoulder, stop } from '../pages/session.ts';
import { type Row, timesOf } from './measure.ts';

const rounds = 30;
const despite = ['later-block-minutes', 'first-session-touch', 'one-new-thing', 'new-first', 'after-rule', 'after-stop'];
const block: SessionBody<'block-started'> = {
  ...{ areas: [shoulder], technique: 'hold-shoulder', level: 2, minutes: 2, position: 'seated' },
  ...{ cover: 'clothed', chosenBy: 'client', announced: true, despite },
};

/** Hands on again, by the client's word. */
const handsOn = async (page: Page, isFirst: boolean): Promise<void> => {
  if (!isFirst) await happened(page, { kind: 'asked-on', body: { words: 'Please go on' } });
  await happened(page, { kind: 'place-asked', body: { area: shoulder, answer: 'yes', words: '' } }, { kind: 'block-started', body: block });
  await expect(page.getByRole('button', { name: 'Lift hands, check in' })).toBeVisible();
};

type Told = { readonly shown: number; readonly stored: number };
type Watched = { onEscape?: (timeStamp: number) => void; stopped?: Promise<Told> };

/** Before any script of the page: STOP lets nobody after it see the key. */
const hearEscape = (): void => {
  const here = window as unknown as Watched;
  window.addEventListener('keydown', ({ timeStamp }) => here.onEscape?.(timeStamp), true);
};

/**
 * In the window, for the next Escape: milliseconds until the frame that says "Hands are off" is painted, and until the vault has answered
 * that the stop is kept, when the page takes its note of it away.
 */
const watch = (): void => {
  const here = window as unknown as Watched;
  const painted = (): Promise<number> =>
    new Promise((done) => {
      const look = (): void => {
        if (!document.querySelector('.cd-stop')?.textContent?.startsWith('Hands')) return void requestAnimationFrame(look);
        // The first task after the frame: it has been drawn.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });
  const kept = (): Promise<number> =>
    new Promise((done) => {
      const own = Storage.prototype.removeItem;
      Storage.prototype.removeItem = function removeItem(name: string): void {
        Storage.prototype.removeItem = own;
        done(performance.now());
        own.call(this, name);
      };
    });
  here.stopped = new Promise((resolve) => {
    here.onEscape = (at) => {
      here.onEscape = () => undefined;
      void Promise.all([painted(), kept()]).then(([shown, stored]) => resolve({ shown: shown - at, stored: stored - at }));
    };
  });
};

const stopOnce = async (page: Page): Promise<Told> => {
  await page.evaluate(watch);
  await page.keyboard.press('Escape');
  const told = await page.evaluate(() => (window as unknown as Watched).stopped);
  if (!told) throw new Error('the key was not heard');
  await expect(stop(page)).toHaveText(/^Hands are off/);
  await page.keyboard.press('Escape');
  await expectMode(page, 'halted');
  return told;
};

/** STOP in the middle of a block, from the press of the key, in the host the window runs in here. */
export const sessionStop = async (): Promise<Row[]> => {
  const { app, page, id } = await demo(startApp, 'maya');
  try {
    await makeReady(page, id);
    await begun(page, id);
    await page.addInitScript(hearEscape);
    await openConductor(page);
    const told: Told[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await handsOn(page, round === 0);
      told.push(await stopOnce(page));
    }
    const [shown, stored] = [timesOf(told.map((one) => one.shown)), timesOf(told.map((one) => one.stored))];
    return [
      { what: 'STOP on the screen, from the key, p50', budget: 50, measured: shown.p50, unit: 'ms' },
      { what: 'STOP on the screen, from the key, p95', budget: 50, measured: shown.p95, unit: 'ms' },
      { what: 'STOP kept and answered, from the key, p50', budget: 50, measured: stored.p50, unit: 'ms' },
      { what: 'STOP kept and answered, from the key, p95', budget: 50, measured: stored.p95, unit: 'ms' },
    ];
  } finally {
    await app.stop();
  }
};
