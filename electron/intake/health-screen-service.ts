import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { HealthScreen } from '../../shared/health.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { sectionsOf } from './health-content.ts';
import { insertScreen, itemsFoundOf, newestScreenOf, openScreenOf, replaceScreen, screenById } from './health-screens-repository.ts';
import { keepSaid } from './keep-said.ts';
import { refuseArchived } from './refuse-archived.ts';
import { saidByScreen, screenAfter, withAllAsked } from './screen-answers.ts';

const begin = async (tx: Tx, practice: Practice, clientId: string): Promise<HealthScreen> => {
  const newest = await newestScreenOf(tx, clientId);
  const asked = new Set(sectionsOf(practice.content).flatMap(({ questions }) => questions.map(({ id }) => id)));
  const now = practice.now();
  const screen: HealthScreen = {
    id: practice.newId(),
    clientId,
    number: (newest?.number ?? 0) + 1,
    startedAt: now,
    startedBy: practice.actor.id,
    answers: Object.fromEntries(Object.entries(newest?.answers ?? {}).filter(([id]) => asked.has(id))),
    seen: [],
    doneAt: null,
    contentVersion: practice.content.health.content_version,
    revision: 0,
    savedAt: now,
  };
  await insertScreen(tx, screen);
  return screen;
};

export const startHealth = async (practice: Practice, { clientId }: ParsedInputOf<'health.start'>): Promise<OutputOf<'health.start'>> => {
  await refuseArchived(practice, clientId);
  const screen = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const open = await openScreenOf(tx, clientId);
    const begun = open ?? (await begin(tx, practice, clientId));
    await recordAudit(tx, practice, { clientId, recordId: begun.id }, open ? 'health-opened' : 'health-screen-started');
    return begun;
  });
  practice.changed('health');
  return screen;
};

/** A conflict shows the screen as it stands, so it is an opening like any other. */
const overtaken = async (practice: Practice, id: string): Promise<Refused> => {
  const current = await screenById(practice.db, id);
  if (!current) return new Refused({ code: 'not-found', what: 'health-screen' });
  if (current.doneAt !== null) return new Refusal('health-screen-over');
  await practice.write((tx) => recordAudit(tx, practice, { clientId: current.clientId, recordId: id }, 'health-opened'));
  return new Refused({ code: 'conflict', current });
};

const refuseUnknown = (practice: Practice, input: ParsedInputOf<'health.save'>): void => {
  const sections = sectionsOf(practice.content);
  const asked = new Set(sections.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const unknown = [
    ...Object.keys(input.answers).filter((id) => !asked.has(id)),
    ...input.seen.filter((id) => !sections.some((section) => section.id === id)),
  ];
  if (unknown.length > 0) throw new Refusal('questions-unknown', { questions: unknown });
};

export const saveHealth = async (practice: Practice, input: ParsedInputOf<'health.save'>): Promise<OutputOf<'health.save'>> => {
  refuseUnknown(practice, input);
  const before = await screenById(practice.db, input.screenId);
  if (before?.doneAt !== null || before.revision !== input.revision) throw await overtaken(practice, input.screenId);
  await refuseArchived(practice, before.clientId);
  const sections = sectionsOf(practice.content);
  const kept = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const asked = withAllAsked(before, sections, await itemsFoundOf(tx, before.clientId));
    const screen = screenAfter(asked, sections, { ...input, at: practice.now() });
    if (!(await replaceScreen(tx, { ...screen, contentVersion: practice.content.health.content_version }))) return null;
    const crisisId = await keepSaid(tx, practice, before.clientId, saidByScreen(asked, screen, sections, input));
    await recordAudit(tx, practice, { clientId: before.clientId, recordId: before.id });
    return { screen, crisisId };
  });
  if (!kept) throw await overtaken(practice, input.screenId);
  practice.changed('health', ...(kept.crisisId ? (['safety'] as const) : []));
  return kept;
};
