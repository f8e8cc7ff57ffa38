import {
  IconAddressBook,
  IconBell,
  IconCalendar,
  IconCalendarPlus,
  IconChecklist,
  IconFileSearch,
  IconHourglass,
  IconLock,
  IconPencilPlus,
  IconPlayerPlay,
  IconSettings,
  IconSquareRoundedPlus,
  IconSun,
  IconUserPlus,
  IconUsers,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Role, reception } from '../../shared/call.ts';
import { isClinical, lockPractice, usePractice } from '../practice.ts';
import { sectionsFor } from './settings-sections.tsx';

/** One line of the palette that is no client. */
export type Deed = { readonly word: string; readonly sub?: string; readonly icon: TablerIcon; readonly run: () => void };

/** Whom a line is about: the one that was found first, else the one whose page is open. */
export type PaletteClient = { readonly id: string; readonly chosenName: string };

/** What this person may do and where they may go, in the order it is offered. `isLooking`: the settings are only for who looks for one. */
export const usePaletteDeeds = (isLooking: boolean, onNewTask: () => void, client: PaletteClient | null) => {
  const { t } = useTranslation('app');
  const { t: settings } = useTranslation('settings');
  const practice = usePractice();
  const navigate = useNavigate();
  const mayBook = (reception as readonly Role[]).includes(practice.role);
  const ofBooking = (deeds: readonly Deed[]): readonly Deed[] => (mayBook ? deeds : []);
  const actions: readonly Deed[] = [
    ...ofBooking([
      { word: t('palette.newAppointment'), icon: IconCalendarPlus, run: () => void navigate({ to: '/appointments/new' }) },
      { word: t('palette.newTask'), icon: IconSquareRoundedPlus, run: onNewTask },
    ]),
    ...(isClinical(practice)
      ? [{ word: t('palette.startSession'), icon: IconPlayerPlay, run: () => void navigate({ to: '/sessions/new' }) }]
      : []),
    ...(isClinical(practice) && client
      ? [
          {
            word: t('palette.newNote', { name: client.chosenName }),
            icon: IconPencilPlus,
            run: () => void navigate({ to: '/notes/new', search: { clientId: client.id } }),
          },
        ]
      : []),
    { word: t('palette.addClient'), icon: IconUserPlus, run: () => void navigate({ to: '/clients/new' }) },
    { word: t('palette.lock'), icon: IconLock, run: lockPractice },
  ];
  const pages: readonly Deed[] = [
    { word: t('nav.today'), icon: IconSun, run: () => void navigate({ to: '/' }) },
    ...ofBooking([{ word: t('nav.calendar'), icon: IconCalendar, run: () => void navigate({ to: '/calendar' }) }]),
    { word: t('nav.clients'), icon: IconUsers, run: () => void navigate({ to: '/clients' }) },
    ...ofBooking([
      { word: t('palette.tasks'), icon: IconChecklist, run: () => void navigate({ to: '/tasks' }) },
      { word: t('palette.waitList'), icon: IconHourglass, run: () => void navigate({ to: '/wait-list' }) },
      { word: t('palette.reminders'), icon: IconBell, run: () => void navigate({ to: '/reminders' }) },
    ]),
    ...(isClinical(practice)
      ? [
          { word: t('palette.searchNotes'), icon: IconFileSearch, run: () => void navigate({ to: '/notes' }) },
          { word: t('palette.directory'), icon: IconAddressBook, run: () => void navigate({ to: '/contacts' }) },
        ]
      : []),
    { word: t('nav.settings'), icon: IconSettings, run: () => void navigate({ to: '/settings' }) },
  ];
  const sections: readonly Deed[] = isLooking
    ? sectionsFor(practice.role).map((section) => ({
        word: settings(`${section}.title`),
        sub: t('nav.settings'),
        icon: IconSettings,
        run: () => void navigate({ to: '/settings/$section', params: { section } }),
      }))
    : [];
  return { actions, pages: [...pages, ...sections] };
};
