import { Radio } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { lastDayWords } from '../dates.ts';
import { Field, Marked, Wrong } from '../ui/field.tsx';
import { endsOnFrom, untils } from './clearance-rule.ts';
import type { ClearanceRecord } from './use-clearance-record.ts';

/** Until when it counts, each choice with the day it comes to. */
export const ClearanceUntil = ({ record }: { readonly record: ClearanceRecord }): JSX.Element => {
  const { t } = useTranslation('clearance');
  const { value, change, problemOf } = record;
  const wrong = problemOf('until');
  const label = (until: (typeof untils)[number]): string => {
    if (until === 'day') return t('record.untilDay');
    const endsOn = endsOnFrom({ ...value, until });
    return endsOn
      ? t('record.months', { count: Number(until), day: lastDayWords(endsOn) })
      : t('record.monthsOnly', { count: Number(until) });
  };
  return (
    <div className="fields clearance-column">
      <Marked wrong={wrong !== undefined}>
        <Radio.Group
          id="until"
          label={t('record.until')}
          value={value.until}
          onChange={(until) => change({ until: untils.find((one) => one === until) ?? '' })}
          error={wrong ? <Wrong>{wrong}</Wrong> : undefined}
        >
          <div className="clearance-about">
            {untils.map((until) => (
              <Radio key={until} value={until} label={label(until)} />
            ))}
          </div>
        </Radio.Group>
      </Marked>
      {value.until === 'day' ? (
        <Field
          id="last-day"
          label={t('record.lastDay')}
          help={t('ask.dayHelp')}
          width={220}
          value={value.lastDay}
          onChange={(lastDay) => change({ lastDay })}
          problem={problemOf('last-day')}
        />
      ) : null}
    </div>
  );
};
