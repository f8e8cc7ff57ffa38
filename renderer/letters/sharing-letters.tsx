import { IconPencilPlus } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterLine } from '../../shared/letters.ts';
import { clockDay, dayWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { useCall } from '../use-call.ts';

const Row = ({ letter }: { readonly letter: LetterLine }): JSX.Element => {
  const { t } = useTranslation('releases');
  const { id, title, to, recipient, state, authorName, savedAt } = letter;
  const name = to.kind === 'client' ? t('told.client') : recipient.name;
  return (
    <li className="sharing-row">
      <div className="grow">
        <h4 className="md b" dir="auto">
          {title}
        </h4>
        <p dir="auto">{to.kind === 'client' ? t('letters.toClient') : t('letters.to', { name })}</p>
        <p className="ink-2 num">
          {t(`letters.state.${state}`)} · {t('letters.by', { author: authorName, day: dayWords(clockDay(savedAt)) })}
        </p>
      </div>
      <div className="row wrap sharing-actions">
        <ButtonLink to="/letters/$letterId" params={{ letterId: id }} variant="default" aria-label={t('letters.openOf', { title, name })}>
          {t('letters.open')}
        </ButtonLink>
      </div>
    </li>
  );
};

/** Letters about one client, newest first. */
export const SharingLetters = ({ clientId, archived }: { readonly clientId: string; readonly archived: boolean }): JSX.Element => {
  const { t } = useTranslation('releases');
  const list = useCall('letters.ofClient', { clientId });
  const letters = list.data?.letters ?? [];
  return (
    <section className="sharing-part" aria-labelledby="sharing-letters">
      <div className="row wrap">
        <h3 id="sharing-letters" className="section-title grow">
          {t('letters.title')}
        </h3>
        <ButtonLink to="/handouts" search={{ clientId }} variant="subtle">
          {t('handouts')}
        </ButtonLink>
        {archived ? null : (
          <ButtonLink to="/letters/new" search={{ clientId }} variant="default" leftSection={<Icon icon={IconPencilPlus} />}>
            {t('letters.write')}
          </ButtonLink>
        )}
      </div>
      {list.error ? <ErrorNotice error={list.error} again={list.again} /> : null}
      {list.data && letters.length === 0 ? <p className="ink-2">{t('letters.none')}</p> : null}
      {letters.length > 0 ? (
        <ul className="sharing-list">
          {letters.map((letter) => (
            <Row key={letter.id} letter={letter} />
          ))}
        </ul>
      ) : null}
    </section>
  );
};
