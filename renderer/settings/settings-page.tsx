import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../ui/page.tsx';
import { About } from './about.tsx';
import { Appearance } from './appearance-settings.tsx';
import { PassphraseSettings } from './passphrase-settings.tsx';
import { PracticeSettings } from './practice-settings.tsx';

export const settingsSections = ['practice', 'passphrase', 'appearance', 'about'] as const;
export type SettingsSection = (typeof settingsSections)[number];

const contents: Readonly<Record<SettingsSection, () => JSX.Element>> = {
  practice: PracticeSettings,
  passphrase: PassphraseSettings,
  appearance: Appearance,
  about: About,
};

export const SettingsPage = ({ section }: { readonly section: SettingsSection }): JSX.Element => {
  const { t } = useTranslation('settings');
  const Content = contents[section];
  return (
    <>
      <PageHead title={t('title')} />
      <div className="settings">
        <nav className="settings-nav" aria-label={t('sections')}>
          {settingsSections.map((one) => (
            <Link
              key={one}
              to="/settings/$section"
              params={{ section: one }}
              className="settings-link"
              aria-current={one === section ? 'page' : undefined}
            >
              {t(`${one}.title`)}
            </Link>
          ))}
        </nav>
        <section className="settings-content" aria-labelledby="section-title">
          <h2 id="section-title" className="section-head">
            {t(`${section}.title`)}
          </h2>
          <Content />
        </section>
      </div>
    </>
  );
};
