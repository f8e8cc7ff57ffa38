import { ActionIcon, Button, Menu, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDots, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '../../shared/time.ts';
import { daySpanWords, monthWords, weekdayWords } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';
import { type View, views } from './calendar-days.ts';
import { type ColumnKind, columnKinds } from './lanes.ts';

/** The days on the screen, in words. */
export const titleOf = (view: View, day: CalendarDay, days: readonly CalendarDay[]): string => {
  if (view === 'day') return weekdayWords(day);
  return view === 'month' ? monthWords(day) : daySpanWords(days[0] ?? day, days.at(-1) ?? day);
};

type HeadProps = {
  readonly view: View;
  readonly by: ColumnKind;
  readonly title: string;
  readonly onView: (view: View) => void;
  readonly onBy: (by: ColumnKind) => void;
  readonly onTurn: (by: 1 | -1) => void;
  readonly onToday: () => void;
  readonly onNew: () => void;
  readonly onKeys: () => void;
};

const Turn = ({ view, onTurn, onToday }: Pick<HeadProps, 'view' | 'onTurn' | 'onToday'>): JSX.Element => {
  const { t } = useTranslation('schedule');
  return (
    <div className="row cal-turn">
      <ActionIcon aria-label={t(`calendar.before.${view}`)} aria-keyshortcuts="PageUp" onClick={() => onTurn(-1)}>
        <Icon icon={IconChevronLeft} />
      </ActionIcon>
      <Button variant="default" aria-keyshortcuts="T" onClick={onToday}>
        {t('calendar.today')}
      </Button>
      <ActionIcon aria-label={t(`calendar.after.${view}`)} aria-keyshortcuts="PageDown" onClick={() => onTurn(1)}>
        <Icon icon={IconChevronRight} />
      </ActionIcon>
    </div>
  );
};

const others = [
  ['/appointments/find', 'find'],
  ['/wait-list', 'waitList'],
  ['/calendar/export', 'export'],
  ['/calendar/import', 'import'],
] as const;

/** What else there is to do with a calendar. */
const More = ({ onKeys }: Pick<HeadProps, 'onKeys'>): JSX.Element => {
  const { t } = useTranslation('schedule');
  const navigate = useNavigate();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('calendar.more')}>
          <Icon icon={IconDots} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {others.map(([to, word]) => (
          <Menu.Item key={word} onClick={() => void navigate({ to })}>
            {t(`calendar.go.${word}`)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={onKeys}>{t('calendar.keys')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

/** Title, what is shown and how, and what to do. */
export const CalendarHead = (props: HeadProps): JSX.Element => {
  const { t } = useTranslation('schedule');
  const { view, by, title, onView, onBy, onNew, onKeys } = props;
  const navigate = useNavigate();
  useTitle(t('calendar.title'));
  const hasColumns = view === 'day' || view === 'week';
  return (
    <header className="page-head cal-page-head">
      <div className="page-head-words">
        <PageTitle>{title}</PageTitle>
      </div>
      <div className="page-head-tools">
        <Turn {...props} />
        <SegmentedControl
          aria-label={t('calendar.views')}
          value={view}
          onChange={onView}
          data={views.map((value) => ({ value, label: t(`calendar.view.${value}`) }))}
        />
        {hasColumns ? (
          <SegmentedControl
            aria-label={t('calendar.columns')}
            value={by}
            onChange={onBy}
            data={columnKinds.map((value) => ({ value, label: t(`calendar.column.${value}`) }))}
          />
        ) : null}
        <div className="row cal-tools">
          <ActionIcon aria-label={t('calendar.print')} onClick={() => void navigate({ to: '/calendar/print' })}>
            <Icon icon={IconPrinter} />
          </ActionIcon>
          <More onKeys={onKeys} />
          <Button leftSection={<Icon icon={IconPlus} />} onClick={onNew} aria-label={t('calendar.newLong')} aria-keyshortcuts="N">
            {t('calendar.new')}
          </Button>
        </div>
      </div>
    </header>
  );
};
