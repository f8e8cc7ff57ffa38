import type { Standing } from './allowed.ts';
import type { BodyArea, Tier } from './body-areas.ts';

export const today = '2026-11-24';

export const place = (code: string, tier: Tier, turnedOn = true): BodyArea => ({
  code,
  label: code,
  view: 'back',
  region: 'back',
  side: 'centre',
  offered: tier !== 'not_offered',
  tier,
  turnedOn,
  caution: '',
  gentler: '',
});

export const inForce = (endsOn: string | null = '2027-11-24'): Standing => ({ state: 'in-force', endsOn });
