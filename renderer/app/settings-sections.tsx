import type { JSX } from 'react';
import { clinical, type Role, reception } from '../../shared/call.ts';
import { AuditTrail } from '../audit/audit-trail.tsx';
import { BackupSettings } from '../backup/backup-settings.tsx';
import { VerifyDocument } from '../documents/verify-document.tsx';
import { usePractice } from '../practice.ts';
import { About } from '../settings/about.tsx';
import { Appearance } from '../settings/appearance-settings.tsx';
import { CrisisSettings } from '../settings/crisis-settings.tsx';
import { FormWords } from '../settings/forms/form-words.tsx';
import { FormsSettings } from '../settings/forms/forms-list.tsx';
import { LockingSettings } from '../settings/locking-settings.tsx';
import { LogoSettings } from '../settings/logo-settings.tsx';
import { NotesSettings } from '../settings/notes/notes-settings.tsx';
import { PassphraseSettings } from '../settings/passphrase-settings.tsx';
import { PracticeSettings } from '../settings/practice-settings.tsx';
import { HoursSettings } from '../settings/schedule/hours-settings.tsx';
import { ReminderSettings } from '../settings/schedule/reminder-settings.tsx';
import { RoomsSettings } from '../settings/schedule/rooms-settings.tsx';
import { ServicesSettings } from '../settings/schedule/services-settings.tsx';
import { SecuritySettings } from '../settings/security-page.tsx';
import { SensitiveAreas } from '../settings/sensitive-areas.tsx';
import { SettingsPage, type SettingsSection, settingsSections } from '../settings/settings-page.tsx';
import { TagsAndFields } from '../settings/tags-and-fields.tsx';

/** The picture on papers is for who makes them. */
const Practice = (): JSX.Element => {
  const { role } = usePractice();
  return (
    <>
      <PracticeSettings />
      {clinical.some((one) => one === role) ? <LogoSettings /> : null}
    </>
  );
};

type Section = { readonly Content: () => JSX.Element; readonly roles?: readonly Role[] };

/** What stands in each section, and for whom; without roles for everyone. */
const contents: Readonly<Record<SettingsSection, Section>> = {
  practice: { Content: Practice },
  services: { Content: ServicesSettings },
  rooms: { Content: RoomsSettings },
  hours: { Content: HoursSettings, roles: reception },
  reminders: { Content: ReminderSettings, roles: reception },
  records: { Content: TagsAndFields, roles: reception },
  forms: { Content: FormsSettings, roles: clinical },
  words: { Content: FormWords, roles: clinical },
  notes: { Content: NotesSettings, roles: clinical },
  areas: { Content: SensitiveAreas, roles: clinical },
  crisis: { Content: CrisisSettings, roles: clinical },
  passphrase: { Content: PassphraseSettings },
  locking: { Content: LockingSettings },
  backups: { Content: BackupSettings },
  security: { Content: SecuritySettings, roles: clinical },
  audit: { Content: AuditTrail, roles: ['owner'] },
  verify: { Content: VerifyDocument, roles: clinical },
  appearance: { Content: Appearance },
  about: { Content: About },
};

/** The sections this person has, in order. */
export const sectionsFor = (role: Role): readonly SettingsSection[] =>
  settingsSections.filter((section) => contents[section].roles?.includes(role) ?? true);

/** A page that belongs to a section, for those who have it; for others it is as one that is not there. */
export const OfSection = ({
  section,
  lost,
  children,
}: {
  readonly section: SettingsSection;
  readonly lost: JSX.Element;
  readonly children: JSX.Element;
}): JSX.Element => (sectionsFor(usePractice().role).includes(section) ? children : lost);

/** The settings with one section open; a section that is not this person's is as one that is not there. */
export const Settings = ({ section, lost }: { readonly section: string; readonly lost: JSX.Element }): JSX.Element => {
  const sections = sectionsFor(usePractice().role);
  const known = sections.find((one) => one === section);
  if (!known) return lost;
  const { Content } = contents[known];
  return (
    <SettingsPage section={known} sections={sections}>
      <Content />
    </SettingsPage>
  );
};
