import { IconAlertTriangle, IconBook2, IconClipboardText, IconClock, IconHeartbeat, IconRefresh } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormState } from '../../shared/consent-state.ts';
import { dayWords, today } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import type { AskingIntake, AsksOfClient } from './asking.ts';
import { healthWords } from './health-words.ts';

const wordsOf = (t: TFunction<'today'>, { state, endsOn }: FormState): string => {
  const day = endsOn === null ? '' : dayWords(endsOn);
  if (state === 'to-review') return t('attention.cameBack');
  if (state === 'ends-soon') return t('attention.ends', { day });
  return state === 'ended' ? t('attention.ended', { day }) : t('attention.again');
};

const iconOf = (forms: readonly FormState[]) =>
  forms.some((form) => form.state === 'to-review')
    ? IconBook2
    : forms.some((form) => form.state === 'sign-again')
      ? IconRefresh
      : IconClock;

const intakeWords = (t: TFunction<'today'>, { kind, day }: AskingIntake): string => {
  if (kind === 'open') return t('attention.intakeOpen', { day: dayWords(day) });
  return t(day > today() ? 'attention.intakeDue' : 'attention.intakePast', { day: dayWords(day) });
};

type WayProps = Pick<AsksOfClient, 'clientId' | 'name'> & { readonly back: boolean };

const Way = ({ clientId, name, back }: WayProps): JSX.Element => {
  const { t } = useTranslation('today');
  return back ? (
    <ButtonLink
      to="/clients/$clientId/consent/returned"
      params={{ clientId }}
      variant="default"
      aria-label={t('attention.readOf', { name })}
    >
      {t('attention.read')}
    </ButtonLink>
  ) : (
    <ButtonLink to="/clients/$clientId/consent" params={{ clientId }} variant="default" aria-label={t('attention.openOf', { name })}>
      {t('attention.open')}
    </ButtonLink>
  );
};

const IntakeWay = ({ clientId, name }: Pick<AsksOfClient, 'clientId' | 'name'>): JSX.Element => {
  const { t } = useTranslation('today');
  return (
    <ButtonLink to="/clients/$clientId/intake" params={{ clientId }} variant="default" aria-label={t('attention.openIntakeOf', { name })}>
      {t('attention.openIntake')}
    </ButtonLink>
  );
};

const HealthWay = ({ clientId, name }: Pick<AsksOfClient, 'clientId' | 'name'>): JSX.Element => {
  const { t } = useTranslation('today');
  return (
    <ButtonLink to="/clients/$clientId/health" params={{ clientId }} variant="default" aria-label={t('attention.openHealthOf', { name })}>
      {t('attention.openHealth')}
    </ButtonLink>
  );
};

const SessionsWay = ({ clientId, name }: Pick<AsksOfClient, 'clientId' | 'name'>): JSX.Element => {
  const { t } = useTranslation('today');
  return (
    <ButtonLink
      to="/clients/$clientId/sessions"
      params={{ clientId }}
      variant="default"
      aria-label={t('attention.openSessionsOf', { name })}
    >
      {t('attention.openSessions')}
    </ButtonLink>
  );
};

/** What happened in sessions and was not followed up, and that it keeps hands off. */
const Happened = ({ incidents }: Pick<AsksOfClient, 'incidents'>): JSX.Element => {
  const { t } = useTranslation('today');
  return (
    <>
      {incidents.map(({ count, day, isHeld }) => (
        <li key={day} className="unfinished-form">
          <div className="unfinished-title">{t('attention.sessions')}</div>
          {isHeld ? <div className="xs wait b">{t('attention.held')}</div> : null}
          <div className="xs ink-2 num">{t('attention.happened', { count, day: dayWords(day) })}</div>
        </li>
      ))}
    </>
  );
};

/** Everything about one client's sessions, forms, intake and health is one line. */
const Line = ({ clientId, name, forms: asking, intakes, health, incidents }: AsksOfClient): JSX.Element => {
  const { t } = useTranslation('today');
  const forms = asking.map((one) => one.formState);
  const back = forms.some((form) => form.state === 'to-review');
  const icon = forms.length > 0 ? iconOf(forms) : intakes.length > 0 ? IconClipboardText : IconHeartbeat;
  return (
    <li className="unfinished-line">
      <Icon icon={incidents.length > 0 ? IconAlertTriangle : icon} tone="wait-ink" />
      <div className="grow">
        <div className="b unfinished-title" dir="auto">
          {name}
        </div>
        <ul>
          <Happened incidents={incidents} />
          {forms.map((form) => (
            <li key={form.consentId ?? form.formId} className="unfinished-form">
              <div className="unfinished-title">{form.title}</div>
              <div className="xs ink-2 num">{wordsOf(t, form)}</div>
            </li>
          ))}
          {intakes.map((one) => (
            <li key={one.kind} className="unfinished-form">
              <div className="unfinished-title">{t('attention.intake')}</div>
              <div className="xs ink-2 num">{intakeWords(t, one)}</div>
            </li>
          ))}
          {health.length > 0 ? (
            <li className="unfinished-form">
              <div className="unfinished-title">{t('attention.health')}</div>
              {health.map((one) => (
                <div key={one.kind} className="xs ink-2 num">
                  {healthWords(t, one)}
                </div>
              ))}
            </li>
          ) : null}
        </ul>
        <div className="row wrap unfinished-way">
          {incidents.length > 0 ? <SessionsWay clientId={clientId} name={name} /> : null}
          {forms.length > 0 ? <Way clientId={clientId} name={name} back={back} /> : null}
          {intakes.length > 0 ? <IntakeWay clientId={clientId} name={name} /> : null}
          {health.length > 0 ? <HealthWay clientId={clientId} name={name} /> : null}
        </div>
      </div>
    </li>
  );
};

/** What happened in sessions, forms to read through, consents that end or ended, intakes to go on with, what waits of health, client by client. */
export const AttentionLines = ({ clients }: { readonly clients: readonly AsksOfClient[] }): JSX.Element => (
  <>
    {clients.map((one) => (
      <Line key={one.clientId} {...one} />
    ))}
  </>
);
