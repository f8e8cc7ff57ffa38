import { IconAlertCircle } from '@tabler/icons-react';
import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type IntakeItem, safeLetters } from '../../shared/intake.ts';
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
    box.current?.scrollIntoView({ block: 'start' });
  }, [attempt]);
  if (open.length === 0) return null;
  return (
    <div ref={box} className="summary" role="alert" tabIndex={-1}>
      <div className="summary-title">
        <Icon icon={IconAlertCircle} size={22} tone="wait-ink" />
        {t('finish.open', { count: open.length })}
      </div>
      <dl className="open-parts">
        {safeLetters.map((letter) => {
          const own = items.filter((item) => item.letter === letter && open.includes(item.id));
          return own.length === 0 ? null : (
            <div key={letter}>
              <dt>{t(`letter.${letter}`)}</dt>
              <dd>
                {own.map((item) => (
                  <button key={item.id} type="button" className="inline-link" onClick={() => onOpen(item.id)}>
                    {item.label}
                  </button>
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
};
