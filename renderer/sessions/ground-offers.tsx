import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from './chip.tsx';
import { useConductor } from './conductor-context.ts';

/** What steps of the protocol are offered by; lifting hands, choosing, leaving and recording are done elsewhere. */
const offered = (n: number): boolean => n > 1 && n < 10;

/** The steps of the grounding protocol, in no order: what helped is marked, and stands on the safety card next time. */
export const GroundOffers = (): JSX.Element => {
  const { t } = useTranslation('closing');
  const { session, content, tell } = useConductor();
  const helped = new Set(session.state.grounding.filter(({ what }) => what === 'helped').map(({ step }) => step));
  return (
    <section aria-labelledby="ground-offers">
      <h2 id="ground-offers" className="section-title">
        {t('ground.offers')}
      </h2>
      <p className="ink-2">{t('ground.offersText')}</p>
      <ul className="closing-list">
        {content.grounding
          .filter(({ n }) => offered(n))
          .map(({ n, title, do: what, caution }) => (
            <li key={n} className="closing-offer">
              <div className="grow">
                <span className="b block">{title}</span>
                <span className="ink-2 block">{what}</span>
                {caution ? <span className="wait block">{t('ground.caution', { words: caution })}</span> : null}
              </div>
              <Chip
                label={t('ground.helped')}
                name={t('ground.helpedOf', { title })}
                isOn={helped.has(n)}
                onPress={() => (helped.has(n) ? undefined : void tell('grounded', { step: n, what: 'helped' }))}
              />
            </li>
          ))}
      </ul>
    </section>
  );
};
