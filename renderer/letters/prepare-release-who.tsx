import { Button, Radio } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareTeamMember, Contact } from '../../shared/contacts.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { ContactLine, contactLine } from '../ui/contact-alike.tsx';
import { ContactSearch } from '../ui/contact-search.tsx';
import { Marked, Wrong } from '../ui/field.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { useCall } from '../use-call.ts';

type Props = {
  readonly name: string;
  readonly members: readonly CareTeamMember[];
  readonly chosen: string | null;
  readonly onChoose: (contactId: string | null) => void;
  readonly problem: string | undefined;
};

/** Somebody of the directory who is not in the care team, found by a part of the name. */
const Someone = ({ members, onChoose }: Pick<Props, 'members' | 'onChoose'>): JSX.Element => {
  const { t } = useTranslation('releases');
  const [query, setQuery] = useState('');
  const choose = ({ id, name }: Contact): JSX.Element => (
    <Button variant="default" onClick={() => onChoose(id)} aria-label={t('prepare.chooseOf', { name })}>
      {t('prepare.choose')}
    </Button>
  );
  return (
    <div>
      <ContactSearch
        id="release-search"
        query={query}
        onQuery={setQuery}
        action={choose}
        without={members.map(({ contact }) => contact.id)}
      />
      <ButtonLink to="/contacts/new" variant="subtle">
        {t('prepare.newContact')}
      </ButtonLink>
    </div>
  );
};

/** Who was chosen that is not in the care team; an entry that was made one with another gives way to that one. */
const Outside = ({ id, onChoose }: { readonly id: string; readonly onChoose: Props['onChoose'] }): JSX.Element | null => {
  const { t } = useTranslation('releases');
  const found = useCall('contacts.get', { id });
  const contact = found.data?.contact;
  if (found.error) return <ErrorNotice error={found.error}>{t('prepare.contactGone')}</ErrorNotice>;
  return contact ? (
    <ul className="contact-lines" aria-label={t('prepare.chosen', { name: contact.name })}>
      <ContactLine
        contact={contact}
        action={
          <Button variant="subtle" onClick={() => onChoose(null)}>
            {t('prepare.other')}
          </Button>
        }
      />
    </ul>
  ) : null;
};

/** Nothing can be sent to somebody nobody can reach; the permission may still be signed. */
const Unreachable = ({ id }: { readonly id: string }): JSX.Element | null => {
  const { t } = useTranslation('releases');
  const contact = useCall('contacts.get', { id }).data?.contact;
  if (!contact || contact.address || contact.phone || contact.email) return null;
  return (
    <Notice
      tone="wait"
      title={t('prepare.noAddress', { name: contact.name })}
      actions={
        <ButtonLink to="/contacts/$contactId/edit" params={{ contactId: id }} variant="default">
          {t('prepare.addAddress')}
        </ButtonLink>
      }
    />
  );
};

const someone = 'someone';

/** One person or place: of the care team, or of the directory. */
export const PrepareReleaseWho = ({ name, members, chosen, onChoose, problem }: Props): JSX.Element => {
  const { t } = useTranslation('releases');
  const [looks, setLooks] = useState(members.length === 0);
  const isMember = members.some(({ contact }) => contact.id === chosen);
  const isOutside = chosen !== null && !isMember;
  return (
    <Marked wrong={problem !== undefined}>
      <Radio.Group
        id="release-who"
        label={t('prepare.who')}
        description={members.length > 0 ? t('prepare.whoHelp', { name }) : undefined}
        value={isMember ? chosen : looks || isOutside ? someone : ''}
        onChange={(value) => {
          setLooks(value === someone);
          onChoose(value === someone ? null : value);
        }}
      >
        {problem ? <Wrong>{problem}</Wrong> : null}
        <div className="sharing-choices">
          {members.map(({ contact }) => (
            <Radio key={contact.id} value={contact.id} label={contact.name} description={contactLine(contact)} dir="auto" />
          ))}
          {members.length > 0 ? <Radio value={someone} label={t('prepare.someone')} /> : null}
        </div>
      </Radio.Group>
      {isOutside ? <Outside id={chosen} onChoose={onChoose} /> : null}
      {looks && chosen === null ? <Someone members={members} onChoose={onChoose} /> : null}
      {chosen !== null ? <Unreachable id={chosen} /> : null}
    </Marked>
  );
};
