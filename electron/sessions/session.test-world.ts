import type { Reply } from '../../shared/app-error.ts';
import type { InputOf, OutputOf } from '../../shared/calls.ts';
import type { BlockPlan, SessionBody, SessionEventKind } from '../../shared/session-events.ts';
import type { Session } from '../../shared/sessions.ts';
import { agreed } from '../intake/carded.test-world.ts';

export const second = 1_000;
export const minute = 60_000;

/** Events are given one id each, as a window would. */
let ids = 0;
export const eventId = (): string => {
  ids += 1;
  return `10000000-0000-4000-8000-${ids.toString(16).padStart(12, '0')}`;
};

export const upperShoulder = 'B-TRAP-R';
export const otherShoulder = 'B-TRAP-L';
/** Marked "ask me each time". */
export const neck = 'B-NECK';

/** A block that nothing is against once the session is ready for touch. */
export const plan: BlockPlan = {
  areas: [otherShoulder],
  technique: 'hold-shoulder',
  level: 2,
  minutes: 2,
  position: 'seated',
  cover: 'clothed',
  chosenBy: 'client',
  announced: true,
};

/** A client of whom all was asked, with both upper shoulders in and the neck on asking, at medium contact; and a session as the window leads it. */
export const sitting = async () => {
  const made = await agreed();
  const { world, clientId } = made;
  await world.ok('consentMap.set', {
    clientId,
    basedOn: (await world.ok('consentMap.get', { clientId })).map?.id ?? null,
    ceiling: 3,
    areas: {
      [otherShoulder]: { state: 'yes', ceiling: 4 },
      [upperShoulder]: { state: 'yes', ceiling: 2 },
      [neck]: { state: 'ask', ceiling: 4 },
    },
  });
  let session: Session | null = null;
  const now = (): Session => {
    if (!session) throw new Error('no session was begun');
    return session;
  };
  const start = async (more: Partial<InputOf<'sessions.start'>> = {}): Promise<Session> => {
    session = await world.ok('sessions.start', { clientId, appointmentId: null, plannedMinutes: 60, talkOnly: false, ...more });
    return session;
  };
  const tell = async <K extends SessionEventKind>(
    kind: K,
    body: SessionBody<K>,
    more: Partial<InputOf<'sessions.record'>> = {},
  ): Promise<Reply<OutputOf<'sessions.record'>>> => {
    const event = { kind, body } as unknown as InputOf<'sessions.record'>['event'];
    const reply = await world.call('sessions.record', { sessionId: now().id, id: eventId(), seq: now().state.seq, ago: 0, event, ...more });
    if (reply.ok) session = reply.value;
    return reply;
  };
  /** The session after it, or the test fails with the refusal in view. */
  const did = async <K extends SessionEventKind>(
    kind: K,
    body: SessionBody<K>,
    more: Partial<InputOf<'sessions.record'>> = {},
  ): Promise<Session> => {
    const reply = await tell(kind, body, more);
    if (!reply.ok) throw new Error(`${kind}: ${JSON.stringify(reply.error)} ${world.incidents.map(String).join(' ')}`);
    return reply.value;
  };
  /** Why it is refused: `touch-closed`, `block-refused area-ask`; or `taken`. */
  const refused = async <K extends SessionEventKind>(kind: K, body: SessionBody<K>, more: Partial<InputOf<'sessions.record'>> = {}) => {
    const reply = await tell(kind, body, more);
    if (reply.ok) return 'taken';
    if (reply.error.code !== 'refused') return reply.error.code;
    const problems = (reply.error.details?.problems ?? []) as unknown as readonly { readonly code: string }[];
    return [reply.error.reason, ...new Set(problems.map(({ code }) => code))].join(' ');
  };
  const arrived = async (distress: number | 'declined' = 3): Promise<Session> => {
    const { sha256 } = await world.ok('safety.card', { clientId });
    await did('card-read', { sha256 });
    await did('health-asked', { changed: false, words: '' });
    await did('signal-rehearsed', { word: 'amber', gesture: 'a lifted hand' });
    await did('checked-in', { distress, pain: null, words: '', sensations: [] });
    return did('yes-heard', { answer: 'yes', areas: {}, ceiling: null, words: 'Yes, the shoulders' });
  };
  const block = (more: Partial<BlockPlan> = {}, despite: readonly string[] = []) => ({ ...plan, ...more, despite: [...despite] });
  return { ...made, start, tell, did, refused, arrived, block, now };
};
