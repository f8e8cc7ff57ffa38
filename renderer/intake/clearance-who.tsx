import { Button, Radio } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareTeamMember } from '../../shared/contacts.ts';
import { ContactLine, contactLine } from '../ui/contact-alike.tsx';
import { ContactSearch } from '../ui/contact-search.tsx';
import { Field, Marked, Wrong } from '../ui/field.tsx';
import { useFocusOnChange } from '../ui/use-focus-on-change.ts';
import { usuallyAsked } from './clearance-rule.ts';
import type { ClearanceAsk } from './use-clearance-ask.ts';

type Props = { readonly ask: ClearanceAsk; readonly members: readonly CareTeamMember[] };

const Found = ({ ask, members }: Props): JSX.Element => {
  const { t } = useTranslation('clearance');
  const { value, change, contact } = ask;
  if (contact) {
    return (
      <ul className="contact-lines" aria-label={t('ask.chosen')}>
        <ContactLine
          contact={contact}
          action={
            <Button variant="subtle" onClick={() => change({ contactId: '' })}>
              {t('ask.other')}
            </Button>
          }
        />
      </ul>
    );
  }
  return (
    <ContactSearch
      id="who-directory"
      query={value.query}
      onQuery={(query) => change({ query })}
      without={members.map((one) => one.contact.id)}
      action={({ id, name }) => (
        <Button variant="default" aria-label={t('ask.chooseNamed', { name })} onClick={() => change({ contactId: id })}>
          {t('ask.choose')}
        </Button>
      )}
    />
  );
};

const FromDirectory = (props: Props): JSX.Element => {
  const { t } = useTranslation('clearance');
  const box = useFocusOnChange<HTMLFieldSetElement>(props.ask.value.contactId);
  return (
    <fieldset ref={box} tabIndex={-1} aria-label={t('ask.directory')}>
      <Found {...props} />
    </fieldset>
  );
};

/** To whom: the care team first, then the directory, then a name alone. */
export const AskWho = ({ ask, members }: Props): JSX.Element => {
  const { t } = useTranslation('clearance');
  const { t: tContacts } = useTranslation('contacts');
  const { value, change, problemOf, chosen } = ask;
  const usual = usuallyAsked(chosen);
  const problem = problemOf('to');
  return (
    <div className="fields">
      <Marked wrong={problem !== undefined}>
        <Radio.Group
          id="to"
          label={t('ask.who')}
          description={usual.length > 0 ? t('ask.whoHelp', { who: usual.join('; ') }) : undefined}
          value={value.to}
          onChange={(to) => change({ to })}
          error={problem ? <Wrong>{problem}</Wrong> : undefined}
        >
          <div className="clearance-about">
            {members.map(({ contact, role }) => (
              <Radio
                key={contact.id}
                value={contact.id}
                label={contact.name}
                description={[tContacts(`role.${role}`), contactLine(contact)].filter((part) => part !== '').join(' · ')}
              />
            ))}
            <Radio value="directory" label={t('ask.directory')} />
            <Radio value="name" label={t('ask.byName')} />
          </div>
        </Radio.Group>
      </Marked>
      {value.to === 'directory' ? <FromDirectory ask={ask} members={members} /> : null}
      {value.to === 'name' ? (
        <Field id="name" label={t('ask.name')} value={value.name} onChange={(name) => change({ name })} problem={problemOf('name')} />
      ) : null}
    </div>
  );
};
