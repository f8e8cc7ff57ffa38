import type { TFunction } from 'i18next';
import type { SessionEvent } from '../../shared/session-events.ts';
import { shows } from '../../shared/text.ts';
import type { Labels } from './sessions-content.ts';
import { gradesWords, scaleWords } from './sessions-words.ts';

type T = TFunction<'sessions'>;
/** What happened, and what belongs to it, in words. */
export type ReadLine = { readonly what: string; readonly more: readonly string[] };

const said = (t: T, words: string): readonly string[] => (shows(words) ? [t('event.said', { words })] : []);

type Body<K extends SessionEvent['kind']> = Extract<SessionEvent, { kind: K }>['body'];

const yesLine = (t: T, { answer, areas, ceiling, words }: Body<'yes-heard'>, labels: Labels): ReadLine => {
  const placesOf = (kind: 'yes' | 'no'): string =>
    Object.keys(areas)
      .filter((code) => areas[code] === kind)
      .map(labels.place)
      .join('; ');
  const [yes, no] = [placesOf('yes'), placesOf('no')];
  return {
    what: t(answer === 'yes' ? 'event.yes' : `event.yes-${answer}`),
    more: [
      ...(yes ? [t('event.yesPlaces', { places: yes })] : []),
      ...(no ? [t('event.noPlaces', { places: no })] : []),
      ...(ceiling === null ? [] : [t('event.atMost', { level: labels.level(ceiling) })]),
      ...said(t, words),
    ],
  };
};

const checkInLine = (t: T, { distress, pain, words, sensations }: Body<'checked-in'>, labels: Labels): ReadLine => ({
  what: t('event.checkIn'),
  more: [
    ...(distress === null ? [] : [t('event.distress', { value: scaleWords(t, distress) })]),
    ...(pain === null ? [] : [t('event.pain', { value: scaleWords(t, pain) })]),
    ...(sensations.length > 0
      ? [sensations.map((id) => labels.content?.sensations.find((one) => one.id === id)?.word ?? id).join(', ')]
      : []),
    ...said(t, words),
  ],
});

const blockLine = (t: T, { technique, level, minutes, areas, despite }: Body<'block-started'>, labels: Labels): ReadLine => ({
  what: t('event.block', { what: t('event.blockParts', { technique: labels.technique(technique), level: labels.level(level), minutes }) }),
  more: [t('event.at', { places: areas.map(labels.place).join('; ') }), ...(despite.length > 0 ? [t('event.despite')] : [])],
});

const seenLine = (t: T, body: Body<'seen'>, labels: Labels): ReadLine => {
  const item = labels.content?.seen.find(({ id }) => id === body.item)?.what ?? body.item;
  return { what: t('event.seen'), more: [...gradesOf(t, body, labels), ...(item ? [item] : []), ...body.signs, ...said(t, body.words)] };
};

/** Here D0 and H0 are told too: they are what the resume rule waits for. */
const gradesOf = (t: T, { dissociation, arousal }: Body<'seen'>, labels: Labels): readonly string[] => [
  ...gradesWords(t, { dissociation, arousal }, labels),
  ...(dissociation === 'D0' ? [labels.dissociation('D0')] : []),
  ...(arousal === 'H0' ? [labels.arousal('H0')] : []),
];

const wayHomeLine = (t: T, { how, withWhom, advisedAgainstDriving }: Body<'way-home'>): ReadLine => {
  const way = [how, withWhom].filter(shows).join(', ');
  return {
    what: way ? t('event.wayHome', { way }) : t('event.wayUnknown'),
    more: advisedAgainstDriving ? [t('event.advised')] : [],
  };
};

const aftercareLine = (t: T, { items, words }: Body<'aftercare'>, labels: Labels): ReadLine => ({
  what: t('event.aftercare', { count: items.length }),
  more: [
    ...(items.length > 0 ? [items.map((id) => labels.content?.aftercare.find((one) => one.id === id)?.title ?? id).join('; ')] : []),
    ...said(t, words),
  ],
});

const plain = (what: string, more: readonly string[] = []): ReadLine => ({ what, more });

/** One event as it is read afterwards. */
export const readLine = (t: T, { kind, body }: SessionEvent, labels: Labels): ReadLine => {
  switch (kind) {
    case 'card-read':
      return plain(t('event.card-read'));
    case 'health-asked':
      return plain(body.changed ? t('event.health-changed', { words: body.words }) : t('event.health-same'));
    case 'signal-rehearsed':
      return plain(t('event.rehearsed', { signal: [body.word, body.gesture].filter(shows).join(', ') }));
    case 'yes-heard':
      return yesLine(t, body, labels);
    case 'place-asked':
      return plain(t(`event.asked-${body.answer}`, { place: labels.place(body.area) }), said(t, body.words));
    case 'checked-in':
      return checkInLine(t, body, labels);
    case 'settled':
      return plain(
        body.technique === null ? t('event.settledNot') : t('event.settled', { what: labels.technique(body.technique) }),
        said(t, body.words),
      );
    case 'position':
      return plain(t('event.position', { what: labels.content?.positions.find(({ id }) => id === body.position)?.label ?? body.position }));
    case 'block-started':
      return blockLine(t, body, labels);
    case 'halfway':
      return plain(t(`event.halfway-${body.answer}`));
    case 'hands-lifted':
      return plain(t(`event.lifted-${body.reason}`));
    case 'answered':
      return plain(t(`event.answered-${body.choice}`), said(t, body.words));
    case 'stop':
    case 'hands-off':
      return plain(t(`event.${kind}`));
    case 'signal-named':
      return plain(
        t('event.signal', { signal: labels.content?.signals.find(({ id }) => id === body.signal)?.label ?? body.signal }),
        said(t, body.words),
      );
    case 'asked-on':
      return plain(t('event.askedOn'), said(t, body.words));
    case 'flagged':
      return plain(t('event.flagged'));
    case 'seen':
      return seenLine(t, body, labels);
    case 'grounded':
      return plain(
        t('event.grounded', {
          what: t(`grounded.${body.what}`),
          title: labels.content?.grounding.find(({ n }) => n === body.step)?.title ?? body.step,
        }),
      );
    case 'told':
      return plain(t('event.told', { who: body.who, means: t(`means.${body.means}`) }), [
        ...(shows(body.under) ? [t('event.under', { under: body.under })] : []),
        ...said(t, body.words),
      ]);
    case 'disposed':
      return plain(t(`disposition.${body.choice}`), said(t, body.words));
    case 'phase':
      return plain(t(`event.phase-${body.to}`));
    case 'aftercare':
      return aftercareLine(t, body, labels);
    case 'way-home':
      return wayHomeLine(t, body);
    case 'remark':
      return plain(t('event.remark'), said(t, body.words));
    case 'places-taken-back':
      return plain(t('event.takenBack', { places: body.areas.map(labels.place).join('; ') }), said(t, body.words));
  }
};
