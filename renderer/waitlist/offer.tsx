import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FreeTime } from '../../shared/appointments.ts';
import { reminderDay } from '../../shared/reminder-words.ts';
import type { Match } from '../../shared/waitlist.ts';
import { usePractice } from '../practice.ts';
import { CopyButton, WordsToSend } from '../ui/copy-words.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { OpenMail, OpenMailHint } from '../ui/open-mail.tsx';
import { useSend } from '../use-call.ts';

type Props = { readonly time: FreeTime; readonly match: Match; readonly onOffered: () => void };

/** The words that offer a time to somebody, to be sent by hand; discreet, as reminders are. */
export const Offer = ({ time, match, onOffered }: Props): JSX.Element => {
  const { t } = useTranslation('waitlist');
  const { t: ui } = useTranslation('ui');
  const { place } = usePractice();
  const { send, isSending, error } = useSend('waitlist.offered');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { id, version, chosenName: name, email } = match.waiting;
  const { day, time: at, practitionerId, roomId, minutes } = time;
  const text = t('offer.text', { name, day: reminderDay(day, place), time: at });
  const mark = async (): Promise<void> => {
    const reply = await send({ id, version, slot: { day, time: at, practitionerId, roomId, minutes } });
    if (!reply.ok) return;
    said(t('offer.marked', { name }));
    onOffered();
  };
  return (
    <section className="offer" aria-labelledby={`offer-${id}`}>
      <h4 id={`offer-${id}`} ref={title} tabIndex={-1} className="b" dir="auto">
        {t('offer.title', { name })}
      </h4>
      <p className="ink-2">
        {t('offer.help')} {t('offer.whose')}
      </p>
      <OpenMailHint emails={[email]} />
      <WordsToSend id={`offer-text-${id}`} label={t('offer.textLabel')} text={text} />
      {error ? <ErrorNotice error={error} /> : null}
      <div className="row wrap">
        <CopyButton word={ui('copy.words')} text={text} done={ui('copy.done')} />
        <OpenMail name={name} email={email} text={text} />
        <Button leftSection={<Icon icon={IconCheck} />} disabled={isSending} onClick={() => void mark()}>
          {t('offer.mark')}
        </Button>
      </div>
    </section>
  );
};
