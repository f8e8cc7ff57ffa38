import { type JSX, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice.tsx';
import { useTitle } from '../ui/page.tsx';
import { useCall } from '../use-call.ts';
import { DisclosuresPart } from './disclosures-part.tsx';
import { SharingLetters } from './sharing-letters.tsx';
import { SharingReleases } from './sharing-releases.tsx';
import './sharing.css';

/** Of one client: permissions to share, letters, and what left the practice. */
export const SharingTab = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('releases');
  const client = useCall('clients.get', { id: clientId }).data;
  const heading = useRef<HTMLHeadingElement>(null);
  // A tab opens in place: keyboard and screen reader go on at its heading, after that of the whole page where it is new too.
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useTitle(t('title'));
  const archived = Boolean(client?.archivedAt);
  return (
    <div className="sharing">
      <h2 ref={heading} tabIndex={-1} className="section-head">
        {t('title')}
      </h2>
      {archived ? <Notice tone="wait" title={t('archived')} /> : null}
      <SharingReleases clientId={clientId} archived={archived} />
      <SharingLetters clientId={clientId} archived={archived} />
      {client ? <DisclosuresPart client={client} /> : null}
    </div>
  );
};
