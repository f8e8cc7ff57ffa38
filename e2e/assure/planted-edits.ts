import type { Defect } from './goal.ts';

/** Edits that more than one goal must catch. */
type Edits = NonNullable<Defect['edits']>;

export const paperBeforeItsNote: Edits = [
  {
    file: 'electron/sessions/note-sign-service.ts',
    find: '    await signNoteRow(tx, kept.id, signed);',
    put: '    return digest;\n  }).then((digest) => digest && practice.write(async (tx) => {\n    await signNoteRow(tx, kept.id, signed);',
  },
  {
    file: 'electron/sessions/note-sign-service.ts',
    find: '    await indexLater(tx, kept.id);\n    return true;\n  });',
    put: '    await indexLater(tx, kept.id);\n    return true;\n  }));',
  },
];

export const markerAwayFirst: Edits = [
  {
    file: 'electron/backup/restore-swap.ts',
    find: '  moveOut(folder, kept);\n',
    put: '  rmSync(markerIn(folder));\n  moveOut(folder, kept);\n',
  },
  {
    file: 'electron/backup/restore-swap.ts',
    find: 'for (const one of [kept, keptIn(folder), folder]) syncFolder(one);\n  rmSync(markerIn(folder));',
    put: 'for (const one of [kept, keptIn(folder), folder]) syncFolder(one);',
  },
];
