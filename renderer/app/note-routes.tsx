import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { Id } from '../../shared/ids.ts';
import { CalendarDay } from '../../shared/time.ts';
import { AftercarePage } from '../sessions/notes/aftercare-page.tsx';
import { NewNote } from '../sessions/notes/new-note.tsx';
import { NotePage } from '../sessions/notes/note-page.tsx';
import { NoteSearch } from '../sessions/notes/note-search.tsx';
import { frame } from './frame-routes.tsx';

const search = createRoute({
  getParentRoute: () => frame,
  path: '/notes',
  /** Of one client, where one comes from their page. */
  validateSearch: z.object({ clientId: Id.optional().catch(undefined) }),
  component: () => <NoteSearch clientId={search.useSearch().clientId ?? null} key={search.useSearch().clientId ?? ''} />,
});

const newNoteSearch = z.object({
  clientId: Id,
  /** The session it is about; without it a quick note. */
  sessionId: Id.optional(),
  on: CalendarDay.optional(),
});
const begun = createRoute({
  getParentRoute: () => frame,
  path: '/notes/new',
  validateSearch: newNoteSearch,
  component: () => <NewNote {...begun.useSearch()} />,
});
const note = createRoute({
  getParentRoute: () => frame,
  path: '/notes/$noteId',
  component: () => <NotePage noteId={note.useParams().noteId} key={note.useParams().noteId} />,
});
const aftercare = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/aftercare',
  validateSearch: z.object({ sessionId: Id.optional() }),
  component: () => {
    const [{ clientId }, { sessionId }] = [aftercare.useParams(), aftercare.useSearch()];
    return <AftercarePage key={sessionId ?? clientId} clientId={clientId} sessionId={sessionId ?? null} />;
  },
});

export const notePages = [search, begun, note, aftercare] as const;
