import { expect, test } from 'vitest';
import { namesIn } from './medicine-suggestions.ts';

test.each<[string, string[]]>([
  ['sertraline 50mg, ibuprofen sometimes; none else', ['sertraline 50mg', 'ibuprofen sometimes']],
  ['', []],
  ['none', []],
  ['None.', []],
  ['no', []],
  ['No medicines', []],
  ['-', []],
  ['n/a', []],
  ['Nothing at the moment', []],
  ["I don't take anything", []],
  ['I don’t take any medicines', []],
  ['not any', []],
  ['nothing but ibuprofen', ['ibuprofen']],
  ['None apart from warfarin 3 mg', ['warfarin 3 mg']],
  ['no medicines except for aspirin', ['aspirin']],
  ['I take warfarin and aspirin', ['warfarin', 'aspirin']],
  ['warfarin\naspirin\r\nibuprofen', ['warfarin', 'aspirin', 'ibuprofen']],
  ['1. Warfarin 3mg\n2. Aspirin 75mg', ['Warfarin 3mg', 'Aspirin 75mg']],
  ['- warfarin\n• aspirin\n\n', ['warfarin', 'aspirin']],
  ['ibuprofen (200 mg, and only if needed), aspirin', ['ibuprofen (200 mg, and only if needed)', 'aspirin']],
  ['ibuprofen, as needed', ['ibuprofen']],
  ['vitamin D 1,000 IU, co-codamol 8/500', ['vitamin D 1,000 IU', 'co-codamol 8/500']],
  ['Warfarin. Aspirin.', ['Warfarin', 'Aspirin']],
  ["St. John's wort", ["St. John's wort"]],
  ['warfarin / aspirin + ibuprofen', ['warfarin', 'aspirin', 'ibuprofen']],
  ['No-Spa 40mg', ['No-Spa 40mg']],
  ['Warfarin, warfarin', ['warfarin']],
  ['warfarin, 5 mg', ['warfarin']],
  ['warfarin 3mg in the morning and 5mg at night', ['warfarin 3mg in the morning and 5mg at night']],
  ['No known medicines', []],
  ['oestrogen patch', ['oestrogen patch']],
])('the medicines in “%s”', (text, expected) => {
  expect(namesIn(text)).toEqual(expected);
});
