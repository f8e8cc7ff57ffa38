import type { OutputOf } from '../../shared/calls.ts';
import type { CheckedNumbers } from '../../shared/safety.ts';
import { shows } from '../../shared/text.ts';
import { formFacts } from '../consent/form-facts-service.ts';
import { checkedNumbers, numbersMayBeShown } from '../intake/crisis-settings-service.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { todayHere } from '../practice/today.ts';
import { getHours } from '../schedule/hours-service.ts';
import { listPractitioners } from '../schedule/practitioners-service.ts';
import { hoursWords } from './aftercare-hours.ts';
import { blanksIn } from './session-files.ts';

/** What the practice says on every sheet, and what fills the blanks of its sentences. */
export type PracticeWords = {
  readonly blanks: Readonly<Record<string, string>>;
  /** How it is reached: phone and e-mail. */
  readonly contact: readonly string[];
  /** Of whoever makes the sheet; empty until they said. */
  readonly hours: string;
  /** Null: nobody checked them in the last two years. */
  readonly numbers: CheckedNumbers | null;
};

const ownHours = async (practice: Practice): Promise<string> => {
  const lane = (await listPractitioners(practice, {})).practitioners.find(({ keyholderId }) => keyholderId === practice.actor.id);
  const today = await todayHere(practice);
  const { hours } = await getHours(practice, { from: today, to: today });
  return hoursWords(hours.find(({ practitionerId }) => practitionerId === lane?.id)?.week ?? []);
};

export const practiceWords = async (practice: Practice): Promise<PracticeWords> => {
  const { practiceName, practitionerName } = await getProfile(practice);
  const facts = Object.fromEntries((await formFacts(practice, {})).facts.map(({ placeholder, words }) => [placeholder, words.trim()]));
  const numbers = (await numbersMayBeShown(practice)) ? await checkedNumbers(practice) : null;
  const { phone = '', practice_email: email = '' } = facts;
  return {
    blanks: {
      ...facts,
      practice_name: practiceName,
      practitioner_name: practitionerName,
      crisis_number: numbers?.crisis ?? '',
      emergency_number: numbers?.emergency ?? '',
    },
    contact: [phone, email].filter(shows),
    hours: await ownHours(practice),
    numbers,
  };
};

type Item = OutputOf<'aftercare.content'>['items'][number];

const always = 'always';

/** Each sentence of the content with its blanks filled once; what nobody filled is named. */
export const itemsWith = (
  { content: { aftercare } }: Pick<Practice, 'content'>,
  { blanks }: Pick<PracticeWords, 'blanks'>,
): readonly Item[] =>
  aftercare.items.map(({ id, category, title, client_text: text, show_when: when, default_on: isOn }): Item => {
    const empty = blanksIn(text).filter((blank) => !shows(blanks[blank] ?? ''));
    const missing = [...new Set(empty)].map((blank) => aftercare.placeholders[blank]?.label ?? blank);
    return {
      id,
      category,
      title,
      text: text.replace(/\{\{(\w+)\}\}/g, (gap, blank: string) => (shows(blanks[blank] ?? '') ? (blanks[blank] ?? gap) : '____')),
      when: when === always ? null : when,
      isTicked: when === always && isOn && missing.length === 0,
      missing,
    };
  });
