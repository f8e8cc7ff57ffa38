import { Button, NativeSelect } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { type BodyArea, type ContactLevel, contactLevels } from '../../shared/body-areas.ts';
import type { AreaState } from '../../shared/consent-form.ts';
import type { PlaceMark } from './map-edit.ts';
import { PlaceCare } from './map-panel.tsx';

type PlaceProps = {
  readonly area: BodyArea;
  readonly mark: PlaceMark | undefined;
  /** On the map that counts until this one is saved. */
  readonly inForce: AreaState;
  readonly ceiling: ContactLevel;
  readonly onFirmest: (firmest: ContactLevel | null) => void;
  readonly onTakeBack: () => void;
};

const everywhere = 'everywhere';

/** The chosen place while the map is being changed: how firm here, what is to be known of it, and the way to have it out at once. */
export const EditedPlace = ({ area, mark, inForce, ceiling, onFirmest, onTakeBack }: PlaceProps): JSX.Element => {
  const { t } = useTranslation('maps');
  const { t: tUi } = useTranslation('ui');
  const state = mark?.state ?? 'no';
  // No contact here is "out".
  const lighter = contactLevels.filter((level) => level > 0 && level < ceiling);
  const tier = area.tier === 'ask_each' ? t('change.tierAsk') : area.tier === 'written_specific' ? t('change.tierWritten') : null;
  return (
    <>
      <div className="map-panel-part">
        <p className="b">{mark ? t(`place.${mark.state}`) : t('place.unmarked')}</p>
        {state !== 'no' && lighter.length > 0 ? (
          <NativeSelect
            label={t('change.firmestHere')}
            aria-label={t('change.firmestOf', { place: area.label })}
            value={mark?.firmest === null || mark === undefined || mark.firmest >= ceiling ? everywhere : String(mark.firmest)}
            onChange={(event) => onFirmest(lighter.find((level) => String(level) === event.currentTarget.value) ?? null)}
            data={[
              ...lighter.map((level) => ({ value: String(level), label: tUi(`level.${level}`) })),
              { value: everywhere, label: t('change.everywhere', { level: tUi(`level.${ceiling}`) }) },
            ]}
          />
        ) : null}
        {tier && state !== 'no' ? <p className="ink-2">{tier}</p> : null}
      </div>
      <PlaceCare area={area} />
      {inForce !== 'no' ? (
        <div className="map-panel-part map-panel-actions">
          {state === 'no' ? <p className="ink-2">{t('change.notNow')}</p> : null}
          <Button variant="default" aria-label={t('change.atOnceOf', { place: area.label })} onClick={onTakeBack}>
            {t('change.atOnce')}
          </Button>
        </div>
      ) : null}
    </>
  );
};
