import { Button } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCircleDashed,
  IconClock,
  IconFileText,
  IconRefresh,
  IconShieldCheck,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import type { Release, ReleaseState } from '../../shared/releases.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ReleaseCovers, WentOutList } from './release-covers.tsx';
import { endsSoon, releaseStateWords } from './release-words.ts';

const icons: Readonly<Record<ReleaseState, TablerIcon>> = {
  draft: IconCircleDashed,
  active: IconShieldCheck,
  expired: IconClock,
  revoked: IconArrowBackUp,
  replaced: IconRefresh,
};

type RowProps = {
  readonly release: Release;
  readonly wentOut: OutputOf<'releases.ofClient'>['wentOut'];
  /** The form of this recipient came back and is to be read through. */
  readonly cameBack: boolean;
  readonly archived: boolean;
  readonly onEnd: (why: 'taken-back' | 'event') => void;
};

const Standing = ({ release, cameBack }: Pick<RowProps, 'release' | 'cameBack'>): JSX.Element => {
  const { t } = useTranslation('releases');
  const soon = endsSoon(release);
  const isActive = release.state === 'active';
  return (
    <p className={soon || release.state === 'draft' ? 'wait b' : isActive ? 'good b' : 'ink-2'} dir="auto">
      {release.state === 'draft' && cameBack ? t('state.back') : releaseStateWords(t, release)}
    </p>
  );
};

const WaysOn = ({ release, cameBack, archived, onEnd }: Omit<RowProps, 'wentOut'>): JSX.Element | null => {
  const { t } = useTranslation('releases');
  const { clientId, standingId: contactId, formId, state, endEvent, endsOn } = release;
  const { name } = release.recipient;
  const ask = (words: 'again' | 'goOn'): JSX.Element => (
    <ButtonLink
      to="/clients/$clientId/releases/new"
      params={{ clientId }}
      search={{ contactId, ...(state !== 'draft' && state !== 'replaced' && { replaces: release.id }) }}
      variant="default"
      aria-label={t(words === 'again' ? 'againOf' : 'goOnOf', { name })}
    >
      {t(words)}
    </ButtonLink>
  );
  if (state === 'draft') {
    if (!cameBack) return archived ? null : ask('goOn');
    return (
      <ButtonLink to="/clients/$clientId/consent/returned" params={{ clientId }} search={{ form: formId }}>
        {t('read')}
      </ButtonLink>
    );
  }
  return (
    <>
      {state === 'active' && endsOn === null && endEvent ? (
        <Button variant="subtle" onClick={() => onEnd('event')} aria-label={t('eventOf', { name })}>
          {t('event')}
        </Button>
      ) : null}
      {state === 'active' ? (
        <Button variant="subtle" onClick={() => onEnd('taken-back')} aria-label={t('takeBackOf', { name })}>
          {t('takeBack')}
        </Button>
      ) : null}
      {archived || state === 'replaced' || (state === 'active' && !endsSoon(release)) ? null : ask('again')}
    </>
  );
};

/** One permission: for whom, where it stands, what it covers, and what can be done with it. */
export const ReleaseRow = (props: RowProps): JSX.Element => {
  const { t } = useTranslation('releases');
  const { release, wentOut, cameBack } = props;
  const { clientId, recipient, formId, state, documentId } = release;
  const { name } = recipient;
  const of = [recipient.profession, recipient.organisation].filter((part) => part !== '').join(' · ');
  const covers = <ReleaseCovers release={release} />;
  return (
    <li className="sharing-row">
      <Icon icon={icons[state]} tone={state === 'active' ? 'sage-ink' : state === 'draft' ? 'wait-ink' : 'ink-3'} />
      <div className="grow">
        <h4 className="md b" dir="auto">
          {name}
        </h4>
        {of ? (
          <p className="ink-2" dir="auto">
            {of}
          </p>
        ) : null}
        {formId === 'part2-consent' ? <p className="b">{t('form.part2-consent')}</p> : null}
        <Standing release={release} cameBack={cameBack} />
        {state === 'active' ? covers : null}
        {state === 'active' || state === 'draft' ? null : (
          <details className="fold">
            <summary aria-label={t('moreOf', { name })}>{t('more')}</summary>
            {covers}
          </details>
        )}
        {release.revokedWords ? <p dir="auto">“{release.revokedWords}”</p> : null}
        {wentOut.length > 0 ? (
          <div className="sharing-went">
            <p className="b">{t('went', { count: wentOut.length })}</p>
            <WentOutList wentOut={wentOut} />
          </div>
        ) : null}
      </div>
      <div className="row wrap sharing-actions">
        <WaysOn {...props} />
        {documentId ? (
          <ButtonLink
            to="/clients/$clientId/documents/$documentId"
            params={{ clientId, documentId }}
            variant="default"
            leftSection={<Icon icon={IconFileText} />}
            aria-label={t('pdfOf', { name })}
          >
            {t('pdf')}
          </ButtonLink>
        ) : null}
      </div>
    </li>
  );
};
