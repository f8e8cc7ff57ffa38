import { Radio, Select } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { namings } from '../../shared/calendar.ts';
import type { PracticeLists } from '../ui/use-practice-lists.ts';

export type Naming = (typeof namings)[number];

type NamingProps<N extends Naming> = { readonly offered: readonly N[]; readonly value: N; readonly onChange: (naming: N) => void };

/** How clients are named on what leaves the screen. */
export const NamingChoice = <N extends Naming>({ offered, value, onChange }: NamingProps<N>): JSX.Element => {
  const { t } = useTranslation('exchange');
  const choose = (chosen: string): void => {
    const naming = offered.find((one) => one === chosen);
    if (naming) onChange(naming);
  };
  return (
    <Radio.Group label={t('naming.label')} value={value} onChange={choose}>
      <div className="row wrap exchange-radios">
        {offered.map((naming: Naming) => (
          <Radio key={naming} value={naming} label={t(`naming.${naming}`)} />
        ))}
      </div>
    </Radio.Group>
  );
};

type LaneProps = {
  readonly lists: PracticeLists;
  readonly value: string | null;
  readonly onChange: (practitionerId: string | null) => void;
  /** Whether all of them may be meant. */
  readonly everyone: boolean;
};

const all = 'all';

/** Whose calendar is meant; nothing where only one treats here. */
export const LaneChoice = ({ lists, value, onChange, everyone }: LaneProps): JSX.Element | null => {
  const { t } = useTranslation('exchange');
  const shown = lists.practitioners.filter(({ active, id }) => active || id === value);
  if (lists.practitioners.length < 2) return null;
  return (
    <Select
      className="exchange-lane"
      label={t('lane')}
      allowDeselect={false}
      data={[...(everyone ? [{ value: all, label: t('everyone') }] : []), ...shown.map(({ id, name }) => ({ value: id, label: name }))]}
      value={value ?? all}
      onChange={(chosen) => onChange(chosen === all ? null : chosen)}
    />
  );
};
