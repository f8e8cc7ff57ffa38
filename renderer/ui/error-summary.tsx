import { Anchor } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

export type FieldProblem = { readonly field: string; readonly label: string; readonly text: string };

/** Goes to a field by its id. */
export const goToField = (id: string): void => {
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: 'center' });
  const target = field?.matches('input, textarea, select, button, [tabindex]')
    ? field
    : field?.querySelector<HTMLElement>('input, textarea, select, button');
  target?.focus({ preventScroll: true });
};

type SummaryProps = {
  readonly problems: readonly FieldProblem[];
  readonly attempt: number;
  readonly goingOn?: boolean;
  /** What is before the person instead of saving, in words. */
  readonly title?: string;
  readonly idOf?: (field: string) => string;
};

/** All that needs another look, in one place that takes focus at each attempt; each line leads to its field. */
export const ErrorSummary = ({ problems, attempt, goingOn, title, idOf = (field) => field }: SummaryProps): JSX.Element | null => {
  const { t } = useTranslation('ui');
  const box = useRef<HTMLDivElement>(null);
  const count = problems.length;
  const any = count > 0;
  // Not at each line that goes: the person is in a field by then.
  useEffect(() => {
    if (attempt > 0 && any) box.current?.focus();
  }, [attempt, any]);
  if (count === 0) return null;
  return (
    <div ref={box} className="summary" role="alert" tabIndex={-1}>
      <div className="summary-title">
        <Icon icon={IconAlertCircle} size={22} tone="wait-ink" />
        {title ?? t(goingOn ? 'summary.goOn' : 'summary.title', { count })}
      </div>
      <ul>
        {problems.map((problem) => (
          <li key={problem.field}>
            <Anchor component="button" type="button" className="summary-link" onClick={() => goToField(idOf(problem.field))}>
              {problem.label}: {problem.text}
            </Anchor>
          </li>
        ))}
      </ul>
    </div>
  );
};
