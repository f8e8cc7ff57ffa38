import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareTeamMember } from '../../shared/contacts.ts';
import { ContactLine } from '../ui/contact-alike.tsx';
import { ContactFields } from '../ui/contact-fields.tsx';
import { ContactSearch } from '../ui/contact-search.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { Icon } from '../ui/icon.tsx';
import { useFocusOnChange } from '../ui/use-focus-on-change.ts';
import { useCall } from '../use-call.ts';
import type { Adding } from './use-add-to-team.ts';

type Props = {
  readonly value: Adding;
  readonly set: (next: Adding) => void;
  readonly members: readonly CareTeamMember[];
  readonly problems: readonly FieldProblem[];
};

const Chosen = ({ id, onOther }: { readonly id: string; readonly onOther: () => void }): JSX.Element | null => {
  const { t } = useTranslation('contacts');
  const found = useCall('contacts.get', { id });
  if (!found.data) return null;
  return (
    <ul className="contact-lines" aria-label={t('team.chosen')}>
      <ContactLine
        contact={found.data.contact}
        action={
          <Button variant="subtle" onClick={onOther}>
            {t('team.other')}
          </Button>
        }
      />
    </ul>
  );
};

const Who = ({ value, set, members, problems }: Props): JSX.Element => {
  const { t } = useTranslation('contacts');
  const inTeam = members.filter(({ endedOn }) => endedOn === null).map(({ contact }) => contact.id);
  if (value.who === 'new') {
    return (
      <fieldset className="fields">
        <legend>{t('team.newTitle')}</legend>
        <ContactFields typed={value.contact} onChange={(contact) => set({ ...value, contact })} problems={problems} />
        <div className="row">
          <Button variant="subtle" onClick={() => set({ ...value, who: 'nobody' })}>
            {t('team.backToSearch')}
          </Button>
        </div>
      </fieldset>
    );
  }
  if (value.who !== 'nobody') return <Chosen id={value.who} onOther={() => set({ ...value, who: 'nobody' })} />;
  const startNew = (): void => {
    const contact = value.contact.name ? value.contact : { ...value.contact, name: value.query.trim() };
    set({ ...value, who: 'new', contact });
  };
  return (
    <div className="fields">
      <ContactSearch
        id="who"
        query={value.query}
        onQuery={(query) => set({ ...value, query })}
        without={inTeam}
        problem={problems.find(({ field }) => field === 'who')?.text}
        action={({ id, name }) => (
          <Button variant="default" aria-label={t('team.chooseNamed', { name })} onClick={() => set({ ...value, who: id })}>
            {t('team.choose')}
          </Button>
        )}
      />
      <div className="row">
        <Button variant="default" leftSection={<Icon icon={IconUserPlus} />} onClick={startNew}>
          {t('team.new')}
        </Button>
      </div>
    </div>
  );
};

/** Who it is: the directory first, so that nobody is in it twice. */
export const CareTeamWho = (props: Props): JSX.Element => {
  const { t } = useTranslation('contacts');
  const box = useFocusOnChange<HTMLFieldSetElement>(props.value.who);
  return (
    <fieldset ref={box} tabIndex={-1} aria-label={t('team.who')}>
      <Who {...props} />
    </fieldset>
  );
};
