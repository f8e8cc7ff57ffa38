import type { KeptTemplate } from '../../../shared/note-templates.ts';
import { customKey, emptyValue, type NoteValue } from '../../../shared/note-values.ts';
import type { NoteDraft } from '../../../shared/notes.ts';

const isEmpty = (value: NoteValue | undefined): boolean => JSON.stringify(value ?? emptyValue) === JSON.stringify(emptyValue);

/**
 * The note in another template: its format, its own fields, and its words where nothing stands. What is written stays, in fields the
 * practice asked for by the template before too; those that are empty go.
 */
export const withTemplate = (draft: NoteDraft, template: KeptTemplate): NoteDraft => {
  const asked = new Set(template.custom.map((field) => field.id));
  const stay = draft.custom.filter((field) => !asked.has(field.id) && !isEmpty(draft.values[customKey(field)]));
  const custom = [...template.custom, ...stay];
  const gone = new Set(draft.custom.filter((field) => !custom.some((one) => one.id === field.id)).map(customKey));
  const own = Object.fromEntries(Object.entries(draft.values).filter(([key]) => !gone.has(key)));
  const begun = Object.fromEntries(Object.entries(template.values).filter(([key]) => isEmpty(own[key])));
  return { ...draft, templateId: template.id, format: template.format, custom, values: { ...own, ...begun } };
};
