import { Button } from '@mantine/core';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type CareTeamMember, careRoles } from '../../shared/contacts.ts';
import { limits } from '../../shared/limits.ts';
import { DraftState } from '../ui/draft-state.tsx';
import { Field } from '../ui/field.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useSend } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { CareTeamRole } from './care-team-role.tsx';

export const TeamEdit = z.strictObject({ role: z.string(), note: z.string() });
export const teamEditKey = (clientId: string, contactId: string): string => `care-team-${clientId}-${contactId}`;

type Props = { readonly clientId: string; readonly member: CareTeamMember; readonly onDone: () => void };

/** Role and note of one member, in their place. */
export const CareTeamEdit = ({ clientId, member, onDone }: Props): JSX.Element => {
  const { t } = useTranslation('contacts');
  const { t: errors } = useTranslation('errors');
  const { contact } = member;
  const key = teamEditKey(clientId, contact.id);
  const about = { key, title: t('team.changeNamed', { name: contact.name }), place: `/clients/${clientId}/care-team` };
  const { value: typed, set: setTyped, drop } = useDraft(about, TeamEdit, () => ({ role: member.role, note: member.note }));
  const [tried, setTried] = useState(false);
  const { send, isSending, error } = useSend('careTeam.set');
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.querySelector('select')?.focus(), []);
  const role = careRoles.find((one) => one === typed.role);
  const long = tooLong(typed.note, limits.line);
  const done = (): void => {
    drop();
    onDone();
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (!role || long || isSending) return;
    const reply = await send({ clientId, contactId: contact.id, role, note: typed.note });
    if (!reply.ok) return;
    said(t('team.changed', { name: contact.name }));
    done();
  };
  const ids = { role: `role-${contact.id}`, note: `note-${contact.id}` };
  return (
    <fieldset ref={box} className="fields team-edit" aria-label={t('team.changeNamed', { name: contact.name })}>
      {error ? <ErrorNotice error={error} /> : null}
      <CareTeamRole
        id={ids.role}
        role={typed.role}
        onRole={(next) => setTyped({ ...typed, role: next })}
        problem={tried && !role ? t('team.roleNeeded') : undefined}
      />
      <Field
        id={ids.note}
        label={t('team.note')}
        help={t('team.noteHelp')}
        value={typed.note}
        onChange={(note) => setTyped({ ...typed, note })}
        problem={long ? errors('problem.too-long', long) : undefined}
      />
      <div className="row wrap">
        <Button disabled={isSending} onClick={() => void save()}>
          {t('team.save')}
        </Button>
        <Button variant="subtle" onClick={done}>
          {t('form.notNow')}
        </Button>
        <DraftState of={key} />
      </div>
    </fieldset>
  );
};
