import { Anchor } from '@mantine/core';
import { type JSX, useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { InputOf } from '../../shared/calls.ts';
import { readRecoveryCode } from '../../shared/recovery-code.ts';
import { useErrorWords } from '../ui/error-words.ts';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { codeProblem, TypedCode } from './typed-code.tsx';

/** A passphrase, or the code of the Recovery Kit. */
export type Secret = InputOf<'backup.restore'>['secret'];

export const noSecret: Secret = { kind: 'passphrase', text: '' };

/** As the vault takes it: a code without the blanks and slips of a hand. */
export const secretOf = ({ kind, text }: Secret): Secret => {
  const read = readRecoveryCode(text);
  return { kind, text: kind === 'recovery' && read.ok ? read.code : text };
};

const wrongs: readonly string[] = ['wrong-passphrase', 'wrong-recovery-code', 'backup-not-opened', 'wait-before-next-try'];

/** It was not the right one, or not yet: said at the field. */
export const isWrongSecret = (error: AppError | null): boolean => error?.code === 'refused' && wrongs.includes(error.reason);

/** What is to be said at the field. `slip`: it cannot be sent as it stands; `first`: what to do where nothing was typed. */
export const useSecretProblem = (
  { kind, text }: Secret,
  { error, asked, first }: { readonly error: AppError | null; readonly asked: boolean; readonly first: string },
): { readonly slip: string | null; readonly problem: string | undefined } => {
  const { t } = useTranslation('unlock');
  const words = useErrorWords();
  const slip = kind === 'recovery' ? codeProblem(text, t) : text === '' ? first : null;
  const refused = error && isWrongSecret(error) && text === '' ? `${words(error).title}. ${words(error).text}` : undefined;
  return { slip, problem: refused ?? (asked ? (slip ?? undefined) : undefined) };
};

const forgottenAfterMs = 120_000;

/** What was typed and not used does not stand there for whoever comes by: it is forgotten soon after the last key. */
export const useForgotten = ({ text }: Pick<Secret, 'text'>, forget: () => void): void => {
  const forgotten = useEffectEvent(forget);
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(forgotten, forgottenAfterMs);
    return () => clearTimeout(timer);
  }, [text]);
};

type SecretFieldProps = {
  readonly id: string;
  readonly secret: Secret;
  readonly onSecret: (secret: Secret) => void;
  readonly problem: string | undefined;
  readonly words: { readonly passphrase: string; readonly useKit: string; readonly usePassphrase: string };
};

/** The one or the other, and the way from one to the other, which lets go of what was typed. */
export const SecretField = ({ id, secret, onSecret, problem, words }: SecretFieldProps): JSX.Element => {
  const isPassphrase = secret.kind === 'passphrase';
  const field = { id, value: secret.text, onChange: (text: string) => onSecret({ ...secret, text }), problem };
  return (
    <div className="restore-secret recover">
      {isPassphrase ? <PassphraseField {...field} label={words.passphrase} /> : <TypedCode {...field} disabled={false} />}
      <div aria-live="assertive" className="visually-hidden">
        {problem ?? ''}
      </div>
      <Anchor
        component="button"
        type="button"
        className="tall-link"
        onClick={() => onSecret({ kind: isPassphrase ? 'recovery' : 'passphrase', text: '' })}
      >
        {isPassphrase ? words.useKit : words.usePassphrase}
      </Anchor>
    </div>
  );
};
