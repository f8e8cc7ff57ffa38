import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openedUp, textOf, withoutSpace } from '../../electron/documents/pdf.test-world.ts';
import { flagsOf, openHouse } from '../../electron/practice/house.ts';
import type { Chance } from './chance.ts';
import { asTrial } from './clearing.ts';
import type { Goal, Result } from './goal.ts';
import { okOf } from './headless-process.ts';
import type { Caller } from './own-house.ts';
import { active, payload } from './payloads.ts';
import { trialFolder } from './trial.ts';
import { details, passphrase, profile, readySigning } from './trial-records.ts';

/** Payloads of one paper, most of them lines of one long answer, and of one folder of saved files. */
const perPaper = 500;
const perFolder = 20;

type Pen = { readonly write: (longest?: number) => string; readonly written: readonly string[] };

const penFor = (chance: Chance): Pen => {
  const written: string[] = [];
  return {
    written,
    write: (longest = 78) => {
      const text = payload(chance, written.length, longest);
      written.push(text);
      return text;
    },
  };
};

/** Strings of a PDF are data, whatever they say; what is left are its names and keys. */
const withoutStrings = (pdf: string): string => pdf.replace(/\((?:\\[\s\S]|[^\\()])*\)/g, '()').replace(/<[0-9A-Fa-f\s]*>/g, '<>');

const wrongWithPaper = (pdf: Uint8Array, written: readonly string[]): string[] => {
  const text = withoutSpace(textOf(pdf));
  const found = withoutStrings(openedUp(pdf)).match(active);
  return [
    ...(found ? [`active content: ${found[0]}`] : []),
    ...written.filter((one) => !text.includes(withoutSpace(one))).map((one) => `not on the paper: ${one}`),
  ];
};

/** A blank of the practice's own text that nobody knows is refused where it is typed; that is another trial's. */
const withoutBlanks = (text: string): string => text.replaceAll('{{', '{ {').replaceAll('}}', '} }');

/** A paper of payloads: who they are, what they answered and how they signed, what the practice wrote into its own form. */
const signHostile = async (vault: Caller, pen: Pen): Promise<{ readonly clientId: string; readonly pdf: Buffer }> => {
  const { write } = pen;
  const own = { practiceName: write(), address: write(), practitionerName: write(), credential: write(), licenceWords: write() };
  const { version } = await okOf(vault.call('profile.get', {}));
  await okOf(vault.call('profile.update', { version, details: { ...profile, ...own } }));
  const names = { chosenName: write(), legalName: write(), pronouns: write(), stopWord: write(), stopGesture: write() };
  const { id: clientId } = await okOf(vault.call('clients.create', { ...details, ...names }));
  const lines = Array.from({ length: perPaper - pen.written.length - 2 }, () => write(38));
  const words = { text: lines.join('\n'), initials: write(18), typedName: write() };
  const { documentId } = await okOf(vault.call('consent.sign', await readySigning(vault, clientId, words)));
  return { clientId, pdf: Buffer.from((await okOf(vault.call('documents.get', { id: documentId }))).pdf, 'base64') };
};

/** The practice's own text of a form, on a form to fill in by hand. */
const printHostile = async (vault: Caller, pen: Pen): Promise<Buffer> => {
  const formId = 'professional-boundaries';
  const { version: basedOn, text } = await okOf(vault.call('forms.get', { formId }));
  const write = (): string => withoutBlanks(pen.write());
  const elements = text.elements.map((element) => ({ ...element, title: write(), text: write() }));
  const edited = { clientTitle: write(), intro: write(), elements };
  await okOf(vault.call('forms.edit', { formId, basedOn, kind: 'meaning', note: 'x', text: edited }));
  return Buffer.from((await okOf(vault.call('paper.blank', { formId, clientId: null }))).pdf, 'base64');
};

type Saving = { readonly target: string; readonly outside: string; readonly suggested: string[] };

