import { UnstyledButton } from '@mantine/core';
import {
  IconCalendar,
  IconLock,
  IconLockOpen,
  IconMail,
  IconSettings,
  IconSun,
  IconUsers,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { isClinical, lockPractice, usePractice } from '../practice.ts';
import { SessionBar } from '../sessions/session-bar.tsx';
import { Icon } from '../ui/icon.tsx';
import { Logo } from '../ui/logo.tsx';
import { Notice } from '../ui/notice.tsx';
import { useCall } from '../use-call.ts';
import { Palette } from './palette.tsx';
import { isWithin, type Room } from './rooms.ts';

/** A room appears here when it exists. */
const rooms = [
  { to: '/', word: 'nav.today', icon: IconSun },
  { to: '/calendar', word: 'nav.calendar', icon: IconCalendar },
  { to: '/clients', word: 'nav.clients', icon: IconUsers },
  { to: '/letters', word: 'nav.letters', icon: IconMail },
] as const;

type RailProps = { readonly to: Room; readonly word: string; readonly icon: TablerIcon };

const RailLink = ({ to, word, icon }: RailProps): JSX.Element => {
  const within = useLocation({ select: ({ pathname }) => isWithin(to, pathname) });
  return (
    <Link to={to} activeOptions={{ exact: to === '/' }} className="rail-item" aria-current={within ? 'true' : undefined}>
      <Icon icon={icon} size={22} />
      {word}
    </Link>
  );
};

/** Over every page of a practice that is open to read only. */
const ReadOnly = (): JSX.Element | null => {
  const { t } = useTranslation('salvage');
  const status = useCall('vault.status', {});
  if (!status.data?.readOnly) return null;
  return (
    <aside className="read-only" aria-label={t('banner.title')}>
      <Notice tone="wait" title={t('banner.title')}>
        {t('banner.text')}
      </Notice>
    </aside>
  );
};

/** Rail and page. */
export const Frame = (): JSX.Element => {
  const { t } = useTranslation('app');
  const practice = usePractice();
  return (
    <div className="frame">
      <button type="button" className="skip" onClick={() => document.getElementById('page')?.focus()}>
        {t('skip')}
      </button>
      <nav className="rail" aria-label={t('nav.main')}>
        <div className="rail-logo">
          <Logo />
        </div>
        {rooms
          .filter(({ to }) => (to !== '/calendar' || practice.role !== 'bookkeeper') && (to !== '/letters' || isClinical(practice)))
          .map((room) => (
            <RailLink key={room.to} to={room.to} word={t(room.word)} icon={room.icon} />
          ))}
        <div className="rail-gap" />
        <RailLink to="/settings" word={t('nav.settings')} icon={IconSettings} />
        <UnstyledButton className="rail-item" onClick={lockPractice} aria-keyshortcuts="Control+L Meta+L">
          <Icon icon={IconLock} size={22} />
          {t('nav.lock')}
        </UnstyledButton>
        <div className="rail-vault xs" title={practice.practiceName}>
          <div className="b rail-vault-name" dir="auto">
            {practice.practiceName}
          </div>
          <div className="row ink-3">
            <Icon icon={IconLockOpen} size={14} />
            {t('vault.open')}
          </div>
        </div>
      </nav>
      <div className="frame-side">
        <SessionBar />
        <ReadOnly />
        <main className="main" id="page" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Palette />
    </div>
  );
};
