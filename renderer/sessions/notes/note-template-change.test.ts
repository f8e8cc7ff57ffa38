import { expect, test } from 'vitest';
import type { KeptTemplate } from '../../../shared/note-templates.ts';
import { type CustomField, emptyValue } from '../../../shared/note-values.ts';
import type { NoteDraft } from '../../../shared/notes.ts';
import { withTemplate } from './note-template-change.ts';

/** Another template takes nothing that was written. */

const asked = (id: string, kind: CustomField['kind'] = 'text'): CustomField => ({
  id,
  label: id,
  kind,
  required: false,
  options: [],
  low: '',
  high: '',
});
const words = (text: string) => ({ ...emptyValue, text });
const draft = (values: NoteDraft['values'], custom: readonly CustomField[] = []): NoteDraft => ({
  on: '2026-11-24',
  templateId: null,
  format: 'SOAP',
  values,
  custom: [...custom],
  kept: [],
});
const template = (values: NoteDraft['values'], custom: readonly CustomField[] = []): KeptTemplate => ({
  id: '01960000-0000-7000-8000-000000000001',
  version: 1,
  active: true,
  name: 'Short',
  format: 'DAP',
  serviceIds: [],
  values,
  custom: [...custom],
});

test('its words stand where nothing stood, and nowhere else', () => {
  const now = withTemplate(
    draft({ 'p.plan': words('Mine'), 'o.observed': emptyValue }),
    template({ 'p.plan': words('Theirs'), 'o.observed': words('Seen:') }),
  );
  expect(now).toEqual({
    ...draft({ 'p.plan': words('Mine'), 'o.observed': words('Seen:') }),
    format: 'DAP',
    templateId: '01960000-0000-7000-8000-000000000001',
  });
});

test('fields of the practice that hold something stay beside the new ones; empty ones go with their values', () => {
  const before = draft({ 'custom.sleep': words('six hours'), 'custom.tea': emptyValue, 'custom.half': { ...emptyValue, number: 3 } }, [
    asked('sleep'),
    asked('tea'),
    asked('half', 'scale'),
  ]);
  const now = withTemplate(before, template({}, [asked('mood'), asked('sleep')]));
  expect(now.custom.map(({ id }) => id)).toEqual(['mood', 'sleep', 'half']);
  expect(Object.keys(now.values)).toEqual(['custom.sleep', 'custom.half']);
});
