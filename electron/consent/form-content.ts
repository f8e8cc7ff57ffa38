import { z } from 'zod';
import { type BodyChart, parseBodyChart } from '../../shared/body-chart.ts';
import type { NoteContent } from '../../shared/note-content.ts';
import type { SessionContent } from '../../shared/session-content.ts';
import {
  Codes,
  type ContentProblem,
  contentFile,
  type Envelope,
  MayBeEmpty,
  orReport,
  Placeholder,
  readContent,
  readListed,
  readWritten,
  Words,
} from '../content/content-file.ts';
import { ChartIndex, otherContent } from '../content/other-content.ts';
import { HealthContent, healthProblem } from '../intake/health-content.ts';
import { SafeContent, safeProblem } from '../intake/safe-content.ts';
import { type LetterContent, LetterFile, letterProblem } from '../letters/letter-content.ts';
import { type LanguageContent, LanguageFile, languageContentFrom, NoteFile, noteContentFrom, noteProblem } from '../sessions/note-files.ts';
import { sessionContentFrom } from '../sessions/session-content.ts';
import {
  AftercareContent,
  aftercareProblem,
  BodyContent,
  RedFlagContent,
  redFlagProblem,
  SensationContent,
  TechniqueContent,
  techniqueProblem,
} from '../sessions/session-files.ts';
import { formProblem } from './form-checks.ts';
import { FormContent, Jurisdiction } from './form-schema.ts';

export type { ContentProblem } from '../content/content-file.ts';
export type { FormContent } from './form-schema.ts';

/** Where a blank of a form is filled from; any other word is a blank nobody could fill. */
const BlankSource = z
  .string()
  .regex(/^(practitioner\.(name|credential|licence_words)|practice\.[a-z_]+|client\.(legal_name|stop_signal)|computed)$/);

const Consents = contentFile('consents', FormContent, {
  placeholders: z.record(z.string().regex(/^\w+$/), Placeholder.extend({ source: BlankSource })),
  versioning_rules: Codes.min(1),
});

const BodyAreas = contentFile(
  'body-areas',
  z.object({
    code: z.string().regex(/^[FBS]-[A-Z]+(-[A-Z]+)*$/),
    label: Words,
    view: z.enum(['front', 'back', 'side']),
    side: z.enum(['left', 'right', 'centre']),
    region: Words,
    consent_tier: z.enum(['general', 'ask_each', 'written_specific', 'not_offered']),
    sensitivity: Words,
    endangerment: z.boolean(),
    endangerment_note: MayBeEmpty,
    drape: MayBeEmpty,
    gentler_alternative: MayBeEmpty,
    jurisdiction_overrides: z.record(Jurisdiction, z.enum(['ask_each', 'written_specific', 'not_offered'])),
  }),
  {
    unmarked_state: z.literal('no'),
    contact_scale: z.array(z.object({ code: Words, label: Words })).min(1),
    presets: z.array(z.object({ id: Words, label: Words, codes: Codes.min(1) })),
  },
);

/** What a file says of itself: its version, its state, and whom its words come from. */
export type ContentFile = Pick<Envelope, 'title' | 'content_version' | 'content_date' | 'status'> & {
  readonly file: string;
  readonly attributions: readonly string[];
};

/** The clinical content a practice works with; a record keeps the version it was made with. */
export type ClinicalContent = {
  readonly consents: z.infer<typeof Consents>;
  readonly bodyAreas: z.infer<typeof BodyAreas>;
  /** The drawing of the places, for paper; the window carries its own copy. */
  readonly chart: BodyChart;
  readonly safe: SafeContent;
  readonly health: HealthContent;
  /** What a session is led by. */
  readonly session: SessionContent;
  /** What a client takes home. */
  readonly aftercare: AftercareContent;
  /** What notes are made of. */
  readonly notes: NoteContent;
  /** What the language helper looks for. */
  readonly language: LanguageContent;
  /** What letters are made of. */
  readonly letters: LetterContent;
  readonly files: readonly ContentFile[];
};

type Attributed = Envelope & {
  readonly items: readonly {
    readonly [field: string]: unknown;
    readonly abbreviation?: string;
    readonly licence?: { readonly holder: string; readonly attribution_text: string };
  }[];
};

