import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type JSX, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import { palette } from './palette-store.ts';

/** The window's title, which a screen reader says first and a taskbar shows to everyone: never a client's name. */
export const useTitle = (page: string): void => {
  const { t } = useTranslation('app');
  useEffect(() => {
    document.title = page ? t('title', { page }) : t('name');
  }, [page, t]);
};

/** The heading of a page. Takes focus when the page comes, so that keyboard and screen reader start there. */
export const PageTitle = ({
  children,
  className,
  focusKey,
}: {
  readonly children: ReactNode;
  readonly className?: string;
  readonly focusKey?: string | number;
}): JSX.Element => {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key is a new page in the same place
  useEffect(() => heading.current?.focus({ preventScroll: true }), [focusKey]);
  return (
    <h1 ref={heading} tabIndex={-1} className={className ?? 'page-title'} dir="auto">
      {children}
    </h1>
  );
};

const isMac = (): boolean => /Mac/.test(navigator.userAgent);

export const SearchButton = ({ compact }: { readonly compact?: boolean }): JSX.Element => {
  const { t } = useTranslation('ui');
  const keys = isMac() ? t('keyCmdK') : t('keyCtrlK');
  return (
    <UnstyledButton
      className={compact ? 'search search-compact' : 'search'}
      onClick={palette.open}
      aria-label={compact ? t('searchKeys', { keys }) : undefined}
      aria-keyshortcuts="Control+K Meta+K"
    >
      <Icon icon={IconSearch} />
      {compact ? null : (
        <>
          <span className="grow">{t('search')}</span>
          <kbd>{keys}</kbd>
        </>
      )}
    </UnstyledButton>
  );
};

type HeadProps = {
  readonly title: string;
  /** For the taskbar, where a title with a client's name would be read by others. */
  readonly windowTitle?: string;
  readonly sub?: ReactNode;
  readonly action?: ReactNode;
  /** Another one is another page in the same place: the heading takes focus again. */
  readonly focusKey?: string | number;
};

/** Head of a page: title, search, at most one primary action. */
export const PageHead = ({ title, windowTitle, sub, action, focusKey }: HeadProps): JSX.Element => {
  useTitle(windowTitle ?? title);
  return (
    <header className="page-head">
      <div className="page-head-words">
        <PageTitle {...(focusKey === undefined ? {} : { focusKey })}>{title}</PageTitle>
        {sub ? <span className="ink-2 md">{sub}</span> : null}
      </div>
      <div className="page-head-tools">
        <SearchButton />
        {action}
      </div>
    </header>
  );
};
