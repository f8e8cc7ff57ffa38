import { UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type JSX, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AreaState } from '../../../shared/consent-form.ts';
import type { NoteValue } from '../../../shared/note-values.ts';
import { onChart } from '../../ui/areas.ts';
import { BodyChart } from '../../ui/body-chart.tsx';
import { marksOf } from '../../ui/chart-marks.ts';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall } from '../../use-call.ts';
import { useNote } from './note-context.ts';
import { areasWords } from './note-value-words.ts';

type Areas = NonNullable<NoteValue['areas']>;

/** The chart and, for what is small on it, the places by name. */
const Shown = ({ areas, label }: { readonly areas: Areas; readonly label: string }): JSX.Element => {
  const { t } = useTranslation('notes');
  const { note } = useNote();
  const { data, error, again } = useCall('consentMap.get', { clientId: note.clientId });
  const marks = useMemo(() => marksOf(areas), [areas]);
  const places = useMemo(() => onChart(data?.areas ?? []), [data]);
  if (error) return <ErrorNotice error={error} again={again} />;
  if (!data) return <Waiting />;
  const named = (state: AreaState): string =>
    data.areas
      .filter(({ code }) => areas[code] === state)
      .map((area) => area.label)
      .join(' · ');
  return (
    <div className="note-map">
      <BodyChart plain label={label} areas={places} marks={marks} selected={null} />
      {(['yes', 'ask'] as const).map((state) =>
        named(state) ? (
          <p key={state} className="sm ink-2">
            {t(`areas.${state}`, { list: named(state) })}
          </p>
        ) : null,
      )}
    </div>
  );
};

type Props = {
  readonly label: string;
  readonly areas: NoteValue['areas'];
  readonly problem?: string | undefined;
  readonly children?: ReactNode;
};

/** Which places were in, as it stood with this note: how many, and the chart on asking. */
export const AreasField = ({ label, areas, problem, children }: Props): JSX.Element => {
  const { t } = useTranslation('notes');
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="note-areas" data-open={isOpen || undefined}>
      <span className="note-label">{label}</span>
      {areas === null ? (
        <span className="ink-3">{t('areas.none')}</span>
      ) : (
        <UnstyledButton className="note-areas-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <span>{areasWords(t, areas)}</span>
          <Icon icon={IconChevronDown} size={18} />
        </UnstyledButton>
      )}
      {problem ? <span className="wrong xs">{problem}</span> : null}
      {areas !== null && isOpen ? <Shown areas={areas} label={label} /> : null}
      {areas === null || isOpen ? children : null}
    </div>
  );
};
