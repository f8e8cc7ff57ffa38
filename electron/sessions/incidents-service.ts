import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Hold, Incident } from '../../shared/incidents.ts';
import { ruleStanding } from '../../shared/resume-rule.ts';
import { itemOf } from '../../shared/session-flags.ts';
import type { Block, Episode, SessionState } from '../../shared/session-state.ts';
import { shows } from '../../shared/text.ts';
import type { Instant } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { getClient } from '../clients/clients-service.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import type { Practice } from '../practice/practice.ts';
import {
  endHoldRow,
  holdById,
  holdsOfClientRows,
  incidentById,
  incidentsOfClientRows,
  type KeptIncident,
  resolveIncidentRow,
} from './incidents-repository.ts';
import { type Told, toldOfAll } from './kept-session.ts';
import { momentAt } from './session-clock.ts';
import { namesOf, sessionById } from './sessions-repository.ts';

const labelOf = (practice: Practice, code: string): string =>
  practice.content.bodyAreas.items.find((area) => area.code === code)?.label ?? code;

/** One line of what was done: "Upper shoulder rest, light, Top of the shoulder, right". */
const doneWords = (practice: Practice, { technique, level, areas }: Block): string => {
  const { session } = practice.content;
  const name = session.techniques.find(({ id }) => id === technique)?.name ?? technique;
  const firm = session.levels.find((one) => one.level === level)?.label.toLowerCase() ?? '';
  return [name, firm, areas.map((code) => labelOf(practice, code)).join(', ')].filter(shows).join(', ');
};

const distressIn = ({ checkIns }: SessionState, episode: Episode, until: number): Incident['distress'] => {
  const said = checkIns.filter(({ distress }) => distress !== null);
  const before = said.findLast(({ seq }) => seq < episode.seq);
  const during = said.filter(({ seq, at }) => seq >= episode.seq && at <= until);
  return {
    before: before?.distress ?? null,
    at: during[0]?.distress ?? null,
    after: during.length > 1 ? (during.at(-1)?.distress ?? null) : null,
  };
};

const highest = (all: readonly (string | null)[]): string | null =>
  all.reduce((most, one) => ((one ?? '') > (most ?? '') ? one : most), null);

const toTell = (practice: Practice, episode: Episode): { readonly afterwards: string; readonly tell: string[] } => {
  const { session } = practice.content;
  const items = episode.seen.flatMap(({ item }) => itemOf(session, item) ?? []);
  const grades = episode.seen.flatMap(({ dissociation, arousal }) =>
    session.seen.filter(({ grade }) => grade !== null && (grade === dissociation || grade === arousal)),
  );
  const all = [...items, ...grades];
  return {
    afterwards: [...new Set(all.map((one) => one.afterwards).filter(shows))].join('. '),
    tell: [...new Set(all.map((one) => one.tell).filter(shows))],
  };
};

const during = (told: Told, episode: Episode): { readonly until: number; readonly isIn: (at: number) => boolean } => {
  const next = told.state.episodes.find(({ n }) => n === episode.n + 1)?.openedAt ?? Number.POSITIVE_INFINITY;
  const until = Math.min(next, told.kept.ended?.offset ?? Number.POSITIVE_INFINITY);
  return { until, isIn: (at) => at >= episode.openedAt && at <= until };
};

/** All that must be written after a flag (redflags.json, documentation), told from what happened. */
const toldIncident = (
  practice: Practice,
  kept: KeptIncident,
  told: Told,
  hold: Hold | null,
  names: ReadonlyMap<string, string>,
): Incident | null => {
  const episode = told.state.episodes.find(({ n }) => n === kept.episode);
  if (!episode) return null;
  const { session } = practice.content;
  const at = (offset: number): Instant => momentAt(told.marks, offset);
  const maybe = (offset: number | null): Instant | null => (offset === null ? null : at(offset));
  const stop = told.state.stops.find(({ n }) => n === episode.stop);
  const { until, isIn } = during(told, episode);
  const { wayHome } = told.state;
  return {
    id: kept.id,
    clientId: kept.clientId,
    sessionId: kept.sessionId,
    episode: kept.episode,
    openedAt: kept.openedAt,
    practitionerName: names.get(told.kept.practitionerId) ?? '',
    cause: episode.cause,
    action: episode.action,
    dissociation: highest(episode.seen.map((one) => one.dissociation)),
    arousal: highest(episode.seen.map((one) => one.arousal)),
    handsOffAt: maybe(stop?.handsOffAt ?? null),
    secondsToHandsOff: stop && stop.handsOffAt !== null ? Math.round((stop.handsOffAt - stop.at) / 100) / 10 : null,
    presentAt: maybe(ruleStanding(session.resumeRule, told.state, episode).presentAt),
    resumedAt: maybe(episode.resumedAt),
    distress: distressIn(told.state, episode, until),
    seen: episode.seen.map(({ at: offset, dissociation, arousal, item, signs, words }) => ({
      at: at(offset),
      dissociation,
      arousal,
      item: itemOf(session, item)?.what ?? '',
      signs,
      words,
    })),
    grounding: told.state.grounding
      .filter((one) => isIn(one.at))
      .map(({ at: offset, step, what }) => ({
        at: at(offset),
        title: session.grounding.find(({ n }) => n === step)?.title ?? String(step),
        what,
      })),
    told: told.state.told.map(({ at: offset, who, means, under, words }) => ({ at: at(offset), who, means, under, words })),
    disposition: episode.disposition,
    wayHome: wayHome ? [wayHome.how, wayHome.withWhom].filter(shows).join(', ') : '',
    left: told.kept.ended?.end.left ?? '',
    done: told.state.blocks.filter(({ startedAt }) => startedAt <= episode.openedAt).map((block) => doneWords(practice, block)),
    ...toTell(practice, episode),
    hold,
    resolved: kept.resolved && { ...kept.resolved, by: names.get(kept.resolved.by) ?? '' },
  };
};

