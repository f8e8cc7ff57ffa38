import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyArea } from '../../shared/body-areas.ts';
import { lastDayWords, today } from '../dates.ts';
import { endsOnFrom, isLimited, scopeFrom, type TypedReply, wouldCount } from './clearance-rule.ts';
import { limitWords } from './clearance-words.ts';

type Props = { readonly value: TypedReply; readonly about: string; readonly areas: readonly BodyArea[] };

const Opens = ({ value, about, areas }: Props): JSX.Element => {
  const { t } = useTranslation('clearance');
  const { t: tUi } = useTranslation('ui');
  const scope = scopeFrom(value);
  const limited = isLimited(scope);
  const day = lastDayWords(endsOnFrom(value) ?? today());
  return (
    <>
      <p className="md b">{t('does.opens', { day, about })}</p>
      <p>{t(limited ? 'does.within' : 'does.noLimits')}</p>
      {limited ? (
        <ul className="does-limits">
          {limitWords({ clearance: t, level: (level) => tUi(`level.${level}`) }, scope, areas).map((line) => (
            <li key={line} dir="auto">
              {line}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="ink-2">
        {t('does.after')} {t('does.rest')}
      </p>
    </>
  );
};

/** What follows from an answer as it is typed, said before it is recorded. */
export const ClearanceDoes = ({ value, about, areas }: Props): JSX.Element => {
  const { t } = useTranslation('clearance');
  const opens = wouldCount(value, today());
  const ended = value.outcome === 'cleared' && endsOnFrom(value) !== null;
  return (
    <section className="does" aria-labelledby="does-title" data-opens={opens || undefined}>
      <h2 id="does-title" className="section-title">
        {t('does.title')}
      </h2>
      <div aria-live="polite">
        {opens ? <Opens value={value} about={about} areas={areas} /> : null}
        {!opens && ended ? <p className="md b">{t('does.ended', { about })}</p> : null}
        {!opens && value.outcome === 'not-cleared' ? <p className="md b">{t('does.closed', { about })}</p> : null}
        {!opens && !ended && value.outcome !== 'not-cleared' ? <p className="ink-2">{t('does.toChoose')}</p> : null}
      </div>
    </section>
  );
};
