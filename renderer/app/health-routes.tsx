import { createRoute } from '@tanstack/react-router';
import { SafetyPaper } from '../clients/safety-paper.tsx';
import { CareTeamAdd } from '../intake/care-team-add.tsx';
import { CareTeamTab } from '../intake/care-team-tab.tsx';
import { ClearanceList } from '../intake/clearance-list.tsx';
import { ClearanceNew } from '../intake/clearance-new.tsx';
import { ClearancePage } from '../intake/clearance-page.tsx';
import { FindingPlaces, MedicinePlaces } from '../intake/health-places-page.tsx';
import { HealthScreenPage } from '../intake/health-screen-page.tsx';
import { HealthTab } from '../intake/health-tab.tsx';
import { SuitabilityPage } from '../intake/suitability-page.tsx';
import { client, frame } from './frame-routes.tsx';

const safetyPaper = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$clientId/safety/paper',
  component: () => <SafetyPaper clientId={safetyPaper.useParams().clientId} />,
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

/** Pages of health, care team, clearance and the safety card: those beside the safety card, and those that take the whole page. */
export const healthTabs = [health, healthQuestions, healthAloud, careTeam, clearances] as const;
export const healthPages = [safetyPaper, findingPlaces, medicinePlaces, careTeamAdd, clearanceNew, clearance] as const;
