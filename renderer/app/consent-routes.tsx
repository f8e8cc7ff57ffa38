import { createRoute } from '@tanstack/react-router';
import { BlankForm, BlankForms } from '../consent/blank-forms.tsx';
import { ConsentDocument } from '../consent/consent-document.tsx';
import { ConsentTab } from '../consent/consent-tab.tsx';
import { MapChange } from '../consent/map-change.tsx';
import { MapHistory } from '../consent/map-history.tsx';
import { MapPage } from '../consent/map-page.tsx';
import { MapPaper } from '../consent/map-paper.tsx';
import { MapTakeBack } from '../consent/map-take-back.tsx';
import { PrepareConsent } from '../consent/prepare-consent.tsx';
import { Returned } from '../consent/returned.tsx';
import { TakeBack } from '../consent/take-back.tsx';
import { client, frame } from './frame-routes.tsx';

const consent = createRoute({
  getParentRoute: () => client,
  path: '/consent',
  component: () => <ConsentTab clientId={client.useParams().clientId} />,
});
/** Which form a page begins with. */
const oneForm = ({ form }: Record<string, unknown>): { readonly form?: string } => (typeof form === 'string' ? { form } : {});
const prepare = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/consent/prepare',
  validateSearch: oneForm,
  component: () => <PrepareConsent clientId={prepare.useParams().clientId} asked={prepare.useSearch().form} />,
});
const returned = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/consent/returned',
  validateSearch: (search: Record<string, unknown>): { readonly form?: string; readonly intake?: true; readonly health?: true } => ({
    ...oneForm(search),
    ...(search.intake === true ? { intake: true } : {}),
    ...(search.health === true ? { health: true } : {}),
  }),
  component: () => {
    const { form, ...besides } = returned.useSearch();
    return <Returned clientId={returned.useParams().clientId} asked={form} besides={besides} />;
  },
});
const takeBack = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/consent/$consentId/take-back',
  component: () => <TakeBack {...takeBack.useParams()} />,
});
const blankForms = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/consent/paper',
  component: () => <BlankForms clientId={blankForms.useParams().clientId} />,
});
const blankForm = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/consent/paper/$formId',
  component: () => <BlankForm {...blankForm.useParams()} />,
});
const document = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/documents/$documentId',
  validateSearch: ({ signed }: Record<string, unknown>): { readonly signed?: true } => (signed === true ? { signed } : {}),
  component: () => <ConsentDocument {...document.useParams()} signed={document.useSearch().signed === true} />,
});
const map = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/map',
  component: () => <MapPage clientId={map.useParams().clientId} />,
});
const mapChange = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/map/change',
  component: () => <MapChange clientId={mapChange.useParams().clientId} />,
});
const mapTakeBack = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/map/take-back',
  validateSearch: ({ place }: Record<string, unknown>): { readonly place?: string } => (typeof place === 'string' ? { place } : {}),
  component: () => <MapTakeBack clientId={mapTakeBack.useParams().clientId} asked={mapTakeBack.useSearch().place} />,
});
/** Which map is read, or which two are compared. */
const chosenMaps = (search: Record<string, unknown>): { readonly map?: string; readonly before?: string; readonly after?: string } =>
  Object.fromEntries(['map', 'before', 'after'].flatMap((key) => (typeof search[key] === 'string' ? [[key, search[key]]] : [])));
const mapHistory = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/map/history',
  validateSearch: chosenMaps,
  component: () => <MapHistory clientId={mapHistory.useParams().clientId} chosen={mapHistory.useSearch()} />,
});
const mapPaper = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/map/paper',
  component: () => <MapPaper clientId={mapPaper.useParams().clientId} />,
});

/** Pages of forms, consents and the body map: those beside the safety card, and those that take the whole page. */
export const consentTabs = [consent] as const;
export const consentPages = [
  prepare,
  returned,
  takeBack,
  blankForms,
  blankForm,
  document,
  map,
  mapChange,
  mapTakeBack,
  mapHistory,
  mapPaper,
] as const;
