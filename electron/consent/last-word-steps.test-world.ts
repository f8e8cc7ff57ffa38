import type { InputOf } from '../../shared/calls.ts';
import type { Answer } from '../../shared/form-answers.ts';
import { entryOf } from '../../shared/intake-rules.ts';
import { type Act, complete, type FormName, formIds, handOverTo, setAside } from './last-word-forms.test-world.ts';
import { judged, type Level, type Place, places, type State, seat, type Word } from './last-word-oracle.test-world.ts';
import {
  closeAll,
  closing,
  isSame,
  levelAt,
  levelWord,
  mapAt,
  markIn,
  offerSeat,
  opening,
  overIn,
  readIn,
  type Touch,
  tick,
  touched,
  type Walk,
} from './last-word-walk.test-world.ts';

/** What can happen to one client. */
export type Step =
  | { readonly do: 'together'; readonly touch: Touch }
  | { readonly do: 'out'; readonly codes: readonly Place[] }
  | { readonly do: 'hand-over'; readonly acts: readonly Act[] }
  | { readonly do: 'complete' | 'set-aside'; readonly form: FormName }
  | { readonly do: 'sign'; readonly form: FormName; readonly act: Act }
  | { readonly do: 'write'; readonly touch: Touch; readonly clear: boolean }
  | { readonly do: 'review' | 'start' }
  | {
      readonly do: 'take-back';
      readonly form: 'consent' | 'guardian' | 'seat';
      readonly part: 'whole' | 'areas' | 'contact-level';
      readonly older: boolean;
    }
  | { readonly do: 'clock'; readonly by: number }
  | { readonly do: 'seat'; readonly on: boolean }
  | { readonly do: 'archive'; readonly on: boolean };

const note = (walk: Walk, what: string, error: unknown): void => {
  walk.log.push(`${what} ${JSON.stringify(error)}`);
};

const together = async (walk: Walk, touch: Touch): Promise<void> => {
  const { world, clientId, told } = walk;
  const { map, areas: known } = await world.ok('consentMap.get', { clientId });
  const ceiling: Level = typeof touch.level === 'number' ? touch.level : ((map?.ceiling ?? 3) as Level);
  const areas: InputOf<'consentMap.set'>['areas'] = {};
  const isOffered = told.seatSince !== null && !told.underAge;
  const said: Word[] = [];
  const at = told.now + 1;
  for (const [index, place] of places.entries()) {
    const mark = touch.marks[index];
    const before = map?.areas[place];
    if (!mark || mark.state === 'keep' || (place === seat && !isOffered)) {
      if (before) areas[place] = before;
      continue;
    }
    if (mark.state !== 'unmark')
      areas[place] = mark.state === 'no' ? { state: 'no', ceiling: 0 } : { state: mark.state, ceiling: mark.limit ?? ceiling };
  }
  for (const place of places) {
    const { state, ceiling: own }: { state: State; ceiling: number } = areas[place] ?? { state: 'no', ceiling: 0 };
    said.push(opening(at, place, state, own >= ceiling ? 4 : (own as Level), { read: true }));
  }
  const reply = await world.call('consentMap.set', { clientId, basedOn: map?.id ?? null, ceiling, areas });
  if (!reply.ok) return note(walk, `together ${known.length}`, reply.error);
  tick(walk);
  told.words.push(...said, levelWord(at, ceiling, { read: true }));
};

const takeOut = async (walk: Walk, codes: readonly Place[]): Promise<void> => {
  const reply = await walk.world.call('consentMap.withdraw', { clientId: walk.clientId, areas: [...codes], words: 'Not there' });
  if (!reply.ok) note(walk, 'out', reply.error);
  const at = tick(walk);
  // Said is said, also where nothing seemed open.
  walk.told.words.push(...codes.map((code) => closing(at, code)));
};

const openRound = async (walk: Walk) => (await walk.world.ok('intake.ofClient', { clientId: walk.clientId })).open;

const write = async (walk: Walk, touch: Touch, clear: boolean): Promise<void> => {
  const round = await openRound(walk);
  if (!round) return;
  const answerOf = (id: string): Answer | null => entryOf(round.entries, id).answer;
  const before = mapAt({ a: answerOf('a-areas') ?? { kind: 'declined' } }, 'a');
  const wasLevel = levelAt({ a: answerOf('a-contact-level') ?? { kind: 'declined' } }, 'a');
  const shown = places.filter((place) => place !== seat || (walk.told.seatSince !== null && !walk.told.underAge));
  const map = clear ? null : touched(before, { ...touch, talk: false }, shown);
  const level = touch.level === 'keep' ? wasLevel : touch.level === 'clear' ? null : touch.level;
  const changes: InputOf<'intake.save'>['changes'] = {
    ...(isSame(map, before) ? {} : { 'a-areas': { answer: map } }),
    ...(level === wasLevel
      ? {}
      : { 'a-contact-level': { answer: level === null ? null : { kind: 'choice', value: `C${level}`, other: '' } } }),
  };
  if (Object.keys(changes).length === 0) return;
  const reply = await walk.world.call('intake.save', { intakeId: round.id, revision: round.revision, changes });
  if (!reply.ok) return note(walk, 'write', reply.error);
  const at = tick(walk);
  const from = `intake:${round.id}`;
  const kept = mapAt({ a: entryOf(reply.value.entries, 'a-areas').answer ?? { kind: 'declined' } }, 'a');
  if ('a-areas' in changes)
    for (const place of clear ? places : shown) {
      const [was, now] = [markIn(before, place), markIn(map, place)];
      // As it is kept: a place that was left alone is as it holds today.
      if (markIn(kept, place).state === 'no' && was.state === now.state && was.isMarked === now.isMarked) {
        overIn(walk, from, place);
        walk.told.words.push(closing(at, place, { from, waiting: 'silent' }));
        continue;
      }
      if (
        was.isMarked === now.isMarked &&
        was.state === now.state &&
        before?.ceilings?.[place] === map?.ceilings?.[place] &&
        !(clear && before)
      )
        continue;
      overIn(walk, from, place);
      walk.told.words.push(opening(at, place, now.state, now.limit, { from, waiting: clear ? 'silent' : 'closes' }));
    }
  if (level !== wasLevel) {
    overIn(walk, from, 'level');
    walk.told.words.push(levelWord(at, level ?? 0, { from, waiting: level === null ? 'silent' : 'closes' }));
  }
};

