import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

const Words = z.object({ words: z.array(z.object({ words: z.string(), why: z.string() })) });

/** Phrases no record should hold, as the vault found them, each with its reason. They may stay, once they were read again. */
export const SignReread = ({ details }: { readonly details: unknown }): JSX.Element => {
  const { t } = useTranslation('notes');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const found = Words.safeParse(details).data?.words ?? [];
  return (
    <div ref={box} className="summary" role="alert" tabIndex={-1}>
      <div className="summary-title">{t('sign.rereadTitle')}</div>
      <ul>
        {found.map(({ words, why }) => (
          <li key={words}>
            <span className="b" dir="auto">
              {t('sign.quoted', { words })}
            </span>{' '}
            <span className="ink-2">{why}</span>
          </li>
        ))}
      </ul>
    </div>
  );
};
