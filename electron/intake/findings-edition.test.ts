import { expect, test } from 'vitest';
import { clientDetails, testWorld } from '../practice/practice.test-world.ts';
import { happens, saidOf, standsOn } from './kept-findings.test-world.ts';

/** What was found in one edition of the content, and is looked at in the next. */

type Judged = { readonly kind: 'emergency' | 'clearance' | 'modify'; readonly action: 'P5' | 'P3' | 'P1' };

test.each<[string, string, Judged, string]>([
  ['a milder one leaves it what it was found as', 'dvt', { kind: 'modify', action: 'P1' }, 'emergency P5'],
  ['a milder kind leaves the kind', 'dvt', { kind: 'modify', action: 'P5' }, 'emergency P5'],
  ['a milder action leaves the action', 'suicidal-ideation', { kind: 'clearance', action: 'P1' }, 'absolute P4'],
  ['a more careful one counts at once', 'migraine', { kind: 'emergency', action: 'P5' }, 'emergency P5'],
  ['one that differs both ways gives the more careful of both', 'suicidal-ideation', { kind: 'emergency', action: 'P3' }, 'emergency P5'],
])('of two editions %s, in the words of the newer', async (_, itemId, judged, stands) => {
  const world = await testWorld();
  const { id: clientId } = await world.ok('clients.create', clientDetails);
  const findingId = await saidOf(world, clientId, itemId);
  const { content } = world.open;
  const items = content.health.items.map((item) => (item.id === itemId ? { ...item, ...judged, do: 'As we say it now' } : item));
  const newer = {
    ...world,
    open: { ...world.open, content: { ...content, health: { ...content.health, items, content_version: '9.9.9' } } },
  };

  const { weight, action, item, known } = await standsOn(newer, findingId, '2026-11-24');
  expect([`${weight} ${action}`, item.do, known]).toEqual([stands, 'As we say it now', true]);
  const dispatch = world.standing({ state: 'open', practice: newer.open });
  expect(await dispatch('health.findings', { clientId })).toMatchObject({ ok: true, value: { findings: [{ weight, action }] } });

  await happens(newer, findingId, (common) => ({ what: 'lowered', ...common, kind: 'modify', reason: 'The letter of Dr. Okafor' }));
  expect((await standsOn(newer, findingId, '2026-11-24')).weight).toBe('modify');
});
