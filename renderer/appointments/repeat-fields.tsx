import { Checkbox, Radio, Select, Switch } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { weekdayOf } from '../../shared/schedule-time.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { DayField } from '../ui/day-field.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Checked } from '../ui/use-check.ts';
import { repeatEnds, repeatFrom, repeatUnits, type TypedRepeat } from './repeat-form.ts';
import { passedOver, repeatWords, weekdayWord } from './repeat-words.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

type PartProps = {
  readonly typed: TypedRepeat;
  readonly set: (change: Partial<TypedRepeat>) => void;
  readonly problemOf: (field: string) => string | undefined;
};

/** The days of a week, each a box with its name. */
export const Weekdays = ({
  label,
  chosen,
  onChosen,
}: {
  readonly label: string;
  readonly chosen: readonly number[];
  readonly onChosen: (weekdays: readonly number[]) => void;
}): JSX.Element => (
  <Checkbox.Group label={label} value={chosen.map(String)} onChange={(values) => onChosen(values.map(Number))}>
    <div className="weekdays">
      {weekdays.map((weekday) => (
        <Checkbox key={weekday} value={String(weekday)} label={weekdayWord(weekday, 'short')} aria-label={weekdayWord(weekday)} />
      ))}
    </div>
  </Checkbox.Group>
);

const Often = ({ typed, set, problemOf, start }: PartProps & { readonly start: CalendarDay | null }): JSX.Element => {
  const { t } = useTranslation('appointments');
  return (
    <>
      <div className="row often">
        <Field
          id="every"
          label={t('repeat.every')}
          inputMode="numeric"
          value={typed.every}
          onChange={(every) => set({ every })}
          problem={problemOf('every')}
        />
        <Select
          label={t('repeat.unit')}
          data={repeatUnits.map((unit) => ({ value: unit, label: t(`repeat.unitOf.${unit}`) }))}
          value={typed.unit}
          allowDeselect={false}
          onChange={(value) => set({ unit: repeatUnits.find((one) => one === value) ?? typed.unit })}
        />
      </div>
      {typed.unit === 'week' ? (
        <Weekdays
          label={t('repeat.weekdaysTitle')}
          chosen={typed.weekdays.length > 0 || !start ? typed.weekdays : [weekdayOf(start)]}
          onChosen={(chosen) => set({ weekdays: chosen })}
        />
      ) : null}
      {typed.unit === 'month' ? (
        <Radio.Group
          label={t('repeat.monthBy')}
          value={typed.monthBy}
          onChange={(value) => set({ monthBy: value === 'weekday' ? 'weekday' : 'day' })}
        >
          <div className="choice-lines">
            <Radio value="day" label={t('repeat.monthDay')} />
            <Radio value="weekday" label={t('repeat.monthWeekday')} />
          </div>
        </Radio.Group>
      ) : null}
    </>
  );
};

const Ends = ({ typed, set, problemOf }: PartProps): JSX.Element => {
  const { t } = useTranslation('appointments');
  return (
    <>
      <Radio.Group
        label={t('repeat.ends')}
        value={typed.end}
        onChange={(value) => set({ end: repeatEnds.find((one) => one === value) ?? typed.end })}
      >
        <div className="choice-lines">
          {repeatEnds.map((end) => (
            <Radio key={end} value={end} label={t(`repeat.end.${end}`)} />
          ))}
        </div>
      </Radio.Group>
      {typed.end === 'count' ? (
        <Field
          id="count"
          label={t('repeat.count')}
          inputMode="numeric"
          width={140}
          value={typed.count}
          onChange={(count) => set({ count })}
          problem={problemOf('count')}
        />
      ) : null}
      {typed.end === 'on' ? (
        <DayField
          id="until"
          label={t('repeat.until')}
          value={typed.until}
          onChange={(until) => set({ until })}
          problem={problemOf('until')}
        />
      ) : null}
    </>
  );
};

/** What the rule makes, in words, as far as it can be read. */
const Makes = ({
  typed,
  start,
  checked,
}: {
  readonly typed: TypedRepeat;
  readonly start: CalendarDay;
  readonly checked: Checked | null;
}) => {
  const { t } = useTranslation('appointments');
  const rule = repeatFrom(typed, start);
  if (!rule) return null;
  if (checked && checked.count === 0) return <Notice tone="wait" title={t('repeat.none')} live />;
  if (checked && checked.count > 1_000) return <Notice tone="wait" title={t('repeat.tooMany')} live />;
  const over = passedOver(t, rule, start);
  return (
    <div className="makes" role="status">
      <span className="b">{repeatWords(t, rule, start, checked?.lastDay ?? null)}</span>
      {checked && rule.end.kind !== 'count' ? <span className="ink-2"> {t('repeat.makes', { count: checked.count })}</span> : null}
      {over ? <span className="ink-2"> {over}</span> : null}
    </div>
  );
};

type Props = {
  readonly typed: TypedRepeat;
  readonly onChange: (typed: TypedRepeat) => void;
  readonly start: CalendarDay | null;
  readonly problems: readonly FieldProblem[];
  readonly checked: Checked | null;
};

/** How often, on which days, until when; and what that makes. */
export const RepeatRule = ({ typed, onChange, start, problems, checked }: Props): JSX.Element => {
  const part: PartProps = {
    typed,
    set: (change) => onChange({ ...typed, ...change }),
    problemOf: (field) => problems.find((one) => one.field === field)?.text,
  };
  return (
    <>
      <Often {...part} start={start} />
      <Ends {...part} />
      {start ? <Makes typed={typed} start={start} checked={checked} /> : null}
    </>
  );
};

/** A switch in front of the rule, for an appointment that is new. */
export const RepeatFields = (props: Props): JSX.Element => {
  const { t } = useTranslation('appointments');
  const { typed, onChange } = props;
  return (
    <fieldset className="fields">
      <legend className="section-title">{t('repeat.title')}</legend>
      <Switch label={t('repeat.on')} checked={typed.on} onChange={(event) => onChange({ ...typed, on: event.currentTarget.checked })} />
      {typed.on ? <RepeatRule {...props} /> : null}
    </fieldset>
  );
};