/** Whose work it is: the line each instrument's licence asks for, and every source the file names. */
const attributionsOf = ({ items, sources }: Attributed): readonly string[] => [
  ...items.flatMap(({ abbreviation, licence }) =>
    licence ? [`${abbreviation ?? ''}: ${licence.attribution_text || licence.holder}`] : [],
  ),
  ...Object.values(sources).map(({ title, ref }) => (ref === title ? title : `${title} (${ref})`)),
];

const about = (file: string, content: Attributed): ContentFile => ({
  file,
  title: content.title,
  content_version: content.content_version,
  content_date: content.content_date,
  status: content.status,
  attributions: attributionsOf(content),
});

/** Every area is there, and nothing that is no area. */
const codesProblem = (drawn: readonly string[], codes: readonly string[]): string | null =>
  codes.find((code) => !drawn.includes(code)) ?? drawn.find((code, at) => !codes.includes(code) || drawn.indexOf(code) !== at) ?? null;

/** The index says of each area what the drawing says. */
const indexProblem = (index: ChartIndex, { areas }: BodyChart): string | null => {
  for (const { code, d, cx, cy, view } of areas) {
    const said = index[code];
    if (said?.path !== d) return `${code}.path`;
    if (said.cx !== cx || said.cy !== cy) return `${code}.cx`;
    if (said.view !== view) return `${code}.view`;
  }
  return null;
};

/** Only moves, lines and curves to named points: what paper and window both draw. */
const lineProblem = ({ contexts, silhouettes, inks }: BodyChart): string | null => {
  for (const [name, lines] of Object.entries({ contexts, silhouettes, inks })) {
    const wrong = lines.findIndex(({ d }) => !/^M[-\d. ,MLCZ]+$/.test(d));
    if (wrong >= 0) return `${name}.${wrong}.d`;
  }
  return null;
};

const readChart = (folder: string, codes: readonly string[]): BodyChart => {
  const chart = readWritten(folder, 'body-chart.svg', parseBodyChart, (read) => {
    const drawn = read.areas.map(({ code }) => code);
    return codesProblem(drawn, codes) ?? lineProblem(read);
  });
  readContent(folder, 'body-chart.json', ChartIndex, (index) => codesProblem(Object.keys(index), codes) ?? indexProblem(index, chart));
  return chart;
};

const readFolder = (folder: string): ClinicalContent => {
  const consents = readListed(folder, 'consents.json', Consents, formProblem);
  const bodyAreas = readListed(folder, 'body-areas.json', BodyAreas);
  const chart = readChart(
    folder,
    bodyAreas.items.map((area) => area.code),
  );
  const safe = readContent(folder, 'redflags.json', SafeContent, safeProblem);
  const health = readContent(folder, 'contraindications.json', HealthContent, (read) =>
    healthProblem(read, new Set(bodyAreas.items.map((area) => area.code)), safe),
  );
  const aftercare = readContent(folder, 'aftercare.json', AftercareContent, aftercareProblem);
  const session = sessionContentFrom({
    techniques: readContent(folder, 'techniques.json', TechniqueContent, (read) =>
      techniqueProblem(read, new Set(bodyAreas.items.map((area) => area.code))),
    ),
    redflags: readContent(folder, 'redflags.json', RedFlagContent, redFlagProblem),
    sensations: readContent(folder, 'sensations.json', SensationContent),
    aftercare,
    body: readContent(folder, 'body-areas.json', BodyContent),
  });
  const notes = noteContentFrom(readContent(folder, 'techniques.json', NoteFile, noteProblem));
  const language = languageContentFrom(readContent(folder, 'sensations.json', LanguageFile));
  const letters = readContent(folder, 'letters.json', LetterFile, letterProblem);
  const others = Object.entries(otherContent).map(([file, schema]) => about(file, readListed(folder, file, schema)));
  const files = [about('consents.json', consents), about('body-areas.json', bodyAreas), ...others];
  return {
    consents,
    bodyAreas,
    chart,
    safe,
    health,
    session,
    aftercare,
    notes,
    language,
    letters,
    files: files.sort((one, other) => (one.file < other.file ? -1 : 1)),
  };
};

/**
 * Reads all of `resources/clinical` by schema. A later part works with more of it than this one; a damaged copy stops the start all
 * the same, so that no session begins on it.
 * @throws Refused unavailable content-damaged; the file and field go to `report`
 */
export const loadClinicalContent = (folder: string, report: (problem: ContentProblem) => void): ClinicalContent =>
  orReport(() => readFolder(folder), report);
