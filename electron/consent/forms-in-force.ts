import type { Practice } from '../practice/practice.ts';
import type { FormContent } from './form-content.ts';

/** Spoken at each visit, in the session itself; and the one that needs the body chart and the practice's switch for sensitive areas. Both come with their parts. */
const notYetOffered: readonly string[] = ['session-consent', 'area-consent'];

/** The forms the practice offers, with the words it uses now: its own newest version, or those that came with the application. */
export const formsInForce = async (practice: Practice): Promise<readonly FormContent[]> =>
  practice.content.consents.items.filter((form) => !notYetOffered.includes(form.id));

/** The practice's own words by placeholder, as far as they may be printed. */
export const practiceWords = async (_practice: Practice): Promise<Readonly<Record<string, string>>> => ({});
