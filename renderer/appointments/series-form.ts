import type { OutputOf } from '../../shared/calls.ts';
import { weekdayOf } from '../../shared/schedule-time.ts';
import { type TypedRepeat, typedRepeat } from './repeat-form.ts';

export type Series = NonNullable<OutputOf<'appointments.get'>['series']>;
export type EditScope = 'following' | 'all';

/** The rule of a series being edited; `counted`: the number of times is what somebody typed, and no longer follows the scope. */
export type TypedSeries = { readonly rule: TypedRepeat; readonly scope: EditScope; readonly counted: boolean };

/** As the rule stands from where this scope begins, so that saving it unchanged changes nothing. */
const ruleOf = ({ repeat, left, firstDay }: Series, scope: EditScope): TypedRepeat => {
  const count = left[scope];
  const end: Series['repeat']['end'] = repeat.end.kind === 'count' && count !== null ? { kind: 'count', count } : repeat.end;
  // The weekday it began on: the appointment it is edited from may have been moved to another one.
  const weekdays = repeat.unit === 'week' && repeat.weekdays.length === 0 ? [weekdayOf(firstDay)] : repeat.weekdays;
  return typedRepeat({ ...repeat, weekdays, end });
};

export const begunSeries = (series: Series): TypedSeries => ({ rule: ruleOf(series, 'all'), scope: 'all', counted: false });

export const withRule = (typed: TypedSeries, rule: TypedRepeat): TypedSeries => ({
  ...typed,
  rule,
  counted: typed.counted || rule.count !== typed.rule.count,
});

/** The number of times goes with the scope until somebody typed another. */
export const withScope = (series: Series, typed: TypedSeries, scope: EditScope): TypedSeries => ({
  ...typed,
  scope,
  rule: typed.counted ? typed.rule : { ...typed.rule, count: ruleOf(series, scope).count },
});
