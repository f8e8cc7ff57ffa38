import { Button, Checkbox } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentForm } from '../../shared/consent-form.ts';
import type { FormState } from '../../shared/consent-state.ts';
import { Marked, Wrong } from '../ui/field.tsx';
import { FormStanding } from './form-row.tsx';

type ChooseProps = {
  readonly forms: readonly ConsentForm[];
  readonly states: readonly FormState[];
  readonly suggested: readonly string[];
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: string[]) => void;
  readonly problem: string | undefined;
};

type LineProps = { readonly form: ConsentForm; readonly state: FormState | undefined };

const Line = ({ form, state }: LineProps): JSX.Element => {
  const { t } = useTranslation('consent');
  const waiting = form.unfilled.filter((blank) => blank.source === 'profile').length;
  return (
    <Checkbox
      value={form.id}
      // What came back is gone on with where it is read through.
      disabled={state?.state === 'to-review'}
      label={form.title}
      description={
        <>
          {state && state.state !== 'not-signed' ? <FormStanding form={state} /> : null}
          {waiting > 0 ? <span className="block wait">{t('prepare.wordsWaiting', { count: waiting })}</span> : null}
        </>
      }
    />
  );
};

/** Any set of forms for one sitting; those that are needed stand first and are chosen already. */
export const ChooseForms = ({ forms, states, suggested, chosen, onChosen, problem }: ChooseProps): JSX.Element => {
  const { t } = useTranslation('consent');
  // What is chosen when the page comes stays where it is, whatever is chosen after.
  const [first] = useState(() => new Set([...suggested, ...chosen]));
  const [all, setAll] = useState(first.size === 0);
  const others = forms.filter((form) => !first.has(form.id));
  const shown = [...forms.filter((form) => first.has(form.id)), ...(all ? others : [])];
  return (
    <Marked wrong={problem !== undefined}>
      <Checkbox.Group label={t('prepare.choose')} value={[...chosen]} onChange={onChosen} id="forms">
        {problem ? <Wrong>{problem}</Wrong> : null}
        <div className="forms">
          {shown.map((form) => (
            <Line key={form.id} form={form} state={states.find((one) => one.formId === form.id)} />
          ))}
        </div>
      </Checkbox.Group>
      {all || others.length === 0 ? null : (
        <Button variant="subtle" className="more-forms" onClick={() => setAll(true)}>
          {t('prepare.more', { count: others.length })}
        </Button>
      )}
    </Marked>
  );
};
