import type { NoteFormat } from '../../shared/note-content.ts';
import type { NoteValues } from '../../shared/note-values.ts';
import { type Sitting, saw } from './closed.test-world.ts';
import { eventId, minute, neck, otherShoulder, second, sitting, upperShoulder } from './session.test-world.ts';

/** The values a note of a closed session begins with, in a format. */
export const drafted = async ({ world, clientId, now }: Sitting, format: NoteFormat = 'SOAP'): Promise<NoteValues> => {
  const template = { name: `In ${format}`, format, serviceIds: [], values: {}, custom: [] };
  const { id } = await world.ok('noteTemplates.save', { id: null, version: 0, template, active: true });
  return (await world.ok('notes.draft', { clientId, sessionId: now().id, templateId: id })).values;
};

const noticed = { distress: null, pain: null, words: '', sensations: [] };

const arriving = async ({ world, clientId, did }: Sitting): Promise<void> => {
  const { sha256 } = await world.ok('safety.card', { clientId });
  await did('card-read', { sha256 });
  await did('health-asked', { changed: false, words: '' });
  await did('signal-rehearsed', { word: 'amber', gesture: 'a lifted hand' });
  await did('checked-in', { ...noticed, distress: 5, pain: 'declined', words: 'wound up', sensations: ['s001'] });
  world.later(minute);
  await did('yes-heard', { answer: 'partly', areas: { [otherShoulder]: 'yes', [neck]: 'no' }, ceiling: 2, words: 'The left one' });
  await did('settled', { technique: null, words: 'My feet are cold' });
};

const firstBlock = async ({ world, did, block }: Sitting): Promise<void> => {
  world.later(minute);
  await did('block-started', block({ areas: [otherShoulder], minutes: 2 }));
  world.later(minute);
  await did('halfway', { answer: 'staying' });
  world.later(minute + 30 * second);
  await did('hands-lifted', { reason: 'planned' });
  await did('checked-in', { ...noticed, distress: 3, words: 'warm and "easy"' });
  await did('answered', { choice: 'continue', words: 'Carry on, please' });
};

/** Hands came off at tears, the client asked to go on, and chose not to. */
const stoppedOnce = async ({ world, did, block }: Sitting): Promise<void> => {
  world.later(minute);
  await did('block-started', block({ areas: [otherShoulder], minutes: 3, position: null, chosenBy: 'practitioner' }));
  world.later(20 * second);
  await did('stop', {});
  world.later(1_500);
  await did('hands-off', {});
  await did('signal-named', { signal: 'hand', words: 'Too much' });
  await did('seen', saw({ dissociation: 'D0', arousal: 'H1', item: 'tears-quiet', signs: ['fidgeting'], words: 'Long breath out' }));
  await did('grounded', { step: 3, what: 'helped' });
  world.later(2 * minute);
  await did('asked-on', { words: 'Please go on' });
};

const leaving = async ({ world, did }: Sitting): Promise<void> => {
  await did('phase', { to: 'close' });
  await did('places-taken-back', { areas: [upperShoulder], words: 'Not this one any more' });
  await did('told', { who: 'Dr. Okafor', means: 'phone', under: 'release of 1 November', words: 'That she cried' });
  await did('checked-in', { ...noticed, distress: 2, pain: 4 });
  await did('aftercare', { items: [world.open.content.session.aftercare[0]?.id ?? ''], words: '' });
  await did('way-home', { how: 'On foot', withWhom: 'with her sister', advisedAgainstDriving: true });
  await did('remark', { words: 'Start with the left' });
};

/** A session with a bit of everything, closed. */
export const wholeSession = async (): Promise<Sitting> => {
  const made = await sitting();
  await made.start();
  for (const part of [arriving, firstBlock, stoppedOnce, leaving]) await part(made);
  made.world.later(minute);
  const tasks = [{ what: 'therapist' as const, dueOn: '2026-12-01', note: 'as agreed' }];
  await made.world.ok('sessions.close', { sessionId: made.now().id, id: eventId(), end: { left: 'Steady, and smiling.', tasks } });
  return made;
};
