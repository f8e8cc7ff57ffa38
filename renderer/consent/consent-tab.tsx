import { IconFileCheck, IconFileText, IconSignature } from '@tabler/icons-react';
import { type JSX, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { momentWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { useTitle } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';

export const ConsentTab = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('consent');
  const client = useCall('clients.get', { id: clientId }).data;
  const list = useCall('consent.ofClient', { clientId });
  const heading = useRef<HTMLHeadingElement>(null);
  const isRead = list.data !== undefined;
  // A tab opens in place: keyboard and screen reader go on at its heading.
  useLayoutEffect(() => {
    if (isRead) heading.current?.focus({ preventScroll: true });
  }, [isRead]);
  // After the heading of the whole page, where that is new too.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useTitle(t('tab.title'));
  const sign = client?.archivedAt ? null : (
    <ButtonLink to="/clients/$clientId/consent/prepare" params={{ clientId }} leftSection={<Icon icon={IconSignature} />}>
      {t('tab.sign')}
    </ButtonLink>
  );
  if (list.error) return <ErrorNotice error={list.error} again={list.again} />;
  if (!list.data) return <Waiting>{t('tab.reading')}</Waiting>;
  const { consents } = list.data;
  return (
    <section className="consents" aria-labelledby="consents-title">
      <div className="row consents-head">
        <h2 ref={heading} tabIndex={-1} id="consents-title" className="section-title grow">
          {consents.length > 0 ? t('tab.list') : t('tab.none')}
        </h2>
        {sign}
      </div>
      {client?.archivedAt ? <p className="ink-2">{t('tab.archived')}</p> : null}
      {consents.length === 0 ? <p className="md ink-2 consents-none">{t('tab.noneText')}</p> : null}
      <ul className="consent-list">
        {consents.map((consent) => {
          const moment = momentWords(consent.signedAt);
          return (
            <li key={consent.id}>
              <Icon icon={IconFileCheck} tone="sage-ink" />
              <div className="grow">
                <div className="md b">{consent.title}</div>
                <div className="ink-2 num">
                  <time dateTime={consent.signedAt}>{t('tab.signed', { moment })}</time> ·{' '}
                  {t('tab.version', { version: consent.formVersion })}
                </div>
              </div>
              <ButtonLink
                to="/clients/$clientId/documents/$documentId"
                params={{ clientId, documentId: consent.documentId }}
                variant="default"
                leftSection={<Icon icon={IconFileText} />}
                aria-label={t('tab.openOf', { title: consent.title, moment })}
              >
                {t('tab.open')}
              </ButtonLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
