import type { InputOf } from '../../shared/calls.ts';
import type { SessionBody } from '../../shared/session-events.ts';
import { eventId, second, sitting } from './session.test-world.ts';

/** A session with hands on, how it is closed, and what it leaves behind. */

export type Sitting = Awaited<ReturnType<typeof sitting>>;
export const saw = (more: Partial<SessionBody<'seen'>>) => ({
  dissociation: null,
  arousal: null,
  item: null,
  signs: [],
  words: '',
  ...more,
});

export const touched = async (): Promise<Sitting> => {
  const made = await sitting();
  await made.start();
  await made.arrived();
  await made.did('block-started', made.block());
  made.world.later(30 * second);
  return made;
};
export const closed = async ({ world, now, did }: Sitting, end: Partial<InputOf<'sessions.close'>['end']> = {}) => {
  if (now().state.mode === 'touch') await did('hands-lifted', { reason: 'planned' });
  if (now().state.mode === 'stopping') await did('hands-off', {});
  return world.ok('sessions.close', { sessionId: now().id, id: eventId(), end: { left: 'Steady', tasks: [], ...end } });
};
export const left = ({ world, clientId }: Sitting) => world.ok('incidents.ofClient', { clientId });
/** `1 incident, held closed-under-rule, touch-over`. */
export const said = async (made: Sitting): Promise<string> => {
  const { incidents, holds } = await left(made);
  const { general } = await made.world.ok('consentMap.allowed', { clientId: made.clientId });
  const held = holds.filter(({ ended }) => ended === null).map(({ cause, what }) => `held ${cause} ${what}`.trim());
  return [`${incidents.length} incidents`, ...held, ...general.flatMap(({ code }) => (code === 'touch-over' ? ['touch-over'] : []))].join(
    ', ',
  );
};
export const actions = async ({ world }: Sitting): Promise<readonly string[]> => {
  const all = (await world.audit()).map(({ action }) => action);
  return all.slice(all.indexOf('session-started')).filter((action) => /^(incident|hold)/.test(action));
};
