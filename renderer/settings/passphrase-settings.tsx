import type { JSX } from 'react';
import { usePractice } from '../practice.ts';
import { ChangePassphrase } from './change-passphrase.tsx';
import { KitSettings } from './kit-settings.tsx';

export const PassphraseSettings = (): JSX.Element => (
  <>
    <ChangePassphrase />
    {usePractice().role === 'owner' ? <KitSettings /> : null}
  </>
);
