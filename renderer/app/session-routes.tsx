import { createRoute } from '@tanstack/react-router';
import { ConductorPage } from '../sessions/conductor-page.tsx';
import { SessionsTab } from '../sessions/sessions-tab.tsx';
import { client, root } from './frame-routes.tsx';

/** The conductor stands without the frame. */
const conductor = createRoute({ getParentRoute: () => root, path: '/session', component: ConductorPage });

const sessions = createRoute({
  getParentRoute: () => client,
  path: '/sessions',
  component: () => <SessionsTab clientId={sessions.useParams().clientId} />,
});

export const sessionPages = [conductor] as const;
export const sessionTabs = [sessions] as const;
