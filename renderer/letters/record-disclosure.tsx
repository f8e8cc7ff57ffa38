import { Button } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { Client } from '../../shared/clients.ts';
import { Verdict } from '../../shared/releases.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DraftState } from '../ui/draft-state.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { ErrorNotice, Notice, said } from '../ui/notice.tsx';
import { useCall, useSend } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { type Known, RecordDisclosureFields } from './record-disclosure-fields.tsx';
import { nothingTold, ToldTyped, toldField, toldInput, toldKey, toldProblems } from './record-disclosure-form.ts';
import { refusedWords } from './release-words.ts';

/** Whom the record knows: the care team now, and whoever a permission was made for. */
const useKnown = (clientId: string): readonly Known[] => {
  const team = useCall('careTeam.of', { clientId }).data?.members ?? [];
  const releases = useCall('releases.ofClient', { clientId }).data?.releases ?? [];
  const all = [
    ...team.filter(({ endedOn }) => endedOn === null).map(({ contact }) => ({ ...contact, id: contact.id })),
    ...releases.map(({ standingId, recipient }) => ({ ...recipient, id: standingId })),
  ];
  const byId = new Map(all.toReversed().map((one) => [one.id, one]));
  return [...byId.values()].toReversed().map(({ id, name, profession, organisation }) => ({
    id,
    name,
    of: [profession, organisation].filter((part) => part !== '').join(' · '),
  }));
};

/** The gate's answer in a refusal; null where it was refused for something else. */
const verdictIn = (error: AppError | null): Extract<Verdict, { permitted: false }> | null => {
  if (error?.code !== 'refused' || error.reason !== 'letter-not-permitted') return null;
  const verdict = Verdict.safeParse(error.details?.verdict).data;
  return verdict && !verdict.permitted ? verdict : null;
};

/** Writes down what was told by phone or in person, on what it stood: kept for good once it is sent. */
export const RecordDisclosure = ({ client, onClose }: { readonly client: Client; readonly onClose: () => void }): JSX.Element => {
  const { t } = useTranslation('releases');
  const { t: errors } = useTranslation('errors');
  const { id: clientId, chosenName } = client;
  const known = useKnown(clientId);
  const about = { key: toldKey(clientId), title: t('record.draft', { name: chosenName }), place: `/clients/${clientId}/sharing` };
  const { value, set, drop } = useDraft(about, ToldTyped, nothingTold);
  const { send, isSending, error, forget } = useSend('disclosures.record');
  const [attempt, setAttempt] = useState(0);
  const own = toldProblems(value, { releases: t, errors });
  const problems = attempt > 0 ? own : [];
  const nameOf = (to: string): string => known.find(({ id }) => id === to)?.name ?? chosenName;
  const verdict = verdictIn(error);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt(attempt + 1);
    const input = own.length > 0 || isSending ? null : toldInput(value, clientId, nameOf, (way) => t(`record.ways.${way}`));
    if (input === null) return;
    const reply = await send(input);
    if (!reply.ok) return;
    drop();
    said(t('record.saved'));
    onClose();
  };
  return (
    <Dialog title={t('record.title')} onClose={onClose}>
      <form className="fields" onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary problems={problems} attempt={attempt} idOf={toldField} />
        <RecordDisclosureFields
          typed={value}
          onChange={(typed) => {
            set(typed);
            if (error) forget();
          }}
          known={known}
          clientName={chosenName}
          problems={problems}
        />
        {verdict ? (
          <Notice tone="wait" title={t('record.notCovered')} live>
            {refusedWords(t, verdict, nameOf(value.to))} {t('record.notCoveredText')}
          </Notice>
        ) : null}
        {error && !verdict ? <ErrorNotice error={error} /> : null}
        <div className="row wrap form-actions">
          <Button type="submit" disabled={isSending}>
            {isSending ? t('record.saving') : t('record.save')}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {t('record.notNow')}
          </Button>
          <DraftState of={about.key} />
        </div>
      </form>
    </Dialog>
  );
};
