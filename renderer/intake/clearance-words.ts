import type { TFunction } from 'i18next';
import type { BodyArea, ContactLevel } from '../../shared/body-areas.ts';
import type { Clearance } from '../../shared/clearance.ts';
import type { Finding } from '../../shared/finding.ts';
import type { HealthSection } from '../../shared/health.ts';
import { mayBeNamed } from './clearance-rule.ts';

/** What a request is about, in the words of the findings. */
export const aboutWords = (t: TFunction<'clearance'>, ids: readonly string[], findings: readonly Finding[]): string =>
  ids.map((id) => findings.find((one) => one.id === id)?.item.condition ?? t('gone')).join('; ');

type Scope = NonNullable<NonNullable<Clearance['reply']>['scope']>;
type Words = { readonly clearance: TFunction<'clearance'>; readonly level: (level: ContactLevel) => string };

/** Each limit that was named, one line each. */
export const limitWords = ({ clearance: t, level }: Words, scope: Scope, areas: readonly BodyArea[]): readonly string[] => [
  ...(scope.areas
    ? [t('limit.areas', { places: scope.areas.map((code) => areas.find((area) => area.code === code)?.label ?? code).join(', ') })]
    : []),
  ...(scope.ceiling === null ? [] : [t('limit.ceiling', { level: level(scope.ceiling) })]),
  ...(scope.minutes === null ? [] : [t('limit.minutes', { count: scope.minutes })]),
  ...(scope.words ? [t('limit.words', { words: scope.words })] : []),
];

/** A beginning of the question; what is private or delicate is not in it. */
export const suggestedQuestion = (t: TFunction<'clearance'>, chosen: readonly Finding[], sections: readonly HealthSection[]): string => {
  const named = chosen.filter((one) => mayBeNamed(one, sections)).map(({ item }) => item.condition);
  const opening = named.length > 0 ? t('suggestion.named', { about: named.join('; ') }) : t('suggestion.unnamed');
  return `${opening}\n\n${t('suggestion.limits')}`;
};
