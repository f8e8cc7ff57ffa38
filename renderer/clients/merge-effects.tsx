import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { MergePreview } from '../../shared/clients-merge.ts';
import { Notice } from '../ui/notice.tsx';

type Of = { readonly preview: MergePreview };

/** What lies in the record that goes, by its kinds, and what of both is gone through again afterwards. */
export const MergeEffects = ({ preview }: Of): JSX.Element => {
  const { t } = useTranslation('clients');
  const { moves, looks } = preview;
  return (
    <>
      <section aria-labelledby="merge-moves">
        <h2 id="merge-moves" className="section-title">
          {t('merge.moves')}
        </h2>
        {moves.length > 0 ? (
          <ul className="merge-counts num">
            {moves.map(({ kind, count }) => (
              <li key={kind}>{t(`merge.move.${kind}`, { count })}</li>
            ))}
          </ul>
        ) : (
          <p className="ink-2">{t('merge.nothingMoves')}</p>
        )}
        <p className="ink-2">{t('merge.stays')}</p>
      </section>
      {looks.length > 0 ? (
        <section aria-labelledby="merge-looks">
          <h2 id="merge-looks" className="section-title">
            {t('merge.looks')}
          </h2>
          <p className="ink-2">
            {t(looks.some((look) => look === 'body-map' || look === 'health') ? 'merge.looksWait' : 'merge.looksText')}
          </p>
          <ul className="merge-looks">
            {looks.map((look) => (
              <li key={look}>{t(`merge.look.${look}`)}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
};

/** Why it is not possible now, in what each of them has open. */
export const MergeHindered = ({ preview, onAgain }: Of & { readonly onAgain: () => void }): JSX.Element | null => {
  const { t } = useTranslation('clients');
  if (preview.hindrances.length === 0) return null;
  const again = (
    <Button variant="default" onClick={onAgain}>
      {t('merge.again')}
    </Button>
  );
  return (
    <Notice tone="wait" title={t('merge.notNow')} actions={again} live>
      <ul className="merge-looks">
        {preview.hindrances.map(({ of, what }) => (
          <li key={`${of} ${what}`}>{t(`merge.hindrance.${what}`, { name: preview[of].chosenName, record: t(`merge.of.${of}`) })}</li>
        ))}
      </ul>
    </Notice>
  );
};
