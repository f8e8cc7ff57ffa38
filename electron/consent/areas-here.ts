import { type AreaPreset, type BodyArea, canBeMarked, type Tier } from '../../shared/body-areas.ts';
import type { ClinicalContent } from './form-content.ts';
import { liesIn } from './lies-in.ts';

const tierHere = (area: ClinicalContent['bodyAreas']['items'][number], place: string): Tier => {
  if (area.consent_tier === 'not_offered') return area.consent_tier;
  const raised = Object.entries(area.jurisdiction_overrides).find(([jurisdiction]) => liesIn(place, jurisdiction))?.[1];
  return raised ?? area.consent_tier;
};

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
