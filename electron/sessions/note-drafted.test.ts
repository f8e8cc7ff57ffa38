import { beforeAll, expect, test } from 'vitest';
import { suggestionsIn } from '../../shared/language-helper.ts';
import { emptyValue, type NoteValue, type NoteValues } from '../../shared/note-values.ts';
import { closed, saw, touched } from './closed.test-world.ts';
import { drafted, wholeSession } from './note-drafted.test-world.ts';
import { minute, neck, otherShoulder, second, sitting, upperShoulder } from './session.test-world.ts';

/** What stands in each field, without what is empty in it. */
const told = (values: NoteValues): Readonly<Record<string, Partial<NoteValue>>> =>
  Object.fromEntries(
    Object.entries(values).map(([id, value]) => [
      id,
      Object.fromEntries(Object.entries(value).filter(([part, one]) => one !== emptyValue[part as keyof NoteValue])),
    ]),
  );

let soap: NoteValues;
let narrative: NoteValues;
let made: Awaited<ReturnType<typeof wholeSession>>;
beforeAll(async () => {
  made = await wholeSession();
  soap = await drafted(made);
  narrative = await drafted(await wholeSession(), 'narrative');
});

test('says field by field what happened in a session, and nothing else', () => {
  expect(told(soap)).toEqual({
    'visit.start': { time: '10:58' },
    'visit.end': { time: '11:06' },
    'visit.contact_minutes': { number: 3 },
    'consent.spoken': {
      choice: 'partly',
      time: '10:59',
      text: '10:59 Asked by Hana Lindqvist; yes to a part “The left one”; yes to: top of the shoulder, left; no to: back of the neck; light at most\n11:05 Taken back: top of the shoulder, right; “Not this one any more”',
    },
    'consent.map': { areas: { [otherShoulder]: 'yes', [upperShoulder]: 'no', [neck]: 'no' } },
    'consent.stop_signal': { choice: 'rehearsed' },
    's.words': {
      text: [
        '10:58 “warm, wound up”',
        '11:02 “warm and ‘easy’”',
        '10:59 “My feet are cold”',
        '11:02 “Carry on, please”',
        '11:03 “Too much”',
        '11:05 “Please go on”',
        '11:05 To remember: “Start with the left”',
      ].join('\n'),
    },
    's.health_change': { text: 'None reported' },
    's.suds_start': { number: 5 },
    's.pain_start': { number: 'declined' },
    'o.observed': { text: '11:03 Quiet tears, fidgeting, Long breath out' },
    'o.grade': { choice: 'D0', also: 'H1' },
    'o.blocks': {
      text: [
        '11:00 1. Upper shoulder rest (hold-shoulder) at top of the shoulder, left (B-TRAP-L); contact 2, light; seated, feet on the floor; clothed; chosen by the client; said before. 2 min 30 s, 2 min planned. Halfway: staying. Hands lifted as planned. “warm and ‘easy’”. Distress after 3.',
        '11:03 2. Upper shoulder rest (hold-shoulder) at top of the shoulder, left (B-TRAP-L); contact 2, light; seated, feet on the floor; clothed; chosen by the practitioner; said before. 20 s, 3 min planned. Ended by a stop. Distress after 2.',
      ].join('\n'),
    },
    'o.pauses': { text: '11:02 Hands lifted as planned; the client chose: continue “Carry on, please”.' },
    'o.stop_events': {
      text: '11:03 Hand up; at: top of the shoulder, left. Hands off after 1.5 s. “Too much”. Grounding, Eyes open (helped); 11:05 the client asked to go on “Please go on”.',
    },
    'a.flags': { text: 'None' },
    'p.suds_end': { number: 2 },
    'p.left': { text: 'Steady, and smiling.\nWay home: On foot, with her sister. Advised against driving.' },
    'p.aftercare': { text: 'A drink if you are thirsty' },
    'p.limits': { areas: { [upperShoulder]: 'no' }, text: '11:05 Taken back: top of the shoulder, right; “Not this one any more”' },
    'p.coordination': {
      text: '11:05 Told Dr. Okafor by phone; permission: release of 1 November; said: That she cried.\nCheck in with the therapist, 1 December 2026: as agreed',
    },
  });
});

