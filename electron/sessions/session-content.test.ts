import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadClinicalContent } from '../consent/form-content.ts';
import type { ContentProblem } from '../content/content-file.ts';
import { installation } from '../practice/installation.ts';
import { clinicalContent } from '../practice/practice.test-world.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillpoint-sessions-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Json = { [key: string]: Json | unknown };

/** Which field is named when a file is changed so; null where the start goes on. */
const stoppedBy = (file: string, change: (content: Json) => void): string | null => {
  cpSync(installation().clinical, folder, { recursive: true });
  const content = JSON.parse(readFileSync(join(installation().clinical, file), 'utf8')) as Json;
  change(content);
  writeFileSync(join(folder, file), JSON.stringify(content));
  let problem: ContentProblem | null = null;
  try {
    loadClinicalContent(folder, (found) => {
      problem = found;
    });
    return null;
  } catch {
    const { file: named, field } = problem ?? { file: '', field: '' };
    return `${named} ${field}`;
  }
};

const at = (content: Json, path: string): [Json, string] => {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  return [keys.reduce((part, key) => part[key] as Json, content), last];
};

test.each<[string, string, unknown]>([
  ['techniques.json', 'items.0.dissociation_suitability', 'E'],
  ['techniques.json', 'items.0.areas', ['B-NOWHERE']],
  ['techniques.json', 'items.0.uses_touch', 'no'],
  ['techniques.json', 'session_rules.0.severity', 'perhaps'],
  ['techniques.json', 'session_rules.0.id', 'a-rule-of-tomorrow'],
  ['techniques.json', 'session_rules.1.id', 'area'],
  ['techniques.json', 'session_phases.2.touch', null],
  ['techniques.json', 'session_phases.1.id', 'arrive'],
  ['techniques.json', 'planned_minutes.later_blocks', [3]],
  ['techniques.json', 'suitability_grades.D.severity', 'warn'],
  ['redflags.json', 'resume_rule.needs_all.within_minutes', 0],
  ['redflags.json', 'resume_rule.needs_all.dissociation', 'D1'],
  ['redflags.json', 'resume_rule.needs_all.client_asks', false],
  ['redflags.json', 'resume_rule.never_again_today', ['D4', 'H4']],
  ['redflags.json', 'resume_rule.applies_when.arousal', []],
  ['redflags.json', 'dissociation_grades.3.resume', 'carry_on'],
  ['redflags.json', 'dissociation_grades.2.resume', 'client_asks'],
  ['redflags.json', 'arousal_grades.1.grade', 'H0'],
  ['redflags.json', 'items.4.resume', 'sometimes'],
  ['redflags.json', 'items.4.grade', 'D9'],
  ['sensations.json', 'items.0.dissociation_watch', 1],
])('%s: %s as %j stops the start by name', (file, path, value) => {
  expect(
    stoppedBy(file, (content) => {
      const [part, key] = at(content, path);
      part[key] = value;
    }),
  ).toMatch(new RegExp(`^${file} ${path.replaceAll('.', '[.]')}`));
});

test('nothing changed, nothing stops', () => {
  expect(stoppedBy('techniques.json', () => undefined)).toBeNull();
});

test('the content as the conductor has it', () => {
  const { phases, rules, techniques, dissociation, arousal, seen, grounding, resumeRule, levels, plannedMinutes } =
    clinicalContent().session;
  expect(phases.filter(({ touch }) => touch).map(({ id }) => id)).toEqual(['touch-block']);
  expect([
    phases.length,
    rules.length,
    techniques.length,
    dissociation.length,
    arousal.length,
    seen.length,
    grounding.length,
    levels.length,
  ]).toEqual([6, 18, 47, 5, 5, 32, 12, 5]);
  expect(resumeRule).toMatchObject({ distressAtLeast: 7, withinMinutes: 5, distressAtMost: 4, settledWord: 'settled' });
  expect(plannedMinutes).toEqual({ firstBlock: 2, laterBlocks: [3, 5], firstSession: 15 });
});
