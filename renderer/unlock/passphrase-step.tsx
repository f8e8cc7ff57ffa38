import { Checkbox } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { Marked, Wrong } from '../ui/field.tsx';
import { NewPassphrase, type NewSecret, newPassphraseProblems } from '../ui/new-passphrase.tsx';
import { Notice } from '../ui/notice.tsx';

type Secret = NewSecret & { readonly wroteDown: boolean };

export const passphraseProblems = (
  secret: Secret,
  t: { readonly unlock: TFunction<'unlock'>; readonly ui: TFunction<'ui'> },
): readonly FieldProblem[] => {
  const problems = newPassphraseProblems(secret, t.unlock('passphrase.first'), t.ui);
  if (secret.wroteDown || problems.some((problem) => problem.field === 'first')) return problems;
  return [...problems, { field: 'wroteDown', label: t.unlock('passphrase.wroteDown'), text: t.unlock('passphrase.wroteDownFirst') }];
};

type StepProps = { readonly secret: Secret; readonly onChange: (secret: Secret) => void; readonly problems: readonly FieldProblem[] };

export const PassphraseStep = ({ secret, onChange, problems }: StepProps): JSX.Element => {
  const { t } = useTranslation('unlock');
  const wrong = problems.find((problem) => problem.field === 'wroteDown')?.text;
  return (
    <div className="fields passphrases">
      <NewPassphrase
        label={t('passphrase.first')}
        secret={secret}
        onChange={(next) => onChange({ ...secret, ...next })}
        problems={problems}
      />
      <Notice tone="wait" title={t('passphrase.honestTitle')}>
        {t('passphrase.honest')}
      </Notice>
      <Marked wrong={Boolean(wrong)}>
        <Checkbox
          id="wroteDown"
          label={t('passphrase.wroteDown')}
          checked={secret.wroteDown}
          onChange={(event) => onChange({ ...secret, wroteDown: event.currentTarget.checked })}
          error={wrong ? <Wrong>{wrong}</Wrong> : undefined}
        />
      </Marked>
    </div>
  );
};
