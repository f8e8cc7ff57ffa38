import { NoteTemplate, type KeptTemplate as Template } from '../../shared/note-templates.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { NoteSchema } from '../store/note-schema.ts';

export type KeptTemplate = Pick<Template, 'id' | 'version' | 'active'> & { readonly template: NoteTemplate };

const toTemplate = ({ id, version, active, body }: NoteSchema['note_templates']): KeptTemplate => ({
  id,
  version,
  active: active === 1,
  template: NoteTemplate.parse(JSON.parse(body)),
});

export const templateById = async (db: Reader, id: string): Promise<KeptTemplate | null> => {
  const row = await db.selectFrom('note_templates').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toTemplate(row) : null;
};

export const allTemplates = async (db: Reader): Promise<readonly KeptTemplate[]> =>
  (await db.selectFrom('note_templates').selectAll().orderBy('id').execute()).map(toTemplate);

const toRow = ({ id, version, active, template }: KeptTemplate): NoteSchema['note_templates'] => ({
  id,
  version,
  active: Number(active),
  body: JSON.stringify(template),
});

export const insertTemplate = async (tx: Tx, template: KeptTemplate): Promise<void> => {
  await tx.insertInto('note_templates').values(toRow(template)).execute();
};

/** Writes over the row, which was read in the same transaction. */
export const replaceTemplate = async (tx: Tx, template: KeptTemplate): Promise<void> => {
  await tx.updateTable('note_templates').set(toRow(template)).where('id', '=', template.id).execute();
};

/** The one that was chosen, or the one the service of the appointment begins with. */
export const templateFor = async (
  db: Reader,
  { templateId, appointmentId }: { readonly templateId: string | null; readonly appointmentId: string | null },
): Promise<KeptTemplate | null> => {
  if (templateId !== null) return templateById(db, templateId);
  if (appointmentId === null) return null;
  const row = await db.selectFrom('appointments').select('service_id').where('id', '=', appointmentId).executeTakeFirst();
  const service = row?.service_id ?? null;
  if (service === null) return null;
  return (await allTemplates(db)).find(({ active, template }) => active && template.serviceIds.includes(service)) ?? null;
};
