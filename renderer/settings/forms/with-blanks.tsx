import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Blank } from '../../../shared/form-texts.ts';

/** A text with its blanks shown filled by their examples, each marked as what it is. */
export const WithBlanks = ({ text, blanks }: { readonly text: string; readonly blanks: readonly Blank[] }): JSX.Element => {
  const { t } = useTranslation('forms');
  const pieces = text.split(/(\{\{\w+\}\})/);
  return (
    <>
      {pieces.map((piece, index) => {
        const name = /^\{\{(\w+)\}\}$/.exec(piece)?.[1];
        const blank = blanks.find((one) => one.placeholder === name);
        // Pieces stay where they are: their place is what tells them apart.
        const key = `${index} ${piece}`;
        if (blank) {
          return (
            <mark key={key} className="blank" title={blank.label}>
              {blank.example}
            </mark>
          );
        }
        return name ? (
          <mark key={key} className="blank blank-unknown" title={t('blanks.unknown')}>
            {piece}
          </mark>
        ) : (
          <span key={key}>{piece}</span>
        );
      })}
    </>
  );
};
