import { expect, test } from 'vitest';
import { loadClinicalContent } from '../consent/form-content.ts';
import { installation } from '../practice/installation.ts';
import { type HealthContent, healthProblem, sectionsOf } from './health-content.ts';

const content = loadClinicalContent(installation().clinical, ({ file, field }) => {
  throw new Error(`${file}: ${field}`);
});
const places = new Set(content.bodyAreas.items.map(({ code }) => code));
const { health, safe } = content;
const problemOf = (changed: Partial<HealthContent>): string | null => healthProblem({ ...health, ...changed }, places, safe);
const sections = health.client_sections;

test('each of the 103 questions stands in exactly one section; the sensitive ones stand last and can be skipped', () => {
  expect(problemOf({})).toBeNull();
  const asked = sectionsOf(content).flatMap(({ questions }) => questions.map(({ id }) => id));
  expect([...asked].sort()).toEqual(health.items.map(({ id }) => id).sort());
  expect(asked).toHaveLength(103);
  const sensitive = sectionsOf(content).map((section) => section.sensitive);
  expect(sensitive).toEqual([...sensitive].sort());
  expect(sectionsOf(content).every((section) => section.maySkip || !section.sensitive)).toBe(true);
});

test.each<[string, Partial<HealthContent>, string]>([
  ['a question in no section', { client_sections: sections.slice(1) }, 'items.'],
  ['a question in two', { client_sections: [...sections, ...sections.slice(-1)] }, `client_sections.${sections.length}.question_ids.0`],
  ['a sensitive section before others', { client_sections: [...sections].reverse() }, 'client_sections.'],
  [
    'a sensitive section that cannot be skipped',
    { client_sections: sections.map((section) => ({ ...section, may_skip: false })) },
    'client_sections.',
  ],
  [
    'a place the chart does not have',
    { items: health.items.map((item) => ({ ...item, suggested_areas: ['B-NOWHERE'] })) },
    'items.0.suggested_areas',
  ],
  ['a class of medicine twice', { medications: [...health.medications, ...health.medications.slice(0, 1)] }, 'medications.'],
])('%s stops the start', (_, changed, field) => {
  expect(problemOf(changed)).toContain(field);
});
