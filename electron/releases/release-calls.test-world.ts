import type { CallName } from '../../shared/calls.ts';
import { clientDetails, type TestWorld } from '../practice/practice.test-world.ts';
import { finishing, okafor, progress, returnedFor } from './releases.test-world.ts';

/** A good input of every call about permissions to share, for the tests that go through all calls. */

type ReleaseCall = Extract<CallName, `releases.${string}`>;

export type ReleaseParty = () => Promise<{ readonly clientId: string; readonly contactId: string }>;

/** A client, and who outside works with them; the same ones each time it is asked. */
export const releaseParty = (world: TestWorld): ReleaseParty => {
  let made: ReturnType<ReleaseParty> | null = null;
  const make: ReleaseParty = async () => ({
    clientId: (await world.ok('clients.create', { ...clientDetails, chosenName: 'Rosa Quill', stopWord: '' })).id,
    contactId: (await world.ok('contacts.create', { ...okafor, name: 'Dr. Lee', anyway: true })).id,
  });
  return () => {
    made ??= make();
    return made;
  };
};

/** In this order each finds what those before it left: one is made ready, signed, and taken back. */
export const releaseInputs = (world: TestWorld, party: ReleaseParty): { readonly [N in ReleaseCall]: () => unknown } => {
  const newest = async () => (await world.ok('releases.ofClient', { clientId: (await party()).clientId })).releases[0];
  const forClient = async () => ({ clientId: (await party()).clientId });
  return {
    'releases.prepare': async () => ({ ...(await party()), direction: 'to' }),
    'releases.grant': async () => {
      const draft = await newest();
      if (!draft) throw new Error('nothing was made ready');
      return finishing(await returnedFor(world, draft));
    },
    'releases.ofClient': forClient,
    'releases.permits': async () => ({ ...(await party()), ...progress }),
    'releases.revoke': async () => ({ id: (await newest())?.id ?? '', why: 'taken-back', by: 'client' }),
  };
};
