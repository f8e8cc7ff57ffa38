import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { Id } from '../../shared/ids.ts';
import { DisclosuresSheet } from '../letters/disclosures-sheet.tsx';
import { HandoutsPage } from '../letters/handouts-page.tsx';
import { LetterPage } from '../letters/letter-page.tsx';
import { LettersPage } from '../letters/letters-page.tsx';
import { NewLetter } from '../letters/new-letter.tsx';
import { PrepareRelease } from '../letters/prepare-release.tsx';
import { SharingTab } from '../letters/sharing-tab.tsx';
import { client, frame } from './frame-routes.tsx';

const desk = createRoute({ getParentRoute: () => frame, path: '/letters', component: LettersPage });
const begun = createRoute({
  getParentRoute: () => frame,
  path: '/letters/new',
  validateSearch: z.object({
    clientId: Id,
    kindId: z.string().max(60).optional(),
    sessionId: Id.optional(),
    incidentId: Id.optional(),
    findingId: Id.optional(),
    corrects: Id.optional(),
  }),
  component: () => <NewLetter {...begun.useSearch()} />,
});
const letter = createRoute({
  getParentRoute: () => frame,
  path: '/letters/$letterId',
  component: () => <LetterPage letterId={letter.useParams().letterId} key={letter.useParams().letterId} />,
});
const release = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/releases/new',
  validateSearch: z.object({ contactId: Id.optional(), replaces: Id.optional() }),
  component: () => <PrepareRelease {...release.useParams()} {...release.useSearch()} />,
});
const handouts = createRoute({
  getParentRoute: () => frame,
  path: '/handouts',
  validateSearch: z.object({ clientId: Id.optional().catch(undefined) }),
  component: () => <HandoutsPage clientId={handouts.useSearch().clientId ?? null} />,
});
const disclosures = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/sharing/paper',
  component: () => <DisclosuresSheet clientId={disclosures.useParams().clientId} />,
});
const sharing = createRoute({
  getParentRoute: () => client,
  path: '/sharing',
  component: () => <SharingTab clientId={client.useParams().clientId} />,
});

export const letterPages = [desk, begun, letter, release, handouts, disclosures] as const;
export const letterTabs = [sharing] as const;
