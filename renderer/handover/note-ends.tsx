import { Button, Textarea } from '@mantine/core';
import { IconCheck, IconMessageCircle } from '@tabler/icons-react';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { NoteToRead } from '../../shared/handover.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page.tsx';
import { Alone } from './alone.tsx';
import { FlowFrame } from './flow-frame.tsx';
import type { NotePageProps } from './note-pages.tsx';
import { TakeBack } from './take-back.tsx';

type Saying = { readonly isSending: boolean; readonly error: AppError | null };

type EndProps = Pick<NotePageProps, 'note' | 'around' | 'page' | 'pages' | 'onTalk'> &
  Saying & { readonly authorName: string; readonly onRead: () => void; readonly onNothing: () => void };

/** All of it was on the screen: what they say of it, or nothing. */
export const NoteEnd = ({ note, around, page, pages, authorName, isSending, error, onRead, onTalk, onNothing }: EndProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const foot = (
    <>
      <Button size="lg" className="flow-go" disabled={isSending} leftSection={<Icon icon={IconCheck} size={24} />} onClick={onRead}>
        {t('note.read')}
      </Button>
      <Button size="lg" variant="default" leftSection={<Icon icon={IconMessageCircle} size={24} />} onClick={onTalk}>
        {t('flow.talk')}
      </Button>
      <span className="grow" />
      <Button size="lg" variant="subtle" onClick={onNothing}>
        {t('note.nothing')}
      </Button>
    </>
  );
  return (
    <FlowFrame around={around} page={page} pages={pages} foot={foot}>
      <PageTitle className="question" focusKey={`${note.noteId} end`}>
        {note.parts.length > 0 ? t('note.endTitle') : t('note.empty')}
      </PageTitle>
      <p className="part-text">{t('note.endText', { name: authorName })}</p>
      {error ? <ErrorNotice error={error} /> : null}
    </FlowFrame>
  );
};

type TalkProps = Pick<NotePageProps, 'note' | 'around' | 'page' | 'pages'> &
  Saying & {
    readonly authorName: string;
    readonly words: string;
    readonly onWords: (words: string) => void;
    /** The field was left: what is typed is kept. */
    readonly onLeft: () => void;
    readonly onDone: () => void;
  };

/** A few words, or none. That they would rather talk is kept already. */
export const NoteTalk = ({ note, around, page, pages, authorName, words, isSending, error, ...does }: TalkProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const foot = (
    <Button size="lg" className="flow-go" disabled={isSending} onClick={does.onDone}>
      {isSending ? t('note.keeping') : t('note.done')}
    </Button>
  );
  return (
    <FlowFrame around={around} page={page} pages={pages} foot={foot}>
      <PageTitle className="question" focusKey={`${note.noteId} talk`}>
        {t('note.talkTitle')}
      </PageTitle>
      <p className="part-text">{t('note.talkText', { name: authorName })}</p>
      <Textarea
        className="note-talk"
        size="lg"
        autosize
        minRows={3}
        dir="auto"
        label={t('note.words')}
        value={words}
        onChange={(event) => does.onWords(event.currentTarget.value)}
        onBlur={does.onLeft}
      />
      {error ? <ErrorNotice error={error} /> : null}
    </FlowFrame>
  );
};

type BackProps = {
  readonly handoverId: string;
  readonly practitionerName: string;
  readonly said: NoteToRead['answered'];
  readonly onBack: () => void;
};

const nothingToKeep = async (): Promise<boolean> => true;

/** Nothing more is asked; the practitioner takes the screen with the passphrase. */
export const NoteHandBack = ({ handoverId, practitionerName, said, onBack }: BackProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const [taking, setTaking] = useState(false);
  const left = useRef(false);
  const practitioner = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!taking && left.current) practitioner.current?.focus();
    left.current = taking;
  }, [taking]);
  return (
    <Alone title={t('back.title')}>
      <p className="rest-words ink-2">
        {said === 'read' ? t('note.thanksRead') : said === 'talk' ? t('note.thanksTalk', { name: practitionerName }) : null}
        {said === null ? null : <br />}
        {t('back.text', { name: practitionerName })}
      </p>
      {taking ? (
        <TakeBack handoverId={handoverId} flush={nothingToKeep} onLeave={() => setTaking(false)} />
      ) : (
        <div className="rest-actions">
          <Button ref={practitioner} size="lg" variant="default" onClick={() => setTaking(true)}>
            {t('back.practitioner')}
          </Button>
          <Button size="lg" variant="subtle" onClick={onBack}>
            {t('note.again')}
          </Button>
        </div>
      )}
    </Alone>
  );
};

/** A screen that asks nothing. */
export const NoteResting = ({ onGoOn, onStop }: { readonly onGoOn: () => void; readonly onStop: () => void }): JSX.Element => {
  const { t } = useTranslation('handover');
  return (
    <Alone title={t('rest.title')}>
      <p className="rest-words ink-2">{t('rest.text')}</p>
      <div className="rest-actions">
        <Button size="lg" onClick={onGoOn}>
          {t('rest.goOn')}
        </Button>
        <Button size="lg" variant="subtle" onClick={onStop}>
          {t('rest.stop')}
        </Button>
      </div>
    </Alone>
  );
};
