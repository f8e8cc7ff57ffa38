import { join } from 'node:path';
import { sent } from '../documents/uploads.test-world.ts';
import type { PracticeCallName } from '../practice/handlers.ts';
import type { TestWorld } from '../practice/practice.test-world.ts';

/** A good input of every call about lists of clients, for the tests that go through all calls. */

export const importState = async ({ database }: TestWorld['open']): Promise<readonly unknown[]> => [
  await database.selectFrom('client_imports').selectAll().execute(),
  await database.selectFrom('imported_clients').selectAll().execute(),
];

/** Of many clients at once. */
export const importActionsOfNoClient: readonly string[] = [
  'client-list-read',
  'clients-imported',
  'client-import-undone',
  'clients-exported',
  'clients-not-written',
];

type ImportCall = Extract<
  PracticeCallName,
  'clients.importPreview' | 'clients.import' | 'clients.lastImport' | 'clients.undoImport' | 'clients.chooseCsvFile' | 'clients.exportCsv'
>;

const list = Buffer.from('Name,Phone\r\nZofia Łęcka,416 555 0177\r\n');

/** In this order each finds what those before it left. `folder`: where files are written. */
export const importInputs = (world: TestWorld, folder: string): { readonly [N in ImportCall]: () => unknown } => {
  const reading = async () => ({ uploadId: await sent(world, list, 'clients.csv'), separator: null, dateOrder: null });
  const chosenFile = async (): Promise<string | null> => {
    world.answerDialog(join(folder, 'clients.csv'));
    const { fileGrant } = await world.ok('clients.chooseCsvFile', {});
    world.answerDialog(join(folder, 'chosen.pdf'));
    return fileGrant;
  };
  return {
    'clients.importPreview': async () => ({ ...(await reading()), mapping: null }),
    'clients.import': async () => ({
      ...(await reading()),
      mapping: ['chosenName', 'phone'],
      expected: { new: 1, alike: 0, refused: 0 },
      alsoAlike: [],
      leaveOutRefused: false,
    }),
    'clients.lastImport': () => ({}),
    'clients.undoImport': async () => ({ id: (await world.ok('clients.lastImport', {})).last?.id }),
    'clients.chooseCsvFile': () => ({}),
    'clients.exportCsv': async () => ({ archived: true, fileGrant: await chosenFile() }),
  };
};
