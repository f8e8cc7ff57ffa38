import { createHashHistory, createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { WhoSaw } from '../audit/who-saw.tsx';
import { ClientOverview } from '../clients/client-overview.tsx';
import { ClientPage } from '../clients/client-page.tsx';
import { ClientsPage } from '../clients/clients-page.tsx';
import { EditClient } from '../clients/edit-client.tsx';
import { NewClient } from '../clients/new-client.tsx';
import { SafetyPaper } from '../clients/safety-paper.tsx';
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
import { ContactPage } from '../contacts/contact-page.tsx';
import { DirectoryPage } from '../contacts/directory-page.tsx';
import { EditContact } from '../contacts/edit-contact.tsx';
import { MergeChoose } from '../contacts/merge-choose.tsx';
import { MergeContacts } from '../contacts/merge-contacts.tsx';
import { NewContact } from '../contacts/new-contact.tsx';
import { FilePage } from '../documents/file-page.tsx';
import { FilesTab } from '../documents/files-tab.tsx';
import { CareTeamAdd } from '../intake/care-team-add.tsx';
import { CareTeamTab } from '../intake/care-team-tab.tsx';
import { ClearanceList } from '../intake/clearance-list.tsx';
import { ClearanceNew } from '../intake/clearance-new.tsx';
import { ClearancePage } from '../intake/clearance-page.tsx';
import { EarlierRound } from '../intake/earlier-round.tsx';
import { FindingPlaces, MedicinePlaces } from '../intake/health-places-page.tsx';
import { HealthScreenPage } from '../intake/health-screen-page.tsx';
import { HealthTab } from '../intake/health-tab.tsx';
import { BlankIntake, FilledIntake } from '../intake/intake-paper.tsx';
import { IntakeTab } from '../intake/intake-tab.tsx';
import { SuitabilityPage } from '../intake/suitability-page.tsx';
import { BlankPaper } from '../settings/forms/blank-paper.tsx';
import { FormPage } from '../settings/forms/form-page.tsx';
import { Today } from '../today/today.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { PageHead } from '../ui/page.tsx';
import { Frame } from './frame.tsx';
import { OfSection, Settings } from './settings-sections.tsx';

const Lost = ({ crash }: { readonly crash?: boolean }): JSX.Element => {
  const { t } = useTranslation('app');
  const part = crash ? 'crash' : 'notFound';
  return (
    <>
      <PageHead title={t(`${part}.title`)} />
      <div className="page-body">
        <p className="md ink-2">{t(`${part}.text`)}</p>
        <ButtonLink to="/" variant="default">
          {t(`${part}.action`)}
        </ButtonLink>
      </div>
    </>
  );
};

const LostAlone = (): JSX.Element => (
  <main className="main">
    <Lost />
  </main>
);

const root = createRootRoute({ component: Outlet, notFoundComponent: LostAlone });
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame, notFoundComponent: () => <Lost /> });

