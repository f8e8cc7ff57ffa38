import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Blank } from '../../../shared/form-texts.ts';

const Lines = ({ blanks }: { readonly blanks: readonly Blank[] }): JSX.Element => (
  <dl className="blank-lines">
    {blanks.map((blank) => (
      <div key={blank.placeholder} className="blank-line">
        <dt>
          <code className="blank-name">{`{{${blank.placeholder}}}`}</code>
        </dt>
        <dd>
          {blank.label} <span className="ink-2">({blank.example})</span>
        </dd>
      </div>
    ))}
  </dl>
);

/** What may stand in double braces: those of this form first, all others folded away. */
export const BlankLegend = ({ blanks, used }: { readonly blanks: readonly Blank[]; readonly used: readonly string[] }): JSX.Element => {
  const { t } = useTranslation('forms');
  const own = blanks.filter((blank) => used.includes(blank.placeholder));
  const others = blanks.filter((blank) => !used.includes(blank.placeholder));
  return (
    <section className="legend" aria-labelledby="blanks-title">
      <h2 id="blanks-title" className="section-title">
        {t('blanks.title')}
      </h2>
      <p className="ink-2">{t('blanks.text')}</p>
      {own.length > 0 ? <Lines blanks={own} /> : <p>{t('blanks.none')}</p>}
      {others.length > 0 ? (
        <details className="fold">
          <summary>{t('blanks.others', { count: others.length })}</summary>
          <Lines blanks={others} />
        </details>
      ) : null}
    </section>
  );
};