const incidentsAs = async (practice: Practice, clientId: string, only: string | null = null): Promise<readonly Incident[]> => {
  const kept = (await incidentsOfClientRows(practice.db, clientId)).filter(({ id }) => only === null || id === only);
  const holds = await holdsOfClientRows(practice.db, clientId);
  const sessions = [];
  for (const id of new Set(kept.map(({ sessionId }) => sessionId))) sessions.push(await sessionById(practice.db, id));
  const told = new Map(
    (
      await toldOfAll(
        practice,
        practice.db,
        sessions.filter((one) => one !== null),
      )
    ).map((one) => [one.kept.id, one]),
  );
  const people = [...told.values()].map((one) => one.kept.practitionerId);
  const names = await namesOf(practice.db, [...people, ...kept.flatMap(({ resolved }) => resolved?.by ?? [])]);
  return kept.flatMap((one) => {
    const session = told.get(one.sessionId);
    const hold = holds.find(({ incidentId }) => incidentId === one.id) ?? null;
    return session ? (toldIncident(practice, one, session, hold, names) ?? []) : [];
  });
};

export const incidentsOf = async (
  practice: Practice,
  { clientId }: ParsedInputOf<'incidents.ofClient'>,
): Promise<OutputOf<'incidents.ofClient'>> => {
  await getClient(practice, { id: clientId });
  return {
    clientId,
    incidents: [...(await incidentsAs(practice, clientId))],
    holds: [...(await holdsOfClientRows(practice.db, clientId))],
  };
};

export const resolveIncident = async (
  practice: Practice,
  { incidentId, way, who, words }: ParsedInputOf<'incidents.resolve'>,
): Promise<OutputOf<'incidents.resolve'>> => {
  const clientId = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const kept = await incidentById(tx, incidentId);
    if (!kept) throw new Refused({ code: 'not-found', what: 'incident' });
    if (kept.resolved) throw new Refusal('incident-over');
    if ((await sessionById(tx, kept.sessionId))?.ended === null) throw new Refusal('session-open');
    const hold = (await holdsOfClientRows(tx, kept.clientId)).find((one) => one.incidentId === incidentId && one.ended === null);
    if (way === 'followed-up' && hold) throw new Refusal('hold-stands');
    if (way !== 'followed-up' && !shows(who)) throw new Refusal('clinician-needed');
    const at = practice.now();
    await resolveIncidentRow(tx, incidentId, { way, who, words }, at, practice.actor.id);
    if (hold) await endHoldRow(tx, hold.id, { at, by: practice.actor.id, how: 'cleared', words: `${who}: ${words}` });
    await recordAudit(tx, practice, { clientId: kept.clientId, recordId: incidentId });
    return kept.clientId;
  });
  practice.changed('sessions', 'safety');
  const [incident] = await incidentsAs(practice, clientId, incidentId);
  if (!incident) throw new Refused({ code: 'not-found', what: 'incident' });
  return incident;
};

export const overrideHold = async (
  practice: Practice,
  { holdId, reason }: ParsedInputOf<'holds.override'>,
): Promise<OutputOf<'holds.override'>> => {
  const hold = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const before = await holdById(tx, holdId);
    if (!before) throw new Refused({ code: 'not-found', what: 'hold' });
    if (before.ended) throw new Refusal('hold-over');
    if ((await sessionById(tx, before.sessionId))?.ended === null) throw new Refusal('session-open');
    await endHoldRow(tx, holdId, { at: practice.now(), by: practice.actor.id, how: 'overridden', words: reason });
    await recordAudit(tx, practice, { clientId: before.clientId, recordId: holdId });
    return holdById(tx, holdId);
  });
  practice.changed('sessions', 'safety');
  if (!hold) throw new Refused({ code: 'not-found', what: 'hold' });
  return hold;
};