const review = async (walk: Walk): Promise<void> => {
  const { world, clientId } = walk;
  const { open, items } = await world.ok('intake.ofClient', { clientId });
  if (!open) return;
  const changes = Object.fromEntries(items.map(({ id }) => [id, { discussed: true }]));
  const saved = await world.call('intake.save', { intakeId: open.id, revision: open.revision, changes });
  if (!saved.ok) return note(walk, 'discuss', saved.error);
  const reply = await world.call('intake.review', { intakeId: open.id, revision: saved.value.revision });
  if (!reply.ok) return note(walk, 'review', reply.error);
  tick(walk);
  walk.round = null;
  readIn(walk, `intake:${open.id}`);
};

const takeBack = async (walk: Walk, { form, part, older }: Extract<Step, { do: 'take-back' }>): Promise<void> => {
  const { told, world } = walk;
  const signed = told.completed.filter(({ formId }) => formId === formIds[form]);
  const one = older ? signed[0] : signed.at(-1);
  if (!one || (part === 'contact-level' && form !== 'consent')) return;
  const parts = part === 'whole' ? [] : [part === 'areas' && form === 'seat' ? 'area' : part];
  const reply = await world.call('consent.withdraw', { consentId: one.id, by: 'client', parts, words: 'Not any more' });
  if (!reply.ok) note(walk, 'take back', reply.error);
  const at = tick(walk);
  if (part === 'contact-level') told.words.push(levelWord(at, 0));
  else if (part === 'areas') {
    if (form === 'seat') told.words.push(closing(at, seat));
    else closeAll(walk, at);
  }
  if (part === 'contact-level' || (part === 'areas' && form !== 'seat')) return;
  const opens = told.words.filter(
    (word) =>
      !word.read && !word.over && word.from !== 'aloud' && word.waiting === 'closes' && word.state !== 'no' && word.about !== 'level',
  );
  const isLive = (word: Word): boolean =>
    word.from === `intake:${walk.round}` || [...walk.waiting].some(([name, { fillingId }]) => word.from === `${name}:${fillingId}`);
  const about = new Set(opens.filter(isLive).map((word) => word.about));
  for (const place of places)
    if (form !== 'seat' || place === seat) told.words.push(closing(at, place, { waiting: about.has(place) ? 'closes' : 'perhaps' }));
  told.takenBack[formIds[form]] = { said: at, kept: at };
};

const archive = async (walk: Walk, archived: boolean): Promise<void> => {
  const { version } = await walk.world.ok('clients.get', { id: walk.clientId });
  const reply = await walk.world.call('clients.archive', { id: walk.clientId, version, archived });
  if (reply.ok) walk.archived = archived;
};

const start = async (walk: Walk): Promise<void> => {
  const reply = await walk.world.call('intake.start', { clientId: walk.clientId });
  if (reply.ok) walk.round = reply.value.id;
};

const offer = async (walk: Walk, on: boolean): Promise<void> => {
  if (!(await offerSeat(walk.world, on))) return;
  const at = tick(walk);
  walk.told.seatSince = on ? (walk.told.seatSince ?? at) : null;
};

const doStep = async (walk: Walk, step: Step): Promise<void> => {
  switch (step.do) {
    case 'together':
      return together(walk, step.touch);
    case 'out':
      return takeOut(walk, step.codes);
    case 'hand-over':
      return handOverTo(walk, step.acts);
    case 'complete':
      return complete(walk, step.form);
    case 'sign':
      await handOverTo(walk, [{ ...step.act, form: step.form, sign: true, seen: true }]);
      return complete(walk, step.form);
    case 'set-aside':
      return setAside(walk, step.form);
    case 'write':
      return write(walk, step.touch, step.clear);
    case 'review':
      return review(walk);
    case 'start':
      return start(walk);
    case 'take-back':
      return takeBack(walk, step);
    case 'clock':
      walk.world.later(step.by);
      walk.told.elapsed += step.by;
      walk.told.furthest = Math.max(walk.told.furthest, walk.told.elapsed);
      return;
    case 'seat':
      return offer(walk, step.on);
    case 'archive':
      return archive(walk, step.on);
  }
};

/** Does one thing, and holds what is allowed then against what was said. */
export const stepOf = async (walk: Walk, step: Step): Promise<void> => {
  walk.world.later(2_000);
  await doStep(walk, step);
  const { areas } = await walk.world.ok('consentMap.allowed', { clientId: walk.clientId });
  const { map } = await walk.world.ok('consentMap.get', { clientId: walk.clientId });
  walk.found.push(...judged(walk.told, areas, map));
};
