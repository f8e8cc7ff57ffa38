import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { type JSX, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import { words } from '../words.ts';
import { useErrorWords } from './error-words.ts';
import { Icon } from './icon.tsx';

type NoticeProps = {
  readonly tone: 'wait' | 'sage';
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly live?: boolean;
};

/** A calm box with an icon, a sentence and what to do. */
export const Notice = ({ tone, title, children, actions, live }: NoticeProps): JSX.Element => (
  <div className={`notice notice-${tone}`} role={live ? 'alert' : undefined}>
    <Icon icon={tone === 'wait' ? IconAlertCircle : IconInfoCircle} tone={tone === 'wait' ? 'wait-ink' : 'sage-ink'} />
    <div className="grow">
      <div className={tone === 'wait' ? 'b wait' : 'b good'}>{title}</div>
      {children ? <div className="ink-2">{children}</div> : null}
      {actions ? <div className="row notice-actions">{actions}</div> : null}
    </div>
  </div>
);

type ErrorProps = { readonly error: AppError; readonly again?: () => unknown; readonly children?: ReactNode };

/** A failure in words, where it happened. */
export const ErrorNotice = ({ error, again, children }: ErrorProps): JSX.Element => {
  const { t } = useTranslation('ui');
  const { title, text } = useErrorWords()(error);
  const retry = again ? (
    <Button variant="default" onClick={() => void again()}>
      {t('tryAgain')}
    </Button>
  ) : null;
  return (
    <Notice tone="wait" title={title} live actions={retry}>
      {text} {children}
    </Notice>
  );
};

/** Why a form was not saved, at its head: it comes into view, for the button that was pressed stands at the foot. */
export const SaveError = (props: ErrorProps): JSX.Element => {
  const box = useRef<HTMLDivElement>(null);
  const { error } = props;
  useEffect(() => {
    if (error) box.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  return (
    <div ref={box}>
      <ErrorNotice {...props} />
    </div>
  );
};

/** Says that something is done, once it is; with a way back where there is one. */
export const said = (text: string, undo?: { readonly word: string; readonly run: () => void }): void => {
  const id = notifications.show({
    icon: <Icon icon={IconCheck} tone="sage-ink" />,
    autoClose: undo ? 12_000 : 5_000,
    role: 'status',
    withCloseButton: true,
    closeButtonProps: { 'aria-label': words.t('close', { ns: 'ui' }) },
    message: undo ? (
      <span className="row">
        <span className="grow">{text}</span>
        <Button
          variant="subtle"
          onClick={() => {
            notifications.hide(id);
            undo.run();
          }}
        >
          {undo.word}
        </Button>
      </span>
    ) : (
      text
    ),
  });
};
