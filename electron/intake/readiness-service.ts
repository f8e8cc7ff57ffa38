import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { touchFactsOf } from '../consent/touch-facts.ts';
import type { Practice } from '../practice/practice.ts';

/** @throws Refused not-found client */
export const readinessOf = async (practice: Practice, { clientId }: ParsedInputOf<'readiness.of'>): Promise<OutputOf<'readiness.of'>> => {
  const { forms, readiness } = await touchFactsOf(practice, clientId);
  return { clientId, today: forms.world.today, ...readiness };
};
