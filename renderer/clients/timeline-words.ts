import type { TFunction } from 'i18next';
import type { TimelineEntry } from '../../shared/timeline.ts';
import { dayOfYearWords, dayWords, momentDay, today } from '../dates.ts';

type T = TFunction<'timeline'>;
/** `title`: what it was; `more`: one line about it; `state`: where it stands, `waits` when something is to be done. */
export type EntryWords = { readonly title: string; readonly more: string; readonly state: string; readonly waits: boolean };

const shortDay = (day: string): string => (day.slice(0, 4) === today().slice(0, 4) ? dayOfYearWords(day) : dayWords(day));

const noteState = (t: T, note: { readonly signedAt: string | null } | null): Pick<EntryWords, 'state' | 'waits'> => {
  if (note === null) return { state: '', waits: false };
  return note.signedAt ? { state: t('signed', { day: momentDay(note.signedAt) }), waits: false } : { state: t('toSign'), waits: true };
};

const sessionWords = (t: T, entry: Extract<TimelineEntry, { kind: 'session' }>): EntryWords => {
  const { number, stops, talkOnly, blocks, touchSeconds, ended, note, incident } = entry;
  const touch = t('touch', { blocks: t('blocks', { count: blocks }), minutes: t('minutes', { count: Math.round(touchSeconds / 60) }) });
  const held = blocks === 0 ? t(talkOnly ? 'talkOnly' : 'noTouch') : touch;
  return {
    title: stops > 0 ? t('sessionStops', { number, stops: t('stops', { count: stops }) }) : t('session', { number }),
    more: [held, incident ? t('incident') : ''].filter((words) => words !== '').join(' · '),
    ...(ended ? noteState(t, note) : { state: t('open'), waits: true }),
  };
};

/** In the words of the page. */
export const entryWords = (t: T, entry: TimelineEntry): EntryWords => {
  const rest = { more: '', state: '', waits: false };
  switch (entry.kind) {
    case 'session':
      return sessionWords(t, entry);
    case 'note': {
      const said = entry.inError ? { state: t('inError'), waits: false } : noteState(t, entry);
      return { title: t('note', { day: shortDay(entry.on) }), more: t('by', { name: entry.authorName }), ...said };
    }
    case 'appointment':
      return { ...rest, title: entry.serviceName, state: t(`status.${entry.status}`) };
    case 'consent':
      return { ...rest, title: entry.title, state: t(entry.onPaper ? 'signedOnPaper' : 'signedForm') };
    case 'withdrawn':
      return { ...rest, title: entry.title, state: t(entry.isPart ? 'takenBackPart' : 'takenBack') };
    case 'map':
      return { ...rest, title: t('map'), more: t(`mapSource.${entry.source}`) };
    case 'intake':
      return { ...rest, title: t('intake', { number: entry.number }), state: t('goneThrough') };
    case 'health':
      return { ...rest, title: t('health', { number: entry.number }), state: t('answered') };
    case 'letter': {
      const { handedOverOn: on } = entry;
      const left = on ? t('handedOver', { day: shortDay(on) }) : t('notLeft');
      return { title: t('letter', { title: entry.title, name: entry.recipientName }), more: '', state: left, waits: on === null };
    }
    case 'answer':
      return { ...rest, title: t('answer', { title: entry.title }), state: shortDay(entry.on) };
    case 'told':
      return { ...rest, title: t('told', { name: entry.toName }), more: entry.way, state: shortDay(entry.on) };
    case 'file':
      return { ...rest, title: entry.title, state: entry.inError ? t('inError') : t('filed') };
    case 'task':
      return { ...rest, title: entry.title, state: t('done') };
    case 'added':
      return { ...rest, title: t('added') };
    case 'archived':
      return { ...rest, title: t('archived') };
    case 'merged':
      return { ...rest, title: t('merged', { name: entry.name }), more: entry.reason };
    case 'in-error':
      return { ...rest, title: t(entry.taken ? 'recordNotInError' : 'recordInError'), more: entry.reason };
  }
};
