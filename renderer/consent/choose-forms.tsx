import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentForm } from '../../shared/consent-form.ts';
import type { FormState } from '../../shared/consent-state.ts';
import { healthFormId } from '../../shared/health.ts';
import { intakeFormId } from '../../shared/intake.ts';
import { Marked, Wrong } from '../ui/field.tsx';
import { formKey, keyOfForm } from './form-key.ts';
import { FormStanding } from './form-row.tsx';

type LineProps = { readonly form: ConsentForm; readonly state: FormState | undefined };

/** What is ticked, under the name the practitioner knows; the one the client reads stands under it where it is another. */
const Line = ({ form, state }: LineProps): JSX.Element => {
  const { t } = useTranslation('consent');
  const waiting = form.unfilled.filter((blank) => blank.source === 'profile').length;
  return (
    <Checkbox
      value={formKey(form)}
      // What came back is gone on with where it is read through.
      disabled={state?.state === 'to-review'}
      label={form.title}
      description={
        <>
          {form.clientTitle === form.title ? null : (
            <span className="block" dir="auto">
              {t('prepare.clientReads', { title: form.clientTitle })}
            </span>
          )}
          {state && state.state !== 'not-signed' ? <FormStanding form={state} /> : null}
          {waiting > 0 ? <span className="block wait">{t('prepare.wordsWaiting', { count: waiting })}</span> : null}
        </>
      }
    />
  );
};

type ChooseProps = {
  readonly clientId: string;
  readonly forms: readonly ConsentForm[];
  readonly states: readonly FormState[];
  readonly suggested: readonly string[];
  /** What a first visit asks for besides, in the order of the forms. */
  readonly following: readonly string[];
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: string[]) => void;
  /** Whether a round of the intake is open, and was ever gone through. */
  readonly intake: 'open' | 'first' | 'review';
  /** The crisis numbers were checked: the health questions may be handed over. */
  readonly checked: boolean;
  readonly long: { readonly pages: number; readonly minutes: number };
  readonly problem: string | undefined;
};

/** Any set of forms for one sitting, the intake before them; those that are needed stand first and are chosen already. */
export const ChooseForms = (props: ChooseProps): JSX.Element => {
  const { clientId, forms, states, suggested, following, chosen, onChosen, intake, checked, long, problem } = props;
  const { t } = useTranslation('consent');
  // What is chosen when the page comes stays where it is, whatever is chosen after.
  const [first] = useState(() => new Set([...suggested, ...chosen]));
  const [next] = useState(() => following.filter((key) => !first.has(key)));
  const [all, setAll] = useState(first.size + next.length === 0);
  const keysOf = (list: readonly ConsentForm[]): readonly string[] => list.map(formKey);
  const others = forms.filter((form) => !first.has(formKey(form)) && !next.includes(formKey(form)));
  const lines = (keys: readonly string[]): readonly JSX.Element[] =>
    forms
      .filter((form) => keys.includes(formKey(form)))
      .map((form) => <Line key={formKey(form)} form={form} state={states.find((one) => keyOfForm(one) === formKey(form))} />);
  const added = next.every((key) => chosen.includes(key));
  return (
    <Marked wrong={problem !== undefined}>
      <Checkbox.Group label={t('prepare.choose')} value={[...chosen]} onChange={onChosen} id="forms">
        {problem ? <Wrong>{problem}</Wrong> : null}
        <div className="forms">
          <Checkbox value={intakeFormId} label={t('prepare.intake')} description={t(`prepare.intakeText.${intake}`)} />
          <Checkbox
            value={healthFormId}
            label={t('prepare.health')}
            disabled={!checked}
            description={
              checked ? (
                t('prepare.healthText')
              ) : (
                <>
                  {t('prepare.healthUnchecked')}{' '}
                  <Link to="/settings/$section" params={{ section: 'crisis' }} className="text-link">
                    {t('prepare.healthCheck')}
                  </Link>
                </>
              )
            }
          />
          {lines([...first])}
          {next.length > 0 ? (
            <>
              <div className="row wrap forms-next">
                <h2 className="form-group-title">{t('prepare.next')}</h2>
                {added ? null : (
                  <Button variant="subtle" size="compact-md" onClick={() => onChosen([...new Set([...chosen, ...next])])}>
                    {t('prepare.addAll', { count: next.length })}
                  </Button>
                )}
              </div>
              {lines(next)}
            </>
          ) : null}
          {all && others.length > 0 ? (
            <>
              {first.size + next.length > 0 ? <h2 className="form-group-title forms-next">{t('prepare.others')}</h2> : null}
              {lines(keysOf(others))}
            </>
          ) : null}
        </div>
      </Checkbox.Group>
      {all || others.length === 0 ? null : (
        <Button variant="subtle" className="more-forms" onClick={() => setAll(true)}>
          {t('prepare.more', { count: others.length })}
        </Button>
      )}
      <Link to="/clients/$clientId/releases/new" params={{ clientId }} className="text-link tall-link">
        {t('prepare.share')}
      </Link>
      <p className="ink-2 num how-long" role="status">
        {long.pages > 0 ? t('prepare.howLong', { pages: long.pages, count: long.minutes }) : ''}
      </p>
    </Marked>
  );
};
