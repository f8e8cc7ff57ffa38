import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import type { CallName, InputOf, OutputOf } from '../../shared/calls.ts';
import { type Answers, isAsked, partsToReview } from '../../shared/form-answers.ts';
import type { OpenLetter } from '../../shared/letters.ts';
import type { InformationKind, Release } from '../../shared/releases.ts';
import { passphrase } from './door.ts';
import { ask } from './map.ts';

/** Letters on the desk, and the permission they stand on, given behind the window's back. */

const call = <N extends CallName>(page: Page, name: N, input: InputOf<N>): Promise<OutputOf<N>> => ask<OutputOf<N>>(page, name, input);

const choice = (value: string): Answers[string] => ({ kind: 'choice', value, other: '' });
const multi = (...values: readonly string[]): Answers[string] => ({ kind: 'multi', values: [...values], other: '' });

/** Signed by the client on the screen, as far as the vault sees it: to this contact, for care, until their work ends. */
export const permitted = async (page: Page, clientId: string, contactId: string, kinds: readonly InformationKind[]): Promise<Release> => {
  const draft = await call(page, 'releases.prepare', { clientId, contactId, direction: 'to' });
  await call(page, 'handover.begin', { clientId, forms: [{ formId: draft.formId, blanks: { release: draft.id } }] });
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
  const { id: handoverId, fillings } = await call(page, 'handover.current', {});
  const filling = fillings[0];
  if (!filling) throw new Error('nothing was handed over');
  const { form } = filling;
  const said: Answers = {
    direction: choice('to'),
    desc: multi(...kinds),
    scores: multi(),
    'special-categories': multi('none'),
    purpose: multi('coordinate_care'),
    expire: choice('event'),
    'expire-event': { kind: 'text', text: 'when we finish our work' },
  };
  const answers: Answers = Object.fromEntries(
    form.elements.flatMap((element): [string, Answers[string]][] => {
      const plain: Answers[string] | undefined =
        element.capture === 'initial'
          ? { kind: 'initials', initials: 'MR' }
          : element.capture === 'confirm'
            ? { kind: 'agreed' }
            : element.capture === 'text'
              ? { kind: 'text', text: 'From June on' }
              : element.capture === 'choice'
                ? choice(element.options[0]?.value ?? '')
                : undefined;
      const answer = said[element.id] ?? plain;
      return answer && element.id !== 'authority' && isAsked(form, element, said) ? [[element.id, answer]] : [];
    }),
  );
  await call(page, 'handover.answer', {
    handoverId,
    fillingId: filling.id,
    revision: filling.revision,
    answers,
    talk: [],
    seen: form.elements.map(({ id }) => id),
    signatures: [{ signer: 'client', method: 'typed', name: 'Maya Rosario' }],
    substitutesAgreed: false,
    page: 0,
  });
  await call(page, 'handover.end', { handoverId, passphrase });
  await expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();
  await call(page, 'handover.review', { fillingId: filling.id, reviewed: [...partsToReview(form, answers)] });
  return call(page, 'releases.grant', { fillingId: filling.id, shownSha256: form.shownSha256, signatures: [] });
};

export const letterOf = (page: Page, id: string): Promise<OpenLetter> => call(page, 'letters.get', { id });

export const composed = (page: Page, clientId: string, contactId: string): Promise<OpenLetter> =>
  call(page, 'letters.compose', { clientId, kindId: 'progress-update', to: { kind: 'contact', contactId } });

export const openLetter = async (page: Page, id: string): Promise<void> => {
  await page.goto(`${page.url().split('#')[0]}#/letters/${id}`);
  await expect(words(page)).toBeVisible();
};

/** The words under the hand. */
export const words = (page: Page): Locator => page.getByRole('textbox', { name: 'Words of the letter' });

/** What the head says of keeping it. */
export const savedAt = (page: Page): Locator => page.getByText(/^Saved \d\d:\d\d$/);
