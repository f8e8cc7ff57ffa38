import { IconAlertCircle, IconClock, IconShieldCheck } from '@tabler/icons-react';
import { type JSX, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Release, Verdict } from '../../shared/releases.ts';
import { call } from '../call.ts';
import { clockDay, dayWords, lastDayWords, today } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { useLetter } from './letter-context.ts';
import { firstName, useKindWords, useVerdictWords } from './letter-words.ts';

/** So many days before it ends the client is asked again. */
const soon = 30;

const daysTo = (day: string): number => Math.round((Date.parse(day) - Date.parse(today())) / 86_400_000);

/** The permission the gate named. Asked once for each answer of the gate: every asking stands in the trail, and every save brings an answer. */
const useNamedRelease = (clientId: string, releaseId: string | null): Release | null => {
  const [releases, setReleases] = useState<readonly Release[]>([]);
  useEffect(() => {
    if (releaseId === null) return;
    let gone = false;
    void call('releases.ofClient', { clientId }).then((reply) => {
      if (reply.ok && !gone) setReleases(reply.value.releases);
    });
    return () => {
      gone = true;
    };
  }, [clientId, releaseId]);
  return releases.find(({ id }) => id === releaseId) ?? null;
};

const Ends = ({ release }: { readonly release: Release }): JSX.Element => {
  const { t } = useTranslation('letters');
  const { endsOn, endEvent } = release;
  if (endsOn === null) return <dd dir="auto">{endEvent || t('release.openEnd')}</dd>;
  const days = daysTo(endsOn) - 1;
  if (days < 0 || days > soon) return <dd className="num">{lastDayWords(endsOn)}</dd>;
  return (
    <dd className="num wait b row">
      <Icon icon={IconClock} size={16} />
      {t('release.endsIn', { day: lastDayWords(endsOn), count: days })}
    </dd>
  );
};

const Facts = ({ release }: { readonly release: Release }): JSX.Element => {
  const { t } = useTranslation('letters');
  const kindWords = useKindWords();
  const { open } = useLetter();
  const isInForce = open.verdict?.permitted || open.verdict?.reason === 'kinds';
  const not = isInForce ? [...new Set(open.facts.filter(({ isCovered }) => !isCovered).map(({ kind }) => kind))] : [];
  return (
    <dl className="letter-dl">
      <dt>{t('release.to')}</dt>
      <dd dir="auto">{release.recipient.name}</dd>
      <dt>{t('release.for')}</dt>
      <dd>{release.purposes.map((purpose) => t(`purpose.${purpose}`)).join(', ')}</dd>
      <dt>{t('release.covers')}</dt>
      <dd className="letter-kind-words">{kindWords(release.kinds)}</dd>
      {not.length > 0 ? (
        <>
          <dt>{t('release.not')}</dt>
          <dd className="letter-kind-words">{kindWords(not)}</dd>
        </>
      ) : null}
      {release.signedAt ? (
        <>
          <dt>{t('release.signed')}</dt>
          <dd className="num">{dayWords(clockDay(release.signedAt))}</dd>
        </>
      ) : null}
      <dt>{t('release.ends')}</dt>
      <Ends release={release} />
    </dl>
  );
};

const Standing = ({ verdict }: { readonly verdict: Verdict | null }): JSX.Element => {
  const { t } = useTranslation('letters');
  const verdictWords = useVerdictWords();
  const { open, draft } = useLetter();
  const { chosenName, recipient, to } = open.letter;
  if (to.kind === 'client' || verdict === null)
    return <p className="ink-2">{t(to.kind === 'client' ? 'release.client' : 'release.notNeeded', { name: firstName(chosenName) })}</p>;
  if (verdict.permitted)
    return (
      <p className="state good">
        <Icon icon={IconShieldCheck} />
        {draft.exception && verdict.releaseId === null ? t(`exception.${draft.exception.kind}`) : t('release.valid')}
      </p>
    );
  return (
    <p className="wait b row letter-top">
      <Icon icon={IconAlertCircle} />
      <span>{verdictWords(verdict, recipient.name)}</span>
    </p>
  );
};

/** On what permission it goes, or why it may not. */
export const ComposerRelease = (): JSX.Element => {
  const { t } = useTranslation('letters');
  const { open } = useLetter();
  const { clientId, chosenName, to } = open.letter;
  const { verdict } = open;
  const release = useNamedRelease(clientId, verdict?.releaseId ?? null);
  const isRefused = verdict !== null && !verdict.permitted;
  const ends = release?.endsOn ? daysTo(release.endsOn) : null;
  const asks = to.kind === 'contact' && (isRefused || (ends !== null && ends <= soon));
  return (
    <section className="letter-side-part" aria-labelledby="letter-release-title">
      <h2 id="letter-release-title" className="md b">
        {t('release.title')}
      </h2>
      <div role="status">
        <Standing verdict={verdict} />
      </div>
      {release ? <Facts release={release} /> : null}
      {asks && to.kind === 'contact' ? (
        <ButtonLink
          to="/clients/$clientId/releases/new"
          params={{ clientId }}
          search={{ contactId: to.contactId, ...(release && { replaces: release.id }) }}
          variant="default"
          fullWidth
        >
          {t(release ? 'release.renew' : 'release.ask', { name: firstName(chosenName) })}
        </ButtonLink>
      ) : null}
    </section>
  );
};
