import { Button, Select, Textarea } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shows } from '../../shared/text.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { clockDay, dayWords, today, typedDay } from '../dates.ts';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Wrong } from '../ui/field.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { useCall, useSend } from '../use-call.ts';
import { useLetter } from './letter-context.ts';

/** What came back, in words, with the paper where it is filed. */
export const LetterReply = ({ onClose }: { readonly onClose: () => void }): JSX.Element => {
  const { t } = useTranslation('letters');
  const { t: errors } = useTranslation('errors');
  const { open, show } = useLetter();
  const files = useCall('documents.ofClient', { clientId: open.letter.clientId });
  const { send, isSending, error } = useSend('letters.fileReply');
  const [on, setOn] = useState(typedDay(today()));
  const [words, setWords] = useState('');
  const [documentId, setDocument] = useState<string | null>(null);
  const [wasTried, setTried] = useState(false);
  const day = calendarDayFromTyped(on);
  const save = async (): Promise<void> => {
    setTried(true);
    if (!day || !shows(words)) return;
    const reply = await send({ id: open.letter.id, on: day, words, documentId });
    if (!reply.ok) return;
    onClose();
    show(reply.value);
    said(t('reply.done'));
  };
  const papers = files.data?.documents ?? [];
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
        {papers.length > 0 ? (
          <Select
            label={t('reply.paper')}
            description={t('reply.paperHelp')}
            data={papers.map(({ id, title, createdAt }) => ({ value: id, label: `${title}, ${dayWords(clockDay(createdAt))}` }))}
            value={documentId}
            clearable
            clearButtonProps={{ 'aria-label': t('reply.noPaper') }}
            onChange={setDocument}
          />
        ) : null}
        {error ? <ErrorNotice error={error} /> : null}
        <div className="row wrap">
          <Button type="submit" disabled={isSending}>
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
