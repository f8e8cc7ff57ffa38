import { UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type JSX, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteLine } from '../../../shared/notes.ts';
import { shortDayWords } from '../../dates.ts';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall } from '../../use-call.ts';
import { BesideLine } from './beside-line.tsx';
import { useNote } from './note-context.ts';
import { askedParts } from './note-parts.ts';

/** The words of an earlier note, to read beside this one. */
const Words = ({ noteId }: { readonly noteId: string }): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const { content } = useNote();
  const { data, error, again } = useCall('notes.get', { noteId });
  if (error) return <ErrorNotice error={error} again={again} />;
  if (!data) return <Waiting />;
  const fields = askedParts(content, data)
    .flatMap((part) => part.fields)
    .flatMap(({ key, label }) => {
      const text = data.values[key]?.text.trim() ?? '';
      return text === '' ? [] : [{ key, label, text }];
    });
  if (fields.length === 0) return <p className="ink-2 beside-line">{t('noWords')}</p>;
  return (
    <>
      {fields.map(({ key, label, text }) => (
        <BesideLine key={key} words={text}>
          <span dir="auto" className="grow">
            <span className="block sm ink-2 b">{label}</span>
            <span className="beside-words">{text}</span>
          </span>
        </BesideLine>
      ))}
    </>
  );
};

const Earlier = ({ line }: { readonly line: NoteLine }): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <UnstyledButton className="beside-more" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        <Icon icon={IconChevronDown} size={18} tone="ink-2" />
        <span className="grow">{t(line.sessionId === null ? 'earlier.quick' : 'earlier.session', { day: shortDayWords(line.on) })}</span>
        <span className="sm ink-2">{t(line.state === 'signed' ? 'earlier.signed' : 'earlier.draft')}</span>
      </UnstyledButton>
      <div id={id} hidden={!isOpen}>
        {isOpen ? <Words noteId={line.id} /> : null}
      </div>
    </>
  );
};

const most = 5;

/** Notes of the same client from before, newest first, each to open. */
export const BesideBefore = (): JSX.Element | null => {
  const { t } = useTranslation('notebeside');
  const { note } = useNote();
  const { data } = useCall('notes.ofClient', { clientId: note.clientId, limit: 20 });
  const earlier = (data?.notes ?? []).filter((one) => one.id !== note.id && one.state !== 'in-error' && one.on <= note.on).slice(0, most);
  if (earlier.length === 0) return null;
  return (
    <section aria-label={t('earlier.title')}>
      {earlier.map((line) => (
        <Earlier key={line.id} line={line} />
      ))}
    </section>
  );
};
