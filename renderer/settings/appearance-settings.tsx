import { Input, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { setContrast, useContrast } from '../appearance.ts';

export const Appearance = (): JSX.Element => {
  const { t } = useTranslation('settings');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const contrast = useContrast();
  return (
    <>
      <p className="ink-2 lead">{t('appearance.lead')}</p>
      <div className="fields">
        <Input.Wrapper label={t('appearance.scheme')} labelElement="div">
          <div>
            <SegmentedControl
              aria-label={t('appearance.scheme')}
              value={colorScheme}
              onChange={(value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
              data={[
                { value: 'auto', label: t('appearance.system') },
                { value: 'light', label: t('appearance.light') },
                { value: 'dark', label: t('appearance.dark') },
              ]}
            />
          </div>
        </Input.Wrapper>
        <Input.Wrapper label={t('appearance.contrast')} description={t('appearance.contrastHelp')} labelElement="div">
          <div>
            <SegmentedControl
              aria-label={t('appearance.contrast')}
              value={contrast}
              onChange={(value) => setContrast(value === 'high' ? 'high' : 'normal')}
              data={[
                { value: 'normal', label: t('appearance.normal') },
                { value: 'high', label: t('appearance.high') },
              ]}
            />
          </div>
        </Input.Wrapper>
      </div>
    </>
  );
};
