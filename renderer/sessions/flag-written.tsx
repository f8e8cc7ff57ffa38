import { IconCheck, IconCircle } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Episode } from '../../shared/session-state.ts';
import { Icon } from '../ui/icon.tsx';
import { useConductor } from './conductor-context.ts';
import { writtenOf } from './flag-facts.ts';

/** What stands in the record of this episode and what does not yet: a quiet list, which holds nothing up. */
export const FlagWritten = ({ episode }: { readonly episode: Episode }): JSX.Element => {
  const { t } = useTranslation('flags');
  const { session, content } = useConductor();
  const all = writtenOf(session.state, episode);
  const left = all.filter(({ isThere }) => !isThere).length;
  return (
    <section className="flag-part" aria-labelledby="flag-written">
      <h2 id="flag-written" className="section-title">
        {t('written.title')}
      </h2>
      <p className="ink-2">{left === 0 ? t('written.all') : t('written.left', { count: left })}</p>
      <ul className="flag-written">
        {all.map(({ what, isThere }) => (
          <li key={what} className={isThere ? 'ink-2' : ''}>
            <Icon icon={isThere ? IconCheck : IconCircle} size={18} tone={isThere ? 'sage-ink' : 'ink-3'} />
            <span>
              {t(`written.what.${what}`)}
              <span className="visually-hidden"> {t(isThere ? 'back.there' : 'back.open')}</span>
              {what === 'way' && !isThere ? <span className="ink-3"> {t('written.wayLater')}</span> : null}
            </span>
          </li>
        ))}
      </ul>
      <details className="flag-list">
        <summary>{t('written.list')}</summary>
        <ul>
          {content.documentation.required.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="b">{t('written.never')}</p>
        <ul>
          {content.documentation.neverInclude.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </section>
  );
};
