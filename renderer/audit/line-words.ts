import type { TFunction } from 'i18next';
import type { AuditLine } from '../../shared/audit.ts';

const triggers = ['person', 'menu', 'window-closed', 'idle', 'sleep', 'screen-lock', 'quit'] as const;

/** What stands with an entry besides who, what and when; empty for most. */
export const detailWords = ({ action, recordId }: Pick<AuditLine, 'action' | 'recordId'>, t: TFunction<'audit'>): string => {
  if (recordId === null) return '';
  switch (action) {
    case 'locked': {
      const trigger = triggers.find((one) => one === recordId);
      return trigger ? t(`trigger.${trigger}`) : '';
    }
    case 'lock-settings-changed':
      return /^\d+$/.test(recordId) ? t('detail.minutes', { count: Number(recordId) }) : '';
    case 'locked-journal-unreadable':
      return /^\d+$/.test(recordId) ? t('detail.lines', { count: Number(recordId) }) : '';
    case 'call-refused':
      return t('detail.refused', { name: recordId });
    default:
      return '';
  }
};

/** Entries of one day after another, as they come. */
export const byDay = <L extends { readonly at: string }>(
  lines: readonly L[],
  dayOf: (at: string) => string,
): readonly { readonly day: string; readonly lines: readonly L[] }[] => {
  const days: { day: string; lines: L[] }[] = [];
  for (const line of lines) {
    const day = dayOf(line.at);
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
};
