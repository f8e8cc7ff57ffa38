import { type JSX, useState } from 'react';
import { usePractice } from '../practice.ts';
import { ChangePassphrase } from './change-passphrase.tsx';
import { KitSettings } from './kit-settings.tsx';
import { NewKey } from './new-key.tsx';
import { NewKeyOffer } from './new-key-offer.tsx';

/** The everyday change first. The new key stands alone while it is made, and so do the Kit and the list that come of it. */
export const PassphraseSettings = (): JSX.Element => {
  const isOwner = usePractice().role === 'owner';
  const [renewing, setRenewing] = useState<'not' | 'now' | 'left'>('not');
  if (renewing === 'now') return <NewKey onDone={() => setRenewing('left')} />;
  return (
    <>
      <ChangePassphrase />
      {isOwner ? <KitSettings /> : null}
      {isOwner ? <NewKeyOffer cameBack={renewing === 'left'} onBegin={() => setRenewing('now')} /> : null}
    </>
  );
};
