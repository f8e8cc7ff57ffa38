import { contactLevels } from '../../shared/body-areas.ts';
import type { AreaState } from '../../shared/consent-form.ts';
import type { ConsentMap, MapAreas } from '../../shared/consent-map.ts';
import { installation } from '../practice/installation.ts';
import { areasHere } from './areas-here.ts';
import { consent } from './consent-pdf.test-world.ts';
import { loadClinicalContent } from './form-content.ts';
import type { MapToPrint } from './map-pdf.ts';
import type { PlacesToPrint } from './map-pdf-places.ts';

/** A body map of an invented client, over the places of the clinical content. */

const content = loadClinicalContent(installation().clinical, () => undefined);

export const placesIn = (place: string, turnedOn: readonly string[] = []): PlacesToPrint => ({
  chart: content.chart,
  areas: areasHere(content, place, new Set(turnedOn)),
  levels: contactLevels.map((level, index) => ({ level, label: content.bodyAreas.contact_scale[index]?.label ?? '' })),
});

/** Places that may be marked in Ontario, left and right the same, each of the states in turn. */
export const fullAreas: MapAreas = Object.fromEntries(
  placesIn('CA-ON')
    .areas.filter(({ offered, turnedOn }) => offered && turnedOn)
    .map(({ code }) => {
      const state: AreaState = (['no', 'ask', 'yes'] as const)[code.replace(/-[LR]$/, '').length % 3] ?? 'no';
      return [code, { state, ceiling: 2 }];
    }),
);

export const map: ConsentMap = {
  id: '0193a5c2-7b1e-7c3d-8a4f-1234567890ac',
  clientId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ad',
  madeAt: '2026-11-23T15:58:07.000Z',
  madeBy: 'Łucja Nowak',
  source: 'together',
  sourceId: null,
  ceiling: 2,
  areas: {
    'B-TRAP-L': { state: 'yes', ceiling: 2 },
    'B-TRAP-R': { state: 'yes', ceiling: 2 },
    'F-PALM-L': { state: 'ask', ceiling: 1 },
    'F-PALM-R': { state: 'yes', ceiling: 0 },
    'F-FACE': { state: 'no', ceiling: 0 },
  },
  words: 'Not my face.',
  contentVersion: '1.1.0',
};

export const sheet: MapToPrint = {
  ...placesIn('CA-ON'),
  documentId: '0193a5c2-7b1e-7c3d-8a4f-1234567890ab',
  practice: consent.practice,
  client: {
    legalName: 'Maya Rivera Ortega',
    chosenName: 'Maya Rivera',
    birthDate: '1991-03-14',
    stopWord: 'lighthouse',
    stopGesture: 'a lifted hand',
  },
  map,
  before: null,
  replacedAt: null,
  drawnAt: '2026-11-24T15:58:07.000Z',
  zone: 'America/Toronto',
  appVersion: '0.1.0',
};
