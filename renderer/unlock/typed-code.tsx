import { Textarea } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { JSX, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { readRecoveryCode, recoveryCodeLength, typedGroups } from '../../shared/recovery-code.ts';
import { Marked, Wrong } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';

/** What is wrong with a code as typed, by group where one can be named. */
export const codeProblem = (typed: string, t: TFunction<'unlock'>): string | null => {
  const read = readRecoveryCode(typed);
  if (read.ok) return null;
  const [first, ...others] = read.groups;
  if (first === undefined) {
    if (read.characters === 0) return t('recover.empty');
    const counts = { length: read.characters, limit: recoveryCodeLength };
    return read.characters < recoveryCodeLength ? t('recover.tooShort', counts) : t('recover.tooLong', counts);
  }
  if (others.length === 0) return t('recover.slipOne', { group: first });
  return t('recover.slipMany', { groups: new Intl.ListFormat('en').format(read.groups.map(String)) });
};

type TypedCodeProps = {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem: string | undefined;
  readonly disabled: boolean;
};

/** The code as one field to type or paste into, and how it is read, group by group. */
export const TypedCode = ({ id, value, onChange, problem, disabled }: TypedCodeProps): JSX.Element => {
  const { t } = useTranslation('unlock');
  const read = readRecoveryCode(value);
  const slips = read.ok ? [] : read.groups;
  const length = read.ok ? recoveryCodeLength : read.characters;
  const enterSends = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  return (
    <Marked wrong={Boolean(problem)}>
      <Textarea
        id={id}
        label={t('recover.code')}
        description={t('recover.codeHelp')}
        size="lg"
        rows={2}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={enterSends}
        error={problem ? <Wrong>{problem}</Wrong> : undefined}
        disabled={disabled}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
      />
      <ol className="read-groups num" aria-label={t('recover.readAs')}>
        {typedGroups(value).map((group, index) => {
          const slip = slips.includes(index + 1);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the eight places stay, what is typed moves through them
            <li key={index} data-slip={slip || undefined}>
              <span className="read-number">
                <span className="visually-hidden">{t('recover.group', { group: index + 1 })}</span>
                <span aria-hidden="true">{index + 1}</span>
              </span>
              <span className="grow">{group}</span>
              {slip ? (
                <>
                  <Icon icon={IconAlertCircle} size={18} tone="wait-ink" />
                  <span className="visually-hidden">{t('recover.slip')}</span>
                </>
              ) : null}
            </li>
          );
        })}
      </ol>
      <p className="read-count xs ink-2 num">{t('recover.count', { length, limit: recoveryCodeLength })}</p>
    </Marked>
  );
};
