import { Link } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../ui/page.tsx';

/** In the order of the list at the left. */
export const settingsSections = [
  'practice',
  'services',
  'rooms',
  'hours',
  'reminders',
  'records',
  'forms',
  'words',
  'notes',
  'areas',
  'crisis',
  'passphrase',
  'locking',
  'backups',
  'security',
  'audit',
  'verify',
  'appearance',
  'about',
] as const;
export type SettingsSection = (typeof settingsSections)[number];

type PageProps = { readonly section: SettingsSection; readonly sections: readonly SettingsSection[]; readonly children: ReactNode };

/** Frame of the settings. Which sections there are for this person and what stands in them is said in `app`, as some belong to other rooms. */
export const SettingsPage = ({ section, sections, children }: PageProps): JSX.Element => {
  const { t } = useTranslation('settings');
  return (
    <>
      <PageHead title={t('title')} />
      <div className="settings">
        <nav className="settings-nav" aria-label={t('sections')}>
          {sections.map((one) => (
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
          {children}
        </section>
      </div>
    </>
  );
};
