import { expect, test } from 'vitest';
import { suggestClasses } from '../../shared/medicine-suggestions.ts';
import { loadClinicalContent } from '../consent/form-content.ts';
import { installation } from '../practice/installation.ts';
import { classesOf } from './health-content.ts';

/** Which of the shipped classes a medicine may belong to. */

const classes = classesOf(
  loadClinicalContent(installation().clinical, ({ file, field }) => {
    throw new Error(`${file} ${field}`);
  }),
);
const suggested = (name: string): string =>
  suggestClasses(name, classes)
    .map(({ id }) => id)
    .join(' ');

test.each([
  // examples, however they are written
  ['warfarin', 'anticoagulant'],
  ['Warfarin sodium', 'anticoagulant'],
  ['warfarin 3mg', 'anticoagulant'],
  ['WARFARIN 3 mg at night', 'anticoagulant'],
  ['warfarín', 'anticoagulant'],
  ['warfarine', 'anticoagulant'],
  ['wafarin', 'anticoagulant'],
  ['warferin', 'anticoagulant'],
  ['sertraline (50mg)', 'ssri-snri'],
  ['glyceryl trinitrate spray', 'nitrate'],
  ['calcium channel blocker', 'antihypertensive'],
  ['ACE inhibitor', 'antihypertensive'],
  ['beta-blocker', 'antihypertensive'],
  ['HRT', 'hormone-clot'],
  ['combined pill', 'hormone-clot'],
  ['testosterone gel', 'topical-patch'],
  ['esketamine', 'ketamine'],
  // what the label says
  ['blood pressure tablets', 'antihypertensive'],
  ['SSRI', 'ssri-snri'],
  ['statin', 'statin'],
  ['an antidepressant', ''],
  ['mood stabilizer', 'mood-anticonvulsant'],
  ['long-acting insulin', 'insulin'],
  ['GLP-1 injection', 'glp1'],
  ['antihistamine', 'antihistamine'],
  ['bone medicine', 'bisphosphonate'],
  ['sleep medicine', 'sedative'],
  ['chemotherapy', 'chemo'],
  ['botulinum toxin', 'botulinum'],
  // several, the likeliest first
  ['oestrogen patch', 'topical-patch hormone-clot'],
  ['estrogen', 'hormone-clot topical-patch'],
  ['steroid injection', 'steroid-injection steroid-oral'],
  ['oral steroids', 'steroid-oral steroid-injection'],
  ['warfarin, aspirin, ibuprofen and diazepam', 'anticoagulant antiplatelet nsaid'],
  // nothing that would be a guess
  ['Eliquis 5 mg', ''],
  ['', ''],
  ['50 mg', ''],
  ['all', ''],
  ['various', ''],
  ['all of my tablets', ''],
  ['blood thinner', ''],
  ['contraceptive pill', ''],
  ['a combined inhaler', ''],
  ['inhaled salbutamol', ''],
  ['calcium', ''],
  ['cough suppressant', ''],
  ['testosterone injection', ''],
  ['pain gel', ''],
  ['vitamin B12 injection', ''],
  ['muscle rub', ''],
  ['a medicine for my thyroid', 'thyroid'],
  ['lithum', 'lithium'],
  ['HRS', ''],
  ['codein', 'opioid'],
  ['codene', 'opioid'],
  ['zolpidm tablets', 'sedative'],
  ['hydrocortisone', ''],
  ['prednisolone', ''],
  ['lovastatin', ''],
])('“%s” suggests %s', (name, expected) => {
  expect(suggested(name)).toBe(expected);
});

test('every example suggests its own class, save the words that every class could have', () => {
  const plain = ['all', 'various', 'inhaled', 'edible'];
  const astray = classes.flatMap((of) =>
    of.examples.filter((example) => !plain.includes(example) && !suggestClasses(`${example} 5 mg`, classes).includes(of)),
  );
  expect(astray).toEqual([]);
  expect(plain.filter((word) => suggested(`${word} 5 mg`) !== '')).toEqual([]);
});
