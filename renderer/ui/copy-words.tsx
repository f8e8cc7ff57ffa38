import { Button, Textarea } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../copy-text.ts';
import { Icon } from './icon.tsx';
import { said } from './notice.tsx';

type CopyProps = { readonly word: string; readonly text: string; readonly label?: string; readonly done: string };

/** Copies words, and says so once they are on the clipboard. */
export const CopyButton = ({ word, text, label, done }: CopyProps): JSX.Element => {
  const { t } = useTranslation('ui');
  return (
    <Button
      variant="default"
      leftSection={<Icon icon={IconCopy} />}
      {...(label ? { 'aria-label': label } : {})}
      onClick={() => said(copyText(text) ? done : t('copy.byHand'))}
    >
      {word}
    </Button>
  );
};

/** Words that are sent by hand: all of them in view, to be read before they go and selected where copying is refused. */
export const WordsToSend = ({ id, label, text }: { readonly id: string; readonly label: string; readonly text: string }): JSX.Element => (
  <Textarea
    id={id}
    label={label}
    value={text}
    readOnly
    autosize
    minRows={2}
    maxRows={10}
    dir="auto"
    onFocus={(event) => event.currentTarget.select()}
  />
);
