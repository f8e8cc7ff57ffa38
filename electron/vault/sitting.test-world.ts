import type { OutputOf } from '../../shared/calls.ts';
import type { House } from '../practice/house.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import type { vaultWorld } from './vault.test-world.ts';

type World = ReturnType<typeof vaultWorld>;

/** A session for talk alone, which needs nothing of the client to be known, begun at ten. */
export const sittingIn = async (world: World): Promise<{ readonly house: House; readonly session: OutputOf<'sessions.start'> }> => {
  const house = await world.made();
  const { id: clientId } = await world.ok(house, 'clients.create', clientDetails);
  const session = await world.ok(house, 'sessions.start', { clientId, appointmentId: null, plannedMinutes: 60, talkOnly: true });
  return { house, session };
};

/** Nobody can have two: a session of somebody else's, as their turn at the computer left it. */
export const anothersSession = async (world: World, house: House, startedAt: string): Promise<string> => {
  const { database, actor, content } = world.practiceOf(house);
  const { id: clientId } = await world.ok(house, 'clients.create', { ...clientDetails, chosenName: 'Jo Marsh' });
  const of = await database.selectFrom('keyholders').selectAll().where('id', '=', actor.id).executeTakeFirstOrThrow();
  const other = { ...of, id: '0199b0a0-0000-7000-8000-0000000000f1', name: 'Bo Arden', wrap_id: '0199b0a0-0000-7000-8000-0000000000f2' };
  await database.insertInto('keyholders').values(other).execute();
  const id = '0199b0a0-0000-7000-8000-0000000000f3';
  const open = { ended_at: null, ended_offset: null, ended_by: null, close_id: null, ending: null, summary: null };
  await database
    .insertInto('sessions')
    .values({
      ...{ id, client_id: clientId, practitioner_id: other.id, appointment_id: null, started_at: startedAt, ...open },
      ...{ planned_minutes: 60, talk_only: 1, edition: content.session.edition, run: 'theirs', ticks: 1 },
    })
    .execute();
  return id;
};
