import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { type Client, legalNameOf } from '../../shared/clients.ts';
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
import { drawIntakeRound, type IntakeToLay } from './intake-pdf.ts';
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

/** What every round of a client is drawn with, read once for all of them. */
const groundOf = async (practice: Practice, client: Client): Promise<Omit<IntakeToLay, 'intake' | 'before'>> => {
  const items = itemsOf(practice.content.safe);
  return {
    places: await placesToPrint(practice, client),
    parts: practice.content.safe.safe_checklist,
    items,
    inWriting: await inWritingOf(practice, client.id, items),
    zone: practice.zone ?? (await getProfile(practice)).zone,
  };
};

const withNames = (intake: Intake, name: (id: string) => string): Intake => ({
  ...intake,
  startedBy: name(intake.startedBy),
  reviewedBy: intake.reviewedBy && name(intake.reviewedBy),
});

/** Every round for the paper of a whole record, the first one first. */
export const intakesForRecord = async (practice: Practice, client: Client): Promise<readonly IntakeToLay[]> => {
  const [ground, name] = [await groundOf(practice, client), await namesOf(practice)];
  const rounds: IntakeToLay[] = [];
  for (const { id: intakeId } of (await intakeHeadsOf(practice.db, client.id)).toReversed()) {
    const intake = withNames(await getIntake(practice, { intakeId }), name);
    rounds.push({ ...ground, intake, before: rounds.at(-1)?.intake ?? null });
  }
  return rounds;
};

const drawFilled = async (practice: Practice, intakeId: string): Promise<Paper> => {
  const [profile, intake] = [await getProfile(practice), await getIntake(practice, { intakeId })];
  const client = await getClient(practice, { id: intake.clientId });

  const [id, createdAt] = [practice.newId(), practice.now()];
  const bytes = await drawIntakeRound({
    ...(await groundOf(practice, client)),
    documentId: id,
    practice: profile,
    client,
    intake: withNames(intake, await namesOf(practice)),
    before: await roundBefore(practice, intake),
    drawnAt: createdAt,
    appVersion: practice.appVersion,
  });
  return holdSheet(practice, { id, clientId: intake.clientId, title: words.title, createdAt, bytes });
};

/** The client's part to fill by hand, or a round as it stands. @throws Refused not-found client, intake */
export const drawIntake = (practice: Practice, input: ParsedInputOf<'intake.paper'>): Promise<Paper> =>
  input.kind === 'blank' ? drawBlank(practice, input.clientId) : drawFilled(practice, input.intakeId);
