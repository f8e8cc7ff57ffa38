import { expect, test } from 'vitest';
import type { Role } from '../../shared/call.ts';
import type { SettingsSection } from '../settings/settings-page.tsx';
import { sectionsFor } from './settings-sections.tsx';

const everyone: readonly SettingsSection[] = ['practice', 'passphrase', 'locking', 'backups', 'appearance', 'about'];

test.each<readonly [Role, readonly SettingsSection[]]>([
  [
    'owner',
    [
      'practice',
      'forms',
      'words',
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
    ['practice', 'forms', 'words', 'areas', 'crisis', 'passphrase', 'locking', 'backups', 'security', 'verify', 'appearance', 'about'],
  ],
  ['front-desk', everyone],
  ['bookkeeper', everyone],
])('sections of the settings for %s, in order', (role, sections) => expect(sectionsFor(role)).toEqual(sections));
