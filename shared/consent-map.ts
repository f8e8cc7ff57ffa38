import { z } from 'zod';
import { Allowed } from './allowed.ts';
import { AreaPreset, BodyArea, ContactLevel } from './body-areas.ts';
import { type AuditSubject, call, clinical } from './call.ts';
import { areaStates } from './consent-form.ts';
import { DocumentHead } from './documents.ts';
import { Id } from './ids.ts';
import { Paragraph } from './text.ts';
import { Instant } from './time.ts';

const Code = z.string().max(40);

/** What the client marked for one place. */
export const MapArea = z.strictObject({ state: z.enum(areaStates), ceiling: ContactLevel });
export type MapArea = z.infer<typeof MapArea>;

/** Only places that were marked; every other one is out. A code the content does not know any more stays as it was, and allows nothing. */
export const MapAreas = z.record(Code, MapArea);
export type MapAreas = z.infer<typeof MapAreas>;

/** `together`: with the practitioner; `intake`, `consent`: marked by the client in that form, in the intake also written down with them; `handover`: what a client closed before anyone read it with them; `withdrawal`: taken back. */
export const mapSources = ['together', 'intake', 'consent', 'handover', 'withdrawal'] as const;
export type MapSource = (typeof mapSources)[number];

/** One map as it was made. Never changed: a change is a newer one. */
export const ConsentMap = z.strictObject({
  id: Id,
  clientId: Id,
  /** When the client said it, which may be before it was kept. */
  madeAt: Instant,
  madeBy: z.string(),
  source: z.enum(mapSources),
  /** The intake, the signed form or the hand-over it comes from. */
  sourceId: Id.nullable(),
  /** The firmest contact anywhere. */
  ceiling: ContactLevel,
  areas: MapAreas,
  /** As they were said; for a withdrawal above all. */
  words: Paragraph,
  contentVersion: z.string(),
});
export type ConsentMap = z.infer<typeof ConsentMap>;

const subject = (input: { readonly clientId: string }): AuditSubject => ({ clientId: input.clientId });

/** A place that needs its own signed form, and whether this practice offers it. */
const SensitiveArea = z.strictObject({ area: BodyArea, turnedOnAt: Instant.nullable() });

export const consentMapCalls = {
  /** The map in force, the places as the practice offers them now, and the presets of the content with the places that can be marked here. */
  'consentMap.get': call({
    input: z.strictObject({ clientId: Id }),
    output: z.strictObject({ map: ConsentMap.nullable(), areas: z.array(BodyArea), presets: z.array(AreaPreset) }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'consent-map-opened', about: subject },
  }),
  /**
   * A new map, made together with the client. `basedOn` names the map it was changed from.
   * @throws Refusal areas-not-offered, client-archived; conflict with the newer map when someone changed it meanwhile
   */
  'consentMap.set': call({
    input: z.strictObject({ clientId: Id, basedOn: Id.nullable(), ceiling: ContactLevel, areas: MapAreas, words: Paragraph.default('') }),
    output: ConsentMap,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'consent-map-set' },
  }),
  /**
   * Takes places back, at once: a new map with each of them out. Of an archived client too, and before there is a map.
   * @throws Refusal already-out when every one is out as it stands and no form waits that would open one; areas-unknown
   */
  'consentMap.withdraw': call({
    input: z.strictObject({ clientId: Id, areas: z.array(Code).min(1).max(200), words: Paragraph.default('') }),
    output: ConsentMap,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'consent-map-withdrawn' },
  }),
  /** Every map, newest first; the first is in force. */
  'consentMap.history': call({
    input: z.strictObject({ clientId: Id }),
    output: z.strictObject({ maps: z.array(ConsentMap), areas: z.array(BodyArea) }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'consent-map-opened', about: subject },
  }),
  /** What may be done today, place by place, with the reasons. */
  'consentMap.allowed': call({
    input: z.strictObject({ clientId: Id }),
    output: Allowed.extend({ mapId: Id.nullable() }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'consent-map-opened', about: subject },
  }),
  /** The map as a sheet to print, the figure drawn from the chart's own paths; `mapId` null is the one in force, or an empty chart to mark by hand. Not kept. */
  'consentMap.paper': call({
    input: z.strictObject({ clientId: Id.nullable(), mapId: Id.nullable() }),
    output: DocumentHead.extend({ pdf: z.string() }),
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'consent-map-printed',
      about: (input: { readonly clientId: string | null }): AuditSubject => (input.clientId ? { clientId: input.clientId } : {}),
    },
  }),
  /** Places that need their own signed form here, and which of them the practice offers. */
  'consentMap.sensitiveAreas': call({
    input: z.strictObject({}),
    output: z.strictObject({ areas: z.array(SensitiveArea), version: z.int() }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /**
   * From here on exactly these are offered. Turning one off closes it at once, whatever was signed.
   * `confirmed`: the owner says that they are trained for them and that the law of the place allows it.
   * @throws Refusal areas-not-offered, not-confirmed; conflict when someone saved meanwhile
   */
  'consentMap.setSensitiveAreas': call({
    input: z.strictObject({ version: z.int().min(0), turnedOn: z.array(Code).max(200), confirmed: z.boolean() }),
    output: z.strictObject({ version: z.int() }),
    roles: ['owner'],
    states: ['open'],
    audit: { by: 'transaction', action: 'sensitive-areas-changed' },
  }),
};
