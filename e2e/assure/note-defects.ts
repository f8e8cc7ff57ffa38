import type { Defect } from './goal.ts';

const sessions = 'electron/sessions';
const schema = 'electron/store/migrations/0010-notes.ts';

const immutable = "await never('notes', 'update', 'a signed note is immutable', 'when old.signed_at is not null').execute(db);";

/** What the walks through notes must find. */
export const noteDefects: readonly Defect[] = [
  {
    name: 'an addendum written over the note',
    trials: 1_500,
    edits: [
      { file: schema, find: immutable, put: '' },
      {
        file: `${sessions}/note-later-service.ts`,
        find: 'await insertAddendum(tx, {',
        put: "await tx.updateTable('notes').set({ revision: kept.revision + 1 }).where('id', '=', kept.id).execute();\n    await insertAddendum(tx, {",
      },
    ],
  },
  {
    name: 'an addendum shown in the place of the note',
    trials: 1_500,
    edits: [
      {
        file: `${sessions}/note-view.ts`,
        find: '    ...kept.body,',
        put: '    ...kept.body,\n    ...(addenda.length > 0 ? { values: {} } : {}),',
      },
    ],
  },
  { name: 'a signed note that can be changed in the file', trials: 3_000, edits: [{ file: schema, find: immutable, put: '' }] },
  {
    name: 'the paper of a note that can be deleted',
    trials: 6_000,
    edits: [{ file: schema, find: "`when old.kind = 'note'`", put: "`when old.kind = 'another'`" }],
  },
  {
    name: 'a locked reflection that can be changed',
    trials: 6_000,
    edits: [{ file: schema, find: "'when old.locked_at is not null'", put: "'when 0'" }],
  },
  {
    name: 'covering ignored',
    trials: 1_500,
    edits: [{ file: `${sessions}/note-view.ts`, find: 'if (authorId === actor.id ||', put: "if (authorId !== '' ||" }],
  },
  {
    name: 'covering that does not end',
    trials: 6_000,
    edits: [{ file: `${sessions}/note-marks-repository.ts`, find: "    .where('until', '>', who.now)\n", put: '' }],
  },
  {
    name: 'the paper of another’s note opened',
    trials: 3_000,
    edits: [
      {
        file: `${sessions}/note-document.ts`,
        find: 'if (!note || note.author_id === actor.id) return;',
        put: "if (!note || note.author_id !== '') return;",
      },
    ],
  },
  {
    name: 'an older revision signed',
    trials: 4_000,
    edits: [
      {
        file: `${sessions}/note-sign-service.ts`,
        find: 'if (kept.revision !== asked.revision) throw',
        put: 'if (kept.revision < asked.revision) throw',
      },
    ],
  },
  {
    name: 'a save over a newer one',
    trials: 4_000,
    edits: [
      {
        file: `${sessions}/note-save-service.ts`,
        find: 'if (kept.revision !== asked.revision) throw',
        put: 'if (kept.revision < asked.revision) throw',
      },
    ],
  },
  {
    name: 'a hash of something else',
    trials: 1_500,
    edits: [{ file: `${sessions}/note-sign-service.ts`, find: 'sha256: sha256Of(kept.bytes),', put: 'sha256: sha256Of(kept.id),' }],
  },
  {
    name: 'late by the day in Greenwich',
    trials: 6_000,
    edits: [
      { file: `${sessions}/note-sign-service.ts`, find: 'late: dayIn(at, zone) > kept.on,', put: 'late: at.slice(0, 10) > kept.on,' },
    ],
  },
  {
    name: 'reflections left open by the signature',
    trials: 4_000,
    edits: [{ file: `${sessions}/note-sign-service.ts`, find: 'await lockReflections(tx, kept.id, signed.at);', put: '' }],
  },
  {
    name: 'a reflection shown to another',
    trials: 4_000,
    edits: [{ file: `${sessions}/reflections-repository.ts`, find: "    .where('author_id', '=', authorId)\n", put: '' }],
  },
  {
    name: 'a note in error found by the search',
    trials: 4_000,
    edits: [{ file: `${sessions}/note-search-query.ts`, find: 'return where.state === null ?', put: "return where.state === 'none' ?" }],
  },
  {
    name: 'another’s note found by the search',
    trials: 4_000,
    edits: [
      {
        file: `${sessions}/note-search-query.ts`,
        find: "const readable = [keyOfNote('author', authorId),",
        put: "const readable = [keyOfNote('author', authorId), keyOfNote('state', 'draft'), keyOfNote('state', 'signed'),",
      },
    ],
  },
  {
    name: 'a note put in error by who covers',
    trials: 4_000,
    edits: [
      {
        file: `${sessions}/note-later-service.ts`,
        find: "if (kept.authorId !== practice.actor.id) throw new Refusal('not-your-note');",
        put: '',
      },
    ],
  },
  {
    name: 'a second note of one session',
    trials: 4_000,
    edits: [
      {
        file: `${sessions}/note-draft-service.ts`,
        find: 'asked.sessionId === null ? null : await noteOfSession(tx, asked.sessionId)',
        put: "asked.sessionId === null || asked.sessionId !== '' ? null : await noteOfSession(tx, asked.sessionId)",
      },
    ],
  },
  {
    name: 'another’s addendum under the same id taken for a retry',
    trials: 8_000,
    edits: [{ file: `${sessions}/note-later-service.ts`, find: 'before.by === practice.actor.id &&', put: '' }],
  },
];
