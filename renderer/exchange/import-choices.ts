import { type IcsChoice, type IcsClient, type IcsEvent, mayBecome } from '../../shared/calendar.ts';
import type { Instant } from '../../shared/time.ts';

/** What becomes of an event here. `client` null: an appointment of somebody who is still to be chosen. */
export type Becomes =
  | { readonly as: 'out' }
  | { readonly as: 'absence' }
  | { readonly as: 'appointment'; readonly client: Pick<IcsClient, 'id' | 'chosenName'> | null };

/** By the place of each event in the file; what is not in it is left out. */
export type Choices = ReadonlyMap<number, Becomes>;

export const leftOut: Becomes = { as: 'out' };
export const choiceOf = (choices: Choices, { index }: IcsEvent): Becomes => choices.get(index) ?? leftOut;

export const canBeTaken = (event: IcsEvent): boolean => mayBecome(event, 'appointment') || mayBecome(event, 'absence');

const isAhead = ({ endsAt }: IcsEvent, now: Instant): boolean => endsAt !== null && endsAt > now;

/** Those of today and later as appointments of the one client who has their name. */
export const withKnown = (events: readonly IcsEvent[], choices: Choices, now: Instant): Choices => {
  const known = events.filter((event) => isAhead(event, now) && event.clients.length === 1 && mayBecome(event, 'appointment'));
  return new Map([
    ...choices,
    ...known.map((event): [number, Becomes] => [event.index, { as: 'appointment', client: event.clients[0] ?? null }]),
  ]);
};

/** Those of today and later that are nothing yet as time away. */
export const withRestAway = (events: readonly IcsEvent[], choices: Choices, now: Instant): Choices => {
  const rest = events.filter((event) => isAhead(event, now) && choiceOf(choices, event).as === 'out' && mayBecome(event, 'absence'));
  return new Map([...choices, ...rest.map((event): [number, Becomes] => [event.index, { as: 'absence' }])]);
};

/** What is to come first, soonest first; then what was, newest first; what nobody can tell the time of last. */
export const inOrder = (events: readonly IcsEvent[], now: Instant): readonly IcsEvent[] => {
  const timed = events
    .filter(({ startsAt }) => startsAt !== null)
    .sort((one, other) => ((one.startsAt ?? '') < (other.startsAt ?? '') ? -1 : 1));
  return [
    ...timed.filter((event) => isAhead(event, now)),
    ...timed.filter((event) => !isAhead(event, now)).reverse(),
    ...events.filter(({ startsAt }) => startsAt === null),
  ];
};

export const filters = ['all', 'chosen', 'amiss'] as const;
export type Filter = (typeof filters)[number];

export const shownBy = (filter: Filter, events: readonly IcsEvent[], choices: Choices): readonly IcsEvent[] => {
  if (filter === 'all') return events;
  return events.filter((event) => (filter === 'chosen' ? choiceOf(choices, event).as !== 'out' : !canBeTaken(event)));
};

type Taken = { readonly choices: readonly IcsChoice[]; readonly withoutClient: number };

/** What is sent, and how many still want for a client. */
export const takenFrom = (events: readonly IcsEvent[], choices: Choices, serviceId: string): Taken => {
  const taken = events.flatMap((event): readonly (IcsChoice | null)[] => {
    const becomes = choiceOf(choices, event);
    const { index, startsAt } = event;
    if (startsAt === null || becomes.as === 'out') return [];
    if (becomes.as === 'absence') return [{ index, startsAt, as: 'absence' }];
    return [becomes.client ? { index, startsAt, as: 'appointment', clientId: becomes.client.id, serviceId } : null];
  });
  return { choices: taken.filter((one) => one !== null), withoutClient: taken.filter((one) => one === null).length };
};
