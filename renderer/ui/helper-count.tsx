import { Button } from '@mantine/core';
import { type JSX, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { HelperContext } from './helper-context.tsx';

/** How many phrases there are to look at, said as it changes; pressed, it leads to the next. */
export const HelperCount = (): JSX.Element => {
  const { t } = useTranslation('language');
  const helping = useContext(HelperContext);
  const count = [...(helping?.shown.values() ?? [])].reduce((sum, { length }) => sum + length, 0);
  return (
    <>
      <span role="status" className="visually-hidden">
        {count > 0 ? t('said', { count }) : ''}
      </span>
      {helping && count > 0 ? (
        <Button variant="subtle" className="helper-count" aria-keyshortcuts="F7" onClick={helping.next}>
          {t('count', { count })}
        </Button>
      ) : null}
    </>
  );
};
