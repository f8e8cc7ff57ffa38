import type { Readiness } from '../../shared/readiness.ts';
import { readiness } from '../../shared/readiness-rule.ts';
import { mergedSince } from '../clients/merge-standing.ts';
import { type HealthFacts, healthFactsOf } from '../intake/health-facts.ts';
import type { Practice } from '../practice/practice.ts';
import { holdsOf } from '../sessions/holds-service.ts';
import { type TouchForms, touchFormsOf } from './touch-forms.ts';

/** What is known before anybody touches: forms, health, and whether hands-on work may begin. One gathering, so that no two answers differ. */
export type TouchFacts = { readonly forms: TouchForms; readonly health: HealthFacts; readonly readiness: Readiness };

/** @throws Refused not-found client */
export const touchFactsOf = async (practice: Practice, clientId: string): Promise<TouchFacts> => {
  const forms = await touchFormsOf(practice, clientId);
  const { today } = forms.world;
  const health = await healthFactsOf(practice, clientId, today);
  const zone = practice.zone ?? forms.world.profile.zone;
  const holds = await holdsOf(practice, clientId, zone);
  const merged = await mergedSince(practice, clientId, zone);
  return { forms, health, readiness: readiness({ ...health, ...forms, today, holds, merged }) };
};
