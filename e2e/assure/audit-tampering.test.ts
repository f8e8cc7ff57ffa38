import { describe, expect, it } from 'vitest';
import { auditTampering, tamperWithTrails } from './audit-tampering.ts';
import { announcedChance, ofToday } from './chance.ts';
import { runGoal } from './run-goal.ts';

const perTest = { timeout: 240_000 };

describe('a trail someone tampered with', () => {
  it('is called what was done to it, and its first bad entry is named', perTest, async () => {
    const chance = announcedChance('audit tampering');
    const { trials, escapes } = await tamperWithTrails(chance, 2_000);
    console.log(`audit tampering: ${trials} trials, ${escapes.length} escapes`);
    expect({ seed: chance.seed, escapes: escapes.slice(0, 3) }).toEqual({ seed: chance.seed, escapes: [] });
  });

  // `npm run assure` has them all; here each day has others.
  it.each(ofToday(auditTampering.defects, 1))('is not, with $name, and the trials find that', perTest, async (defect) => {
    const { trials, escapes } = await runGoal(auditTampering, defect.trials, 20_261_123, defect);
    console.log(`${defect.name}: ${escapes} of ${trials} found`);
    expect(escapes).toBeGreaterThan(0);
  });
});