/** What no system takes for anything but the name of one file in the folder that was chosen. */
const wrongWithName = (name: string): string | null => {
  if (basename(name) !== name || /[/\\:*?"<>|\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(name)) return 'no plain name';
  if (/^\.|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name)) return 'a name some system keeps for itself';
  return Buffer.byteLength(name) > 240 ? 'longer than a name may be' : null;
};

/** Each payload as the title of a paper that is filed, and saved under the name the application suggests. */
const saveHostile = async (vault: Caller, clientId: string, pdf: Buffer, pen: Pen, saving: Saving): Promise<string[]> => {
  const small = pdf.subarray(0, 2_000);
  const wrong: string[] = [];
  for (let each = 0; each < perFolder; each += 1) {
    const title = pen.write(190);
    const { uploadId } = await okOf(vault.call('uploads.begin', { name: title, bytes: small.length }));
    await okOf(vault.call('uploads.append', { uploadId, index: 0, chunk: small.toString('base64') }));
    await okOf(vault.call('uploads.finish', { uploadId, sha256: createHash('sha256').update(small).digest('hex') }));
    const { id } = await okOf(vault.call('documents.file', { uploadId, clientId, title, twice: true }));
    const { fileGrant } = await okOf(vault.call('documents.chooseExport', { id }));
    const name = saving.suggested.at(-1) ?? '';
    const problem = wrongWithName(name);
    if (problem) wrong.push(`${problem}: ${JSON.stringify(name)} for ${title}`);
    const saved = await vault.call('documents.export', { id, fileGrant: fileGrant ?? '' });
    if (!saved.ok) wrong.push(`not saved: ${JSON.stringify(saved.error)} for ${title}`);
  }
  const beside = readdirSync(saving.outside).filter((one) => one !== basename(saving.target));
  const inside = readdirSync(saving.target);
  return [
    ...wrong,
    ...beside.map((one) => `written beside the chosen folder: ${one}`),
    ...(inside.length === perFolder ? [] : [`${inside.length} of ${perFolder} files in the chosen folder`]),
  ];
};

const oneRound = async (chance: Chance): Promise<{ readonly trials: number; readonly wrong: string[] }> => {
  const outside = trialFolder();
  const saving: Saving = { outside, target: join(outside, 'chosen'), suggested: [] };
  mkdirSync(saving.target);
  const dialog = async (suggested: string, extension: string) => {
    saving.suggested.push(suggested);
    return { grant: `g${saving.suggested.length}`, path: join(saving.target, `${saving.suggested.length} ${suggested}.${extension}`) };
  };
  const flags = flagsOf([`--data=${trialFolder()}`, '--now=2026-11-23T09:00:00Z']);
  const house = openHouse(flags, 'trial', { dialog, announce: () => undefined, ended: () => undefined });
  const vault: Caller = { call: house.dispatch as Caller['call'] };
  try {
    await okOf(vault.call('vault.create', { passphrase, profile }));
    const pens = { signed: penFor(chance), blank: penFor(chance), saved: penFor(chance) };
    const { clientId, pdf } = await signHostile(vault, pens.signed);
    const blank = await printHostile(vault, pens.blank);
    const wrong = [
      ...wrongWithPaper(pdf, pens.signed.written),
      ...wrongWithPaper(blank, pens.blank.written.map(withoutBlanks)),
      ...(await saveHostile(vault, clientId, pdf, pens.saved, saving)),
    ];
    return { trials: Object.values(pens).reduce((sum, pen) => sum + pen.written.length, 0), wrong };
  } finally {
    await house.vault.close();
  }
};

const run: Goal['run'] = async ({ chance, trials }): Promise<Result> => {
  const escapes: unknown[] = [];
  let tried = 0;
  while (tried < trials) {
    const round = await asTrial(() => oneRound(chance));
    tried += round.trials;
    escapes.push(...round.wrong.map((problem) => ({ seed: chance.seed, problem })));
  }
  return { trials: tried, escapes };
};

/** Whatever is typed is text on the paper and nothing else there, and never a path. */
export const hostilePapers: Goal = {
  name: 'hostile papers',
  trials: { full: 50_000, quick: 2_000, test: 500 },
  run,
  defects: [
    {
      name: 'the suggested name taken as it was typed',
      trials: 500,
      edits: [
        {
          file: 'electron/documents/documents-service.ts',
          find: 'const name = fileNameFrom(head.title, dayIn(head.createdAt, zone));',
          put: 'const name = head.title; void [fileNameFrom, dayIn, zone];',
        },
      ],
    },
    {
      name: 'something happens when the paper is opened',
      trials: 500,
      edits: [
        {
          file: 'electron/documents/pdf-pages.ts',
          find: 'await nextTurn();\n    return bytesOf(doc);',
          put: "const act = (doc as any).ref({ S: 'JavaScript', JS: 'x' }); act.end(); (doc as any)._root.data.OpenAction = act; return bytesOf(doc);",
        },
      ],
    },
    {
      name: 'what looks like markup is taken out',
      trials: 500,
      edits: [
        {
          file: 'electron/documents/printable.ts',
          find: "replaceAll('\\t', '    ');",
          put: "replaceAll('\\t', '    ').replace(/<[^>]*>/g, '');",
        },
      ],
    },
  ],
};
