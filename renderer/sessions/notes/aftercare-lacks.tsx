import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/calls.ts';
import { usePractice } from '../../practice.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Notice } from '../../ui/notice.tsx';

const Unchecked = (): JSX.Element => {
  const { t } = useTranslation('aftercare');
  const isOwner = usePractice().role === 'owner';
  return (
    <Notice
      tone="wait"
      title={t('unchecked.title')}
      actions={
        isOwner ? (
          <ButtonLink to="/settings/$section" params={{ section: 'crisis' }} variant="default">
            {t('unchecked.go')}
          </ButtonLink>
        ) : null
      }
    >
      {t('unchecked.text')} {isOwner ? null : t('unchecked.ask')}
    </Notice>
  );
};

/** What stands at the foot of every sheet and is not there yet. Without checked numbers there is no sheet; without the rest it is poorer. */
export const AftercareLacks = ({ missing }: Pick<OutputOf<'aftercare.content'>, 'missing'>): JSX.Element => {
  const { t } = useTranslation('aftercare');
  const [contact, hours] = [missing.includes('contact'), missing.includes('hours')];
  const lacking = [...(contact ? [t('lacks.contact')] : []), ...(hours ? [t('lacks.hours')] : [])];
  return (
    <>
      {missing.includes('numbers') ? <Unchecked /> : null}
      {lacking.length > 0 ? (
        <Notice
          tone="sage"
          title={t('lacks.title')}
          actions={
            <>
              {contact ? (
                <ButtonLink to="/settings/$section" params={{ section: 'words' }} variant="default">
                  {t('lacks.words')}
                </ButtonLink>
              ) : null}
              {hours ? (
                <ButtonLink to="/settings/$section" params={{ section: 'hours' }} variant="default">
                  {t('lacks.openHours')}
                </ButtonLink>
              ) : null}
            </>
          }
        >
          {t('missing', { list: lacking.join(', ') })}
        </Notice>
      ) : null}
    </>
  );
};
