import type { CallName, InputOf } from '../../shared/calls.ts';
import type { Ids } from './hostile-health.ts';

type ImportCall = Extract<
  CallName,
  'clients.importPreview' | 'clients.import' | 'clients.lastImport' | 'clients.undoImport' | 'clients.chooseCsvFile' | 'clients.exportCsv'
>;

/** An input of each call about lists of clients that would be taken. */
export const nearlyGoodImports = (ids: Ids): { readonly [N in ImportCall]: InputOf<N> } => {
  const reading = { uploadId: ids.documentId, separator: ',', dateOrder: 'day-first' } as const;
  return {
    'clients.importPreview': { ...reading, mapping: ['chosenName', null, 'emergency1Phone'], show: 'alike', offset: 0, limit: 20 },
    'clients.import': {
      ...reading,
      mapping: ['chosenName', 'birthDate'],
      expected: { new: 1, alike: 1, refused: 1 },
      alsoAlike: [2],
      leaveOutRefused: true,
    },
    'clients.lastImport': {},
    'clients.undoImport': { id: ids.clientId },
    'clients.chooseCsvFile': {},
    'clients.exportCsv': { archived: true, fileGrant: 'x' },
  };
};
