import type { OutputOf } from '../../shared/calls.ts';

export type AskingForm = OutputOf<'consent.attention'>['attention'][number];
export type AskingIntake = OutputOf<'intake.attention'>['attention'][number];
export type AskingHealth = OutputOf<'health.attention'>['attention'][number];
export type AskingIncidents = OutputOf<'incidents.attention'>['attention'][number];

type Asking = {
  readonly forms: readonly AskingForm[];
  readonly intakes: readonly AskingIntake[];
  readonly health: readonly AskingHealth[];
  readonly incidents: readonly AskingIncidents[];
};

/** Everything about one client that asks for something. */
export type AsksOfClient = Asking & { readonly clientId: string; readonly name: string };

/** One line for one client, in the order in which their first one asks: what happened in a session first, then forms. */
export const byClient = ({ forms, intakes, health, incidents }: Asking): readonly AsksOfClient[] => {
  const names = new Map([...incidents, ...forms, ...intakes, ...health].map((one) => [one.clientId, one.chosenName]));
  return [...names].map(([clientId, name]) => {
    const of = <T extends { readonly clientId: string }>(all: readonly T[]): readonly T[] => all.filter((one) => one.clientId === clientId);
    return { clientId, name, forms: of(forms), intakes: of(intakes), health: of(health), incidents: of(incidents) };
  });
};
