import type { ConsentForm, FormElement } from './consent-form.ts';

/** A part of a form, and a form around some; shared by the tests of the rules of forms. */

export const element = (id: string, capture: FormElement['capture'], rest: Partial<FormElement> = {}): FormElement => ({
  id,
  title: id,
  text: id,
  help: '',
  section: '',
  capture,
  asks: 'agreement',
  required: true,
  allowDeclined: false,
  options: [],
  signers: [],
  by: 'client',
  askIf: null,
  exclusive: [],
  otherText: false,
  ...rest,
});

export const formOf = (...elements: FormElement[]): ConsentForm => ({
  id: 'f',
  version: '1.0.0',
  language: 'en',
  title: 'F',
  clientTitle: 'F',
  intro: '',
  elements,
  area: null,
  areas: [
    { code: 'B-TRAP-L', label: 'Top of the shoulder, left', view: 'back', region: 'shoulder', offered: true },
    { code: 'F-GROIN', label: 'Groin', view: 'front', region: 'pelvis', offered: false },
  ],
  unfilled: [],
  intents: {
    client: 'I sign',
    practitioner: 'I sign',
    witness: 'I sign',
    guardian: 'I sign',
    young_person: 'I sign',
    decision_maker: 'I sign',
    observer: 'I sign',
    personal_representative: 'I sign',
  },
  validity: { kind: 'until-changed' },
  eachBirthday: false,
  shownSha256: '0'.repeat(64),
});

export const options = (...values: string[]) => values.map((value) => ({ value, label: value }));
