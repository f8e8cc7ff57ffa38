import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { areasHere } from './areas-here.ts';
import { replaceSensitiveAreas, sensitiveAreasOf } from './sensitive-areas-repository.ts';

/** Places that need their own signed form here. */
const sensitiveHere = async (practice: Practice, turnedOn: ReadonlySet<string>) => {
  const { place } = await getProfile(practice);
  return areasHere(practice.content, place, turnedOn).filter((area) => area.tier === 'written_specific');
};

export const sensitiveAreas = async (
  practice: Practice,
  _: ParsedInputOf<'consentMap.sensitiveAreas'>,
): Promise<OutputOf<'consentMap.sensitiveAreas'>> => {
  const { since, version } = await sensitiveAreasOf(practice.db);
  const areas = await sensitiveHere(practice, new Set(since.keys()));
  return { areas: areas.map((area) => ({ area, turnedOnAt: since.get(area.code) ?? null })), version };
};

export const setSensitiveAreas = async (
  practice: Practice,
  input: ParsedInputOf<'consentMap.setSensitiveAreas'>,
): Promise<OutputOf<'consentMap.setSensitiveAreas'>> => {
  const turnedOn = [...new Set(input.turnedOn)].sort();
  const here = new Set((await sensitiveHere(practice, new Set())).map(({ code }) => code));
  const foreign = turnedOn.filter((code) => !here.has(code));
  if (foreign.length > 0) throw new Refusal('areas-not-offered', { areas: foreign });

  const version = await practice.write(async (tx) => {
    const before = await sensitiveAreasOf(tx);
    if (before.version !== input.version) throw new Refused({ code: 'conflict', current: null });
    if (turnedOn.some((code) => !before.since.has(code)) && !input.confirmed) throw new Refusal('not-confirmed');
    await replaceSensitiveAreas(tx, turnedOn, { at: practice.now(), by: practice.actor.id });
    await recordAudit(tx, practice, {});
    return before.version + 1;
  });
  practice.changed('maps', 'forms', 'consents');
  return { version };
};
