import type { ConsentForm, FormElement } from './consent-form.ts';

/** Parts whose answer stands on a paper: a word, a tick, a date, initials, places marked on its chart, and another paper beside it. */
const readable: ReadonlySet<FormElement['capture']> = new Set(['confirm', 'initial', 'choice', 'multi', 'text', 'date', 'map', 'upload']);
/** Parts that are nobody's to answer, or are met by the signature. */
const silent: ReadonlySet<FormElement['capture']> = new Set(['display', 'system', 'signature', 'spoken_or_signature']);

/** Each is made ready for one recipient first, and signed with that. */
const withRecipient: ReadonlySet<string> = new Set(['release-of-information', 'part2-consent']);

/** Whether a form that was signed by hand can be filed from its scan. What is only spoken cannot; a permission to tell somebody something, once it is made ready for them. */
export const isFiledFromPaper = ({ id, elements }: Pick<ConsentForm, 'id' | 'elements'>, isMadeReady = false): boolean =>
  isMadeReady === withRecipient.has(id) && elements.every(({ capture }) => readable.has(capture) || silent.has(capture));

/** The parts of it that are read from the paper. */
export const isReadFromPaper = ({ capture }: Pick<FormElement, 'capture'>): boolean => readable.has(capture);
