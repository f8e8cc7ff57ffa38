import type { TFunction } from 'i18next';
import type { Client } from '../../shared/clients.ts';
import type { MergeField } from '../../shared/clients-merge.ts';
import type { CustomField } from '../../shared/custom-fields.ts';
import { dayWords } from '../dates.ts';
import { lineOf, readingOf } from './client-merge.ts';
import { typedFrom } from './client-typed.ts';

type With = { readonly t: TFunction<'clients'>; readonly fields: readonly CustomField[] };

const customOf = (field: MergeField, fields: readonly CustomField[]): CustomField | undefined =>
  fields.find(({ id }) => field === `custom:${id}`);

/** How a field is called. One of the practice's own that nobody knows any more is called what all of them are. */
export const mergeLabel = (field: MergeField, { t, fields }: With): string => {
  if (field.startsWith('custom:')) return customOf(field, fields)?.label ?? t('field.custom');
  return field === 'stopSignal' ? t('form.stop') : t(`field.${field as 'chosenName'}`);
};

const customReading = (value: string, kind: CustomField['kind'] | undefined, t: TFunction<'clients'>): string => {
  if (value === '') return '';
  if (kind === 'date') return dayWords(value);
  return kind === 'yes-no' ? t(value === 'yes' ? 'custom.yes' : 'custom.no') : value;
};

/** What one of the two says there, as it reads; empty where it says nothing. */
export const mergeReading = (field: MergeField, client: Client, { t, fields }: With): string => {
  if (field.startsWith('custom:')) {
    return customReading(client.custom[field.slice('custom:'.length)] ?? '', customOf(field, fields)?.kind, t);
  }
  if (field === 'stopSignal') return lineOf([client.stopWord, client.stopGesture]);
  if (field === 'voicemail') return t(`voicemail.${client.voicemail}`);
  return readingOf(field as 'chosenName', typedFrom(client, fields));
};
