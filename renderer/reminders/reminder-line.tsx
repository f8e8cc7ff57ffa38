import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { type Reminder, reminderWays } from '../../shared/reminders.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { CopyButton, WordsToSend } from '../ui/copy-words.tsx';
import { Icon } from '../ui/icon.tsx';
import { OpenMail } from '../ui/open-mail.tsx';
import { Reach } from '../ui/reach.tsx';

export type Way = (typeof reminderWays)[number];

type Props = { readonly reminder: Reminder; readonly busy: boolean; readonly onMark: (way: Way) => void };

/** Somebody to remind: their wishes first, the words, and how it was done. */
export const ReminderLine = ({ reminder, busy, onMark }: Props): JSX.Element => {
  const { t } = useTranslation('reminders');
  const { t: ui } = useTranslation('ui');
  const { chosenName: name, clientId, appointmentId, email, text } = reminder;
  return (
    <li className="card reminder">
      <h3 className="reminder-who md b">
        <time className="num">{t('at', { time: reminder.time })}</time>{' '}
        <Link to="/clients/$clientId" params={{ clientId }} className="tall-link" dir="auto">
          {name}
        </Link>
      </h3>
      <Reach of={reminder} />
      <WordsToSend id={`words-${appointmentId}`} label={t('words', { name })} text={text} />
      <div className="row wrap">
        <CopyButton word={ui('copy.words')} text={text} label={t('copyOf', { name })} done={t('copied', { name })} />
        <OpenMail name={name} email={email} text={text} />
        {email === '' ? null : <CopyButton word={t('mail')} text={email} label={t('mailOf', { name })} done={t('mailCopied')} />}
        <ButtonLink
          to="/reminders/$clientId/slip"
          params={{ clientId }}
          variant="default"
          leftSection={<Icon icon={IconPrinter} />}
          aria-label={t('slipOf', { name })}
        >
          {t('slip')}
        </ButtonLink>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              disabled={busy}
              leftSection={<Icon icon={IconCheck} />}
              rightSection={<Icon icon={IconChevronDown} size={16} />}
              aria-label={t('markOf', { name })}
            >
              {t('mark')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {reminderWays.map((way) => (
              <Menu.Item key={way} onClick={() => onMark(way)}>
                {t(`way.${way}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </li>
  );
};
