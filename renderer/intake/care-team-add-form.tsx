import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import { limits } from '../../shared/limits.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { alikeIn, ContactAlike } from '../ui/contact-alike.tsx';
import { contactProblems, contactRefused } from '../ui/contact-form.ts';
import { DraftState } from '../ui/draft-state.tsx';
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Notice, SaveError, said } from '../ui/notice.tsx';
import { tooLong } from '../ui/too-long.ts';
import { CareTeamRole } from './care-team-role.tsx';
import type { Named } from './care-team-rule.ts';
import { CareTeamWho } from './care-team-who.tsx';
import { chosenRole, useAddToTeam } from './use-add-to-team.ts';

type Props = {
  readonly client: Client;
  readonly members: OutputOf<'careTeam.of'>['members'];
  readonly named: Named | null;
  readonly place: string;
};

export const AddToTeam = ({ client, members, named, place }: Props): JSX.Element => {
  const { t } = useTranslation('contacts');
  const { t: errors } = useTranslation('errors');
  const words = { contacts: t, errors };
  const navigate = useNavigate();
  const { key, value, set, drop, found, add, error, busy, startAnew } = useAddToTeam(client, named, place);
  const [attempt, setAttempt] = useState(0);
  const long = tooLong(value.note, limits.line);
  const problems: readonly FieldProblem[] = [
    ...(value.who === 'nobody' ? [{ field: 'who', label: t('search.label'), text: t('team.whoNeeded') }] : []),
    ...(value.who === 'new' ? contactProblems(value.contact, words) : []),
    ...(chosenRole(value) ? [] : [{ field: 'role', label: t('team.role'), text: t('team.roleNeeded') }]),
    ...(long ? [{ field: 'team-note', label: t('team.note'), text: errors('problem.too-long', long) }] : []),
  ];
  const refused = error?.code === 'invalid' ? contactRefused(error.issues, value.contact.kind, words) : [];
  const shown = attempt > 0 && problems.length > 0 ? problems : refused;
  const problemOf = (field: string): string | undefined => shown.find((one) => one.field === field)?.text;
  const alike = alikeIn(error);

  const go = async (anyway: boolean): Promise<void> => {
    setAttempt(attempt + 1);
    if (problems.length > 0) return;
    const name = await add(anyway);
    if (name === null) return;
    drop();
    said(t('team.added', { name }));
    await navigate({ to: '/clients/$clientId/care-team', params: { clientId: client.id }, replace: true });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void go(false);
  };
  return (
    <form className="page-body form-column" onSubmit={submit} noValidate>
      {found ? (
        <Notice
          tone="sage"
          title={t('form.found')}
          actions={
            <Button variant="default" onClick={startAnew}>
              {t('form.startAnew')}
            </Button>
          }
        />
      ) : null}
      <ErrorSummary problems={shown} attempt={attempt} />
      {error && error.code !== 'invalid' && alike.length === 0 ? <SaveError error={error} /> : null}
      {named ? (
        <Notice tone="sage" title={t('team.fromIntake', { name: client.chosenName })}>
          <span dir="auto">{[named.name, named.role, named.phone].filter((part) => part !== '').join(' · ')}</span>
        </Notice>
      ) : null}
      <CareTeamWho value={value} set={set} members={members} problems={shown} />
      {alike.length > 0 ? (
        <ContactAlike
          ids={alike}
          action={({ id, name }) => (
            <Button variant="default" aria-label={t('alike.useNamed', { name })} onClick={() => set({ ...value, who: id })}>
              {t('alike.use')}
            </Button>
          )}
          anyway={
            <Button variant="default" disabled={busy} onClick={() => void go(true)}>
              {t('alike.anyway')}
            </Button>
          }
        />
      ) : null}
      <CareTeamRole id="role" role={value.role} onRole={(role) => set({ ...value, role })} problem={problemOf('role')} />
      <Field
        id="team-note"
        label={t('team.note')}
        help={t('team.noteHelp')}
        value={value.note}
        onChange={(note) => set({ ...value, note })}
        problem={problemOf('team-note')}
      />
      <div className="row wrap form-actions">
        <Button type="submit" disabled={busy}>
          {t('team.addYes')}
        </Button>
        <ButtonLink to="/clients/$clientId/care-team" params={{ clientId: client.id }} variant="subtle">
          {t('form.notNow')}
        </ButtonLink>
        <DraftState of={key} />
      </div>
    </form>
  );
};
