import { type JSX, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A word for what is being fetched, and only when it takes long enough to be noticed. */
export const Waiting = ({ children }: { readonly children?: string }): JSX.Element => {
  const { t } = useTranslation('ui');
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="waiting ink-2" role="status">
      {late ? (children ?? t('waiting')) : ''}
    </p>
  );
};
