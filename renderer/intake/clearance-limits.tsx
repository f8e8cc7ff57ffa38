import { NativeSelect, Radio } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyArea } from '../../shared/body-areas.ts';
import { Field, Marked, Wrong } from '../ui/field.tsx';
import { ClearancePlaces } from './clearance-places.tsx';
import { wholeLimits } from './clearance-rule.ts';
import type { ClearanceRecord } from './use-clearance-record.ts';

type Props = { readonly record: ClearanceRecord; readonly areas: readonly BodyArea[] };

/** What a clinician allows: where, how firm, how long, and whatever else they named. Nothing is "no limit named" unless they said so. */
export const ClearanceLimits = ({ record, areas }: Props): JSX.Element => {
  const { t } = useTranslation('clearance');
  const { t: tUi } = useTranslation('ui');
  const { value, change, problemOf } = record;
  const wrong = problemOf('where');
  return (
    <>
      <Marked wrong={wrong !== undefined}>
        <Radio.Group
          id="where"
          label={t('record.where')}
          value={value.where}
          onChange={(where) => change({ where: where === 'places' ? 'places' : 'all' })}
          error={wrong ? <Wrong>{wrong}</Wrong> : undefined}
        >
          <div className="contact-kinds">
            <Radio value="all" label={t('record.everywhere')} />
            <Radio value="places" label={t('record.places')} />
          </div>
        </Radio.Group>
      </Marked>
      {value.where === 'places' ? (
        <ClearancePlaces areas={areas} chosen={value.areas} onChosen={(codes) => change({ areas: codes })} />
      ) : null}
      <div className="two-fields clearance-column">
        <NativeSelect
          id="ceiling"
          label={t('record.ceiling')}
          value={value.ceiling}
          onChange={(event) => change({ ceiling: wholeLimits.find((one) => one === event.currentTarget.value) ?? '' })}
          data={wholeLimits.map((level) => ({ value: level, label: level === '' ? t('record.noLimit') : tUi(`level.${level}`) }))}
        />
        <Field
          id="minutes"
          label={t('record.minutes')}
          help={t('record.minutesHelp')}
          inputMode="numeric"
          value={value.minutes}
          onChange={(minutes) => change({ minutes })}
          problem={problemOf('minutes')}
        />
      </div>
      <div className="clearance-column">
        <Field
          id="limits"
          label={t('record.limits')}
          help={t('record.limitsHelp')}
          rows={2}
          value={value.limits}
          onChange={(limits) => change({ limits })}
          problem={problemOf('limits')}
        />
      </div>
    </>
  );
};
