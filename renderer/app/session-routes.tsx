import { createRoute } from '@tanstack/react-router';
import { ConductorPage } from '../sessions/conductor-page.tsx';
import { SessionOver } from '../sessions/session-over.tsx';
import { SessionReading } from '../sessions/session-reading.tsx';
import { SessionsTab } from '../sessions/sessions-tab.tsx';
import { startSearch } from '../sessions/start-search.ts';
import { StartSession } from '../sessions/start-session.tsx';
import { client, frame, root } from './frame-routes.tsx';
import { SessionCard } from './session-card.tsx';

/** The conductor stands without the frame. */
const conductor = createRoute({ getParentRoute: () => root, path: '/session', component: () => <ConductorPage card={SessionCard} /> });
const over = createRoute({
  getParentRoute: () => root,
  path: '/session/over/$sessionId',
  component: () => <SessionOver sessionId={over.useParams().sessionId} />,
});
const start = createRoute({
  getParentRoute: () => frame,
  path: '/sessions/new',
  validateSearch: startSearch,
  component: () => <StartSession search={start.useSearch()} />,
});

const sessions = createRoute({
  getParentRoute: () => client,
  path: '/sessions',
  component: () => <SessionsTab clientId={sessions.useParams().clientId} />,
});

const reading = createRoute({
  getParentRoute: () => client,
  path: '/sessions/$sessionId',
  component: () => <SessionReading {...reading.useParams()} />,
});

export const sessionPages = [conductor, over] as const;
export const sessionFramePages = [start] as const;
export const sessionTabs = [sessions, reading] as const;