const today = createRoute({ getParentRoute: () => frame, path: '/', component: Today });
const clients = createRoute({ getParentRoute: () => frame, path: '/clients', component: ClientsPage });
const newClient = createRoute({ getParentRoute: () => frame, path: '/clients/new', component: NewClient });
const editClient = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/edit',
  component: () => <EditClient clientId={editClient.useParams().clientId} />,
});
const client = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId',
  component: () => <ClientPage clientId={client.useParams().clientId} />,
});
const overview = createRoute({
  getParentRoute: () => client,
  path: '/',
  component: () => <ClientOverview clientId={client.useParams().clientId} />,
});
const safetyPaper = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/safety/paper',
  component: () => <SafetyPaper clientId={safetyPaper.useParams().clientId} />,
});
const intake = createRoute({
  getParentRoute: () => client,
  path: '/intake',
  component: () => <IntakeTab clientId={intake.useParams().clientId} />,
});
const health = createRoute({
  getParentRoute: () => client,
  path: '/health',
  component: () => <HealthTab clientId={health.useParams().clientId} />,
});
const healthQuestions = createRoute({
  getParentRoute: () => client,
  path: '/health/questions',
  component: () => <HealthScreenPage clientId={healthQuestions.useParams().clientId} />,
});
const healthAloud = createRoute({
  getParentRoute: () => client,
  path: '/health/aloud',
  component: () => <SuitabilityPage clientId={healthAloud.useParams().clientId} />,
});
const findingPlaces = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/health/places/$findingId',
  component: () => <FindingPlaces {...findingPlaces.useParams()} />,
});
const medicinePlaces = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/health/medicines/$medicineId',
  component: () => <MedicinePlaces {...medicinePlaces.useParams()} />,
});
const careTeam = createRoute({
  getParentRoute: () => client,
  path: '/care-team',
  component: () => <CareTeamTab clientId={careTeam.useParams().clientId} />,
});
const careTeamAdd = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/care-team/add',
  validateSearch: ({ named }: Record<string, unknown>): { readonly named?: number } =>
    typeof named === 'number' && Number.isInteger(named) ? { named } : {},
  component: () => <CareTeamAdd clientId={careTeamAdd.useParams().clientId} named={careTeamAdd.useSearch().named} />,
});
const clearances = createRoute({
  getParentRoute: () => client,
  path: '/clearance',
  component: () => <ClearanceList clientId={clearances.useParams().clientId} />,
});
/** One finding, or several. */
const findingsAsked = ({ finding }: Record<string, unknown>): { readonly finding?: string | readonly string[] } => {
  if (typeof finding === 'string') return { finding };
  return Array.isArray(finding) && finding.every((one) => typeof one === 'string') ? { finding } : {};
};
const clearanceNew = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/clearance/new',
  validateSearch: findingsAsked,
  component: () => <ClearanceNew clientId={clearanceNew.useParams().clientId} asked={[clearanceNew.useSearch().finding ?? []].flat()} />,
});
const clearance = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/clearance/$clearanceId',
  component: () => <ClearancePage {...clearance.useParams()} />,
});
const earlierRound = createRoute({
  getParentRoute: () => client,
  path: '/intake/$intakeId',
  component: () => <EarlierRound {...earlierRound.useParams()} />,
});
const blankIntake = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/intake/paper',
  component: () => <BlankIntake clientId={blankIntake.useParams().clientId} />,
});
const filledIntake = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/intake/$intakeId/paper',
  component: () => <FilledIntake {...filledIntake.useParams()} />,
});
const consent = createRoute({
  getParentRoute: () => client,
  path: '/consent',
  component: () => <ConsentTab clientId={client.useParams().clientId} />,
});
const files = createRoute({
  getParentRoute: () => client,
  path: '/files',
  component: () => <FilesTab clientId={client.useParams().clientId} />,
});
const file = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/files/$documentId',
  component: () => <FilePage {...file.useParams()} />,
});
const history = createRoute({
  getParentRoute: () => client,
  path: '/history',
  component: () => <WhoSaw clientId={client.useParams().clientId} />,
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
const directory = createRoute({ getParentRoute: () => frame, path: '/contacts', component: DirectoryPage });
const newContact = createRoute({ getParentRoute: () => frame, path: '/contacts/new', component: NewContact });
const contact = createRoute({
  getParentRoute: () => frame,
  path: '/contacts/$contactId',
  component: () => <ContactPage contactId={contact.useParams().contactId} />,
});
const editContact = createRoute({
  getParentRoute: () => frame,
  path: '/contacts/$contactId/edit',
  component: () => <EditContact contactId={editContact.useParams().contactId} />,
});
const mergeChoose = createRoute({
  getParentRoute: () => frame,
  path: '/contacts/$contactId/merge',
  component: () => <MergeChoose contactId={mergeChoose.useParams().contactId} />,
});
const mergeContacts = createRoute({
  getParentRoute: () => frame,
  path: '/contacts/$contactId/merge/$otherId',
  component: () => <MergeContacts {...mergeContacts.useParams()} />,
});
const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  component: () => <Settings section="practice" lost={<Lost />} />,
});
const settingsSection = createRoute({
  getParentRoute: () => frame,
  path: '/settings/$section',
  component: () => <Settings section={settingsSection.useParams().section} lost={<Lost />} />,
});
const formText = createRoute({
  getParentRoute: () => frame,
  path: '/settings/forms/$formId',
  component: () => (
    <OfSection section="forms" lost={<Lost />}>
      <FormPage formId={formText.useParams().formId} />
    </OfSection>
  ),
});
const blankPaper = createRoute({
  getParentRoute: () => frame,
  path: '/settings/forms/$formId/blank',
  component: () => (
    <OfSection section="forms" lost={<Lost />}>
      <BlankPaper formId={blankPaper.useParams().formId} />
    </OfSection>
  ),
});

const tree = root.addChildren([
  frame.addChildren([
    today,
    clients,
    newClient,
    editClient,
    client.addChildren([
      overview,
      intake,
      health,
      healthQuestions,
      healthAloud,
      careTeam,
      clearances,
      earlierRound,
      consent,
      files,
      history,
    ]),
    safetyPaper,
    findingPlaces,
    medicinePlaces,
    careTeamAdd,
    clearanceNew,
    clearance,
    blankIntake,
    filledIntake,
    prepare,
    returned,
    takeBack,
    blankForms,
    blankForm,
    map,
    mapChange,
    mapTakeBack,
    mapHistory,
    mapPaper,
    document,
    file,
    directory,
    newContact,
    contact,
    editContact,
    mergeChoose,
    mergeContacts,
    settings,
    settingsSection,
    formText,
    blankPaper,
  ]),
]);

/** The page's address is one file, so places in it stand behind the hash. */
export const newRouter = () =>
  createRouter({
    routeTree: tree,
    history: createHashHistory(),
    defaultPreload: false,
    defaultErrorComponent: () => <Lost crash />,
    scrollRestoration: false,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
