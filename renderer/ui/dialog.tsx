import { Modal } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: 480 | 560 | 640;
};

/** What is asked in front of a page, in fields; Escape and the sign at its corner lead back. */
export const Dialog = ({ title, onClose, children, size = 640 }: Props): JSX.Element => {
  const { t } = useTranslation('ui');
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
      {children}
    </Modal>
  );
};
