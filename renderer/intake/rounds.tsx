import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeHead } from '../../shared/intake.ts';
import { momentDay } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';

type RoundsProps = { readonly clientId: string; readonly rounds: readonly IntakeHead[]; readonly current?: string };

/** Every round that was finished, newest first, each with the way to read it. */
export const Rounds = ({ clientId, rounds, current }: RoundsProps): JSX.Element | null => {
  const { t } = useTranslation('intake');
  const others = rounds.filter((one) => one.id !== current);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="rounds-title" className="rounds">
      <h3 id="rounds-title" className="section-title">
        {t('rounds.title')}
      </h3>
      <ul className="consent-list">
        {others.map((one) => (
          <li key={one.id}>
            <div className="grow">
              <div className="b">{one.number === 1 ? t('first') : t('reviewOf', { number: one.number - 1 })}</div>
              <div className="ink-2 num">
                {one.reviewedAt ? (
                  <time dateTime={one.reviewedAt}>{t('rounds.done', { day: momentDay(one.reviewedAt) })}</time>
                ) : (
                  t('rounds.open')
                )}
              </div>
            </div>
            <ButtonLink
              to="/clients/$clientId/intake/$intakeId"
              params={{ clientId, intakeId: one.id }}
              variant="default"
              aria-label={t('rounds.readOf', { round: one.number === 1 ? t('first') : t('reviewOf', { number: one.number - 1 }) })}
            >
              {t('rounds.read')}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
};
