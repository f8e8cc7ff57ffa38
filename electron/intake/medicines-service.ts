import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Medicine } from '../../shared/medicines.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import type { Practice } from '../practice/practice.ts';
import { classesOf } from './health-content.ts';
import { insertMedicine, medicineById } from './medicines-repository.ts';
import { refuseArchived } from './refuse-archived.ts';

/** The class and the places must be those of the content; a place belongs only to a class that caps one. */
const refuseUnfit = ({ content }: Practice, { match, classId, areas }: ParsedInputOf<'medicines.match'>): void => {
  const found = classesOf(content).find(({ id }) => id === classId);
  if ((match === 'class') !== (classId !== null) || (classId !== null && !found)) throw new Refusal('class-unknown');
  const known = new Set(content.bodyAreas.items.map(({ code }) => code));
  const unknown = (areas ?? []).filter((code) => !known.has(code));
  if (unknown.length > 0) throw new Refusal('areas-unknown', { areas: unknown });
};

/** Places are asked for where the class caps a place alone; elsewhere they say nothing. */
const areasFor = ({ content }: Practice, { classId, areas }: ParsedInputOf<'medicines.match'>): Medicine['areas'] =>
  classesOf(content).find(({ id }) => id === classId)?.scope === 'site' && areas ? [...new Set(areas)] : null;

/** Whether somebody changed it since. @throws Refused not-found medicine */
const isStale = (kept: Medicine | null, { id, version, clientId }: ParsedInputOf<'medicines.match'>): boolean => {
  if (id === null) return version !== 0;
  if (kept?.clientId !== clientId) throw new Refused({ code: 'not-found', what: 'medicine' });
  return kept.version !== version;
};

/** A conflict shows the medicine as it stands, so it is an opening like any other. */
const conflictWith = async (practice: Practice, clientId: string, current: Medicine | null): Promise<Refused> => {
  if (current) await practice.write((tx) => recordAudit(tx, practice, { clientId, recordId: current.id }, 'health-opened'));
  return new Refused({ code: 'conflict', current });
};

export const matchMedicine = async (practice: Practice, input: ParsedInputOf<'medicines.match'>): Promise<OutputOf<'medicines.match'>> => {
  const { clientId, name, match, classId, note, takenUntil } = input;
  await refuseArchived(practice, clientId);
  refuseUnfit(practice, input);
  const { medicine, newer } = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const kept = input.id === null ? null : await medicineById(tx, input.id);
    if (isStale(kept, input)) return { medicine: null, newer: kept };
    const next: Medicine = {
      id: kept?.id ?? practice.newId(),
      clientId,
      name,
      match,
      classId,
      areas: areasFor(practice, input),
      note,
      takenUntil,
      at: practice.now(),
      by: practice.actor.id,
      version: (kept?.version ?? 0) + 1,
    };
    await insertMedicine(tx, next);
    await recordAudit(tx, practice, { clientId, recordId: next.id });
    return { medicine: next, newer: null };
  });
  if (!medicine) throw await conflictWith(practice, clientId, newer);
  practice.changed('health');
  return medicine;
};
