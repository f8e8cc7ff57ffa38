import type { ConsentForm } from '../../shared/consent-form.ts';
import { callsForHelp, type KeptFinding } from '../../shared/finding-rules.ts';
import { type Answer, answerAsText } from '../../shared/form-answers.ts';
import type { Filled } from '../../shared/handover.ts';
import type { ClinicalContent } from '../consent/form-content.ts';
import type { Practice } from '../practice/practice.ts';
import { findingsOf } from './findings-repository.ts';
import { findingItems } from './health-content.ts';
import { wouldOpenCard } from './keep-said.ts';

type Screen = Pick<Filled, 'answers' | 'seen' | 'page'>;

/** What asks for a licensed service the same day, or for the emergency number (domain.md 0.3): as it is, or as it was raised for this client. */
export const urgentItems = (content: Pick<ClinicalContent, 'health' | 'safe'>, found: readonly KeptFinding[]): ReadonlySet<string> =>
  new Set([
    ...findingItems(content)
      .filter(({ action }) => callsForHelp(action))
      .map(({ id }) => id),
    ...found.filter(wouldOpenCard).map(({ item }) => item.id),
  ]);

const isUrgent = (answer: Answer | undefined, urgent: ReadonlySet<string>): boolean =>
  answer?.kind === 'screen' &&
  Object.entries(answer.answers).some(([id, given]) => (given === 'yes' || given === 'not_sure') && urgent.has(id));

/**
 * Pages the client has left, forwards or back, with an answer that calls for the practitioner now: the questions end there. While a page
 * is on the screen they may still change their mind; one they have not come to says nothing, whatever it was filled with.
 */
export const leftWithUrgent = (
  urgent: ReadonlySet<string>,
  { elements }: Pick<ConsentForm, 'elements'>,
  before: Screen,
  now: Screen,
): readonly string[] =>
  elements
    .map(({ id }, index) => ({ id, page: index + 1 }))
    .filter(({ id, page }) => {
      const wasOn = before.page === page || now.page > page || now.seen.includes(id) || before.seen.includes(id);
      const isAnother = answerAsText(before.answers[id]) !== answerAsText(now.answers[id]);
      return now.page !== page && (wasOn || isAnother) && isUrgent(now.answers[id], urgent);
    })
    .map(({ id }) => id);

/** Those pages, by what is asked here and what was found about this client. */
export const leftUrgently = async (
  practice: Practice,
  form: ConsentForm,
  before: Screen & { readonly clientId: string },
  now: Screen,
): Promise<readonly string[]> =>
  leftWithUrgent(urgentItems(practice.content, await findingsOf(practice.db, practice.content, before.clientId)), form, before, now);
