import type { TFunction } from 'i18next';
import type { BodyArea } from '../../shared/body-areas.ts';
import type { Finding, FindingEvent } from '../../shared/finding.ts';
import { lastDayWords, sinceWords } from '../dates.ts';
import { placeNames } from './use-health.ts';

/** Why it stands there: what was answered, and where. */
export const causeWords = (t: TFunction<'health'>, { cause, source }: Pick<Finding, 'cause' | 'source'>): string =>
  cause === null
    ? t('cause.resolved')
    : cause === 'found'
      ? t('cause.found')
      : t('cause.said', { answer: t(`answer.${cause}`), where: t(`source.${source}`) });

/** One thing that happened to a finding, and when. */
export const eventWords = (t: TFunction<'health'>, event: FindingEvent, areas: readonly BodyArea[]): string => {
  const when = { time: sinceWords(event.at) };
  switch (event.what) {
    case 'said':
      return event.answer === 'found'
        ? t('event.found', when)
        : t('event.said', { ...when, answer: t(`answer.${event.answer}`), where: t(`source.${event.source}`) });
    case 'raised':
    case 'lowered':
      return t(`event.${event.what}`, { ...when, kind: t(`weight.${event.kind}`) });
    case 'marked':
      return t('event.marked', { ...when, places: placeNames(areas, event.areas) });
    case 'resolved':
      return t('event.resolved', when);
    case 'asked':
      return t('event.asked', { ...when, of: event.of });
    case 'answered':
      if (event.outcome === 'not-cleared') return t('event.notCleared', { ...when, from: event.from });
      return t('event.cleared', { ...when, from: event.from, day: event.endsOn ? lastDayWords(event.endsOn) : '' });
  }
};

/** The words that were given with it. */
export const eventReason = (event: FindingEvent): string => {
  if (event.what === 'said') return event.words;
  if (event.what === 'answered') return event.scope?.words ?? '';
  return event.what === 'asked' ? '' : event.reason;
};

/** Events are only ever added: where one stands is its name. */
export const numbered = (events: readonly FindingEvent[]): readonly { readonly number: number; readonly event: FindingEvent }[] =>
  events.map((event, index) => ({ number: index + 1, event }));
