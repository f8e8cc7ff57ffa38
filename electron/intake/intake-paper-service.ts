import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { legalNameOf } from '../../shared/clients.ts';
import type { Intake } from '../../shared/intake.ts';
import { dayIn } from '../../shared/time.ts';
import { getClient } from '../clients/clients-service.ts';
import { areasShown } from '../consent/areas-here.ts';
import { namesOf, placesToPrint } from '../consent/map-paper-service.ts';
import { holdSheet } from '../documents/hold-sheet.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { inWritingOf } from './in-writing.ts';
import { intakeForm } from './intake-form.ts';
import { drawIntakeRound } from './intake-pdf.ts';
import { drawBlankIntake } from './intake-pdf-blank.ts';
import { words } from './intake-pdf-words.ts';
import { intakeById, intakeHeadsOf } from './intake-repository.ts';
import { getIntake } from './intakes-service.ts';
import { itemsOf } from './safe-content.ts';

type Paper = OutputOf<'intake.paper'>;

const drawBlank = async (practice: Practice, clientId: string | null): Promise<Paper> => {
  const profile = await getProfile(practice);
  const client = clientId === null ? null : await getClient(practice, { id: clientId });
  const places = await placesToPrint(practice, client);
  const form = intakeForm(practice.content, areasShown(places.areas));

  const [id, createdAt] = [practice.newId(), practice.now()];
  const bytes = await drawBlankIntake({
    places,
    documentId: id,
    form,
    practice: profile,
    client: client && { name: legalNameOf(client) },
    drawnAt: createdAt,
    today: dayIn(createdAt, practice.zone ?? profile.zone),
    appVersion: practice.appVersion,
  });
  return holdSheet(practice, { id, clientId, title: form.clientTitle, createdAt, bytes });
};

const roundBefore = async (practice: Practice, { clientId, number }: Intake): Promise<Intake | null> => {
  const head = (await intakeHeadsOf(practice.db, clientId)).find((one) => one.number === number - 1);
  return head ? intakeById(practice.db, head.id) : null;
};

const drawFilled = async (practice: Practice, intakeId: string): Promise<Paper> => {
  const [profile, intake] = [await getProfile(practice), await getIntake(practice, { intakeId })];
  const client = await getClient(practice, { id: intake.clientId });
  const items = itemsOf(practice.content.safe);
  const name = await namesOf(practice);

  const [id, createdAt] = [practice.newId(), practice.now()];
  const bytes = await drawIntakeRound({
    places: await placesToPrint(practice, client),
    documentId: id,
    practice: profile,
    client,
    intake: { ...intake, startedBy: name(intake.startedBy), reviewedBy: intake.reviewedBy && name(intake.reviewedBy) },
    before: await roundBefore(practice, intake),
    parts: practice.content.safe.safe_checklist,
    items,
    inWriting: await inWritingOf(practice, intake.clientId, items),
    drawnAt: createdAt,
    zone: practice.zone ?? profile.zone,
    appVersion: practice.appVersion,
  });
  return holdSheet(practice, { id, clientId: intake.clientId, title: words.title, createdAt, bytes });
};

/** The client's part to fill by hand, or a round as it stands. @throws Refused not-found client, intake */
export const drawIntake = (practice: Practice, input: ParsedInputOf<'intake.paper'>): Promise<Paper> =>
  input.kind === 'blank' ? drawBlank(practice, input.clientId) : drawFilled(practice, input.intakeId);
