import { createRoute } from '@tanstack/react-router';
import { ConductorPage } from '../sessions/conductor-page.tsx';
import { SessionsTab } from '../sessions/sessions-tab.tsx';
import { startSearch } from '../sessions/start-search.ts';
import { StartSession } from '../sessions/start-session.tsx';
import { client, frame, root } from './frame-routes.tsx';
import { SessionCard } from './session-card.tsx';

/** The conductor stands without the frame. */
const conductor = createRoute({ getParentRoute: () => root, path: '/session', component: () => <ConductorPage card={SessionCard} /> });
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

export const sessionPages = [conductor] as const;
export const sessionFramePages = [start] as const;
export const sessionTabs = [sessions] as const;
