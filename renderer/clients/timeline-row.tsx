import {
  IconArchive,
  IconArrowsJoin,
  IconBan,
  IconCalendar,
  IconCheck,
  IconClipboardText,
  IconFileCheck,
  IconFileText,
  IconFileX,
  IconHeartRateMonitor,
  IconMail,
  IconMailOpened,
  IconMan,
  IconNotes,
  IconOctagonFilled,
  IconPaperclip,
  IconPencil,
  IconPhone,
  IconUserPlus,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../shared/timeline.ts';
import { clockDay, columnDay } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';
import { entryWords } from './timeline-words.ts';

const signs: Readonly<Record<TimelineEntry['kind'], TablerIcon>> = {
  session: IconFileText,
  note: IconNotes,
  appointment: IconCalendar,
  consent: IconFileCheck,
  withdrawn: IconBan,
  map: IconMan,
  intake: IconClipboardText,
  health: IconHeartRateMonitor,
  letter: IconMail,
  answer: IconMailOpened,
  told: IconPhone,
  file: IconPaperclip,
  task: IconCheck,
  added: IconUserPlus,
  archived: IconArchive,
  merged: IconArrowsJoin,
  'in-error': IconFileX,
};

type PlaceProps = { readonly clientId: string; readonly entry: TimelineEntry; readonly children: ReactNode };

/** The way to where it is told in full; what has no page of its own is a line alone. */
const Way = ({ clientId, entry, children }: PlaceProps): JSX.Element => {
  const className = 'timeline-row timeline-link';
  const client = { clientId };
  switch (entry.kind) {
    case 'session':
      return (
        <Link to="/clients/$clientId/sessions/$sessionId" params={{ ...client, sessionId: entry.id }} className={className}>
          {children}
        </Link>
      );
    case 'note':
      return (
        <Link to="/notes/$noteId" params={{ noteId: entry.id }} className={className}>
          {children}
        </Link>
      );
    case 'appointment':
      return (
        <Link to="/appointments/$appointmentId" params={{ appointmentId: entry.id }} className={className}>
          {children}
        </Link>
      );
    case 'consent':
      return (
        <Link to="/clients/$clientId/documents/$documentId" params={{ ...client, documentId: entry.documentId }} className={className}>
          {children}
        </Link>
      );
    case 'withdrawn':
      return (
        <Link to="/clients/$clientId/consent" params={client} className={className}>
          {children}
        </Link>
      );
    case 'map':
      return (
        <Link to="/clients/$clientId/map/history" params={client} className={className}>
          {children}
        </Link>
      );
    case 'intake':
      return (
        <Link to="/clients/$clientId/intake/$intakeId" params={{ ...client, intakeId: entry.id }} className={className}>
          {children}
        </Link>
      );
    case 'health':
      return (
        <Link to="/clients/$clientId/health" params={client} className={className}>
          {children}
        </Link>
      );
    case 'letter':
    case 'answer':
      return (
        <Link to="/letters/$letterId" params={{ letterId: entry.id }} className={className}>
          {children}
        </Link>
      );
    case 'told':
      return (
        <Link to="/clients/$clientId/sharing" params={client} className={className}>
          {children}
        </Link>
      );
    case 'file':
      return (
        <Link to="/clients/$clientId/files/$documentId" params={{ ...client, documentId: entry.id }} className={className}>
          {children}
        </Link>
      );
    default:
      return <div className="timeline-row">{children}</div>;
  }
};

/** One thing that happened: its day, its sign, what it was, and where it stands. */
export const TimelineRow = ({ clientId, entry }: { readonly clientId: string; readonly entry: TimelineEntry }): JSX.Element => {
  const { t } = useTranslation('timeline');
  const { title, more, state, waits } = entryWords(t, entry);
  const hasStop = entry.kind === 'session' && entry.stops > 0;
  return (
    <li>
      <Way clientId={clientId} entry={entry}>
        <span className="timeline-day ink-2 num">{columnDay(clockDay(entry.at))}</span>
        {hasStop ? <Icon icon={IconOctagonFilled} tone="stop-mark" size={18} /> : <Icon icon={signs[entry.kind]} tone="ink-2" size={18} />}
        <span className="grow timeline-what" dir="auto">
          <span className="b block">{title}</span>
          {more ? <span className="ink-2 block">{more}</span> : null}
        </span>
        {state ? (
          <span className={waits ? 'timeline-state timeline-waits xs b' : 'timeline-state ink-2 xs'}>
            {waits ? <Icon icon={IconPencil} size={16} /> : null}
            {state}
          </span>
        ) : null}
      </Way>
    </li>
  );
};
