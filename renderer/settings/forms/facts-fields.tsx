import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { today, typedDay } from '../../dates.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { Field } from '../../ui/field.tsx';
import { type AllTyped, type AskedFact, nothing, type Typed } from './facts-draft.ts';

/** In the order they stand; what the content asks beyond these stands in the last group. */
const groups = {
  place: ['local_age', 'retention_words', 'regulator_name', 'privacy_authority'],
  danger: ['emergency_number', 'crisis_number'],
  visits: ['days', 'hours', 'missed_visits', 'amount'],
  sheet: ['phone', 'practice_email', 'crisis_name'],
  money: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type Group = keyof typeof groups;

const order = Object.keys(groups) as readonly Group[];
const groupOf = (placeholder: string): Group =>
  order.find((group) => (groups[group] as readonly string[]).includes(placeholder)) ?? 'money';

const rows: Readonly<Record<string, number>> = { fee_table: 5, tax_words: 2, payment_methods: 2, retention_words: 2 };

type FactProps = {
  readonly fact: AskedFact;
  readonly typed: Typed;
  /** Titles of the forms it stands in. */
  readonly forms: readonly string[];
  readonly problems: readonly FieldProblem[];
  readonly onChange: (typed: Typed) => void;
};

const Fact = ({ fact, typed, forms, problems, onChange }: FactProps): JSX.Element => {
  const { t } = useTranslation('forms');
  const { placeholder, label, example } = fact;
  const problemOf = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.text;
  const lines = rows[placeholder];
  const help = [t('words.example', { example }), ...(forms.length > 0 ? [t('words.standsIn', { list: forms.join(' · ') })] : [])].join(' ');
  return (
    <>
      <Field
        id={placeholder}
        label={label}
        help={help}
        value={typed.words}
        // Another number is one that nobody has checked yet.
        onChange={(words) => onChange(fact.needsCheck ? { words, checkedOn: '' } : { ...typed, words })}
        problem={problemOf(placeholder)}
        {...(lines ? { rows: lines } : {})}
      />
      {fact.needsCheck ? (
        <div className="row wrap checked-on">
          <Field
            id={`${placeholder}-day`}
            label={t('words.checkedOn')}
            help={t('words.dayHelp')}
            value={typed.checkedOn}
            onChange={(checkedOn) => onChange({ ...typed, checkedOn })}
            problem={problemOf(`${placeholder}-day`)}
            width={300}
            inputMode="numeric"
          />
          <Button
            variant="default"
            aria-label={t('words.checkedTodayOf', { label })}
            onClick={() => onChange({ ...typed, checkedOn: typedDay(today()) })}
          >
            {t('words.checkedToday')}
          </Button>
        </div>
      ) : null}
    </>
  );
};

type FactsProps = {
  readonly facts: readonly AskedFact[];
  readonly typed: AllTyped;
  readonly formsWith: (placeholder: string) => readonly string[];
  readonly problems: readonly FieldProblem[];
  readonly onChange: (placeholder: string, typed: Typed) => void;
};

export const FactsFields = ({ facts, typed, formsWith, problems, onChange }: FactsProps): JSX.Element => {
  const { t } = useTranslation('forms');
  return (
    <>
      {order.map((group) => (
        <section key={group} className="fact-group fields" aria-labelledby={`group-${group}`}>
          <h3 id={`group-${group}`} className="section-title">
            {t(`words.group.${group}`)}
          </h3>
          {group === 'danger' ? <p className="ink-2">{t('words.whyChecked')}</p> : null}
          {group === 'sheet' ? <p className="ink-2">{t('words.whySheet')}</p> : null}
          {facts
            .filter((fact) => groupOf(fact.placeholder) === group)
            .map((fact) => (
              <Fact
                key={fact.placeholder}
                fact={fact}
                typed={typed[fact.placeholder] ?? nothing}
                forms={formsWith(fact.placeholder)}
                problems={problems}
                onChange={(next) => onChange(fact.placeholder, next)}
              />
            ))}
        </section>
      ))}
    </>
  );
};
