import { IconAlertCircle } from '@tabler/icons-react';
import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeItem } from '../../shared/intake.ts';
import { Icon } from '../ui/icon.tsx';

type SummaryProps = {
  readonly items: readonly IntakeItem[];
  readonly open: readonly string[];
  readonly attempt: number;
  readonly onOpen: (id: string) => void;
};

/** What is open yet, by name, each with the way there. Takes focus at each attempt to finish. */
export const OpenSummary = ({ items, open, attempt, onOpen }: SummaryProps): JSX.Element | null => {
  const { t } = useTranslation('intake');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt === 0) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [attempt]);
  if (open.length === 0) return null;
  return (
    <div ref={box} className="summary" role="alert" tabIndex={-1}>
      <div className="summary-title">
        <Icon icon={IconAlertCircle} size={22} tone="wait-ink" />
        {t('finish.open', { count: open.length })}
      </div>
      <ul>
        {items
          .filter((item) => open.includes(item.id))
          .map((item) => (
            <li key={item.id}>
              <button type="button" className="inline-link" onClick={() => onOpen(item.id)}>
                {t(`letter.${item.letter}`)}: {item.label}
              </button>
            </li>
          ))}
      </ul>
    </div>
  );
};
