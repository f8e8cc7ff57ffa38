import { describe, expect, test } from 'vitest';
import type { NoteField } from '../../../shared/note-content.ts';
import { NoteTemplate } from '../../../shared/note-templates.ts';
import { emptyValue } from '../../../shared/note-values.ts';
import { words } from '../../words.ts';
import {
  beginnable,
  newTemplate,
  type TypedCustom,
  type TypedTemplate,
  templateFrom,
  templateProblems,
  templateStanding,
  typedTemplate,
} from './template-form.ts';

const field = (id: string, more: Partial<NoteField> = {}): NoteField => ({
  id,
  section: 'S_or_D',
  label: id,
  type: 'text',
  required: false,
  share: 'B',
  guidance: '',
  options: [],
  ...more,
});
const content = {
  fields: [field('s.words'), field('o.blocks', { type: 'list' }), field('visit.start', { section: 'frame', type: 'time' })],
};
const own = (more: Partial<TypedCustom> = {}): TypedCustom => ({
  id: 'f-1',
  label: 'Room warmth',
  kind: 'text',
  required: false,
  options: '',
  low: '',
  high: '',
  ...more,
});
const typed = (more: Partial<TypedTemplate> = {}): TypedTemplate => ({ ...newTemplate, name: 'First visit', ...more });
const said = { ...emptyValue, text: 'None reported' };
const spoken = { templates: words.getFixedT('en', 'templates'), errors: words.getFixedT('en', 'errors') };

describe('a template', () => {
  test('reads as it was typed', () => {
    const template: NoteTemplate = {
      name: 'First visit',
      format: 'DAP',
      serviceIds: [],
      values: { 's.words': said },
      custom: [{ id: 'f-1', label: 'Warmth', kind: 'choice', required: true, options: ['Cold', 'Warm'], low: '', high: '' }],
    };
    expect(templateFrom(typedTemplate(template), content)).toEqual(template);
    expect(templateStanding({ ...template, id: 'x', version: 3, active: true })).toEqual({ version: 3, typed: typedTemplate(template) });
  });

  test('keeps nothing for a field its format has not got, and nothing empty', () => {
    const values = { 's.words': said, 'o.blocks': emptyValue, 'gone.field': said };
    expect(templateFrom(typed({ values }), content).values).toEqual({ 's.words': said });
    expect(templateFrom(typed({ values, format: 'narrative' }), content).values).toEqual({});
  });

  test('keeps of a field only what its kind has', () => {
    const custom = [own({ options: 'Cold\n\n Warm ', low: 'calm', high: 'wild' })];
    expect(templateFrom(typed({ custom }), content).custom).toEqual([{ ...own(), options: [] }]);
    expect(templateFrom(typed({ custom: [{ ...custom[0], kind: 'choice' } as TypedCustom] }), content).custom[0]?.options).toEqual([
      'Cold',
      'Warm',
    ]);
  });

  test('begins with words only where words are written', () =>
    expect(
      [beginnable(content, { format: 'SOAP' }), beginnable(content, { format: 'narrative' })].map((all) => all.map(({ id }) => id)),
    ).toEqual([
      ['s.words', 'o.blocks'],
      ['narrative', 'o.blocks'],
    ]));

  test.each<readonly [string, TypedTemplate, readonly string[]]>([
    ['nothing', typed(), []],
    ['a name that is not there', typed({ name: '  ' }), ['name']],
    ['a name too long', typed({ name: 'x'.repeat(201) }), ['name']],
    ['words too long', typed({ values: { 's.words': { ...said, text: 'x'.repeat(20_001) } } }), ['values-s.words']],
    ['a field that asks nothing', typed({ custom: [own(), own({ id: 'f-2', label: '' })] }), ['custom-1']],
    ['one choice', typed({ custom: [own({ kind: 'choice', options: 'Cold' })] }), ['custom-0']],
    ['the same choice twice', typed({ custom: [own({ kind: 'choice', options: 'Cold\nCold' })] }), ['custom-0']],
    ['two choices', typed({ custom: [own({ kind: 'choice', options: 'Cold\nWarm' })] }), []],
    ['the end of a scale too long', typed({ custom: [own({ kind: 'scale', low: 'x'.repeat(201) })] }), ['custom-0']],
    ['a scale without words', typed({ custom: [own({ kind: 'scale' })] }), []],
  ])('has in its summary what is wrong with %s', (_what, one, fields) => {
    const problems = templateProblems(one, content.fields, spoken).map((problem) => problem.field);
    expect(problems).toEqual(fields);
    // What the form lets through the contract takes.
    if (fields.length === 0) expect(NoteTemplate.safeParse(templateFrom(one, content)).error).toBeUndefined();
  });
});
