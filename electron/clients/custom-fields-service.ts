import { type Issue, Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { foldForSearch } from '../../shared/clients.ts';
import { type CustomField, type CustomFieldDetails, mostCustomFields } from '../../shared/custom-fields.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import {
  allCustomFields,
  deleteCustomField,
  heldByField,
  insertCustomField,
  placeCustomFields,
  replaceCustomField,
} from './custom-fields-repository.ts';

/** The fields in their order, for whoever shows or writes out what `customValuesOf` a client are. */
export const customFields = (practice: Pick<Practice, 'db'>): Promise<readonly CustomField[]> => allCustomFields(practice.db);

export const listCustomFields = async (practice: Practice): Promise<OutputOf<'customFields.list'>> => {
  const held = await heldByField(practice.db);
  return { fields: (await allCustomFields(practice.db)).map((field) => ({ ...field, held: held.get(field.id) ?? 0 })) };
};

/** A choice has at least one option, no two that read alike; other kinds have none. */
const refuseOptions = ({ kind, options }: CustomFieldDetails): void => {
  const issue = (problem: Issue['problem']): Refused =>
    new Refused({ code: 'invalid', issues: [{ path: ['details', 'options'], problem }] });
  if (kind !== 'choice' && options.length > 0) throw issue('unknown-field');
  if (kind === 'choice' && options.length === 0) throw issue('required');
  if (new Set(options.map(foldForSearch)).size < options.length) throw issue('not-an-option');
};

const found = (all: readonly CustomField[], { id, version }: { readonly id: string; readonly version: number }): CustomField => {
  const field = all.find((one) => one.id === id);
  if (!field) throw new Refused({ code: 'not-found', what: 'custom-field' });
  if (field.version !== version) throw new Refused({ code: 'conflict', current: field });
  return field;
};

/** What was answered as one kind cannot be read as another. */
const refuseHeld = async (tx: Tx, field: CustomField): Promise<void> => {
  const clients = (await heldByField(tx)).get(field.id) ?? 0;
  if (clients > 0) throw new Refusal('custom-field-held', { label: field.label, clients });
};

export const saveCustomField = async (
  practice: Practice,
  { id, version, details }: ParsedInputOf<'customFields.save'>,
): Promise<OutputOf<'customFields.save'>> => {
  refuseOptions(details);
  const saved = await practice.write(async (tx) => {
    const all = await allCustomFields(tx);
    const before = id === null ? null : found(all, { id, version });
    if (!before && all.length >= mostCustomFields) throw new Refusal('custom-fields-full', { most: mostCustomFields });
    if (all.some((other) => other.id !== id && foldForSearch(other.label) === foldForSearch(details.label)))
      throw new Refusal('name-taken');
    if (before && before.kind !== details.kind) await refuseHeld(tx, before);

    const after: CustomField = { ...details, id: before?.id ?? practice.newId(), version: (before?.version ?? 0) + 1 };
    await (before ? replaceCustomField(tx, after) : insertCustomField(tx, after, all.length));
    await recordAudit(tx, practice, { recordId: after.id });
    return after;
  });
  practice.changed('client-fields');
  return saved;
};

export const orderCustomFields = async (
  practice: Practice,
  { ids }: ParsedInputOf<'customFields.order'>,
): Promise<OutputOf<'customFields.order'>> => {
  await practice.write(async (tx) => {
    const all = (await allCustomFields(tx)).map(({ id }) => id);
    const named = [...new Set(ids)].filter((id) => all.includes(id));
    await placeCustomFields(tx, [...named, ...all.filter((id) => !named.includes(id))]);
    await recordAudit(tx, practice, {});
  });
  practice.changed('client-fields');
  return listCustomFields(practice);
};

export const removeCustomField = async (
  practice: Practice,
  seen: ParsedInputOf<'customFields.remove'>,
): Promise<OutputOf<'customFields.remove'>> => {
  await practice.write(async (tx) => {
    const all = await allCustomFields(tx);
    const field = found(all, seen);
    await refuseHeld(tx, field);
    await deleteCustomField(tx, field.id);
    await placeCustomFields(
      tx,
      all.flatMap(({ id }) => (id === field.id ? [] : [id])),
    );
    await recordAudit(tx, practice, { recordId: field.id });
  });
  practice.changed('client-fields');
  return listCustomFields(practice);
};
