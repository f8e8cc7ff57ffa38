import type { BodyArea } from '../../shared/body-areas.ts';
import type { ConsentMap } from '../../shared/consent-map.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import { dayIn, type Instant, wallTime, type Zone } from '../../shared/time.ts';
import { type Frame, openFrame } from '../documents/pdf-frame.ts';
import { dayWords, words as printed } from './consent-pdf-words.ts';
import { bothSides, drawFigure, drawPlaceBoxes, drawPlaces, limitWords, type Named, type PlacesToPrint } from './map-pdf-places.ts';
import { levelWords, stopWords, words } from './map-pdf-words.ts';

/** A body map as a sheet, or an empty one to mark by hand. */
export type MapToPrint = PlacesToPrint & {
  readonly documentId: string;
  readonly practice: Pick<ProfileDetails, 'practiceName' | 'address' | 'practitionerName' | 'credential' | 'licenceWords' | 'paper'>;
  /** Null on a chart for whoever comes. */
  readonly client: {
    readonly legalName: string;
    readonly chosenName: string;
    readonly birthDate: string | null;
    readonly stopWord: string;
    readonly stopGesture: string;
  } | null;
  /** Null is an empty chart. */
  readonly map: ConsentMap | null;
  readonly before: ConsentMap | null;
  /** When a newer map was made. */
  readonly replacedAt: Instant | null;
  readonly drawnAt: Instant;
  readonly zone: Zone;
  readonly appVersion: string;
};

/** In points; what stands above it and under it goes on the same page. */
const figureHeight = { filled: 384, blank: 396 } as const;

const momentWords = (instant: Instant, zone: Zone): string => {
  const there = wallTime(instant, zone, printed.locale);
  return `${there.text}, ${there.zone}`;
};

const whoFacts = ({ client }: MapToPrint): readonly (readonly [string, string])[] => {
  if (!client) return [];
  const { legalName, chosenName, birthDate } = client;
  return [
    [printed.name, legalName && legalName !== chosenName ? words.called(legalName, chosenName) : chosenName],
    ...(birthDate ? [[printed.born, dayWords(birthDate)] as const] : []),
  ];
};

const drawWho = (frame: Frame, sheet: MapToPrint, map: ConsentMap): void => {
  const { client, levels, zone, replacedAt, drawnAt } = sheet;
  const facts: readonly (readonly [string, string])[] = [
    ...whoFacts(sheet),
    [words.made, momentWords(map.madeAt, zone)],
    [words.how, words.source[map.source](map.madeBy)],
    [words.standing, replacedAt ? words.replaced(dayWords(dayIn(replacedAt, zone))) : words.inForce(dayWords(dayIn(drawnAt, zone)))],
    [words.ceiling, levelWords(levels, map.ceiling)],
    [words.stop, client ? stopWords(client) : ''],
  ];
  frame.facts(
    facts.filter(([, value]) => value !== ''),
    'body',
  );
};

const ceilingAt = (map: ConsentMap, { code }: BodyArea): number => map.areas[code]?.ceiling ?? map.ceiling;

type Change = Named & { readonly now: keyof typeof words.now };

/** What reads differently of one place; a limit that is the same as everywhere else follows the map and is no change of its own. */
const changeOf = (sheet: MapToPrint, area: BodyArea, map: ConsentMap, before: ConsentMap): readonly Change[] => {
  const was = before.areas[area.code]?.state ?? 'unmarked';
  const now = map.areas[area.code]?.state ?? 'unmarked';
  const limits = [limitWords(sheet.levels, before, area.code), limitWords(sheet.levels, map, area.code)];
  const tighter =
    limits[0] !== limits[1] && Math.min(before.ceiling, ceilingAt(before, area)) !== Math.min(map.ceiling, ceilingAt(map, area));
  if (was === now && !tighter) return [];
  const parts = [words.was[was], limits[0] ?? ''].filter(Boolean).join(', ');
  return [{ area, now, said: [parts, limits[1] ?? ''].filter(Boolean).join('; ') }];
};

const drawChanges = (frame: Frame, sheet: MapToPrint, map: ConsentMap, before: ConsentMap): void => {
  const changes = sheet.areas.flatMap((area) => changeOf(sheet, area, map, before));
  const rows = (['no', 'unmarked', 'ask', 'yes'] as const).flatMap((state): readonly (readonly [string, string])[] => {
    const places = bothSides(changes.filter(({ now }) => now === state));
    return places.length > 0 ? [[words.now[state], places.join('; ')]] : [];
  });
  const [was, now] = [levelWords(sheet.levels, before.ceiling), levelWords(sheet.levels, map.ceiling)];
  const ceiling = was === now ? [] : [[words.ceiling, words.ceilingChanged(was, now)] as const];
  if (rows.length + ceiling.length === 0) return;
  frame.heading(2, words.changes);
  frame.small(words.changesOf(momentWords(before.madeAt, sheet.zone)));
  frame.facts([...ceiling, ...rows], 'list');
};

const drawFilled = (frame: Frame, sheet: MapToPrint, map: ConsentMap): void => {
  drawWho(frame, sheet, map);
  drawFigure(frame, sheet, map, figureHeight.filled);
  frame.heading(2, words.places);
  drawPlaces(frame, sheet, map);
  if (map.words !== '') frame.answer(words.said, map.words, true);
  if (sheet.before) drawChanges(frame, sheet, map, sheet.before);
  frame.paragraph(words.promise);
};

const drawEmpty = (frame: Frame, sheet: MapToPrint): void => {
  frame.lead(words.blankLead);
  if (sheet.client) frame.facts(whoFacts(sheet), 'body');
  else frame.field(printed.name);
  frame.field(words.day, 180);
  frame.small(words.howTo);
  drawFigure(frame, sheet, null, figureHeight.blank);
  frame.together(() => {
    frame.heading(3, words.firmest);
    frame.boxesAcross(sheet.levels.map(({ label }) => label));
  });
  drawPlaceBoxes(frame, sheet.areas);
};

/** The PDF of a body map: a sheet that is printed, not a document that is kept. */
export const drawMapSheet = async (sheet: MapToPrint): Promise<Uint8Array> => {
  const { client, practice, map, drawnAt, zone } = sheet;
  const frame = await openFrame({
    documentId: sheet.documentId,
    title: words.title,
    createdAt: drawnAt,
    paper: practice.paper,
    appVersion: sheet.appVersion,
    practice: { name: practice.practiceName, address: practice.address },
    foot: {
      name: client ? client.legalName || client.chosenName : words.title,
      day: words.printedOn(dayWords(dayIn(drawnAt, zone))),
      page: printed.page,
    },
  });
  frame.heading(1, words.title);
  if (map) drawFilled(frame, sheet, map);
  else drawEmpty(frame, sheet);
  return frame.finish();
};
