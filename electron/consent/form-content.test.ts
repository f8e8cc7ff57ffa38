import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refused } from '../../shared/app-error.ts';
import { installation } from '../practice/installation.ts';
import { type ContentProblem, loadClinicalContent } from './form-content.ts';

/** The shipped folder, one thing in it broken. */

type Json = { [key: string]: Json } & Json[] & string;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillpoint-content-'));
  cpSync(installation().clinical, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const change = (file: string, by: (content: Json) => void): void => {
  const at = join(folder, file);
  const content = JSON.parse(readFileSync(at, 'utf8')) as Json;
  by(content);
  writeFileSync(at, JSON.stringify(content));
};

/** What was told and thrown; null where it loads. */
const problemOf = (): ContentProblem | null => {
  const told: ContentProblem[] = [];
  try {
    loadClinicalContent(folder, (problem) => told.push(problem));
  } catch (failure) {
    expect(failure).toBeInstanceOf(Refused);
    expect((failure as Refused).error).toEqual({ code: 'unavailable', reason: 'content-damaged' });
    expect(told).toHaveLength(1);
    return told[0] ?? null;
  }
  expect(told).toEqual([]);
  return null;
};

/** Sets what a path names, or takes it out. */
const set = (content: Json, path: string, value: unknown): void => {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((at: Json, key) => at[key as keyof Json] as Json, content);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else Reflect.set(parent, last, value);
};

const listed = [
  'aftercare.json',
  'body-areas.json',
  'consents.json',
  'contraindications.json',
  'instruments.json',
  'letters.json',
  'redflags.json',
  'sensations.json',
  'techniques.json',
];

describe('the clinical content', () => {
  test('as it is shipped is read', () => expect(problemOf()).toBeNull());

  test('stops the start where a file is not there, or is no JSON', () => {
    for (const file of [...listed, 'body-chart.json']) {
      const before = readFileSync(join(folder, file));
      for (const broken of [
        () => rmSync(join(folder, file)),
        () => writeFileSync(join(folder, file), before.subarray(0, before.length / 2)),
      ]) {
        broken();
        expect(problemOf()).toEqual({ file, field: '' });
        writeFileSync(join(folder, file), before);
      }
    }
    expect(problemOf()).toBeNull();
  });

  test.each(listed)('%s says what it is, of which version, whose and in which state', (file) => {
    const before = readFileSync(join(folder, file));
    const wrong: readonly (readonly [string, unknown])[] = [
      ['schema', 'stillpoint.clinical/other'],
      ['schema_version', '2.0.0'],
      ['content_version', '1.1'],
      ['content_date', '2026-02-30'],
      ['locale', ''],
      ['title', ' '],
      ['status', undefined],
      ['notes', 'one'],
      ['actions.P3.meaning', undefined],
      ['sources', []],
      ['items', []],
    ];
    for (const [path, value] of wrong) {
      change(file, (content) => set(content, path, value));
      expect(problemOf()).toEqual({ file, field: path });
      writeFileSync(join(folder, file), before);
    }
  });

  const wrong: readonly (readonly [file: string, field: string, value: unknown])[] = [
    ['aftercare.json', 'items.0.client_text', ''],
    ['aftercare.json', 'items.2.default_on', 'yes'],
    ['body-areas.json', 'items.5.consent_tier', 'sometimes'],
    ['body-areas.json', 'items.5.jurisdiction_overrides.Texas', 'ask_each'],
    ['body-areas.json', 'items.5.view', undefined],
    ['body-chart.json', 'F-SCALP.path', 'javascript:alert(1)'],
    ['body-chart.json', 'B-NECK.cx', '12'],
    ['contraindications.json', 'items.7.kind', 'maybe'],
    ['contraindications.json', 'medications.0.max_contact', null],
    ['instruments.json', 'items.0.licence.attribution_text', undefined],
    ['instruments.json', 'items.3.licence.ship_wording', 'true'],
    ['letters.json', 'items.0.elements.0.required', undefined],
    ['redflags.json', 'items.0.decision', 'wait'],
    ['redflags.json', 'crisis_resources.0.emergency', ''],
    ['sensations.json', 'items.10.tone', 'odd'],
    ['techniques.json', 'session_phases.0.steps', undefined],
    ['consents.json', 'items.0.version', '1'],
    ['consents.json', 'items.0.elements.2.capture', 'poem'],
    ['consents.json', 'items.0.elements.2.asks', undefined],
    ['consents.json', 'items.0.elements.2.required', 'true'],
    ['consents.json', 'items.0.valid_for', 'for a good while'],
    ['consents.json', 'items.1.signed_by', ''],
    ['consents.json', 'placeholders.hours.source', 'clock.now'],
    ['consents.json', 'placeholders.hours.label', undefined],
  ];
  test.each(wrong)('%s: %s', (file, field, value) => {
    change(file, (content) => set(content, field, value));
    expect(problemOf()).toEqual({ file, field });
  });

  test('names the entry that is there twice, and the source that is listed nowhere', () => {
    change('techniques.json', (content) => set(content, 'items.4.id', (content.items as Json)[1]?.id));
    expect(problemOf()).toEqual({ file: 'techniques.json', field: 'items.4.id' });
    change('techniques.json', (content) => set(content, 'items.4.id', 'something-else'));
    change('techniques.json', (content) => set(content, 'items.2.sources.1', 'S99'));
    expect(problemOf()).toEqual({ file: 'techniques.json', field: 'items.2.sources.1' });
  });

  test('draws every area, and nothing that is no area', () => {
    change('body-chart.json', (content) => set(content, 'B-NECK', undefined));
    expect(problemOf()).toEqual({ file: 'body-chart.json', field: 'B-NECK' });
    change('body-chart.json', (content) => set(content, 'B-NECK', content['F-SCALP']));
    change('body-chart.json', (content) => set(content, 'B-TAIL', content['F-SCALP']));
    expect(problemOf()).toEqual({ file: 'body-chart.json', field: 'B-TAIL' });
  });

  const redraw = (by: (svg: string) => string): void => {
    const at = join(folder, 'body-chart.svg');
    writeFileSync(at, by(readFileSync(join(installation().clinical, 'body-chart.svg'), 'utf8')));
  };
  const drawings: readonly (readonly [what: string, by: (svg: string) => string, file: string, field: string])[] = [
    ['an empty file', () => '', 'body-chart.svg', 'body chart: no viewBox'],
    ['half of it', (svg) => svg.slice(0, svg.length / 2), 'body-chart.svg', 'body chart: no caption'],
    [
      'an anchor that is no number',
      (svg) => svg.replace('data-cx="232"', 'data-cx="x"'),
      'body-chart.svg',
      'body chart: data-cx of F-SCALP is no number',
    ],
    ['an area of another name', (svg) => svg.replace('id="B-NECK"', 'id="B-TAIL"'), 'body-chart.svg', 'B-NECK'],
    ['an area drawn twice', (svg) => svg.replace(/<path id="B-NECK"[^>]*>/, '$&$&'), 'body-chart.svg', 'B-NECK'],
    [
      'a form line that is none',
      (svg) => svg.replace(/(class="ink" [^>]*?d="M)/, '$1NaN'),
      'body-chart.svg',
      'body chart: a path does not begin at a point',
    ],
    ['a command nobody draws', (svg) => svg.replace(/(class="silhouette" [^>]*?)C/, '$1A'), 'body-chart.svg', 'silhouettes.2.d'],
    ['another line than the index has', (svg) => svg.replace('d="M232 34C', 'd="M232 35C'), 'body-chart.json', 'F-SCALP.path'],
    ['another anchor', (svg) => svg.replace('data-cx="232"', 'data-cx="230"'), 'body-chart.json', 'F-SCALP.cx'],
  ];
  test.each(drawings)('a drawing with %s stops the start', (_, by, file, field) => {
    redraw(by);
    expect(problemOf()).toEqual({ file, field });
  });

  test('a drawing that is not there stops the start', () => {
    rmSync(join(folder, 'body-chart.svg'));
    expect(problemOf()).toEqual({ file: 'body-chart.svg', field: '' });
  });
});

/** The place of a part in `consents.json`, by form and part id. */
const placeOf = (content: Json, form: string, element: string): string => {
  const at = (content.items as Json).findIndex((one) => (one as unknown as Json).id === form);
  const elements = (content.items as Json)[at]?.['elements' as never] as unknown as { id: string }[];
  return `items.${at}.elements.${elements.findIndex((one) => one.id === element)}`;
};

type Case = readonly [rule: string, form: string, element: string, field: string, value: unknown, told?: string];

describe('the forms', () => {
  const cases: readonly Case[] = [
    ['two parts of one name', 'informed-consent', 'what', 'id', 'who'],
    ['a blank nobody can fill', 'informed-consent', 'who', 'model_text', 'You see {{practitioner}}.'],
    ['braces that are no blank', 'informed-consent', 'who', 'model_text', 'You see {{practitioner_name}.'],
    ['a blank in a title', 'informed-consent', 'who', 'title', '{{practitioner_name}}'],
    ['a choice of nothing', 'informed-consent', 'clothing', 'options', undefined],
    ['options where nothing is chosen', 'informed-consent', 'why', 'options', [{ value: 'a', label: 'A' }]],
    ['one option twice', 'informed-consent', 'clothing', 'options.1.value', 'clothed'],
    ['a blank in an option', 'informed-consent', 'clothing', 'options.1.label', 'For {{amount}}'],
    ['an option that clears others and is not there', 'trauma-addendum', 'helps', 'exclusive_values', ['nothing'], 'exclusive_values.0'],
    ['a text beside an option that is not there', 'informed-consent', 'clothing', 'other_text', true],
    ['a refusal to say where it is about touch', 'informed-consent', 'clothing', 'allow_declined', true],
    ['the same as an option', 'informed-consent', 'clothing', 'options.0.value', 'declined'],
    ['a signature by nobody', 'informed-consent', 'signature', 'signers', []],
    ['signers of what is not signed', 'informed-consent', 'why', 'signers', ['client']],
    ['hanging on a part that is not there', 'emergency-contact', 'when', 'ask_if.element', 'nobody'],
    ['hanging on a part that comes later', 'emergency-contact', 'what', 'ask_if.element', 'not'],
    ['hanging on an option that is not there', 'release-of-information', 'expire-date', 'ask_if.value.0', 'someday'],
    ['hanging on two things', 'emergency-contact', 'when', 'ask_if.value', ['x'], 'ask_if'],
    ['ending on a date that is never asked', 'release-of-information', 'expire-date', 'id', 'end-date', '..valid_for'],
  ];
  for (const [rule, form, element, field, value, told = field] of cases)
    test(rule, () => {
      let place = '';
      change('consents.json', (content) => {
        place = placeOf(content, form, element);
        set(content, `${place}.${field}`, value);
      });
      const expected = told.startsWith('..') ? `${place.replace(/\.elements.*/, '')}.${told.slice(2)}` : `${place}.${told}`;
      expect(problemOf()).toEqual({ file: 'consents.json', field: expected });
    });

  test('two of one name, and an intro with a blank nobody can fill', () => {
    change('consents.json', (content) => set(content, 'items.1.id', 'informed-consent'));
    expect(problemOf()).toEqual({ file: 'consents.json', field: 'items.1.id' });
    change('consents.json', (content) => set(content, 'items.1.id', 'other'));
    change('consents.json', (content) => set(content, 'items.1.intro', 'Hello {{name}}'));
    expect(problemOf()).toEqual({ file: 'consents.json', field: 'items.1.intro' });
  });
});
