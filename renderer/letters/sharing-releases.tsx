import { IconPrinter, IconShieldPlus } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Release } from '../../shared/releases.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { useEachDay } from '../use-each-day.ts';
import { ReleaseEnd } from './release-end.tsx';
import { ReleaseRow } from './release-row.tsx';
import { groupOf, releaseGroups } from './release-words.ts';

type Props = { readonly clientId: string; readonly archived: boolean };
type Ending = { readonly id: string; readonly why: 'taken-back' | 'event' };

/** Who may be told what: those that wait for a signature, those that count, those that do not any more. */
export const SharingReleases = ({ clientId, archived }: Props): JSX.Element => {
  const { t } = useTranslation('releases');
  const list = useCall('releases.ofClient', { clientId });
  // What ends, ends with the day.
  useEachDay(list.again);
  const returned = useCall('handover.returned', { clientId });
  const [ending, setEnding] = useState<Ending | null>(null);
  const back = new Set(returned.data?.fillings.flatMap(({ blanks }) => (blanks.release ? [blanks.release] : [])));
  const releases = list.data?.releases ?? [];
  const wentOutUnder = (release: Release) => list.data?.wentOut.filter(({ releaseId }) => releaseId === release.id) ?? [];
  const ended = releases.find(({ id }) => id === ending?.id);
  return (
    <section className="sharing-part" aria-labelledby="sharing-releases">
      <div className="row wrap">
        <h3 id="sharing-releases" className="section-title grow">
          {t('permissions')}
        </h3>
        <ButtonLink
          to="/clients/$clientId/consent/paper/$formId"
          params={{ clientId, formId: 'release-of-information' }}
          variant="subtle"
          leftSection={<Icon icon={IconPrinter} />}
        >
          {t('blank')}
        </ButtonLink>
        {archived ? null : (
          <ButtonLink to="/clients/$clientId/releases/new" params={{ clientId }} leftSection={<Icon icon={IconShieldPlus} />}>
            {t('new')}
          </ButtonLink>
        )}
      </div>
      {list.error ? <ErrorNotice error={list.error} again={list.again} /> : null}
      {list.isPending && !list.error ? <Waiting>{t('reading')}</Waiting> : null}
      {list.data && releases.length === 0 ? (
        <div className="sharing-none">
          <p className="md b">{t('none')}</p>
          <p className="md ink-2">{t('noneText')}</p>
        </div>
      ) : null}
      {releaseGroups.map((group) => {
        const own = releases.filter((release) => groupOf(release) === group);
        return own.length === 0 ? null : (
          <ul key={group} className="sharing-list" aria-label={t(`group.${group}`)}>
            {own.map((release) => (
              <ReleaseRow
                key={release.id}
                release={release}
                wentOut={wentOutUnder(release)}
                cameBack={back.has(release.id)}
                archived={archived}
                onEnd={(why) => setEnding({ id: release.id, why })}
              />
            ))}
          </ul>
        );
      })}
      {ending && ended ? (
        <ReleaseEnd release={ended} why={ending.why} wentOut={wentOutUnder(ended)} onClose={() => setEnding(null)} />
      ) : null}
    </section>
  );
};
