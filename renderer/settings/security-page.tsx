import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { type ProbeGroup, type ProbeId, probes as probeGroups } from '../../shared/security.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { FailingLine, HeldLine } from './security-lines.tsx';

const groups = Object.keys(probeGroups) as readonly ProbeGroup[];

const Measured = ({ at, probes }: OutputOf<'security.probes'>): JSX.Element => {
  const { t } = useTranslation('security');
  const failing = probes.filter((probe) => !probe.holds);
  const heldOf = (group: ProbeGroup) =>
    probes.filter((probe) => probe.holds && (probeGroups[group] as readonly ProbeId[]).includes(probe.id));
  return (
    <>
      {failing.length > 0 ? (
        <section aria-label={t('failing')}>
          <ul className="card probes probes-failing">
            {failing.map((probe) => (
              <FailingLine key={probe.id} probe={probe} at={at} />
            ))}
          </ul>
        </section>
      ) : null}
      {groups
        .map((group) => ({ group, held: heldOf(group) }))
        .filter(({ held }) => held.length > 0)
        .map(({ group, held }) => (
          <section key={group} aria-labelledby={`probes-${group}`}>
            <h3 id={`probes-${group}`} className="probes-group">
              {t(`group.${group}`)}
            </h3>
            <ul className="card probes">
              {held.map((probe) => (
                <HeldLine key={probe.id} probe={probe} at={at} />
              ))}
            </ul>
          </section>
        ))}
    </>
  );
};

/** Every protection as it is now. What was found last stays in view while it is looked at anew. */
export const SecuritySettings = (): JSX.Element => {
  const { t } = useTranslation('security');
  const { data, error, isFetching, again } = useCall('security.probes', {}, { fresh: true });
  const held = data?.probes.filter((probe) => probe.holds).length ?? 0;
  return (
    <>
      <div className="security-head">
        <p className="ink-2 grow" role="status">
          {data ? t('lead', { held, count: data.probes.length }) : t('leadFirst')}
          {data && isFetching ? <span className="visually-hidden"> {t('again')}</span> : null}
        </p>
        <Button
          variant="default"
          leftSection={<Icon icon={IconRefresh} />}
          aria-disabled={isFetching}
          data-disabled={isFetching || undefined}
          onClick={() => {
            if (!isFetching) void again();
          }}
        >
          {isFetching ? t('measuring') : t('measure')}
        </Button>
      </div>
      {error ? <ErrorNotice error={error} again={again} /> : null}
      {data ? <Measured {...data} /> : null}
      {!data && !error ? <Waiting>{t('measuringFirst')}</Waiting> : null}
    </>
  );
};
