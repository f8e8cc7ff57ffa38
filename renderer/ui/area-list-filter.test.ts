import { expect, test } from 'vitest';
import listText from '../../resources/clinical/body-areas.json?raw';
import { FormArea } from '../../shared/consent-form.ts';
import { words } from '../words.ts';
import { areasFound } from './area-list-filter.ts';
import { regionsIn } from './areas.ts';

const t = words.getFixedT('en', 'chart');
const list: { items: { code: string; label: string; view: string; region: string }[] } = JSON.parse(listText);
const areas = list.items.map(({ code, label, view, region }) => FormArea.parse({ code, label, view, region, offered: true }));
const found = (query: string): readonly string[] => areasFound(t, areas, query).map(({ code }) => code);

test.each([
  ['shoulder blade', ['B-SCAPULA-L', 'B-SCAPULA-R']],
  ['LEFT  palm', ['F-FOREARM-L', 'F-WRIST-L', 'F-PALM-L']],
  ['pálm fing', ['F-PALM-L', 'F-PALM-R']],
  ['left hand', ['F-PALM-L', 'B-HAND-L']],
  ['belly', ['F-ABD-U', 'F-ABD-L']],
  ['arms back right', ['B-UARM-R', 'B-ELBOW-R', 'B-FOREARM-R', 'B-WRIST-R']],
  ['side head', ['S-EAR-L', 'S-EAR-R']],
  ['elephant', []],
])('“%s” finds places by name, part of the body, view and side', (query, codes) => {
  expect(found(query)).toEqual(codes);
});

test('nothing typed finds everything', () => {
  expect(found('  ')).toHaveLength(88);
});

test('every part of the body has words of its own', () => {
  expect(regionsIn(areas).map(({ region }) => region)).toEqual([
    'head',
    'neck',
    'shoulder',
    'arm',
    'hand',
    'chest',
    'back',
    'trunk',
    'abdomen',
    'pelvis',
    'leg',
    'foot',
  ]);
});
