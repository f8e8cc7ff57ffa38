import { createHashHistory, createRoute, createRouter } from '@tanstack/react-router';
import { WhoSaw } from '../audit/who-saw.tsx';
import { ClientOverview } from '../clients/client-overview.tsx';
import { ClientsPage } from '../clients/clients-page.tsx';
import { EditClient } from '../clients/edit-client.tsx';
import { MergeChoose as MergeChooseClient } from '../clients/merge-choose.tsx';
import { MergeClients } from '../clients/merge-clients.tsx';
import { NewClient } from '../clients/new-client.tsx';
import { ListsPage } from '../clients-import/lists-page.tsx';
import { ContactPage } from '../contacts/contact-page.tsx';
import { DirectoryPage } from '../contacts/directory-page.tsx';
import { EditContact } from '../contacts/edit-contact.tsx';
import { MergeChoose } from '../contacts/merge-choose.tsx';
import { MergeContacts } from '../contacts/merge-contacts.tsx';
import { NewContact } from '../contacts/new-contact.tsx';
import { FilePage } from '../documents/file-page.tsx';
import { FilesTab } from '../documents/files-tab.tsx';
import { EarlierRound } from '../intake/earlier-round.tsx';
import { BlankIntake, FilledIntake } from '../intake/intake-paper.tsx';
import { IntakeTab } from '../intake/intake-tab.tsx';
import { BlankPaper } from '../settings/forms/blank-paper.tsx';
import { FormPage } from '../settings/forms/form-page.tsx';
import { EvidencePage } from '../today/evidence-page.tsx';
import { Today } from '../today/today.tsx';
import { consentPages, consentTabs } from './consent-routes.tsx';
import { client, frame, Lost, root } from './frame-routes.tsx';
import { healthPages, healthTabs } from './health-routes.tsx';
import { letterPages, letterTabs } from './letter-routes.tsx';
import { notePages } from './note-routes.tsx';
import { schedulePages } from './schedule-routes.tsx';
import { sessionFramePages, sessionPages, sessionTabs } from './session-routes.tsx';
import { OfSection, Settings } from './settings-sections.tsx';

const today = createRoute({ getParentRoute: () => frame, path: '/', component: Today });
const evidence = createRoute({ getParentRoute: () => frame, path: '/evidence', component: EvidencePage });
const clients = createRoute({ getParentRoute: () => frame, path: '/clients', component: ClientsPage });
const newClient = createRoute({ getParentRoute: () => frame, path: '/clients/new', component: NewClient });
const lists = createRoute({ getParentRoute: () => frame, path: '/clients/lists', component: ListsPage });
const editClient = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/edit',
  component: () => <EditClient clientId={editClient.useParams().clientId} />,
});
const mergeChooseClient = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/merge',
  component: () => <MergeChooseClient clientId={mergeChooseClient.useParams().clientId} />,
});
const mergeClients = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/merge/$otherId',
  component: () => <MergeClients {...mergeClients.useParams()} />,
});
const overview = createRoute({
  getParentRoute: () => client,
  path: '/',
  component: () => <ClientOverview clientId={client.useParams().clientId} />,
});
const intake = createRoute({
  getParentRoute: () => client,
  path: '/intake',
  component: () => <IntakeTab clientId={intake.useParams().clientId} />,
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
    client.addChildren([overview, intake, earlierRound, files, history, ...healthTabs, ...consentTabs, ...sessionTabs, ...letterTabs]),
    ...healthPages,
    ...consentPages,
    ...schedulePages,
    ...notePages,
    ...letterPages,
    ...sessionFramePages,
    today,
    evidence,
    clients,
    newClient,
    lists,
    editClient,
    mergeChooseClient,
    mergeClients,
    blankIntake,
    filledIntake,
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
  ...sessionPages,
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
