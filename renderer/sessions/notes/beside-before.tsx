import { Button, UnstyledButton } from '@mantine/core';
import { IconArrowsLeftRight, IconChevronDown } from '@tabler/icons-react';
import { type JSX, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockDay } from '../../dates.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall } from '../../use-call.ts';
import { BesideLine } from './beside-line.tsx';
import { CompareDates } from './compare-dates.tsx';
import { NoteRefused } from './cover-form.tsx';
import { useNote } from './note-context.ts';
import { noteDayWords } from './note-days.ts';
import { askedParts } from './note-parts.ts';
import { valueWords } from './note-value-words.ts';
import { type Listed, listedOf } from './notes-listed.ts';

/** All an earlier note says, to read beside this one; a press adds what stands in a field. */
const Words = ({ noteId }: { readonly noteId: string }): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const { t: tNotes } = useTranslation('notes');
  const { content } = useNote();
  const { data, error, again } = useCall('notes.get', { noteId });
  if (error) return <NoteRefused error={error} again={again} />;
  if (!data) return <Waiting />;
  const fields = askedParts(content, data)
    .flatMap((part) => part.fields)
    .map((field) => ({ key: field.key, label: field.label, words: valueWords(tNotes, field, data.values[field.key]) }))
    .filter(({ words }) => words !== '');
  if (fields.length === 0) return <p className="ink-2 beside-line">{t('noWords')}</p>;
  return (
    <>
      {fields.map(({ key, label, words }) => (
        <BesideLine key={key} words={data.values[key]?.text.trim() ?? ''}>
          <span dir="auto" className="grow">
            <span className="block sm ink-2 b">{label}</span>
            <span className="beside-words">{words}</span>
          </span>
        </BesideLine>
      ))}
    </>
  );
};

/** A session nobody wrote a note about. */
const WithoutNote = ({ sessionId }: { readonly sessionId: string }): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const { note } = useNote();
  return (
    <div className="beside-line beside-without">
      <span className="ink-2">{t('earlier.none')}</span>
      <ButtonLink to="/clients/$clientId/sessions/$sessionId" params={{ clientId: note.clientId, sessionId }} variant="subtle">
        {t('earlier.readSession')}
      </ButtonLink>
    </div>
  );
};

const Earlier = ({ visit }: { readonly visit: Listed }): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const state = visit.note === null ? 'earlier.without' : visit.note.state === 'signed' ? 'earlier.signed' : 'earlier.draft';
  return (
    <>
      <UnstyledButton className="beside-more" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        <Icon icon={IconChevronDown} size={18} tone="ink-2" />
        <span className="grow">{t(visit.kind === 'note' ? 'earlier.quick' : 'earlier.session', { day: noteDayWords(visit.day) })}</span>
        <span className="sm ink-2">{t(state)}</span>
      </UnstyledButton>
      <div id={id} hidden={!isOpen}>
        {isOpen && visit.note ? <Words noteId={visit.note.id} /> : null}
        {isOpen && visit.kind === 'session' && !visit.note ? <WithoutNote sessionId={visit.session.id} /> : null}
      </div>
    </>
  );
};

const most = 5;

/** Sessions and notes of the same client from before, newest first, each to open; and two of them to compare. */
export const BesideBefore = (): JSX.Element | null => {
  const { t } = useTranslation('notebeside');
  const { note } = useNote();
  const { clientId } = note;
  const sessions = useCall('sessions.ofClient', { clientId, limit: 500 }).data?.sessions;
  const notes = useCall('notes.ofClient', { clientId, limit: 500 }).data?.notes;
  const [isCompared, setCompared] = useState(false);
  const others = useMemo(
    () =>
      listedOf({ sessions: sessions ?? [], isCut: false, notes: notes ?? [] }, clockDay).filter((one) =>
        one.kind === 'session' ? one.session.id !== note.sessionId : one.note.id !== note.id,
      ),
    [sessions, notes, note],
  );
  if (others.length === 0) return null;
  return (
    <section aria-label={t('earlier.title')}>
      {others
        .filter(({ day }) => day <= note.on)
        .slice(0, most)
        .map((visit) => (
          <Earlier key={visit.kind === 'session' ? visit.session.id : visit.note.id} visit={visit} />
        ))}
      <div className="beside-compare">
        <Button variant="subtle" leftSection={<Icon icon={IconArrowsLeftRight} size={18} />} onClick={() => setCompared(true)}>
          {t('compare.open')}
        </Button>
      </div>
      {isCompared ? <CompareDates onClose={() => setCompared(false)} /> : null}
    </section>
  );
};
