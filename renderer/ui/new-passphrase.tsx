import type { TFunction } from 'i18next';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from './error-summary.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { type Strength, strengthOf } from './strength.ts';

export type NewSecret = { readonly first: string; readonly second: string };

const problemOf = (strength: Strength, t: TFunction<'ui'>): string | null => {
  switch (strength.is) {
    case 'empty':
    case 'short':
      return t('newPassphrase.tooShort');
    case 'weak':
      return t('newPassphrase.tooWeak');
    case 'too-long':
      return t('newPassphrase.tooLong', { limit: strength.limit, length: strength.length });
    default:
      return null;
  }
};

/** What is wrong with a passphrase chosen and typed twice; `label` names the first field. */
export const newPassphraseProblems = (secret: NewSecret, label: string, t: TFunction<'ui'>): readonly FieldProblem[] => {
  const first = problemOf(strengthOf(secret.first), t);
  if (first) return [{ field: 'first', label, text: first }];
  if (secret.first === secret.second) return [];
  const text = secret.second ? t('newPassphrase.different') : t('newPassphrase.again');
  return [{ field: 'second', label: t('newPassphrase.second'), text }];
};

const wordsOf = (strength: Strength, t: TFunction<'ui'>): string => {
  switch (strength.is) {
    case 'empty':
      return '';
    case 'short':
      return t('newPassphrase.short', { count: strength.toGo });
    case 'too-long':
      return t('newPassphrase.tooLong', { limit: strength.limit, length: strength.length });
    case 'weak':
      return t('newPassphrase.weak');
    case 'enough':
      return t('newPassphrase.enough');
    case 'strong':
      return t('newPassphrase.strong');
    case 'very-strong':
      return t('newPassphrase.veryStrong');
  }
};

const bars: Readonly<Record<Strength['is'], number>> = {
  empty: 0,
  'too-long': 0,
  short: 1,
  weak: 1,
  enough: 2,
  strong: 3,
  'very-strong': 4,
};

type NewPassphraseProps = {
  readonly label: string;
  readonly secret: NewSecret;
  readonly onChange: (secret: NewSecret) => void;
  readonly problems: readonly FieldProblem[];
  readonly disabled?: boolean;
};

/** A passphrase chosen and typed twice, with how it stands said in words. */
export const NewPassphrase = ({ label, secret, onChange, problems, disabled }: NewPassphraseProps): JSX.Element => {
  const { t } = useTranslation('ui');
  const strength = strengthOf(secret.first);
  const wrong = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.text;
  return (
    <>
      <div>
        <PassphraseField
          id="first"
          label={label}
          value={secret.first}
          onChange={(first) => onChange({ ...secret, first })}
          problem={wrong('first')}
          disabled={disabled ?? false}
          isNew
        />
        <div className="strength">
          <span className="strength-bars" aria-hidden="true">
            {[1, 2, 3, 4].map((bar) => (
              <i key={bar} data-on={bar <= bars[strength.is] || undefined} data-weak={bars[strength.is] < 2 || undefined} />
            ))}
          </span>
          <span className="ink-2" role="status">
            {wordsOf(strength, t)}
          </span>
        </div>
      </div>
      <PassphraseField
        id="second"
        label={t('newPassphrase.second')}
        value={secret.second}
        onChange={(second) => onChange({ ...secret, second })}
        problem={wrong('second')}
        disabled={disabled ?? false}
        isNew
      />
    </>
  );
};
