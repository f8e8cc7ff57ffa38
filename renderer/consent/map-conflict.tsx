import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyArea } from '../../shared/body-areas.ts';
import type { ConsentMap } from '../../shared/consent-map.ts';
import { Conflict, type Side } from '../ui/conflict.tsx';
import { decided, type Joined, type MapDraft, type Marks } from './map-edit.ts';
import { madeWords, placeName } from './map-view.ts';

type ConflictProps = {
  readonly joined: Joined;
  readonly newer: ConsentMap;
  readonly areas: readonly BodyArea[];
  readonly onDecided: (draft: MapDraft) => void;
};

const anywhere = 'anywhere';

/** The same places were changed here and elsewhere: what counts now beside what stands here. A place that was taken back is named like any other, and opens only if that is chosen. */
export const MapConflict = ({ joined: { draft, disputed, ceilingDisputed }, newer, areas, onDecided }: ConflictProps): JSX.Element => {
  const { t } = useTranslation('maps');
  const { t: tUi } = useTranslation('ui');
  const markWords = ({ places, ceiling }: Marks, code: string): string => {
    const mark = places[code];
    if (!mark || mark.state === 'no') return t('place.no');
    return t('change.mark', { state: t(`place.${mark.state}`), level: tUi(`level.${mark.firmest ?? ceiling}`) });
  };
  const differences = [
    ...(ceilingDisputed
      ? [
          {
            field: anywhere,
            label: t('change.anywhere'),
            theirs: tUi(`level.${draft.base.ceiling}`),
            yours: tUi(`level.${draft.now.ceiling}`),
          },
        ]
      : []),
    ...disputed.map((code) => ({
      field: code,
      label: placeName(t, areas, code),
      theirs: markWords(draft.base, code),
      yours: markWords(draft.now, code),
    })),
  ];
  const chosen = (sides: Readonly<Record<string, Side>>): void =>
    onDecided(
      decided(draft, {
        places: disputed.filter((code) => sides[code] === 'theirs'),
        ceiling: ceilingDisputed && sides[anywhere] === 'theirs',
      }),
    );
  return (
    <div className="map-conflict">
      <p className="b">{t('change.disputed')}</p>
      <p className="ink-2">
        <span className="block num">{madeWords(t, newer)}</span>
        {t('change.theirs')}
      </p>
      <Conflict differences={differences} busy={false} onChosen={chosen} done={t('change.decided')} />
    </div>
  );
};
