import { IconBook2, IconClock, IconRefresh } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { dayWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';

type One = OutputOf<'consent.attention'>['attention'][number];

const Line = ({ one }: { readonly one: One }): JSX.Element => {
  const { t } = useTranslation('today');
  const { clientId, chosenName: name, formState: form } = one;
  const { title, state } = form;
  const back = state === 'to-review';
  const day = form.endsOn === null ? '' : dayWords(form.endsOn);
  const words = back
    ? t('attention.cameBack')
    : state === 'ends-soon'
      ? t('attention.ends', { day })
      : state === 'ended'
        ? t('attention.ended', { day })
        : t('attention.again');
  return (
    <li className="unfinished-line">
      <Icon icon={back ? IconBook2 : state === 'sign-again' ? IconRefresh : IconClock} tone="wait-ink" />
      <div className="grow">
        <div className="b unfinished-title" dir="auto">
          {name}
        </div>
        <div className="unfinished-title" dir="auto">
          {title}
        </div>
        <div className="xs ink-2 num">{words}</div>
      </div>
      {back ? (
        <ButtonLink
          to="/clients/$clientId/consent/returned"
          params={{ clientId }}
          search={{ form: form.formId }}
          variant="default"
          aria-label={t('attention.readOf', { title, name })}
        >
          {t('attention.read')}
        </ButtonLink>
      ) : (
        <ButtonLink
          to="/clients/$clientId/consent"
          params={{ clientId }}
          variant="default"
          aria-label={t('attention.openOf', { title, name })}
        >
          {t('attention.open')}
        </ButtonLink>
      )}
    </li>
  );
};

/** Forms to read through, and consents that end or ended. */
export const AttentionLines = ({ attention }: { readonly attention: readonly One[] }): JSX.Element => (
  <>
    {attention.map((one) => (
      <Line key={`${one.clientId} ${one.formState.formId}`} one={one} />
    ))}
  </>
);
