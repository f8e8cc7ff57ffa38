import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../use-call.ts';

export const About = (): JSX.Element => {
  const { t } = useTranslation('settings');
  const status = useCall('vault.status', {}).data;
  return (
    <div className="about">
      {status ? <p className="md b num">{t('about.version', { version: status.appVersion })}</p> : null}
      <p className="md">{t('about.adjunct')}</p>
      <p>{t('about.network')}</p>
      <p>{t('about.draft')}</p>
      <dl className="facts facts-one">
        <div className="fact">
          <dt>{t('about.fonts')}</dt>
          <dd>{t('about.fontsText')}</dd>
        </div>
        <div className="fact">
          <dt>{t('about.icons')}</dt>
          <dd>{t('about.iconsText')}</dd>
        </div>
      </dl>
    </div>
  );
};
