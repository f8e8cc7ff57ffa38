import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { type Client, foldForSearch } from '../../shared/clients.ts';
import type { IntakeEntries, IntakeItem } from '../../shared/intake.ts';
import { entryOf } from '../../shared/intake-rules.ts';
import { shows } from '../../shared/text.ts';
import { call } from '../call.ts';
import { today } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { stateWords } from '../ui/form-standing.ts';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { StopSignal } from '../ui/stop-signal.tsx';
import { usePressed } from '../ui/use-pressed.ts';
import { keyOf, useCall } from '../use-call.ts';
import { leadsToForm } from './answering.ts';
import type { Work } from './work.ts';

type LeadProps = { readonly item: IntakeItem; readonly work: Work };

const FormLead = ({
  clientId,
  formId,
  archived,
}: {
  readonly clientId: string;
  readonly formId: string;
  readonly archived: boolean;
}): JSX.Element | null => {
  const { t } = useTranslation('intake');
  const { t: tConsent } = useTranslation('consent');
  const forms = useCall('consent.ofClient', { clientId }).data?.forms.filter((one) => one.formId === formId) ?? [];
  const form = forms[0];
  if (!form) return null;
  const counts = form.state === 'in-force' || form.state === 'ends-soon';
  return (
    <div className="lead">
      <span className="grow">
        <span className="block b">{form.title}</span>
        <span className={counts ? 'good' : 'ink-2'}>{stateWords(tConsent, form, today())}</span>
      </span>
      {counts || archived ? (
        <ButtonLink to="/clients/$clientId/consent" params={{ clientId }} variant="default">
          {t('lead.consent')}
        </ButtonLink>
      ) : (
        <ButtonLink to="/clients/$clientId/consent/prepare" params={{ clientId }} search={{ form: formId }} variant="default">
          {t('lead.prepare')}
        </ButtonLink>
      )}
    </div>
  );
};

const MapLead = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('intake');
  return (
    <div className="lead">
      <span className="grow ink-2">{t('lead.mapText')}</span>
      <ButtonLink to="/clients/$clientId/consent" params={{ clientId }} variant="default">
        {t('lead.map')}
      </ButtonLink>
    </div>
  );
};

/** Word and sign as they were answered, where they are not the ones in force. */
export const signalAnswered = (items: readonly IntakeItem[], entries: IntakeEntries, client: Client) => {
  const word = entryOf(entries, 's-stop-word').answer;
  const sign = entryOf(entries, 's-stop-sign').answer;
  const options = [
    ...(entryOf(entries, 's-stop-sign').asked?.options ?? []),
    ...(items.find((item) => item.id === 's-stop-sign')?.options ?? []),
  ];
  const answered = {
    word: word?.kind === 'text' && shows(word.text) ? word.text.trim() : client.stopWord,
    gesture:
      sign?.kind === 'choice' ? (options.find((option) => option.value === sign.value)?.label ?? client.stopGesture) : client.stopGesture,
  };
  const same = (one: string, other: string): boolean => foldForSearch(one) === foldForSearch(other);
  return same(answered.word, client.stopWord) && same(answered.gesture, client.stopGesture) ? null : answered;
};

/** The stop signal in force, and what was answered here where it is another one: agreeing on it now needs no finished intake. */
const SignalLead = ({ work }: { readonly work: Work }): JSX.Element => {
  const { t } = useTranslation('intake');
  const queries = useQueryClient();
  const { client } = work;
  const answered = signalAnswered(work.of.items, work.entries, client);
  const { busy, error, press } = usePressed(async () => {
    if (!answered) return null;
    const reply = await call('stopSignal.set', { clientId: client.id, version: client.version, ...answered });
    if (!reply.ok) {
      await queries.invalidateQueries({ queryKey: keyOf('clients.get', { id: client.id }) });
      return reply.error;
    }
    queries.setQueryData(keyOf('clients.get', { id: client.id }), reply.value);
    said(t('lead.signalAgreed'));
    return null;
  });
  return (
    <div className="signal-lead">
      <StopSignal client={client} />
      {error ? <ErrorNotice error={error} /> : null}
      {answered ? (
        <div className="lead">
          <span className="grow" dir="auto">
            {t('lead.signalAnswered', { signal: [answered.word ? `“${answered.word}”` : '', answered.gesture].filter(Boolean).join(', ') })}
          </span>
          <Button variant="default" disabled={busy} onClick={() => void press()}>
            {t('lead.signalAgree')}
          </Button>
        </div>
      ) : null}
    </div>
  );
};

/** The way to what an item is kept by: a form, the map, the stop signal. */
export const ItemLead = ({ item, work }: LeadProps): JSX.Element | null => {
  const { id: clientId, archivedAt } = work.client;
  const formIds = useCall('consent.ofClient', { clientId }).data?.forms.map((form) => form.formId) ?? [];
  if (item.linksTo === 'stop-signal' && item.capture !== 'tick') return <SignalLead work={work} />;
  if (item.linksTo === 'consent-map') return <MapLead clientId={clientId} />;
  const formId = item.needsWriting || item.capture === 'form' ? leadsToForm(item, formIds) : null;
  return formId ? <FormLead clientId={clientId} formId={formId} archived={archivedAt !== null} /> : null;
};
