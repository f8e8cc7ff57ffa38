import { Autocomplete, Button, Textarea } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shows } from '../../shared/text.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { today, typedDay } from '../dates.ts';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Wrong } from '../ui/field.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { TimeField } from '../ui/time-field.tsx';
import { wallTimeFromTyped } from '../ui/time-typed.ts';
import { useCall, useSend } from '../use-call.ts';
import { useLetter } from './letter-context.ts';
import { verdictIn } from './letter-refused.ts';
import { useVerdictWords } from './letter-words.ts';

/** Somebody says how and when it left: the application sends nothing. */
export const LetterLeft = ({ onClose }: { readonly onClose: () => void }): JSX.Element => {
  const { t } = useTranslation('letters');
  const { t: errors } = useTranslation('errors');
  const { open, show } = useLetter();
  const verdictWords = useVerdictWords();
  const ways = useCall('letters.kinds', {}).data?.transport ?? [];
  const { send, isSending, error } = useSend('letters.handedOver');
  const [on, setOn] = useState(typedDay(today()));
  const [way, setWay] = useState('');
  const [time, setTime] = useState('');
  const [words, setWords] = useState('');
  const [wasTried, setTried] = useState(false);
  const day = calendarDayFromTyped(on);
  const save = async (): Promise<void> => {
    setTried(true);
    const at = wallTimeFromTyped(time);
    if (!day || !shows(way) || (shows(time) && at === null)) return;
    const reply = await send({ id: open.letter.id, on: day, time: at, way, words });
    if (!reply.ok) return;
    onClose();
    show(reply.value);
    said(t('left.done'));
  };
  const verdict = verdictIn(error);
  // It may have left earlier on the day the permission was taken back.
  const asksTime = verdict !== null || time !== '';
  return (
    <Dialog title={t('left.title')} onClose={onClose}>
      <form
        className="fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className="ink-2">{t('left.text')}</p>
        <Autocomplete
          label={t('left.way')}
          description={t('left.wayHelp')}
          data={[...ways]}
          openOnFocus={false}
          value={way}
          onChange={setWay}
          error={wasTried && !shows(way) ? <Wrong>{errors('problem.required')}</Wrong> : undefined}
        />
        <DayField id="letter-left-on" label={t('left.on')} value={on} onChange={setOn} />
        {asksTime ? <TimeField id="letter-left-at" label={t('left.at')} help={t('left.atHelp')} value={time} onChange={setTime} /> : null}
        <Textarea
          label={t('left.words')}
          description={t('left.wordsHelp')}
          value={words}
          autosize
          minRows={2}
          dir="auto"
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {error ? <ErrorNotice error={error}>{verdict ? verdictWords(verdict, open.letter.recipient.name) : null}</ErrorNotice> : null}
        <div className="row wrap">
          <Button type="submit" disabled={isSending}>
            {t('left.action')}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {t('notNow')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
