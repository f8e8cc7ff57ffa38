import { Anchor, Button } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { UnfilledBlank } from '../../shared/consent-form.ts';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { tooLong } from '../ui/too-long.ts';
import type { FilledBlank } from './signing-draft.ts';

type Blank = z.infer<typeof UnfilledBlank>;

/** What was filled for this signing, each with the way to change it. */
export const FilledBlanks = ({
  blanks,
  onChange,
}: {
  readonly blanks: readonly FilledBlank[];
  readonly onChange: (placeholder: string) => void;
}): JSX.Element => {
  const { t } = useTranslation('consent');
  return (
    <dl className="chosen">
      {blanks.map((blank) => (
        <div key={blank.placeholder} className="chosen-line">
          <dt>{blank.label}</dt>
          <dd>
            <span dir="auto">{blank.text}</span>
            <Anchor
              component="button"
              type="button"
              size="md"
              className="tall-link"
              onClick={() => onChange(blank.placeholder)}
              aria-label={t('review.changeOf', { title: blank.label })}
            >
              {t('review.change')}
            </Anchor>
          </dd>
        </div>
      ))}
    </dl>
  );
};

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
  /** What stood in a blank that is being changed. */
  readonly before: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
  readonly onTyped: (typed: Readonly<Record<string, string>>) => void;
  readonly onFilled: (blanks: readonly FilledBlank[]) => void;
};

/** Words for this one signing. */
export const ComputedBlanks = ({ blanks, name, before, typed, onTyped, onFilled }: ComputedProps): JSX.Element => {
  const { t } = useTranslation('consent');
  const { t: tErrors } = useTranslation('errors');
  const textOf = (blank: Blank): string => typed[blank.placeholder] ?? before[blank.placeholder] ?? '';
  const [attempt, setAttempt] = useState(0);
  const idOf = (placeholder: string): string => `blank-${placeholder}`;
  const found: readonly FieldProblem[] = blanks.flatMap((blank) => {
    const text = textOf(blank);
    const long = tooLong(text, limits.paragraph);
    if (shows(text) && !long) return [];
    return [
      {
        field: blank.placeholder,
        label: blank.label,
        text: long ? tErrors('problem.too-long', long) : t('prepare.needed'),
      },
    ];
  });
  const problems = attempt > 0 ? found : [];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (found.length === 0) onFilled(blanks.map((blank) => ({ ...blank, text: textOf(blank), open: false })));
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
          value={textOf(blank)}
          onChange={(value) => onTyped({ ...typed, [blank.placeholder]: value })}
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
