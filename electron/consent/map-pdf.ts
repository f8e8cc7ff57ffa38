import type { ContactLevel } from '../../shared/body-areas.ts';
import { type AreaState, areaStates } from '../../shared/consent-form.ts';
import type { ConsentMap, MapArea } from '../../shared/consent-map.ts';
import { changesBetween, type PlaceChange } from '../../shared/map-changes.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import { dayIn, type Instant, type Zone } from '../../shared/time.ts';
import { type Frame, openFrame } from '../documents/pdf-frame.ts';
import { bothSides, type Named } from './both-sides.ts';
import { dayWords, momentWords, words as printed } from './consent-pdf-words.ts';
import { ceilingWords, drawFigure, drawPlaceBoxes, drawPlaces, type PlacesToPrint } from './map-pdf-places.ts';
import { levelWords, stopWords, words } from './map-pdf-words.ts';

/** A body map among those before and after it. */
export type MapToLay = PlacesToPrint & {
  readonly map: ConsentMap;
  readonly before: ConsentMap | null;
  /** When a newer map was made. */
  readonly replacedAt: Instant | null;
  readonly drawnAt: Instant;
  readonly zone: Zone;
};

/** A body map as a sheet, or an empty one to mark by hand. */
export type MapToPrint = Omit<MapToLay, 'map'> & {
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
  readonly appVersion: string;
};

/** In points; what stands above it and under it goes on the same page. */
const figureHeight = { filled: 384, blank: 396 } as const;

const whoFacts = ({ client }: MapToPrint): readonly (readonly [string, string])[] => {
  if (!client) return [];
  const { legalName, chosenName, birthDate } = client;
  return [
    [printed.name, legalName && legalName !== chosenName ? words.called(legalName, chosenName) : chosenName],
    ...(birthDate ? [[printed.born, dayWords(birthDate)] as const] : []),
  ];
};

type Facts = readonly (readonly [string, string])[];

const mapFacts = ({ map, levels, zone, replacedAt, drawnAt }: MapToLay): Facts => [
  [words.made, momentWords(map.madeAt, zone)],
  [words.how, words.source[map.source](map.madeBy)],
  [words.standing, replacedAt ? words.replaced(dayWords(dayIn(replacedAt, zone))) : words.inForce(dayWords(dayIn(drawnAt, zone)))],
  [words.ceiling, levelWords(levels, map.ceiling)],
];

const drawFacts = (frame: Frame, facts: Facts): void =>
  frame.facts(
    facts.filter(([, value]) => value !== ''),
    'body',
  );

type Change = Named & { readonly state: AreaState };

/** A place as it is now, with what it was before beside it. */
const changed = ({ areas, levels }: MapToLay, map: ConsentMap, before: ConsentMap, { code, from, to }: PlaceChange): Change => {
  const limit = (marked: MapArea, ceiling: number): string =>
    marked.state !== 'no' && marked.ceiling < ceiling ? ceilingWords(levels, marked.ceiling) : '';
  const limits = { was: limit(from, before.ceiling), now: limit(to, map.ceiling) };
  const was = [words.was[from.state], limits.was].filter((one) => one !== '').join(', ');
  const said = [was, limits.now === '' ? '' : words.nowAtMost(limits.now)].filter((one) => one !== '').join('; ');
  return { area: areas.find((area) => area.code === code) ?? { label: code, side: 'centre', region: '' }, state: to.state, said };
};

const drawChanges = (frame: Frame, sheet: MapToLay, level: 2 | 3): void => {
  const { map, before } = sheet;
  if (!before) return;
  const { places, ceiling } = changesBetween(before, map);
  const order = sheet.areas.map(({ code }) => code);
  const changes = [...places]
    .sort((one, other) => order.indexOf(one.code) - order.indexOf(other.code))
    .map((one) => changed(sheet, map, before, one));
  const rows = areaStates.flatMap((state): readonly (readonly [string, string])[] => {
    const named = bothSides(changes.filter((one) => one.state === state));
    return named.length > 0 ? [[words.now[state], named.join('; ')]] : [];
  });
  const called = (one: ContactLevel): string => levelWords(sheet.levels, one);
  const firmest = ceiling ? [[words.ceiling, words.ceilingChanged(called(ceiling.from ?? 0), called(ceiling.to))] as const] : [];
  if (rows.length + firmest.length === 0) return;
  frame.heading(level, words.changes);
  frame.small(words.changesOf(momentWords(before.madeAt, sheet.zone)));
  frame.facts([...firmest, ...rows], 'list');
};

const drawSaid = (frame: Frame, sheet: MapToLay, level: 2 | 3): void => {
  if (sheet.map.words !== '') frame.answer(words.said, sheet.map.words, true);
  drawChanges(frame, sheet, level);
};

const drawListed = (frame: Frame, sheet: MapToLay): void => {
  frame.heading(2, words.places);
  drawPlaces(frame, sheet, sheet.map);
};

const drawFilled = (frame: Frame, sheet: MapToPrint, map: ConsentMap): void => {
  const filled = { ...sheet, map };
  drawFacts(frame, [...whoFacts(sheet), ...mapFacts(filled), [words.stop, sheet.client ? stopWords(sheet.client) : '']]);
  drawFigure(frame, filled, map, figureHeight.filled);
  drawListed(frame, filled);
  drawSaid(frame, filled, 2);
  frame.paragraph(words.promise);
};

/** The map within a paper of many things. `whole`: with the figure and every place; else what it changed of the one before, or its places where it is the first. */
export const layMap = (frame: Frame, sheet: MapToLay, whole: boolean): void => {
  frame.together(() => {
    drawFacts(frame, mapFacts(sheet));
    if (whole) drawFigure(frame, sheet, sheet.map, figureHeight.filled);
  });
  if (whole) drawListed(frame, sheet);
  else if (!sheet.before) drawPlaces(frame, sheet, sheet.map);
  drawSaid(frame, sheet, whole ? 2 : 3);
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
