import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Medicine } from '../../shared/medicines.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { getClient } from '../clients/clients-service.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import type { Practice } from '../practice/practice.ts';
import { classesOf } from './health-content.ts';
import { insertMedicine, medicineById } from './medicines-repository.ts';

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

const refuseStale = (kept: Medicine | null, { id, version, clientId }: ParsedInputOf<'medicines.match'>): void => {
  if (id === null) {
    if (version !== 0) throw new Refused({ code: 'conflict', current: null });
    return;
  }
  if (kept?.clientId !== clientId) throw new Refused({ code: 'not-found', what: 'medicine' });
  if (kept.version !== version) throw new Refused({ code: 'conflict', current: kept });
};

export const matchMedicine = async (practice: Practice, input: ParsedInputOf<'medicines.match'>): Promise<OutputOf<'medicines.match'>> => {
  const { clientId, name, match, classId, note, takenUntil } = input;
  if ((await getClient(practice, { id: clientId })).archivedAt !== null) throw new Refusal('client-archived');
  refuseUnfit(practice, input);
  const medicine = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const kept = input.id === null ? null : await medicineById(tx, input.id);
    refuseStale(kept, input);
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
    return next;
  });
  practice.changed('health');
  return medicine;
};
