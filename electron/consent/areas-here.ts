import { type AreaPreset, type BodyArea, canBeMarked, type Tier, tiers } from '../../shared/body-areas.ts';
import type { ClinicalContent } from './form-content.ts';
import { liesIn } from './lies-in.ts';

const stricter = (one: Tier, other: Tier): Tier => (tiers.indexOf(one) > tiers.indexOf(other) ? one : other);

/** A country and one of its regions may both say something: the strictest of all that hold here counts, and none loosens the content. */
const tierHere = (area: ClinicalContent['bodyAreas']['items'][number], place: string): Tier =>
  Object.entries(area.jurisdiction_overrides)
    .filter(([jurisdiction]) => liesIn(place, jurisdiction))
    .reduce((strictest, [, tier]) => stricter(strictest, tier), area.consent_tier);

/** Every place of the body as this practice's place has it: a tier is only ever raised by it. `turnedOn`: codes that need their own form and are offered. */
export const areasHere = (content: ClinicalContent, place: string, turnedOn: ReadonlySet<string>): readonly BodyArea[] =>
  content.bodyAreas.items.map((area) => {
    const tier = tierHere(area, place);
    return {
      code: area.code,
      label: area.label,
      view: area.view,
      region: area.region,
      side: area.side,
      tier,
      offered: tier !== 'not_offered',
      turnedOn: tier !== 'written_specific' || turnedOn.has(area.code),
      caution: area.endangerment_note,
      gentler: area.gentler_alternative,
    };
  });

/** Those that stand on a chart or in a form: named where they are out of bounds, unlabelled skin where they need their own form and are not offered. */
export const areasShown = (areas: readonly BodyArea[]): readonly BodyArea[] =>
  areas.filter((area) => area.tier !== 'written_specific' || area.turnedOn);

/** The presets of the content, each with the places of it that can be marked here; one that has none is left out. */
export const presetsHere = (content: ClinicalContent, areas: readonly BodyArea[]): AreaPreset[] => {
  const markable = new Set(areas.filter(canBeMarked).map(({ code }) => code));
  return content.bodyAreas.presets
    .map(({ id, label, codes }) => ({ id, label, codes: codes.filter((code) => markable.has(code)) }))
    .filter(({ codes }) => codes.length > 0);
};
