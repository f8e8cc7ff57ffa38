import { useQueryClient } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { usePractice } from '../practice.ts';
import { regionsIn } from '../ui/areas.ts';
import { Confirm } from '../ui/confirm.tsx';
import { ErrorNotice, Notice, said } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { keyOf, useCall, useSend } from '../use-call.ts';
import { SensitiveAreaRow } from './sensitive-area-row.tsx';

type Places = OutputOf<'consentMap.sensitiveAreas'>;

const key = keyOf('consentMap.sensitiveAreas', {});

/** Turns one place on or off, against what stands now; `meanwhile` when someone changed it first. */
const useSwitch = (places: Places) => {
  const queries = useQueryClient();
  const { send, isSending, error } = useSend('consentMap.setSensitiveAreas');
  const [meanwhile, setMeanwhile] = useState(false);
  const turn = async (code: string, on: boolean, done: string): Promise<boolean> => {
    if (isSending) return false;
    const others = places.areas.filter((one) => one.turnedOnAt !== null && one.area.code !== code).map((one) => one.area.code);
    const reply = await send({ version: places.version, turnedOn: on ? [...others, code] : others, confirmed: on });
    const isConflict = !reply.ok && reply.error.code === 'conflict';
    setMeanwhile(isConflict);
    if (reply.ok || isConflict) await queries.invalidateQueries({ queryKey: key });
    if (reply.ok) said(done);
    return reply.ok;
  };
  return { turn, isSending, error: error?.code === 'conflict' ? null : error, meanwhile };
};

const AreaSwitches = ({ places }: { readonly places: Places }): JSX.Element => {
  const { t } = useTranslation('maps');
  const { t: tChart } = useTranslation('chart');
  const isOwner = usePractice().role === 'owner';
  const { turn, isSending, error, meanwhile } = useSwitch(places);
  const [turningOn, setTurningOn] = useState<string | null>(null);
  const [turningOff, setTurningOff] = useState<string | null>(null);
  const labelOf = (code: string | null): string => places.areas.find(({ area }) => area.code === code)?.area.label ?? '';
  const off = async (): Promise<void> => {
    const code = turningOff;
    setTurningOff(null);
    if (code !== null) await turn(code, false, t('sensitive.turnedOff', { place: labelOf(code) }));
  };
  return (
    <>
      {isOwner ? null : <Notice tone="sage" title={t('sensitive.notOwner')} />}
      {meanwhile ? (
        <Notice tone="wait" title={t('sensitive.meanwhile')} live>
          {t('sensitive.meanwhileText')}
        </Notice>
      ) : null}
      {error ? <ErrorNotice error={error} /> : null}
      {regionsIn(places.areas.map(({ area }) => area)).map(({ region, places: own }) => (
        <section key={region} aria-labelledby={`sensitive-${region}`}>
          <h3 id={`sensitive-${region}`} className="form-group-title">
            {tChart(`region.${region}`)}
          </h3>
          <ul className="consent-list">
            {own.map(({ code, label }) => (
              <SensitiveAreaRow
                key={code}
                code={code}
                label={label}
                turnedOnAt={places.areas.find(({ area }) => area.code === code)?.turnedOnAt ?? null}
                isOwner={isOwner}
                open={turningOn === code}
                busy={isSending}
                onOpen={() => setTurningOn(code)}
                onNot={() => setTurningOn(null)}
                onTurnOn={async () => {
                  if (await turn(code, true, t('sensitive.turnedOn', { place: label }))) setTurningOn(null);
                }}
                onTurnOff={() => setTurningOff(code)}
              />
            ))}
          </ul>
        </section>
      ))}
      <Confirm
        opened={turningOff !== null}
        title={t('sensitive.offTitle', { place: labelOf(turningOff) })}
        text={t('sensitive.offText')}
        yes={t('sensitive.offYes', { place: labelOf(turningOff) })}
        no={t('sensitive.not')}
        busy={isSending}
        onNo={() => setTurningOff(null)}
        onYes={() => void off()}
      />
    </>
  );
};

/** Places that need a form of their own here, each turned on by the owner or left as unlabelled skin. */
export const SensitiveAreas = (): JSX.Element => {
  const { t } = useTranslation('maps');
  const places = useCall('consentMap.sensitiveAreas', {}, { fresh: true });
  if (places.error) return <ErrorNotice error={places.error} again={places.again} />;
  if (!places.data) return <Waiting />;
  if (places.data.areas.length === 0) {
    return (
      <div>
        <p className="md b">{t('sensitive.none')}</p>
        <p className="md ink-2">{t('sensitive.noneText')}</p>
      </div>
    );
  }
  return (
    <div className="form-column">
      <p className="ink-2 lead">{t('sensitive.lead')}</p>
      <p className="ink-2">{t('sensitive.underAge')}</p>
      <AreaSwitches places={places.data} />
    </div>
  );
};
