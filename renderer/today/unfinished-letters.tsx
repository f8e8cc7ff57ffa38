import { IconMail } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import type { LettersDue } from './use-letters-due.ts';

const kinds = ['drafts', 'toHandOver', 'unanswered', 'updates'] as const;

/** Letters that wait, in one line, with the way to their desk. */
export const UnfinishedLetters = (due: LettersDue): JSX.Element | null => {
  const { t } = useTranslation('letters');
  if (due.total === 0) return null;
  return (
    <li className="unfinished-line">
      <Icon icon={IconMail} tone="wait-ink" />
      <div className="grow">
        <div className="b">{t('today.title', { count: due.total })}</div>
        <div className="xs ink-2 num">
          {kinds
            .filter((kind) => due[kind] > 0)
            .map((kind) => t(`today.${kind}`, { count: due[kind] }))
            .join(' · ')}
        </div>
        <ButtonLink to="/letters" variant="default" mt={8}>
          {t('today.open')}
        </ButtonLink>
      </div>
    </li>
  );
};
