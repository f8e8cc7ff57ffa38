import { IconArmchair, IconBan, IconFeather, IconHandFinger, IconLock, IconQuestionMark } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { SafetyCard } from '../../shared/safety.ts';
import { Line, Names, Rows } from './safety-card-line.tsx';

const Closed = ({ closed }: Pick<SafetyCard['places'], 'closed'>): JSX.Element => {
  const rows = closed.map(({ labels, why }) => ({
    key: why,
    row: (
      <>
        <Names names={labels} few={6} />
        <span className="ink-2 block">{why}</span>
      </>
    ),
  }));
  return <Rows rows={rows} few={4} />;
};

/** Where hands may go, and where not: what is out comes first. */
export const Places = ({ places: { allClosed, out, closed, ask, open } }: Pick<SafetyCard, 'places'>): JSX.Element => {
  const { t } = useTranslation('safety');
  return (
    <>
      <Line icon={IconBan} label={t('offLimits')}>
        {allClosed ? <span className="wait b block">{t('everywhere')}</span> : null}
        {out.length > 0 ? (
          <span className="block">
            {allClosed ? `${t('leftOut')} ` : null}
            <Names names={out} />
          </span>
        ) : null}
        {allClosed ? null : <span className="ink-2 block">{t(out.length > 0 ? 'restToo' : 'rest')}</span>}
      </Line>
      {closed.length > 0 ? (
        <Line icon={IconLock} label={t('closed')}>
          <Closed closed={closed} />
        </Line>
      ) : null}
      {ask.length > 0 ? (
        <Line icon={IconQuestionMark} label={t('ask')}>
          <Names names={ask} />
        </Line>
      ) : null}
      {open.length > 0 ? (
        <Line icon={IconHandFinger} label={t('open')}>
          <Names names={open} />
        </Line>
      ) : null}
    </>
  );
};

type HowProps = Pick<SafetyCard, 'pressure' | 'positions' | 'places'>;

/** How firm, and how someone lies or sits. */
export const HowTouched = ({ pressure, positions, places }: HowProps): JSX.Element => {
  const { t } = useTranslation('safety');
  const { allowed, avoid } = positions;
  return (
    <>
      <Line icon={IconFeather} label={t('pressure')}>
        {places.allClosed || pressure.ceiling === 0 ? t('noContact') : t('atMost', { label: pressure.label })}
        {places.allClosed ? null : (
          <span className="ink-2 block">
            <Names names={pressure.because} few={4} />
          </span>
        )}
      </Line>
      <Line icon={IconArmchair} label={t('position')}>
        {allowed.length + avoid.length === 0 ? t('notAsked') : null}
        {allowed.length > 0 ? <span className="block">{allowed.join('; ')}</span> : null}
        {avoid.length > 0 ? <span className="b block">{t('notPosition', { labels: avoid.join('; ') })}</span> : null}
      </Line>
    </>
  );
};
