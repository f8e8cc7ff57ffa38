import { IconAlertCircle, IconMail, IconPhone } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import './reach.css';

type Reached = { readonly chosenName: string; readonly phone: string; readonly email: string; readonly contactWishes: string };

/** How somebody may be reached: what they asked for before anything else, as it is read before anything is sent. */
export const Reach = ({ of: { phone, email, contactWishes } }: { readonly of: Reached }): JSX.Element => {
  const { t } = useTranslation('ui');
  return (
    <div className="reach">
      {contactWishes === '' ? null : (
        <p className="reach-wish wait b">
          <Icon icon={IconAlertCircle} size={18} tone="wait-ink" />
          <span>
            {t('reach.wishes')} <bdi>{contactWishes}</bdi>
          </span>
        </p>
      )}
      <ul className="row wrap reach-ways ink-2">
        {phone === '' ? null : (
          <li className="row">
            <Icon icon={IconPhone} size={16} tone="ink-3" />
            <span className="visually-hidden">{t('reach.phone')}</span>
            <bdi className="num">{phone}</bdi>
          </li>
        )}
        {email === '' ? null : (
          <li className="row">
            <Icon icon={IconMail} size={16} tone="ink-3" />
            <span className="visually-hidden">{t('reach.email')}</span>
            <bdi>{email}</bdi>
          </li>
        )}
        {phone === '' && email === '' ? <li>{t('reach.none')}</li> : null}
      </ul>
    </div>
  );
};
