import type { OutputOf } from '../../shared/calls.ts';
import type { FormElement } from '../../shared/consent-form.ts';
import { healthFormId } from '../../shared/health.ts';
import { intakeFormId } from '../../shared/intake.ts';
import { partOf } from '../../shared/intake-rules.ts';

type Parts = { readonly id: string; readonly area: null; readonly elements: FormElement[] };

/** The client's part of the intake, for how long it takes. */
export const intakeParts = ({ items }: OutputOf<'intake.ofClient'>): Parts => ({
  id: intakeFormId,
  area: null,
  elements: items.filter((item) => item.answeredBy !== 'practitioner' && item.question !== null).flatMap((item) => partOf(item) ?? []),
});

/** The health questions, a page for each section, for how long they take. */
export const healthParts = ({ sections }: OutputOf<'health.content'>): Parts => ({
  id: healthFormId,
  area: null,
  elements: sections.map(({ id, title, intro, questions, maySkip }) => ({
    id,
    title,
    text: [intro, ...questions.map(({ question }) => question)].join(' '),
    help: '',
    section: '',
    capture: 'screen' as const,
    asks: 'person' as const,
    required: !maySkip,
    allowDeclined: false,
    options: [],
    signers: [],
    by: 'client' as const,
    askIf: null,
    exclusive: [],
    otherText: false,
    questions,
  })),
});
