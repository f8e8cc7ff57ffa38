import { expect, test } from 'vitest';
import type { Handover } from '../../shared/handover.ts';
import { placeAfter } from './quiet-page.ts';

const after = (...ids: string[]): string =>
  placeAfter({ clientId: 'c', fillings: ids.map((id) => ({ form: { id } })) as unknown as Handover['fillings'] });

test('what was given back is opened: the intake alone, forms, or forms that name the intake beside them', () => {
  expect([after('safe-intake'), after('informed-consent'), after('safe-intake', 'informed-consent')]).toEqual([
    '#/clients/c/intake',
    '#/clients/c/consent/returned',
    '#/clients/c/consent/returned?intake=true',
  ]);
});
