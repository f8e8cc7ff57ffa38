import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import { entryOf } from '../../shared/intake-rules.ts';
import { shows } from '../../shared/text.ts';
import { Fact } from '../ui/fact.tsx';
import { ReadinessMark, ReadinessReasons } from '../ui/readiness.tsx';
import { briefWords } from '../ui/readiness-words.ts';
import { useCall } from '../use-call.ts';

const goalItem = 'e-goals';

/** As it was answered last: of the round that is open before the one gone through. */
const goalIn = ({ open, newest }: Pick<OutputOf<'intake.ofClient'>, 'open' | 'newest'>): string => {
  const told = [open, newest].flatMap((round) => {
    const { answer } = entryOf(round?.entries ?? {}, goalItem);
    return answer?.kind === 'text' && shows(answer.text) ? [answer.text.trim()] : [];
  });
  return told[0] ?? '';
};

const Goal = ({ client }: { readonly client: Client }): JSX.Element | null => {
  const { t } = useTranslation('clients');
  const intake = useCall('intake.ofClient', { clientId: client.id }).data;
  const goal = intake ? goalIn(intake) : '';
  if (goal === '') return null;
  return (
    <Fact label={t('overview.goal', { name: client.chosenName })}>
      <span className="md b goal">{t('overview.quoted', { words: goal })}</span>
    </Fact>
  );
};

/** What someone comes for, and whether hands-on work may begin today: with every reason, and what to do about it. */
export const ClientStanding = ({ client }: { readonly client: Client }): JSX.Element => {
  const { t } = useTranslation('clients');
  const { t: tReadiness } = useTranslation('readiness');
  const { t: tSafety } = useTranslation('safety');
  const card = useCall('safety.card', { clientId: client.id }).data?.card;
  const readiness = card?.readiness;
  const isOpen = readiness?.state === 'ready' || readiness?.state === 'ready-with-limits';
  return (
    <>
      {card && readiness ? (
        <dl className="facts">
          <Goal client={client} />
          <Fact label={tReadiness('title')}>
            <ReadinessMark readiness={readiness} />
            <span className="xs ink-2 block">
              {isOpen
                ? [tSafety('atMost', { label: card.pressure.label }), t('overview.within', { count: readiness.reasons.length })].join(' · ')
                : briefWords(tReadiness, readiness.reasons)}
            </span>
          </Fact>
        </dl>
      ) : null}
      {readiness && readiness.reasons.length > 0 ? (
        <section aria-labelledby="standing-why">
          <h2 id="standing-why" className="section-title">
            {t(isOpen ? 'overview.limits' : 'overview.before')}
          </h2>
          <ReadinessReasons clientId={client.id} readiness={readiness} few={3} />
        </section>
      ) : null}
    </>
  );
};
