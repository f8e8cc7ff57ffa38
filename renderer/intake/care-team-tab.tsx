import { IconMailQuestion, IconUserPlus } from '@tabler/icons-react';
import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { useTitle } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { CareTeamMemberRow } from './care-team-member.tsx';
import { isInTeam, namedIn } from './care-team-rule.ts';
import { IntakeParts } from './intake-parts.tsx';

type Members = OutputOf<'careTeam.of'>['members'];
type PartProps = { readonly client: Client; readonly members: Members };

/** Names from the intake that are in no care team yet: offered, and added by nobody but a person. */
const NamedInIntake = ({ client, members }: PartProps): JSX.Element | null => {
  const { t } = useTranslation('contacts');
  const { data } = useCall('intake.ofClient', { clientId: client.id });
  const named = namedIn(data?.open ?? data?.newest ?? null);
  const left = named.map((one, index) => ({ ...one, index })).filter((one) => !isInTeam(one, members));
  if (left.length === 0) return null;
  return (
    <section aria-labelledby="named-title" className="team-part">
      <h3 id="named-title" className="team-title">
        {t('team.named')}
      </h3>
      <p className="ink-2">{t('team.namedText', { name: client.chosenName })}</p>
      <ul className="contact-lines">
        {left.map(({ name, role, phone, index }) => (
          <li key={`${index} ${name}`} className="contact-line">
            <div className="grow">
              <div className="b" dir="auto">
                {name}
              </div>
              <div className="xs ink-2 num" dir="auto">
                {[role, phone].filter((part) => part !== '').join(' · ')}
              </div>
            </div>
            {client.archivedAt === null ? (
              <ButtonLink
                to="/clients/$clientId/care-team/add"
                params={{ clientId: client.id }}
                search={{ named: index }}
                variant="default"
                aria-label={t('team.addNamed', { name })}
              >
                {t('team.addThis')}
              </ButtonLink>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Members = ({ client, members }: PartProps): JSX.Element => {
  const { t } = useTranslation('contacts');
  const now = members.filter(({ endedOn }) => endedOn === null);
  const ended = members.filter(({ endedOn }) => endedOn !== null);
  const canWork = client.archivedAt === null;
  return (
    <>
      {now.length === 0 ? <p className="md ink-2">{t('team.none', { name: client.chosenName })}</p> : null}
      {now.length > 0 ? (
        <ul className="team" aria-label={t('team.now')}>
          {now.map((member) => (
            <CareTeamMemberRow key={member.contact.id} clientId={client.id} member={member} canWork={canWork} />
          ))}
        </ul>
      ) : null}
      <div className="row wrap">
        {canWork ? (
          <ButtonLink
            to="/clients/$clientId/care-team/add"
            params={{ clientId: client.id }}
            leftSection={<Icon icon={IconUserPlus} />}
            variant={now.length === 0 ? 'filled' : 'default'}
          >
            {t('team.add')}
          </ButtonLink>
        ) : null}
        <ButtonLink
          to="/clients/$clientId/clearance"
          params={{ clientId: client.id }}
          variant="subtle"
          leftSection={<Icon icon={IconMailQuestion} />}
        >
          {t('team.clearances')}
        </ButtonLink>
      </div>
      <NamedInIntake client={client} members={members} />
      {ended.length > 0 ? (
        <section aria-labelledby="ended-title" className="team-part">
          <h3 id="ended-title" className="team-title">
            {t('team.ended')}
          </h3>
          <ul className="team">
            {ended.map((member) => (
              <CareTeamMemberRow key={member.contact.id} clientId={client.id} member={member} canWork={canWork} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
};

/** Who else cares for the client. */
export const CareTeamTab = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('contacts');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useTitle(t('team.title'));
  const client = useCall('clients.get', { id: clientId });
  const team = useCall('careTeam.of', { clientId });
  const error = team.error ?? client.error;
  return (
    <section className="intake" aria-labelledby="care-team-title">
      <IntakeParts clientId={clientId} />
      <h2 ref={heading} tabIndex={-1} id="care-team-title" className="section-title">
        {t('team.title')}
      </h2>
      {error ? <ErrorNotice error={error} again={team.error ? team.again : client.again} /> : null}
      {!error && (!team.data || !client.data) ? <Waiting>{t('team.reading')}</Waiting> : null}
      {team.data && client.data ? <Members key={clientId} client={client.data} members={team.data.members} /> : null}
    </section>
  );
};
