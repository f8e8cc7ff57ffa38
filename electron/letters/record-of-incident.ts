import type { Incident } from '../../shared/incidents.ts';
import { shows } from '../../shared/text.ts';
import type { Zone } from '../../shared/time.ts';
import type { Practice } from '../practice/practice.ts';
import { said } from './letter-said.ts';
import { listed, wallOf } from './letter-when.ts';
import { placesAt, scaleWords, type Visit, visitWords, type Words } from './record-of-visits.ts';

/** What a letter about something that happened is filled with: what was seen, in the words of the content; what was said stays out. */

const small = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

const minutesBetween = (from: string | null, to: string | null): string =>
  from === null || to === null ? '' : String(Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 60_000)));

const stepsOf = ({ grounding }: Incident): readonly string[] => [
  ...new Set(grounding.filter(({ what }) => what !== 'left-out').map(({ title }) => small(title))),
];

/** Signs that are on the list of the content; what was written beside them may be what the client said. */
const seenIn = ({ session }: Practice['content'], { seen }: Incident): readonly string[] => {
  const known = new Set([...session.dissociation, ...session.arousal].flatMap(({ signs }) => signs));
  return [...new Set(seen.flatMap(({ item, signs }) => [small(item), ...signs.filter((sign) => known.has(sign))]).filter(shows))];
};

/** From hands off, or the first step, until they were present again, or the last step. */
const groundedMinutes = ({ grounding, handsOffAt, presentAt }: Incident): string =>
  grounding.length === 0 ? '' : minutesBetween(handsOffAt ?? grounding[0]?.at ?? null, presentAt ?? grounding.at(-1)?.at ?? null);

export const incidentWords = (content: Practice['content'], incident: Incident, visit: Visit, zone: Zone): Words => {
  const at = (instant: string | null): string => (instant === null ? '' : wallOf(instant, zone));
  const { distress, told, disposition } = incident;
  const numbers = [distress.before, distress.at, distress.after].filter((one) => typeof one === 'number');
  const opened = Date.parse(incident.openedAt) - Date.parse(visit.startedAt);
  return {
    ...visitWords(content, visit, zone),
    ...placesAt(content, visit, opened),
    event_time: at(incident.openedAt),
    stop_time: at(incident.handsOffAt),
    call_time: at(told.find(({ means }) => means === 'phone')?.at ?? null),
    what_seen: '',
    facts_plain: listed(seenIn(content, incident)),
    ground_minutes: groundedMinutes(incident),
    grounding_used: listed(stepsOf(incident)),
    suds_peak: numbers.length > 0 ? String(Math.max(...numbers)) : '',
    suds_end: scaleWords(distress.after),
    suds_now: scaleWords(distress.after),
    leaving_state: small([incident.left, incident.wayHome].filter(shows).join(', ')),
    end_reason: disposition === null ? '' : (said.ends[disposition as keyof typeof said.ends] ?? ''),
    notified_words: listed(told.map(({ who, at: when }) => said.toldAt(who, at(when)))),
  };
};
