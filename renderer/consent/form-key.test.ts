import { expect, test } from 'vitest';
import { formKey, formOfKey, keyOfForm } from './form-key.ts';

test('two places of one form have two names, and each name leads back to its own', () => {
  const left = keyOfForm({ formId: 'area-consent', area: 'B-GLUTE-L' });
  expect(left).not.toBe(keyOfForm({ formId: 'area-consent', area: 'B-GLUTE-R' }));
  expect(formOfKey(left)).toEqual({ formId: 'area-consent', area: 'B-GLUTE-L' });
  expect(formOfKey(formKey({ id: 'informed-consent', area: null }))).toEqual({ formId: 'informed-consent', area: null });
});
