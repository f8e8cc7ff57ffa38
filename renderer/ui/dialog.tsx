import { Modal } from '@mantine/core';
import { type JSX, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: 480 | 560 | 640 | 960;
};

/**
 * The dialog begins at what it asks, not at the sign that closes it, and with the same step that draws it: Mantine looks for the beginning
 * later, and keys pressed in between would go astray.
 */
const begin = (body: HTMLDivElement | null): void => {
  const first =
    body?.querySelector<HTMLElement>('[data-autofocus]') ??
    body?.querySelector<HTMLElement>('input:not([type="hidden"]):not(:disabled), textarea, select');
  first?.setAttribute('data-autofocus', 'true');
  first?.focus({ preventScroll: true });
};

/** Where the focus was comes back when the dialog goes; Mantine does so only for one that stays drawn while it is closed. */
const useWayBack = (): void => {
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    before.current = document.activeElement;
  }, []);
  useEffect(
    () => () => {
      const { current } = before;
      if (document.activeElement === document.body && current instanceof HTMLElement) current.focus({ preventScroll: true });
    },
    [],
  );
};

/** What is asked in front of a page, in fields; Escape and the sign at its corner lead back. */
export const Dialog = ({ title, onClose, children, size = 640 }: Props): JSX.Element => {
  const { t } = useTranslation('ui');
  useWayBack();
  return (
    <Modal
      opened
      onClose={onClose}
      title={
        <span className="lg b" dir="auto">
          {title}
        </span>
      }
      closeButtonProps={{ 'aria-label': t('close'), size: 44, iconSize: 20 }}
      size={size}
    >
      <div ref={begin}>{children}</div>
    </Modal>
  );
};
