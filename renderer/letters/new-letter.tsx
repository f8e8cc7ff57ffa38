import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf, OutputOf } from '../../shared/calls.ts';
import type { LetterKind } from '../../shared/letters.ts';
import { clockDay, dayWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { goToField } from '../ui/error-summary.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall, useSend } from '../use-call.ts';
import { LetterKinds } from './letter-kinds.tsx';
import { LetterRecipient, toClient } from './letter-recipient.tsx';
import { useAboutWords } from './letter-words.ts';
import './letters.css';

type Props = {
  readonly clientId: string;
  readonly kindId?: string | undefined;
  readonly sessionId?: string | undefined;
  readonly incidentId?: string | undefined;
  readonly findingId?: string | undefined;
  readonly corrects?: string | undefined;
};

type From = InputOf<'letters.compose'>['from'];

/** From what it is begun, and the letter of the content that is for that. */
const begunFrom = ({ sessionId, incidentId, findingId }: Props): { readonly from: From; readonly kindId: string | null } => {
  if (incidentId) return { from: { kind: 'incident', id: incidentId }, kindId: 'referral-now' };
  if (findingId) return { from: { kind: 'finding', id: findingId }, kindId: 'clearance-physician' };
  return sessionId ? { from: { kind: 'session', id: sessionId }, kindId: 'session-summary' } : { from: null, kindId: null };
};

const fits = ({ recipients, exceptions }: LetterKind, to: string | null): boolean => {
  if (to === toClient) return recipients.includes('client') || exceptions.includes('to_client');
  return to === null || recipients.some((one) => one !== 'client');
};

const useBegin = () => {
  const navigate = useNavigate();
  const { send, isSending, error } = useSend('letters.compose');
  const begin = async (input: InputOf<'letters.compose'>): Promise<void> => {
    const reply = await send(input);
    if (reply.ok) await navigate({ to: '/letters/$letterId', params: { letterId: reply.value.letter.id }, replace: true });
  };
  return { begin, isSending, error };
};

type FormProps = Props & { readonly kinds: readonly LetterKind[]; readonly name: string };

const Chosen = (props: FormProps): JSX.Element => {
  const { clientId, kinds, name } = props;
  const { t } = useTranslation('letters');
  const { t: errors } = useTranslation('errors');
  const suggested = begunFrom(props);
  const [to, setTo] = useState<string | null>(null);
  const [kindId, setKind] = useState<string | null>(props.kindId ?? suggested.kindId);
  const [wasTried, setTried] = useState(false);
  const { begin, isSending, error } = useBegin();
  const offered = kinds.filter((kind) => fits(kind, to));
  const kind = offered.find(({ id }) => id === kindId);
  const start = async (): Promise<void> => {
    setTried(true);
    if (to === null) return goToField('letter-to');
    if (!kind) return goToField('letter-kind');
    await begin({
      clientId,
      kindId: kind.id,
      to: to === toClient ? { kind: 'client' } : { kind: 'contact', contactId: to },
      from: suggested.from,
    });
  };
  return (
    <form
      className="fields letter-new"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <LetterRecipient
        clientId={clientId}
        clientName={name}
        chosen={to}
        onChoose={setTo}
        problem={wasTried && to === null ? errors('problem.required') : undefined}
      />
      <LetterKinds
        kinds={offered}
        chosen={kind?.id ?? null}
        onChoose={setKind}
        problem={wasTried && !kind ? errors('problem.required') : undefined}
      />
      {error ? <ErrorNotice error={error} /> : null}
      <div className="row wrap form-actions">
        <Button type="submit" disabled={isSending}>
          {t('new.action')}
        </Button>
        <ButtonLink to="/clients/$clientId/sharing" params={{ clientId }} variant="subtle">
          {t('new.back')}
        </ButtonLink>
      </div>
    </form>
  );
};

/** A signed letter is never changed: another takes its place, and names it. */
const Correction = ({ older }: { readonly older: OutputOf<'letters.get'> }): JSX.Element => {
  const { t } = useTranslation('letters');
  const aboutWords = useAboutWords();
  const { begin, isSending, error } = useBegin();
  const { id, clientId, kindId, title, to, from, period, finalisedAt } = older.letter;
  return (
    <div className="fields letter-new">
      <p className="md">
        {t('correct.text', { title, about: aboutWords(older.letter), day: finalisedAt ? dayWords(clockDay(finalisedAt)) : '' })}
      </p>
      {error ? <ErrorNotice error={error} /> : null}
      <div className="row wrap">
        <Button disabled={isSending} onClick={() => void begin({ clientId, kindId, to, from, period, corrects: id })}>
          {t('correct.action')}
        </Button>
        <ButtonLink to="/letters/$letterId" params={{ letterId: id }} variant="subtle">
          {t('notNow')}
        </ButtonLink>
      </div>
    </div>
  );
};

/** Which letter, and to whom. */
export const NewLetter = (props: Props): JSX.Element => {
  const { clientId, corrects } = props;
  const { t } = useTranslation('letters');
  const kinds = useCall('letters.kinds', {});
  const client = useCall('clients.get', { id: clientId });
  const older = useCall('letters.get', { id: corrects ?? '' }, { enabled: corrects !== undefined });
  const failed = [kinds, client, older].find(({ error }) => error !== null);
  return (
    <>
      <PageHead title={t(corrects ? 'correct.title' : 'new.title')} sub={client.data?.chosenName} />
      <div className="page-body">
        {failed?.error ? <ErrorNotice error={failed.error} again={failed.again} /> : null}
        {corrects && older.data ? <Correction older={older.data} /> : null}
        {!corrects && kinds.data && client.data ? <Chosen {...props} kinds={kinds.data.kinds} name={client.data.chosenName} /> : null}
        {failed || (kinds.data && client.data && (!corrects || older.data)) ? null : <Waiting />}
      </div>
    </>
  );
};
