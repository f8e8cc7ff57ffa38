import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { limits } from '../../shared/limits.ts';
import type { NoteTemplate, KeptTemplate as Shown } from '../../shared/note-templates.ts';
import { lengthOf, notAllowed } from '../../shared/note-values.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice } from '../practice/practice.ts';
import { byName } from '../schedule/offered.ts';
import { listServices } from '../schedule/services-service.ts';
import { withUnknownAreas } from './note-save-service.ts';
import { allTemplates, insertTemplate, type KeptTemplate, replaceTemplate } from './note-templates-repository.ts';

const shown = ({ id, version, active, template }: KeptTemplate): Shown => ({ id, version, active, ...template });

export const listTemplates = async (practice: Practice): Promise<OutputOf<'noteTemplates.list'>> => ({
  templates: byName((await allTemplates(practice.db)).map(shown)),
});

/** @throws Refusal template-fields, note-too-long; not-found service */
const refuseUnfit = async (practice: Practice, template: NoteTemplate): Promise<void> => {
  // What a note carried over from another names that note; a template names nobody's.
  const copied = Object.entries(template.values).flatMap(([id, value]) => (value.copied === null ? [] : [id]));
  const fields = [...notAllowed(practice.content.notes, template), ...withUnknownAreas(practice, template.values), ...copied];
  if (fields.length > 0) throw new Refusal('template-fields', { fields });
  const length = lengthOf(template.values);
  if (length > limits.note) throw new Refusal('note-too-long', { length, limit: limits.note });
  const { services } = await listServices(practice, {});
  if (!template.serviceIds.every((id) => services.some((service) => service.id === id)))
    throw new Refused({ code: 'not-found', what: 'service' });
};

const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** How notes begin from now on; those that were begun stay as they are. */
export const saveTemplate = async (
  practice: Practice,
  { id, version, template, active }: ParsedInputOf<'noteTemplates.save'>,
): Promise<OutputOf<'noteTemplates.save'>> => {
  await refuseUnfit(practice, template);
  const saved = await practice.write(async (tx) => {
    const all = await allTemplates(tx);
    const before = all.find((one) => one.id === id) ?? null;
    if (id !== null && !before) throw new Refused({ code: 'not-found', what: 'note-template' });
    if (before && before.version !== version) throw new Refused({ code: 'conflict', current: shown(before) });
    if (all.some((one) => one.id !== id && isSameName(one.template.name, template.name))) throw new Refusal('name-taken');
    const after = { id: before?.id ?? practice.newId(), version: (before?.version ?? 0) + 1, active, template };
    await (before ? replaceTemplate(tx, after) : insertTemplate(tx, after));
    await recordAudit(tx, practice, { recordId: after.id });
    return after;
  });
  practice.changed('notes');
  return shown(saved);
};
