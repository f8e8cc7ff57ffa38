import { Button, Textarea } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shows } from '../../shared/text.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { today, typedDay } from '../dates.ts';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Wrong } from '../ui/field.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { useSend } from '../use-call.ts';
import { useLetter } from './letter-context.ts';
import { ReplyPaper, useReplyPaper } from './letter-reply-paper.tsx';

/** What came back, in words, with its scan or the paper where it is filed. */
export const LetterReply = ({ onClose }: { readonly onClose: () => void }): JSX.Element => {
  const { t } = useTranslation('letters');
  const { t: errors } = useTranslation('errors');
  const { open, show } = useLetter();
  const { send, isSending, error } = useSend('letters.fileReply');
  const paper = useReplyPaper();
  const [on, setOn] = useState(typedDay(today()));
  const [words, setWords] = useState('');
  const [wasTried, setTried] = useState(false);
  const day = calendarDayFromTyped(on);
  const save = async (): Promise<void> => {
    setTried(true);
    if (!day || !shows(words) || paper.isTaking) return;
    const filed = await paper.file();
    if (!filed) return;
    const reply = await send({ id: open.letter.id, on: day, words, documentId: filed.documentId });
    if (!reply.ok) return;
    onClose();
    show(reply.value);
    said(t('reply.done'));
  };
  return (
    <Dialog title={t('reply.title')} onClose={onClose}>
      <form
        className="fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Textarea
          label={t('reply.words')}
          description={t('reply.wordsHelp')}
          value={words}
          autosize
          minRows={3}
          dir="auto"
          error={wasTried && !shows(words) ? <Wrong>{errors('problem.required')}</Wrong> : undefined}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <DayField id="letter-reply-on" label={t('reply.on')} value={on} onChange={setOn} />
        <ReplyPaper paper={paper} problem={wasTried && paper.isTaking ? t('reply.scanTaking') : undefined} />
        {error ? <ErrorNotice error={error} /> : null}
        <div className="row wrap">
          <Button type="submit" disabled={isSending || paper.isFiling}>
            {t('reply.action')}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {t('notNow')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
