import type { TFunction } from 'i18next';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyArea } from '../../shared/body-areas.ts';
import type { MapArea } from '../../shared/consent-map.ts';
import type { ChangeKind, MapChanges, PlaceChange } from '../../shared/map-changes.ts';
import { placeName } from './map-view.ts';

/** What tightens first. */
const kinds: readonly ChangeKind[] = ['closed', 'narrower', 'opened', 'wider'];

const inOrder = (areas: readonly BodyArea[], places: readonly PlaceChange[]): readonly PlaceChange[] => {
  const at = (code: string): number => {
    const found = areas.findIndex((area) => area.code === code);
    return found === -1 ? areas.length : found;
  };
  return places.toSorted((one, other) => at(one.code) - at(other.code));
};

type Words = { readonly maps: TFunction<'maps'>; readonly ui: TFunction<'ui'> };

const heldWords = (t: Words, { state, ceiling }: MapArea): string =>
  state === 'no' ? t.maps('place.no') : t.maps('changes.held', { state: t.maps(`place.${state}`), level: t.ui(`level.${ceiling}`) });

/** What is different at one place, in words: "In, Medium, now Ask each time, Light". */
export const changeWords = (t: Words, { kind, from, to }: PlaceChange): string => {
  switch (kind) {
    case 'opened':
      return heldWords(t, to);
    case 'closed':
      return heldWords(t, from);
    case 'wider':
    case 'narrower':
      if (from.state === to.state)
        return t.maps('changes.from', { before: t.ui(`level.${from.ceiling}`), after: t.ui(`level.${to.ceiling}`) });
      return t.maps('changes.from', { before: heldWords(t, from), after: heldWords(t, to) });
  }
};

type ListProps = {
  readonly changes: MapChanges;
  readonly areas: readonly BodyArea[];
  /** What is said where nothing differs. */
  readonly none: string;
  /** Given, each place can be shown on the chart. */
  readonly onShow?: (code: string) => void;
  readonly level?: 3 | 4;
};

/** What opens, what closes and what changes otherwise, in words. */
export const ChangesList = ({ changes, areas, none, onShow, level = 3 }: ListProps): JSX.Element => {
  const { t: maps } = useTranslation('maps');
  const { t: ui } = useTranslation('ui');
  const Title = level === 3 ? 'h3' : 'h4';
  const { ceiling, places } = changes;
  if (!ceiling && places.length === 0) return <p className="ink-2">{none}</p>;
  return (
    <div className="map-changes">
      {ceiling ? (
        <div>
          <Title className="map-changes-title">{maps('changes.firmest')}</Title>
          <p>
            {ceiling.from === null
              ? ui(`level.${ceiling.to}`)
              : maps('changes.from', { before: ui(`level.${ceiling.from}`), after: ui(`level.${ceiling.to}`) })}
          </p>
        </div>
      ) : null}
      {kinds.map((kind) => {
        const own = inOrder(
          areas,
          places.filter((change) => change.kind === kind),
        );
        return own.length === 0 ? null : (
          <div key={kind} data-kind={kind}>
            <Title className="map-changes-title">{maps(`changes.${kind}`)}</Title>
            <ul>
              {own.map((change) => {
                const place = placeName(maps, areas, change.code);
                return (
                  <li key={change.code}>
                    {onShow ? (
                      <button
                        type="button"
                        className="map-change-place"
                        aria-label={maps('changes.show', { place })}
                        onClick={() => onShow(change.code)}
                      >
                        {place}
                      </button>
                    ) : (
                      <span className="b">{place}</span>
                    )}{' '}
                    <span className="ink-2">{changeWords({ maps, ui }, change)}</span>
                  </li>
                );
              })}
            </ul>
          </div>
        );
      })}
    </div>
  );
};
