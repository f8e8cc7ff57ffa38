import { Button, Group, Modal, Radio } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Scope, scopes } from '../../shared/appointments.ts';

type ChoiceProps = {
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => void;
  readonly offered?: readonly Scope[];
  /** Those that were changed for themselves are left as they are: not where all of them are cancelled. */
  readonly keeps?: boolean;
};

/** Which appointments of a series a change is for. */
export const ScopeChoice = ({ scope, onScope, offered = scopes, keeps = true }: ChoiceProps): JSX.Element => {
  const { t } = useTranslation('appointments');
  return (
    <Radio.Group
      label={t('scope.title')}
      description={keeps ? t('scope.kept') : undefined}
      value={scope}
      onChange={(value) => onScope(offered.find((one) => one === value) ?? scope)}
    >
      <div className="choice-lines">
        {offered.map((one) => (
          <Radio key={one} value={one} label={t(`scope.${one}`)} />
        ))}
      </div>
    </Radio.Group>
  );
};

type DialogProps = {
  readonly opened: boolean;
  /** What is about to be done, in the words of a button: "Move". */
  readonly yes: string;
  readonly onScope: (scope: Scope) => void;
  readonly onCancel: () => void;
};

/** Asks it in front of what is about to be done, after a drop in the calendar. */
export const ScopeDialog = ({ opened, yes, onScope, onCancel }: DialogProps): JSX.Element => {
  const { t } = useTranslation('appointments');
  const { t: tUi } = useTranslation('ui');
  const [scope, setScope] = useState<Scope>('this');
  return (
    <Modal opened={opened} onClose={onCancel} title={<span className="lg b">{t('scope.ask')}</span>} withCloseButton={false} size={480}>
      <div className="fields">
        <ScopeChoice scope={scope} onScope={setScope} />
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" onClick={onCancel}>
            {tUi('cancel')}
          </Button>
          <Button onClick={() => onScope(scope)}>{yes}</Button>
        </Group>
      </div>
    </Modal>
  );
};
