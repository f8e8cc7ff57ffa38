import { Button, Select, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarDay } from '../../shared/time.ts';
import { today } from '../dates.ts';
import { goToField } from '../ui/error-summary.tsx';
import { Wrong } from '../ui/field.tsx';
import { type ActionKind, actionKinds, actionsOf } from './action-kinds.ts';
import { type ChosenClient, ClientChoice } from './client-choice.tsx';
import type { TrailQuery } from './use-trail.ts';

export type TrailFilter = {
  readonly actorId: string | null;
  readonly kind: ActionKind | null;
  readonly client: ChosenClient | null;
  /** As the fields have them: a day, or nothing while it is not yet one. */
  readonly from: string;
  readonly to: string;
};

export const everything: TrailFilter = { actorId: null, kind: null, client: null, from: '', to: '' };
export const isEverything = (filter: TrailFilter): boolean =>
  filter.actorId === null && filter.kind === null && filter.client === null && filter.from === '' && filter.to === '';

const dayOrNull = (typed: string): CalendarDay | null => CalendarDay.safeParse(typed).data ?? null;

export const daysTurned = ({ from, to }: TrailFilter): boolean => from !== '' && to !== '' && to < from;

export const queryOf = (filter: TrailFilter): TrailQuery => ({
  actorId: filter.actorId,
  clientId: filter.client?.id ?? null,
  actions: filter.kind ? actionsOf(filter.kind) : [],
  from: dayOrNull(filter.from),
  to: dayOrNull(filter.to),
});

type FiltersProps = {
  readonly filter: TrailFilter;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (filter: TrailFilter) => void;
};

/** Which part of the trail to show. It is shown as it is chosen. */
export const TrailFilters = ({ filter, people, onChange }: FiltersProps): JSX.Element => {
  const { t } = useTranslation('audit');
  const day = (field: 'from' | 'to'): JSX.Element => (
    <TextInput
      type="date"
      label={t(`filter.${field}`)}
      value={filter[field]}
      max={today()}
      error={field === 'to' && daysTurned(filter) ? <Wrong>{t('filter.turned')}</Wrong> : undefined}
      onChange={(event) => onChange({ ...filter, [field]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset className="trail-filters">
      <legend className="visually-hidden">{t('filter.title')}</legend>
      <Select
        id="trail-person"
        label={t('filter.person')}
        data={[{ value: '', label: t('filter.anyone') }, ...people.map(({ id, name }) => ({ value: id, label: name || t('someone') }))]}
        value={filter.actorId ?? ''}
        allowDeselect={false}
        onChange={(id) => onChange({ ...filter, actorId: id || null })}
      />
      <Select
        label={t('filter.kind')}
        data={[{ value: '', label: t('filter.all') }, ...actionKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))]}
        value={filter.kind ?? ''}
        allowDeselect={false}
        onChange={(kind) => onChange({ ...filter, kind: actionKinds.find((one) => one === kind) ?? null })}
      />
      <ClientChoice chosen={filter.client} onChoose={(client) => onChange({ ...filter, client })} />
      {day('from')}
      {day('to')}
      {isEverything(filter) ? null : (
        <Button
          variant="subtle"
          className="trail-clear"
          onClick={() => {
            onChange(everything);
            goToField('trail-person');
          }}
        >
          {t('filter.clear')}
        </Button>
      )}
    </fieldset>
  );
};
