import { Button } from '@mantine/core';
import { IconBodyScan, IconPencil, IconPill } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { isTaken, type Medicine } from '../../shared/medicines.ts';
import { dayWords, today } from '../dates.ts';
import { draftOf } from '../drafts.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { MedicineForm, medicineKey } from './medicines-form.tsx';
import { classOf, needsItsPlace } from './medicines-words.ts';
import { type Care, placeNames } from './use-health.ts';

type Props = { readonly medicine: Medicine; readonly care: Care };

/** One medicine with what is to be known of its kind, and how firm contact may be at most. */
export const MedicineRow = ({ medicine, care }: Props): JSX.Element => {
  const { t } = useTranslation('health');
  const { t: tUi } = useTranslation('ui');
  const [isChanging, setChanging] = useState(() => draftOf(medicineKey(medicine), z.unknown()) !== undefined);
  const { name, match, areas, note, takenUntil } = medicine;
  const of = classOf(care, medicine);
  const isPast = !isTaken(medicine, today());
  const toPlace = needsItsPlace(care, medicine) && !isPast;
  const waits = !isPast && (match === 'not-yet' || toPlace);
  return (
    <li className="item medicine">
      <div className="medicine-line">
        <Icon icon={IconPill} tone={waits ? 'wait-ink' : 'ink-2'} />
        <div className="grow">
          <p dir="auto" className="b">
            {name}
          </p>
          <p className={waits ? 'wait b' : 'ink-2'}>
            {of ? of.label : t(`medicine.match.${match === 'none' ? 'none' : 'not-yet'}`)}
            {of && !isPast
              ? `. ${t(of.scope === 'site' ? 'medicine.firmestThere' : 'medicine.firmest', { level: tUi(`level.${of.ceiling}`) })}`
              : ''}
          </p>
          {of && !isPast ? <p className="ink-2">{of.caution}</p> : null}
          {areas?.length ? <p className="ink-2">{t('medicine.places', { places: placeNames(care.areas, areas) })}</p> : null}
          {toPlace ? <p className="wait b">{t('medicine.placesNone')}</p> : null}
          {note ? (
            <p dir="auto" className="item-note">
              {note}
            </p>
          ) : null}
          {takenUntil ? <p className="ink-2 num">{t('medicine.takenUntil', { day: dayWords(takenUntil) })}</p> : null}
        </div>
        {care.canWork && !isChanging ? (
          <div className="row wrap">
            {of?.scope === 'site' && !isPast ? (
              <ButtonLink
                to="/clients/$clientId/health/medicines/$medicineId"
                params={{ clientId: care.client.id, medicineId: medicine.id }}
                variant={toPlace ? 'filled' : 'default'}
                leftSection={<Icon icon={IconBodyScan} size={18} />}
                aria-label={t(areas?.length ? 'act.changePlacesOf' : 'act.markPlacesOf', { condition: name })}
              >
                {t(areas?.length ? 'act.changePlaces' : 'act.markPlaces')}
              </ButtonLink>
            ) : null}
            <Button
              id={`medicine-${medicine.id}`}
              variant={match === 'not-yet' && !isPast ? 'default' : 'subtle'}
              leftSection={<Icon icon={IconPencil} size={18} />}
              aria-label={t(match === 'not-yet' ? 'medicine.lookOf' : 'medicine.changeOf', { name })}
              onClick={() => setChanging(true)}
            >
              {t(match === 'not-yet' ? 'medicine.look' : 'medicine.change')}
            </Button>
          </div>
        ) : null}
      </div>
      {isChanging ? (
        <div className="item-body">
          <MedicineForm
            medicine={medicine}
            care={care}
            onDone={() => {
              setChanging(false);
              requestAnimationFrame(() => document.getElementById(`medicine-${medicine.id}`)?.focus({ preventScroll: true }));
            }}
          />
        </div>
      ) : null}
    </li>
  );
};
