import { Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { mailLink } from '../../shared/mail-link.ts';
import { copyText } from '../copy-text.ts';
import { Icon } from './icon.tsx';
import { said } from './notice.tsx';

type Props = { readonly name: string; readonly email: string; readonly text: string };

/** Where the words are, before it is pressed. */
export const OpenMailHint = ({ emails }: { readonly emails: readonly string[] }): JSX.Element | null => {
  const { t } = useTranslation('ui');
  return emails.some((email) => mailLink(email) !== null) ? <p className="ink-2">{t('mail.hint')}</p> : null;
};

/**
 * Begins a message in the person's own mail program, after a question of the shell's. It is given the address and nothing else: the words
 * go to the clipboard, to be pasted. Nothing is offered where the address cannot go into such a link.
 */
export const OpenMail = ({ name, email, text }: Props): JSX.Element | null => {
  const { t } = useTranslation('ui');
  const href = mailLink(email);
  if (href === null) return null;
  return (
    <Button
      component="a"
      href={href}
      variant="default"
      leftSection={<Icon icon={IconMail} />}
      aria-label={t('mail.openOf', { name })}
      onClick={() => said(t(copyText(text) ? 'mail.copied' : 'copy.byHand'))}
    >
      {t('mail.open')}
    </Button>
  );
};
