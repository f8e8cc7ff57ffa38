import type { ConsentForm, FormElement } from './consent-form.ts';

/** Parts whose answer stands on a paper in a word, a tick, a date or initials. Places are marked on a chart, and scans and spoken words are kept on their own. */
const readable: ReadonlySet<FormElement['capture']> = new Set(['confirm', 'initial', 'choice', 'multi', 'text', 'date']);
/** Parts nobody answers. */
const silent: ReadonlySet<FormElement['capture']> = new Set(['display', 'system', 'signature']);

/** Each is made ready for one recipient first, and signed with that. */
const withRecipient: ReadonlySet<string> = new Set(['release-of-information', 'part2-consent']);

/**
 * Whether a form that was signed by hand can be filed from its scan. Not one about places of the body, which are marked with the client; not
 * a permission to tell somebody something; and not a form to stop things, which acts at once and needs no paper.
 */
export const isFiledFromPaper = ({ id, area, elements, validity }: Pick<ConsentForm, 'id' | 'area' | 'elements' | 'validity'>): boolean =>
  area === null &&
  validity.kind !== 'at-once' &&
  !withRecipient.has(id) &&
  elements.every(({ capture }) => readable.has(capture) || silent.has(capture));
