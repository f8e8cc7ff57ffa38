import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handover, NoteToRead } from '../../shared/handover.ts';
import { weekdayWords } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';
import { PageTitle } from '../ui/page.tsx';
import { type Around, FlowFrame } from './flow-frame.tsx';
import { TalkButton } from './statement-part.tsx';

/** What each page of a note stands in. */
export type NotePageProps = {
  readonly handover: Handover;
  readonly note: NoteToRead;
  readonly around: Around;
  readonly page: number;
  readonly pages: number;
  readonly onGoOn: () => void;
  readonly onTalk: () => void;
};

const GoOn = ({ words, onGoOn }: { readonly words: string; readonly onGoOn: () => void }): JSX.Element => (
  <Button size="lg" className="flow-go" rightSection={<Icon icon={IconArrowRight} size={24} />} onClick={onGoOn}>
    {words}
  </Button>
);

/** What this is, before any of it is read. */
export const NoteOpening = ({ handover, note, around, page, pages, onGoOn }: NotePageProps): JSX.Element => {
  const { t } = useTranslation('handover');
  return (
    <FlowFrame around={around} page={page} pages={pages} foot={<GoOn words={t('flow.begin')} onGoOn={onGoOn} />}>
      <section className="part">
        <PageTitle className="question" focusKey={note.noteId}>
          {t('note.title', { day: weekdayWords(note.on) })}
        </PageTitle>
        <p className="part-text">{t('note.text', { name: note.authorName || handover.practitionerName })}</p>
        <p className="part-text">{note.parts.length > 0 ? t('note.after') : t('note.empty')}</p>
        <p className="part-text">{t('flow.anyTime')}</p>
      </section>
    </FlowFrame>
  );
};

/** One part of the note, in the words it has. */
export const NotePartPage = ({ note, around, page, pages, onGoOn, onTalk }: NotePageProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const part = note.parts[page - 2];
  const foot = (
    <>
      <GoOn words={t('flow.goOn')} onGoOn={onGoOn} />
      <span className="grow" />
      <TalkButton onTalk={onTalk} />
    </>
  );
  return (
    <FlowFrame around={around} page={page} pages={pages} foot={foot}>
      <PageTitle className="question question-small" focusKey={`${note.noteId} ${page}`}>
        {part?.title}
      </PageTitle>
      <dl className="note-to-read">
        {part?.lines.map(({ label, words }) => (
          <div key={`${label} ${words}`}>
            <dt>{label}</dt>
            <dd dir="auto">{words}</dd>
          </div>
        ))}
      </dl>
    </FlowFrame>
  );
};
