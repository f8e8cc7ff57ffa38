import { IconFileCheck, IconFileOff, IconPrinter, IconWritingSign } from '@tabler/icons-react';
import { type JSX, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import type { Consent } from '../../shared/consent.ts';
import { isSignedApart } from '../../shared/signed-apart.ts';
import { momentWords, today } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { standingOf, standings } from '../ui/form-standing.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { useTitle } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { keyOfForm } from './form-key.ts';
import { FormRow, OpenPdf, SignedHow, TakenBackLine } from './form-row.tsx';
import { MapSection } from './map-section.tsx';
import { SetAside } from './set-aside.tsx';

const Group = ({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }): JSX.Element => (
  <section aria-labelledby={id} className="form-group">
    <h3 id={id} className="form-group-title">
      {title}
    </h3>
    <ul className="consent-list">{children}</ul>
  </section>
);

/** One of those signed apart stands by itself, whatever was signed after it; of the others only the newest says anything. */
const standsByItself = ({ formId, endsOn, withdrawals }: Consent): boolean =>
  isSignedApart(formId) && (endsOn === null || endsOn > today()) && withdrawals.every((one) => one.parts.length > 0);

/** Those that are not the one their form is judged by. */
const SignedBefore = ({ clientId, consents }: { readonly clientId: string; readonly consents: readonly Consent[] }): JSX.Element | null => {
  const { t } = useTranslation('consent');
  if (consents.length === 0) return null;
  return (
    <Group id="forms-before" title={t('tab.before')}>
      {consents.map((consent) => (
        <li key={consent.id}>
          <Icon icon={IconFileCheck} tone="ink-3" />
          <div className="grow">
            <div className="md b" dir="auto">
              {consent.title}
            </div>
            <div className="ink-2 num">
              <SignedHow consent={consent} />
            </div>
            <TakenBackLine consent={consent} />
          </div>
          <div className="row wrap form-row-actions">
            {standsByItself(consent) ? (
              <ButtonLink
                to="/clients/$clientId/consent/$consentId/take-back"
                params={{ clientId, consentId: consent.id }}
                variant="subtle"
                aria-label={t('tab.takeBackOfSigned', { title: consent.title, moment: momentWords(consent.signedAt) })}
              >
                {t('tab.takeBack')}
              </ButtonLink>
            ) : null}
            <OpenPdf clientId={clientId} consent={consent} />
          </div>
        </li>
      ))}
    </Group>
  );
};

type NoLongerOfferedProps = Pick<OutputOf<'consent.ofClient'>, 'notOffered'>;

/** Came back from the client, and its form has gone since: nothing can be done with it but to set it aside. */
const NoLongerOffered = ({ notOffered }: NoLongerOfferedProps): JSX.Element | null => {
  const { t } = useTranslation('consent');
  if (notOffered.length === 0) return null;
  return (
    <Group id="forms-not-offered" title={t('tab.notOffered')}>
      {notOffered.map(({ fillingId, savedAt }) => (
        <li key={fillingId}>
          <Icon icon={IconFileOff} tone="wait-ink" />
          <div className="grow">
            <div className="md b">{t('tab.notOfferedOne')}</div>
            <div className="ink-2 num">
              <time dateTime={savedAt}>{t('returned.savedAt', { moment: momentWords(savedAt) })}</time>
            </div>
          </div>
          <div className="row wrap form-row-actions">
            <SetAside fillingId={fillingId} title={t('tab.notOfferedOne')} />
          </div>
        </li>
      ))}
    </Group>
  );
};

type ListProps = { readonly clientId: string; readonly list: OutputOf<'consent.ofClient'>; readonly archived: boolean };

const Forms = ({ clientId, list: { forms, consents, notOffered }, archived }: ListProps): JSX.Element => {
  const { t } = useTranslation('consent');
  const newest = new Set(forms.map((form) => form.consentId));
  return (
    <>
      {standings.map((standing) => {
        const own = forms.filter((form) => standingOf(form) === standing);
        return own.length === 0 ? null : (
          <Group key={standing} id={`forms-${standing}`} title={t(`tab.group.${standing}`)}>
            {own.map((form) => (
              <FormRow
                key={keyOfForm(form)}
                clientId={clientId}
                form={form}
                consent={consents.find((one) => one.id === form.consentId)}
                archived={archived}
              />
            ))}
          </Group>
        );
      })}
      <NoLongerOffered notOffered={notOffered} />
      <SignedBefore clientId={clientId} consents={consents.filter((one) => !newest.has(one.id))} />
    </>
  );
};

/** Came back from the client, or nothing yet at all: what to do first. */
const First = ({ clientId, list, archived }: ListProps): JSX.Element | null => {
  const { t } = useTranslation('consent');
  const waiting = list.forms.filter((form) => form.state === 'to-review').length;
  if (archived) return <Notice tone="wait" title={t('tab.archived')} />;
  if (waiting > 0) {
    return (
      <Notice
        tone="wait"
        title={t('tab.cameBack', { count: waiting })}
        actions={
          <ButtonLink to="/clients/$clientId/consent/returned" params={{ clientId }}>
            {t('tab.cameBackAction')}
          </ButtonLink>
        }
      >
        {t('tab.cameBackText')}
      </Notice>
    );
  }
  if (list.consents.length > 0) return null;
  return (
    <div className="consents-none">
      <p className="md b">{t('tab.none')}</p>
      <p className="md ink-2">{t('tab.noneText')}</p>
    </div>
  );
};

/** Every form of this client, what waits first. */
export const ConsentTab = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('consent');
  const client = useCall('clients.get', { id: clientId }).data;
  const list = useCall('consent.ofClient', { clientId });
  const heading = useRef<HTMLHeadingElement>(null);
  const isRead = list.data !== undefined;
  // A tab opens in place: keyboard and screen reader go on at its first heading.
  useLayoutEffect(() => {
    if (isRead) heading.current?.focus({ preventScroll: true });
  }, [isRead]);
  // After the heading of the whole page, where that is new too.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useTitle(t('tab.title'));
  if (list.error) return <ErrorNotice error={list.error} again={list.again} />;
  if (!list.data) return <Waiting>{t('tab.reading')}</Waiting>;
  const archived = Boolean(client?.archivedAt);
  return (
    <>
      <MapSection clientId={clientId} archived={archived} heading={heading} />
      <section className="consents" aria-labelledby="consents-title">
        <div className="row consents-head">
          <h2 id="consents-title" className="section-title grow">
            {t('tab.list')}
          </h2>
          <ButtonLink
            to="/clients/$clientId/consent/paper"
            params={{ clientId }}
            variant="subtle"
            leftSection={<Icon icon={IconPrinter} />}
          >
            {t('tab.paper')}
          </ButtonLink>
          {archived ? null : (
            <ButtonLink
              to="/clients/$clientId/consent/prepare"
              params={{ clientId }}
              variant={list.data.forms.some((form) => form.state === 'to-review') ? 'default' : 'filled'}
              leftSection={<Icon icon={IconWritingSign} />}
            >
              {t('tab.prepare')}
            </ButtonLink>
          )}
        </div>
        <First clientId={clientId} list={list.data} archived={archived} />
        <Forms clientId={clientId} list={list.data} archived={archived} />
      </section>
    </>
  );
};
