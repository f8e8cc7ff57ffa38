import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { type Client, foldForSearch } from '../../shared/clients.ts';
import type { AreaState } from '../../shared/consent-form.ts';
import type { FormState } from '../../shared/consent-state.ts';
import type { IntakeEntries, IntakeItem } from '../../shared/intake.ts';
import { entryOf } from '../../shared/intake-rules.ts';
import { shows } from '../../shared/text.ts';
import { call } from '../call.ts';
import { momentDay, today } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { stateWords } from '../ui/form-standing.ts';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { StopSignal } from '../ui/stop-signal.tsx';
import { usePressed } from '../ui/use-pressed.ts';
import { keyOf, useCall } from '../use-call.ts';
import { leadsToForm } from './answering.ts';
import type { Work } from './work.ts';

type LeadProps = { readonly item: IntakeItem; readonly work: Work };

type FormLeadProps = { readonly clientId: string; readonly formId: string; readonly archived: boolean };

/** A form, or the form of each place that needs one, with where it stands. */
const FormLead = ({ clientId, formId, archived }: FormLeadProps): JSX.Element | null => {
  const { t } = useTranslation('intake');
  const { t: tConsent } = useTranslation('consent');
  const forms = useCall('consent.ofClient', { clientId }).data?.forms.filter((one) => one.formId === formId) ?? [];
  const counts = (state: FormState['state']): boolean => state === 'in-force' || state === 'ends-soon';
  const [form] = forms;
  if (!form) return null;
  const toPrepare = forms.length === 1 && form.area === null && !counts(form.state) && form.state !== 'to-review' && !archived;
  return (
    <div className="item-lead">
      <span className="grow">
        {forms.map((one) => (
          <span key={one.area ?? ''} className="block lead-form">
            <span className="block b">{one.title}</span>
            <span className={counts(one.state) ? 'good' : 'ink-2'}>{stateWords(tConsent, one, today())}</span>
          </span>
        ))}
      </span>
      {toPrepare ? (
        <ButtonLink to="/clients/$clientId/consent/prepare" params={{ clientId }} search={{ form: formId }} variant="default">
          {t('lead.prepare')}
        </ButtonLink>
      ) : (
        <ButtonLink to="/clients/$clientId/consent" params={{ clientId }} variant="default">
          {t('lead.consent')}
        </ButtonLink>
      )}
    </div>
  );
};

/** The map in force in a few words, and the way to it. */
const MapLead = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('intake');
  const map = useCall('consentMap.get', { clientId }).data?.map ?? null;
  const states = map ? Object.values(map.areas).map((area) => area.state) : [];
  const count = (state: AreaState): number => states.filter((one) => one === state).length;
  return (
    <div className="item-lead">
      <span className="grow num">
        {map ? (
          <>
            <span className="block b">{t('lead.mapNow', { yes: count('yes'), ask: count('ask') })}</span>
            <span className="ink-2">{t('lead.mapMade', { day: momentDay(map.madeAt) })}</span>
          </>
        ) : (
          <span className="ink-2">{t('lead.mapNone')}</span>
        )}
      </span>
      <ButtonLink to="/clients/$clientId/map" params={{ clientId }} variant="default">
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
        <div className="item-lead">
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

const elsewhere = {
  'health-screen': '/clients/$clientId/health',
  medicines: '/clients/$clientId/health',
  'suitability-screen': '/clients/$clientId/health/aloud',
  'care-team': '/clients/$clientId/care-team',
} as const;
type Elsewhere = keyof typeof elsewhere;
const isElsewhere = (linksTo: string | null): linksTo is Elsewhere => linksTo !== null && Object.keys(elsewhere).includes(linksTo);

/** What has a page of its own: health, medicines, the questions asked aloud, the care team. */
const PageLead = ({ clientId, linksTo }: { readonly clientId: string; readonly linksTo: Elsewhere }): JSX.Element => {
  const { t } = useTranslation('intake');
  return (
    <div>
      <ButtonLink to={elsewhere[linksTo]} params={{ clientId }} variant="default">
        {t(`lead.page.${linksTo}`)}
      </ButtonLink>
    </div>
  );
};

/** The way to what an item is kept by: a form, the map, the stop signal, a page of its own. */
export const ItemLead = ({ item, work }: LeadProps): JSX.Element | null => {
  const { id: clientId, archivedAt } = work.client;
  const formIds = useCall('consent.ofClient', { clientId }).data?.forms.map((form) => form.formId) ?? [];
  if (item.linksTo === 'stop-signal' && item.capture !== 'tick') return <SignalLead work={work} />;
  if (item.linksTo === 'consent-map') return <MapLead clientId={clientId} />;
  if (isElsewhere(item.linksTo)) return <PageLead clientId={clientId} linksTo={item.linksTo} />;
  const formId = item.needsWriting || item.capture === 'form' ? leadsToForm(item, formIds) : null;
  return formId ? <FormLead clientId={clientId} formId={formId} archived={archivedAt !== null} /> : null;
};
