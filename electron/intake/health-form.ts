import { createHash } from 'node:crypto';
import type { ConsentForm, FormElement } from '../../shared/consent-form.ts';
import { type HealthSection, healthFormId } from '../../shared/health.ts';
import type { ClinicalContent } from '../consent/form-content.ts';
import { intents, shownText } from '../consent/prepare-form.ts';
import { sectionsOf } from './health-content.ts';

/** As the client reads it; nobody signs it. */
const words = {
  title: 'Health screen',
  clientTitle: 'About your health',
  intro: 'Plain questions about your body, so that touch is safe for you. There is no wrong answer, and “not sure” is one too.',
} as const;

const partOf = (section: HealthSection, options: FormElement['options']): FormElement => ({
  id: section.id,
  title: section.title,
  text: section.intro,
  help: '',
  section: '',
  capture: 'screen',
  asks: 'person',
  required: !section.maySkip,
  allowDeclined: false,
  options,
  signers: [],
  by: 'client',
  askIf: null,
  exclusive: [],
  otherText: false,
  questions: section.questions,
});

/** The health screen as a form of its own, a page for each section: handed over, filled and given back like any other, and none of the consents. */
export const healthForm = (content: ClinicalContent): ConsentForm => {
  const options = content.health.client_answers.map(({ value, label }) => ({ value, label }));
  const sections = sectionsOf(content);
  const shown = {
    ...words,
    id: healthFormId,
    version: content.health.content_version,
    language: content.consents.locale,
    elements: sections.map((section) => partOf(section, options)),
    area: null,
    areas: [],
    intents,
    validity: { kind: 'until-changed' },
    eachBirthday: false,
  } as const satisfies Omit<ConsentForm, 'unfilled' | 'shownSha256'>;
  // What is asked on a page is read with it; the text of the consents has no place for it.
  const read = JSON.stringify([shownText(shown), sections.map(({ questions }) => questions)]);
  return { ...shown, unfilled: [], shownSha256: createHash('sha256').update(read, 'utf8').digest('hex') };
};
