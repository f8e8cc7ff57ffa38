import { Button } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { UnfilledBlank } from '../../shared/consent-form.ts';
import { limits } from '../../shared/limits.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';

type Blank = z.infer<typeof UnfilledBlank>;

/** What the practice itself has to give; filled once, in the settings. */
export const ProfileBlanks = ({ blanks, again }: { readonly blanks: readonly Blank[]; readonly again: () => unknown }): JSX.Element => {
  const { t } = useTranslation('consent');
  return (
    <Notice
      tone="wait"
      title={t('prepare.profile')}
      actions={
        <>
          <ButtonLink to="/settings" variant="default">
            {t('prepare.profileAction')}
          </ButtonLink>
          <Button variant="subtle" onClick={() => void again()}>
            {t('prepare.profileAgain')}
          </Button>
        </>
      }
    >
      {t('prepare.profileText', { list: blanks.map((blank) => blank.label).join(', ') })}
    </Notice>
  );
};

type ComputedProps = {
  readonly blanks: readonly Blank[];
  readonly name: string;
  readonly onFilled: (blanks: Record<string, string>) => void;
};

/** Words for this one signing. */
export const ComputedBlanks = ({ blanks, name, onFilled }: ComputedProps): JSX.Element => {
  const { t } = useTranslation('consent');
  const { t: tErrors } = useTranslation('errors');
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const idOf = (placeholder: string): string => `blank-${placeholder}`;
  const found: readonly FieldProblem[] = blanks.flatMap((blank) => {
    const length = (typed[blank.placeholder] ?? '').trim().length;
    if (length > 0 && length <= limits.paragraph) return [];
    return [
      {
        field: blank.placeholder,
        label: blank.label,
        text: length === 0 ? t('prepare.needed') : tErrors('problem.too-long', { limit: limits.paragraph, length }),
      },
    ];
  });
  const problems = attempt > 0 ? found : [];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (found.length === 0) onFilled(typed);
  };
  return (
    <form onSubmit={submit} noValidate className="fields" aria-labelledby="computed-title">
      <h3 id="computed-title" className="section-title">
        {t('prepare.computed')}
      </h3>
      <p className="ink-2">{t('prepare.computedText', { name })}</p>
      <ErrorSummary problems={problems} attempt={attempt} goingOn idOf={idOf} />
      {blanks.map((blank) => (
        <Field
          key={blank.placeholder}
          id={idOf(blank.placeholder)}
          label={blank.label}
          help={t('prepare.example', { example: blank.example })}
          value={typed[blank.placeholder] ?? ''}
          onChange={(value) => setTyped({ ...typed, [blank.placeholder]: value })}
          problem={problems.find((problem) => problem.field === blank.placeholder)?.text}
          rows={2}
        />
      ))}
      <div>
        <Button type="submit">{t('prepare.fill')}</Button>
      </div>
    </form>
  );
};
