import { NativeSelect } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { careRoles } from '../../shared/contacts.ts';
import { Marked, Wrong } from '../ui/field.tsx';

type Props = {
  readonly id: string;
  readonly role: string;
  readonly onRole: (role: string) => void;
  readonly problem?: string | undefined;
};

/** What someone is to the client's health. */
export const CareTeamRole = ({ id, role, onRole, problem }: Props): JSX.Element => {
  const { t } = useTranslation('contacts');
  return (
    <Marked wrong={problem !== undefined}>
      <NativeSelect
        id={id}
        label={t('team.role')}
        value={role}
        maw={360}
        error={problem ? <Wrong>{problem}</Wrong> : undefined}
        onChange={(event) => onRole(event.currentTarget.value)}
        data={[{ value: '', label: t('team.chooseRole') }, ...careRoles.map((one) => ({ value: one, label: t(`role.${one}`) }))]}
      />
    </Marked>
  );
};
