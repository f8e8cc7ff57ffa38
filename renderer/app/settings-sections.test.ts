import { expect, test } from 'vitest';
import type { Role } from '../../shared/call.ts';
import type { SettingsSection } from '../settings/settings-page.tsx';
import { sectionsFor } from './settings-sections.tsx';

const everyone: readonly SettingsSection[] = ['practice', 'services', 'rooms', 'passphrase', 'locking', 'backups', 'appearance', 'about'];
const atTheDesk: readonly SettingsSection[] = ['practice', 'services', 'rooms', 'hours', 'reminders', 'records', ...everyone.slice(3)];

test.each<readonly [Role, readonly SettingsSection[]]>([
  [
    'owner',
    [
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
    ],
  ],
  [
    'practitioner',
    [
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
      'verify',
      'appearance',
      'about',
    ],
  ],
  ['front-desk', atTheDesk],
  ['bookkeeper', everyone],
])('sections of the settings for %s, in order', (role, sections) => expect(sectionsFor(role)).toEqual(sections));