test('in one piece tells the same in its order, and keeps the fields of words out', () => {
  expect(narrative.narrative?.text).toBe(`The visit was from 10:58 to 11:06. There were 3 minutes of contact.

Asked about health and medicines, the client reported no change. Distress on arrival was 5 of 10. The client would rather not give a number for pain. The stop word and signal were tried.

At 10:58 the client said “warm, wound up”.
At 10:59 Hana Lindqvist asked for the yes of today, and the answer was yes to a part, in the client’s words “The left one”, with a yes to: top of the shoulder, left, and a no to: back of the neck, light at most.
At 11:00 hands came on: Upper shoulder rest at top of the shoulder, left, with contact “light”, seated, feet on the floor, clothed, for 2 min 30 s. The client had chosen it. Hands were lifted as planned. The client said “warm and ‘easy’”. Distress after it was 3 of 10.
At 11:02 the client chose to continue, in the client’s words “Carry on, please”.
At 11:03 hands came on: Upper shoulder rest at top of the shoulder, left, with contact “light”, seated, feet on the floor, clothed, for 20 s. The practitioner had chosen it. It was ended by a stop. Distress after it was 2 of 10.
At 11:03 the client used the stop signal, hand up, at: top of the shoulder, left, in the client’s words “Too much”. Hands were off after 1.5 seconds.
At 11:03 this was seen and heard: Quiet tears, fidgeting, Long breath out.
At 11:03 this grounding helped: Eyes open.
At 11:05 the client asked to go on, in the client’s words “Please go on”.
At 11:05 the client took back: top of the shoulder, right, in the client’s words “Not this one any more”.

Distress on leaving was 2 of 10. The client wants remembered: “Start with the left”. Steady, and smiling. Way home: On foot, with her sister. Advised against driving.

Aftercare given: A drink if you are thirsty.
Told Dr. Okafor by phone; permission: release of 1 November; said: That she cried.
Check in with the therapist, 1 December 2026: as agreed`);
  const { narrative: _, ...facts } = narrative;
  const prose = ['s.words', 's.health_change', 'o.observed', 'p.left', 'p.coordination'];
  expect(told(facts)).toEqual(Object.fromEntries(Object.entries(told(soap)).filter(([id]) => !prose.includes(id))));
});

test('has no word the language helper would stop at', () => {
  const { rules } = made.world.open.content.language;
  const all = [...Object.values(soap), ...Object.values(narrative)].map(({ text }) => text).join('\n');
  expect(suggestionsIn(rules, all)).toEqual([]);
});

test('leaves open what nobody noted, and says "None" only of what would have been noted', async () => {
  const quiet = await sitting();
  await quiet.start({ talkOnly: true });
  quiet.world.later(5 * minute);
  await closed(quiet, { left: '' });
  expect(told(await drafted(quiet))).toEqual({
    'visit.start': { time: '10:58' },
    'visit.end': { time: '11:03' },
    'visit.contact_minutes': { number: 0 },
    'consent.map': { areas: { [otherShoulder]: 'yes', [upperShoulder]: 'yes', [neck]: 'ask' } },
    'o.blocks': { text: 'None' },
    'o.pauses': { text: 'None' },
    'o.stop_events': { text: 'None' },
    'a.flags': { text: 'None' },
  });
});

test('tells a flag with its grades, what was done, and the incident that was kept of it', async () => {
  const flagged = await touched();
  await flagged.did('seen', saw({ dissociation: 'D2', item: 'drifting', signs: ['answers late'] }));
  flagged.world.later(2 * second);
  await flagged.did('hands-off', {});
  await flagged.did('seen', saw({ arousal: 'H1' }));
  await flagged.did('disposed', { choice: 'refer-now', words: 'Her therapist was called' });
  await closed(flagged);
  const values = await drafted(flagged);
  expect(values['a.flags']?.text).toBe(
    '10:58 Signs seen; graded D2, H1; action P4; referred the same day (Her therapist was called); kept as an incident.',
  );
  expect(values['o.grade']).toMatchObject({ choice: 'D2', also: 'H1' });
  expect(values['o.observed']?.text).toBe('10:58 Stares, slow to answer, glassy for seconds, answers late');
  expect(values['o.stop_events']?.text).toMatch(/Hands off after 2 s\. Touch did not start again\.$/);
});

test('keeps the map of the day, whatever the client changed since', async () => {
  const before = await sitting();
  await before.start({ talkOnly: true });
  before.world.later(minute);
  await closed(before);
  before.world.later(minute);
  await before.world.ok('consentMap.withdraw', { clientId: before.clientId, areas: [neck] });
  expect((await drafted(before))['consent.map']?.areas).toMatchObject({ [neck]: 'ask' });
});

test('leaves the map to the writer where a clock was set back and none is dated before the end', async () => {
  const back = await sitting();
  back.world.clockSet(-minute);
  await back.start({ talkOnly: true });
  await closed(back);
  expect(await drafted(back)).not.toHaveProperty('consent.map');
});

test('gives the answer hands came on with, and the later ones beside it', async () => {
  const answered = await touched();
  await answered.did('hands-lifted', { reason: 'client' });
  await answered.did('checked-in', { distress: 4, pain: null, words: '', sensations: [] });
  await answered.did('checked-in', { distress: 'declined', pain: null, words: '', sensations: [] });
  answered.world.later(minute);
  await answered.did('answered', { choice: 'enough', words: '' });
  await answered.did('yes-heard', { answer: 'no', areas: {}, ceiling: null, words: '' });
  await answered.did('health-asked', { changed: true, words: 'New\ntablets' });
  await closed(answered);
  const values = await drafted(answered);
  expect(values['consent.spoken']).toMatchObject({
    choice: 'yes',
    time: '10:58',
    text: '10:58 Asked by Hana Lindqvist; yes “Yes, the shoulders”\n10:59 Asked by Hana Lindqvist; no',
  });
  expect(values['s.health_change']?.text).toBe('“New tablets”');
  expect(values['o.blocks']?.text).toMatch(/Hands lifted, the client wished it\. Distress after 4\.$/);
});
