import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareTeamMember } from '../../shared/contacts.ts';
import { dayWords } from '../dates.ts';
import { draftOf } from '../drafts.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { useSend } from '../use-call.ts';
import { CareTeamEdit, TeamEdit, teamEditKey } from './care-team-edit.tsx';

type RowProps = { readonly clientId: string; readonly member: CareTeamMember; readonly canWork: boolean };

const Words = ({ member }: { readonly member: CareTeamMember }): JSX.Element => {
  const { t } = useTranslation('contacts');
  const { contact, role, note, since, endedOn } = member;
  const of = [contact.profession, contact.organisation].filter((part) => part !== '').join(' · ');
  return (
    <div className="grow">
      <Link to="/contacts/$contactId" params={{ contactId: contact.id }} className="text-link md b" dir="auto">
        {contact.name}
      </Link>
      <div>
        <span className="b">{t(`role.${role}`)}</span>
        {of ? <span dir="auto">{`, ${of}`}</span> : null}
      </div>
      <div className="ink-2 num">
        {contact.phone || contact.email || t('team.noPhone')} ·{' '}
        {endedOn ? t('team.untilDay', { since: dayWords(since), day: dayWords(endedOn) }) : t('team.since', { day: dayWords(since) })}
      </div>
      {note ? (
        <p className="ink-2" dir="auto">
          {note}
        </p>
      ) : null}
    </div>
  );
};

/** One member: what they are to the client, how to reach them, and since when. */
export const CareTeamMemberRow = ({ clientId, member, canWork }: RowProps): JSX.Element => {
  const { t } = useTranslation('contacts');
  const { t: tUi } = useTranslation('ui');
  const { contact, role, note, endedOn } = member;
  const { name } = contact;
  const [mode, setMode] = useState<'reads' | 'changes' | 'ends'>(() =>
    // What was begun stands open when somebody comes back to it.
    canWork && draftOf(teamEditKey(clientId, contact.id), TeamEdit) ? 'changes' : 'reads',
  );
  const { send, isSending, error } = useSend('careTeam.set');
  const buttons = useRef<HTMLDivElement>(null);
  const cameBack = useRef(false);
  useEffect(() => {
    if (mode === 'reads' && cameBack.current) buttons.current?.querySelector('button')?.focus();
    cameBack.current = mode === 'changes';
  }, [mode]);

  const set = async (ended: boolean): Promise<void> => {
    setMode('reads');
    if (isSending) return;
    const reply = await send({ clientId, contactId: contact.id, role, note, ended });
    if (reply.ok) said(t(ended ? 'team.endDone' : 'team.beginDone', { name }));
  };
  return (
    <li className="team-member">
      <div className="team-line">
        <Avatar name={name} />
        <Words member={member} />
        {canWork && mode !== 'changes' ? (
          <div ref={buttons} className="row wrap">
            {endedOn === null ? (
              <>
                <Button variant="subtle" aria-label={t('team.changeNamed', { name })} onClick={() => setMode('changes')}>
                  {t('team.change')}
                </Button>
                <Button variant="subtle" aria-label={t('team.endNamed', { name })} onClick={() => setMode('ends')}>
                  {t('team.end')}
                </Button>
              </>
            ) : (
              <Button variant="default" disabled={isSending} aria-label={t('team.beginNamed', { name })} onClick={() => void set(false)}>
                {t('team.begin')}
              </Button>
            )}
          </div>
        ) : null}
      </div>
      {error ? <ErrorNotice error={error} /> : null}
      {mode === 'changes' ? <CareTeamEdit clientId={clientId} member={member} onDone={() => setMode('reads')} /> : null}
      <Confirm
        opened={mode === 'ends'}
        title={t('team.endTitle', { name })}
        text={t('team.endText', { name })}
        yes={t('team.endYes')}
        no={tUi('cancel')}
        busy={isSending}
        onNo={() => setMode('reads')}
        onYes={() => void set(true)}
      />
    </li>
  );
};
