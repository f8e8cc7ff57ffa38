import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayWords } from '../dates.ts';
import { usePractice } from '../practice.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { placeName } from '../ui/places.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import type { CrisisSettings as Settings } from './crisis-draft.ts';
import { CrisisForm } from './crisis-form.tsx';
import { NumberLines } from './crisis-suggestion.tsx';

type StandingProps = { readonly settings: Settings; readonly place: string; readonly children?: ReactNode };

/** Never checked for this place, checked, or due again. */
const Standing = ({ settings, place, children }: StandingProps): JSX.Element => {
  const { t } = useTranslation('crisis');
  const { saved, isDue } = settings;
  if (!saved)
    return (
      <Notice tone="wait" title={t('settings.never', { place })}>
        {t('settings.neverText')}
      </Notice>
    );
  return (
    <Notice
      tone={isDue ? 'wait' : 'sage'}
      title={t('settings.checkedOn', { place, day: dayWords(saved.checkedOn), name: saved.checkedBy })}
    >
      {t(isDue ? 'settings.due' : 'settings.notDue')}
      {children}
    </Notice>
  );
};

/** The numbers a crisis card and the client's calm page show, as a person checked them for the place of the practice. */
export const CrisisSettings = (): JSX.Element => {
  const { t } = useTranslation('crisis');
  const { t: words } = useTranslation('settings');
  const { t: places } = useTranslation('places');
  const { role } = usePractice();
  const settings = useCall('crisis.settings', {});
  if (settings.error) return <ErrorNotice error={settings.error} again={settings.again} />;
  if (!settings.data) return <Waiting />;
  const place = placeName(settings.data.place, { settings: words, places });
  return (
    <div className="form-column">
      <p className="ink-2 lead">{t('settings.lead')}</p>
      {role === 'owner' ? (
        <>
          <Standing settings={settings.data} place={place} />
          <ButtonLink to="/settings/$section" params={{ section: 'practice' }} variant="subtle" className="crisis-place">
            {t('settings.otherPlace')}
          </ButtonLink>
          <CrisisForm key={settings.data.place} settings={settings.data} />
        </>
      ) : (
        <>
          <Standing settings={settings.data} place={place}>
            {settings.data.saved ? <NumberLines numbers={settings.data.saved} /> : null}
          </Standing>
          <p className="md">{t('settings.ownerSaves')}</p>
        </>
      )}
    </div>
  );
};
