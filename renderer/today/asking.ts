import type { OutputOf } from '../../shared/calls.ts';

export type AskingForm = OutputOf<'consent.attention'>['attention'][number];
export type AskingIntake = OutputOf<'intake.attention'>['attention'][number];

/** Everything about one client that asks for something. */
export type AsksOfClient = {
  readonly clientId: string;
  readonly name: string;
  readonly forms: readonly AskingForm[];
  readonly intakes: readonly AskingIntake[];
};

/** One line for one client, in the order in which their first one asks: forms first. */
export const byClient = (forms: readonly AskingForm[], intakes: readonly AskingIntake[]): readonly AsksOfClient[] =>
  [...new Map([...forms, ...intakes].map((one) => [one.clientId, one.chosenName]))].map(([clientId, name]) => ({
    clientId,
    name,
    forms: forms.filter((one) => one.clientId === clientId),
    intakes: intakes.filter((one) => one.clientId === clientId),
  }));
