import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { touchFactsOf } from '../consent/touch-facts.ts';
import type { Practice } from '../practice/practice.ts';
import { todayHere } from '../practice/today.ts';

/** @throws Refused not-found client */
export const readinessOf = async (practice: Practice, { clientId }: ParsedInputOf<'readiness.of'>): Promise<OutputOf<'readiness.of'>> => {
  const { forms, readiness } = await touchFactsOf(practice, clientId);
  return { clientId, today: forms.world.today, ...readiness };
};

/** For the marks on appointments. @throws Refused not-found client */
export const readinessOfMany = async (
  practice: Practice,
  { clientIds }: ParsedInputOf<'readiness.many'>,
): Promise<OutputOf<'readiness.many'>> => {
  const all = [];
  for (const clientId of new Set(clientIds)) all.push(await readinessOf(practice, { clientId }));
  return {
    today: await todayHere(practice),
    clients: all.map(({ clientId, state, reasons: [first = null, ...more] }) => ({ clientId, state, first, more: more.length })),
  };
};
