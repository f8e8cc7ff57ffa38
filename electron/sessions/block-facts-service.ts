import type { BlockFacts } from '../../shared/block-rules.ts';
import { careTeamOf } from '../clients/care-team-service.ts';
import { type AllowedToday, allowedTodayOf } from '../consent/allowed-service.ts';
import { positionsAvoided } from '../intake/positions-avoided.ts';
import type { Practice } from '../practice/practice.ts';
import type { KeptSession } from './sessions-repository.ts';
import { sessionsOfClient } from './sessions-repository.ts';

/** Whom to coordinate with before a technique graded C (techniques.json, suitability_grades). */
const mentalHealth: readonly string[] = ['therapist', 'psychiatrist'];

/** As many sessions as are looked back on for what is new to a client. */
const lookedBack = 500;

const beforeOf = (sessions: readonly KeptSession[]): BlockFacts['before'] => {
  const touched = sessions.flatMap(({ ended }) => (ended && ended.summary.blocks > 0 ? [ended.summary] : []));
  return {
    sessions: touched.length,
    settled: touched.filter(({ incident, stirred }) => !incident && !stirred).length,
    areas: new Set(touched.flatMap(({ areas }) => areas)),
    techniques: new Set(touched.flatMap(({ techniques }) => techniques)),
    stirred: sessions.find(({ ended }) => ended !== null)?.ended?.summary.stirred === true,
  };
};

/** All that decides about a block, as of now. Reads through `practice.db`. */
export const blockFactsOf = async (
  practice: Practice,
  { clientId, talkOnly }: KeptSession,
): Promise<BlockFacts & { readonly today: AllowedToday }> => {
  const today = await allowedTodayOf(practice, clientId);
  const { client } = today.forms.world;
  const { members } = await careTeamOf(practice, { clientId });
  return {
    today,
    content: practice.content.session,
    allowed: today.allowed,
    sensitive: new Set(today.facts.areas.filter(({ tier }) => tier === 'written_specific').map(({ code }) => code)),
    signal: { word: client.stopWord, gesture: client.stopGesture },
    before: beforeOf(await sessionsOfClient(practice.db, clientId, lookedBack)),
    talkOnly,
    clinician: members.some(({ role, endedOn }) => endedOn === null && mentalHealth.includes(role)),
    plan: today.readiness.reasons.some(({ code }) => code === 'dissociation-plan'),
    avoided: new Set(await positionsAvoided(practice, clientId)),
  };
};
