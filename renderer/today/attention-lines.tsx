import { IconBook2, IconClock, IconRefresh } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import type { FormState } from '../../shared/consent-state.ts';
import { dayWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';

type One = OutputOf<'consent.attention'>['attention'][number];

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

const Way = ({ clientId, name, back }: { readonly clientId: string; readonly name: string; readonly back: boolean }): JSX.Element => {
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

/** Everything about one client's forms is one line. */
const Line = ({ own }: { readonly own: readonly [One, ...One[]] }): JSX.Element => {
  const { t } = useTranslation('today');
  const [{ clientId, chosenName: name }] = own;
  const forms = own.map((one) => one.formState);
  const back = forms.some((form) => form.state === 'to-review');
  return (
    <li className="unfinished-line">
      <Icon icon={iconOf(forms)} tone="wait-ink" />
      <div className="grow">
        <div className="b unfinished-title" dir="auto">
          {name}
        </div>
        <ul>
          {forms.map((form) => (
            <li key={form.consentId ?? form.formId} className="unfinished-form">
              <div className="unfinished-title">{form.title}</div>
              <div className="xs ink-2 num">{wordsOf(t, form)}</div>
            </li>
          ))}
        </ul>
        <div className="unfinished-way">
          <Way clientId={clientId} name={name} back={back} />
        </div>
      </div>
    </li>
  );
};

/** Forms to read through, and consents that end or ended, client by client. */
export const AttentionLines = ({ attention }: { readonly attention: readonly One[] }): JSX.Element => (
  <>
    {[...Map.groupBy(attention, (one) => one.clientId).values()].map(([first, ...rest]) =>
      first ? <Line key={first.clientId} own={[first, ...rest]} /> : null,
    )}
  </>
);
