import type { AllowedArea } from '../../shared/allowed.ts';
import { gateAt } from '../../shared/resume-rule.ts';
import { runningBlock, type SessionState } from '../../shared/session-state.ts';
import type { Session } from '../../shared/sessions.ts';
import { getClient } from '../clients/clients-service.ts';
import { allowedTodayOf } from '../consent/allowed-service.ts';
import type { Practice } from '../practice/practice.ts';
import { incidentsOfSession } from './incidents-repository.ts';
import { nowIn, type Told } from './kept-session.ts';
import { namesOf } from './sessions-repository.ts';

/** Places of the block under way that are closed by now, or take less than the hands on them. */
export const placesToLift = (state: SessionState, areas: readonly AllowedArea[]): string[] => {
  const running = runningBlock(state);
  if (!running) return [];
  return running.areas.filter((code) => {
    const now = areas.find((area) => area.code === code);
    return !now || now.holds === 'no' || now.ceiling < running.level;
  });
};

const mustLift = async (practice: Practice, { state, kept }: Told): Promise<string[]> =>
  runningBlock(state) ? placesToLift(state, (await allowedTodayOf(practice, kept.clientId)).allowed.areas) : [];

/** A session as the window sees it. Reads through `practice.db`: inside a write it is given one that reads in the transaction. */
export const seenSession = async (practice: Practice, told: Told): Promise<Session> => {
  const { kept, state } = told;
  const client = await getClient(practice, { id: kept.clientId });
  const now = nowIn(practice, told);
  return {
    id: kept.id,
    clientId: kept.clientId,
    chosenName: client.chosenName,
    pronouns: client.pronouns,
    practitionerId: kept.practitionerId,
    practitionerName: (await namesOf(practice.db, [kept.practitionerId])).get(kept.practitionerId) ?? '',
    appointmentId: kept.appointmentId,
    startedAt: kept.startedAt,
    endedAt: kept.ended?.at ?? null,
    plannedMinutes: kept.plannedMinutes,
    talkOnly: kept.talkOnly,
    now,
    state,
    gate: gateAt(practice.content.session.resumeRule, state, now),
    mustLift: await mustLift(practice, told),
    incidents: (await incidentsOfSession(practice.db, kept.id)).map(({ id, episode }) => ({ id, episode })),
  };
};
