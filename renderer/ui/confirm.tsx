import { Button, Group, Modal } from '@mantine/core';
import type { JSX } from 'react';

type ConfirmProps = {
  readonly opened: boolean;
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
  readonly busy?: boolean;
};

/** Asks before something that hurts, with the thing's name in the question. The way back comes first. */
export const Confirm = ({ opened, title, text, yes, no, onYes, onNo, busy }: ConfirmProps): JSX.Element => (
  <Modal opened={opened} onClose={onNo} title={<span className="lg b">{title}</span>} withCloseButton={false} size={480}>
    <p className="confirm-text" dir="auto">
      {text}
    </p>
    <Group justify="flex-end" gap="sm">
      <Button variant="subtle" onClick={onNo} data-autofocus>
        {no}
      </Button>
      <Button variant="default" onClick={onYes} disabled={busy ?? false}>
        {yes}
      </Button>
    </Group>
  </Modal>
);
