import { PasswordInput } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Marked, Wrong } from './field.tsx';

type PassphraseFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | undefined;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
  readonly isNew?: boolean;
};

/** Paste is welcome, and what is typed can be looked at. */
export const PassphraseField = ({ id, label, value, onChange, problem, autoFocus, disabled, isNew }: PassphraseFieldProps): JSX.Element => {
  const { t } = useTranslation('ui');
  const [visible, setVisible] = useState(false);
  return (
    <Marked wrong={Boolean(problem)}>
      <PasswordInput
        id={id}
        label={label}
        size="md"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={problem ? <Wrong>{problem}</Wrong> : undefined}
        disabled={disabled ?? false}
        autoFocus={autoFocus ?? false}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        spellCheck={false}
        visible={visible}
        onVisibilityChange={setVisible}
        visibilityToggleButtonProps={{ 'aria-label': visible ? t('passphrase.hide') : t('passphrase.show'), tabIndex: 0 }}
      />
    </Marked>
  );
};
