import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError, Unavailability } from '../../shared/app-error.ts';
import type { VaultStatus } from '../../shared/vault.ts';
import { useErrorWords } from '../ui/error-words.ts';
import { Logo, Rings } from '../ui/logo.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';
import { isMendable } from './mendable.ts';

type BrokenProps = {
  readonly problem: Unavailability;
  /** What counts all the same, said by the vault process before. */
  readonly said: AppError | null;
  /** Where the clinical content could not be read. */
  readonly content: VaultStatus['contentProblem'];
  readonly again: () => void;
  readonly onRestore: () => void;
};

/** Why nothing can be opened, and what to do next. Never an offer to delete anything. */
export const Broken = ({ problem, said, content, again, onRestore }: BrokenProps): JSX.Element => {
  const { t } = useTranslation('unlock');
  const words = useErrorWords()({ code: 'unavailable', reason: problem });
  useTitle(words.title);
  return (
    <main className="alone">
      <Rings of="unlock" />
      <div className="alone-column">
        <div className="alone-logo">
          <Logo size={52} />
        </div>
        <PageTitle className="alone-title">{words.title}</PageTitle>
        <p className="md ink-2 alone-words">
          {words.text}
          {content ? (
            <>
              <br />
              <code>{t('broken.where', content)}</code>
            </>
          ) : null}
        </p>
        {said ? <ErrorNotice error={said} /> : null}
        <div className="alone-actions">
          <Button size="md" onClick={again}>
            {t('broken.again')}
          </Button>
          {isMendable(problem) ? (
            <Button size="md" variant="default" onClick={onRestore}>
              {t('broken.restore')}
            </Button>
          ) : null}
        </div>
      </div>
    </main>
  );
};
