import { Checkbox } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { Marked, Wrong } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { type Strength, strengthOf } from './strength.ts';

type Secret = { readonly first: string; readonly second: string; readonly wroteDown: boolean };

const problemOf = (strength: Strength, t: TFunction<'unlock'>): string | null => {
  switch (strength.is) {
    case 'empty':
    case 'short':
      return t('passphrase.tooShort');
    case 'weak':
      return t('passphrase.tooWeak');
    case 'too-long':
      return t('passphrase.tooLong', { limit: strength.limit, length: strength.length });
    default:
      return null;
  }
};

export const passphraseProblems = (secret: Secret, t: TFunction<'unlock'>): readonly FieldProblem[] => {
  const first = problemOf(strengthOf(secret.first), t);
  if (first) return [{ field: 'first', label: t('passphrase.first'), text: first }];
  const problems: FieldProblem[] = [];
  if (secret.first !== secret.second)
    problems.push({
      field: 'second',
      label: t('passphrase.second'),
      text: secret.second ? t('passphrase.different') : t('passphrase.again'),
    });
  if (!secret.wroteDown) problems.push({ field: 'wroteDown', label: t('passphrase.wroteDown'), text: t('passphrase.wroteDownFirst') });
  return problems;
};

const wordsOf = (strength: Strength, t: TFunction<'unlock'>): string => {
  switch (strength.is) {
    case 'empty':
      return '';
    case 'short':
      return t('passphrase.short', { count: strength.toGo });
    case 'too-long':
      return t('passphrase.tooLong', { limit: strength.limit, length: strength.length });
    case 'weak':
      return t('passphrase.weak');
    case 'enough':
      return t('passphrase.enough');
    case 'strong':
      return t('passphrase.strong');
    case 'very-strong':
      return t('passphrase.veryStrong');
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

type StepProps = { readonly secret: Secret; readonly onChange: (secret: Secret) => void; readonly problems: readonly FieldProblem[] };

export const PassphraseStep = ({ secret, onChange, problems }: StepProps): JSX.Element => {
  const { t } = useTranslation('unlock');
  const strength = strengthOf(secret.first);
  const wrong = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.text;
  return (
    <div className="fields passphrases">
      <div>
        <PassphraseField
          id="first"
          label={t('passphrase.first')}
          value={secret.first}
          onChange={(first) => onChange({ ...secret, first })}
          problem={wrong('first')}
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
        label={t('passphrase.second')}
        value={secret.second}
        onChange={(second) => onChange({ ...secret, second })}
        problem={wrong('second')}
        isNew
      />
      <Notice tone="wait" title={t('passphrase.honestTitle')}>
        {t('passphrase.honest')}
      </Notice>
      <Marked wrong={Boolean(wrong('wroteDown'))}>
        <Checkbox
          id="wroteDown"
          label={t('passphrase.wroteDown')}
          checked={secret.wroteDown}
          onChange={(event) => onChange({ ...secret, wroteDown: event.currentTarget.checked })}
          error={wrong('wroteDown') ? <Wrong>{wrong('wroteDown')}</Wrong> : undefined}
        />
      </Marked>
    </div>
  );
};
