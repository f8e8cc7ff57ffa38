import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconMail } from '@tabler/icons-react';
import { type JSX, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../shared/incidents.ts';
import { momentWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { IncidentFacts } from './incident-facts.tsx';
import { FollowForm } from './incident-follow.tsx';
import type { Labels } from './sessions-content.ts';
import { gradesWords } from './sessions-words.ts';

type Props = {
  readonly incident: Incident;
  readonly labels: Labels;
  /** Its session is closed: only then it can be followed up. */
  readonly isOver: boolean;
  /** It was followed up from here: where it stood may be gone. */
  readonly onDeed: () => void;
  /** All of it stands there from the beginning. */
  readonly isOpen?: boolean;
};

const Resolved = ({ resolved }: { readonly resolved: NonNullable<Incident['resolved']> }): JSX.Element => {
  const { t } = useTranslation('sessions');
  const ways = ['clinician-wrote', 'clinician-called', 'followed-up'] as const;
  const way = t(`incident.ways.${ways.find((one) => one === resolved.way) ?? 'followed-up'}`);
  return (
    <>
      <span className="good b block num">{t('incident.resolved', { moment: momentWords(resolved.at), by: resolved.by })}</span>
      <span className="block" dir="auto">
        {resolved.who ? t('incident.resolvedWho', { way, who: resolved.who }) : way}. {t('incident.quoted', { words: resolved.words })}
      </span>
    </>
  );
};

/** One thing that happened, with all that was written about it, and how it was followed up. */
export const IncidentItem = ({ incident, labels, isOver, onDeed, isOpen }: Props): JSX.Element => {
  const { t } = useTranslation('sessions');
  const { t: letters } = useTranslation('letters');
  const id = useId();
  const [isShown, show] = useState(isOpen ?? false);
  const [isFollowing, follow] = useState(false);
  const { resolved, openedAt, cause } = incident;
  const name = t('incident.name', { moment: momentWords(openedAt) });
  return (
    <li className="incident">
      <div className="incident-head">
        <Icon icon={resolved ? IconCheck : IconAlertTriangle} tone={resolved ? 'sage-ink' : 'wait-ink'} />
        <div className="grow">
          <span className="b block num">{name}</span>
          <span className="ink-2 block">{[t(`incident.cause.${cause}`), ...gradesWords(t, incident, labels)].join('; ')}</span>
          {resolved ? <Resolved resolved={resolved} /> : null}
          {resolved || isOver ? null : <span className="wait b block">{t('incident.openSession')}</span>}
        </div>
        <div className="row wrap incident-deeds">
          {resolved || !isOver ? null : (
            <Button
              variant="default"
              aria-expanded={isFollowing}
              aria-label={t('incident.followOf', { name })}
              onClick={() => follow(!isFollowing)}
            >
              {t('incident.follow')}
            </Button>
          )}
          <ButtonLink
            to="/letters/new"
            search={{ clientId: incident.clientId, incidentId: incident.id }}
            variant="subtle"
            leftSection={<Icon icon={IconMail} size={18} />}
            aria-label={letters('entry.incidentOf', { name })}
          >
            {letters('entry.incident')}
          </ButtonLink>
          <Button
            variant="subtle"
            aria-expanded={isShown}
            aria-controls={id}
            aria-label={t('incident.showOf', { name })}
            onClick={() => show(!isShown)}
          >
            {t('incident.show')}
          </Button>
        </div>
      </div>
      {isFollowing && !resolved ? <FollowForm incident={incident} name={name} onDone={() => follow(false)} onDeed={onDeed} /> : null}
      <div id={id} hidden={!isShown}>
        {isShown ? <IncidentFacts incident={incident} labels={labels} /> : null}
      </div>
    </li>
  );
};
