import { createHash } from 'node:crypto';
import type { BodyArea } from '../../shared/body-areas.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { type IntakeItem, intakeFormId } from '../../shared/intake.ts';
import { partOf } from '../../shared/intake-rules.ts';
import type { ClinicalContent } from '../consent/form-content.ts';
import { intents, shownText } from '../consent/prepare-form.ts';
import { itemsOf } from './safe-content.ts';

/** As the client reads it; nobody signs it. */
const words = {
  title: 'SAFE intake',
  clientTitle: 'About you and your visits',
  intro: 'Questions about you, and choices about touch. Answer what you like and leave the rest. We go through it together afterwards.',
} as const;

/** What the client answers by themselves. What is said or tried together, and forms of their own, are not in it. */
export const isForClient = (item: IntakeItem): boolean =>
  item.answeredBy !== 'practitioner' && item.question !== null && partOf(item) !== null;

/** The client's part of the intake as a form of its own: what is handed over, filled and given back like any other. */
export const intakeForm = (content: ClinicalContent, areas: readonly BodyArea[]): ConsentForm => {
  const sections = new Map(content.safe.safe_checklist.map(({ letter, word }) => [letter, word]));
  const shown = {
    ...words,
    id: intakeFormId,
    version: content.safe.content_version,
    language: content.consents.locale,
    elements: itemsOf(content.safe)
      .filter(isForClient)
      .flatMap((item) => partOf(item, sections.get(item.letter)) ?? []),
    area: null,
    areas: areas.map(({ code, label, view, region, offered }) => ({ code, label, view, region, offered })),
    intents,
    validity: { kind: 'until-changed' },
    eachBirthday: false,
  } as const satisfies Omit<ConsentForm, 'unfilled' | 'shownSha256'>;
  return { ...shown, unfilled: [], shownSha256: createHash('sha256').update(shownText(shown), 'utf8').digest('hex') };
};
