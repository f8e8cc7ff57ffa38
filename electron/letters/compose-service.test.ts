import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/calls.ts';
import { plainText } from '../../shared/letter-document.ts';
import { okafor } from '../releases/releases.test-world.ts';
import { closed, saw } from '../sessions/closed.test-world.ts';
import { minute, second } from '../sessions/session.test-world.ts';
import { draftOf, inBlank, refusal, visited, writingLetters } from './letters.test-world.ts';

const words = (open: { readonly letter: { readonly document: Parameters<typeof plainText>[0] } }) => plainText(open.letter.document);
const day = 24 * 60 * minute;

describe('a letter is begun', () => {
  test('with its numbers from the sessions of its days, and a blank where the record has nothing', async () => {
    const made = await writingLetters();
    await visited(made, { before: 5, after: 2 });
    made.world.later(2 * day);
    await visited(made, { before: 4, after: 4, stop: true });
    const open = await made.begun();
    expect(open.verdict).toMatchObject({ permitted: true, releaseId: made.release?.id });
    expect(words(open)).toContain(
      'Maya came for 2 visits (24 and 26 November). Contact was light, mostly to top of the shoulder (left), clothed, in short blocks with pauses.',
    );
    expect(words(open)).toContain('The stop signal was used 1 time (hands off within 1 seconds).');
    expect(words(open)).toContain("With Maya's permission dated 24 November 2026, this is a short update for November 2026.");
    expect(open.unfilled).toEqual(['goal_words', 'goal_direction', 'next_plan']);
    expect(open.letter).toMatchObject({ state: 'draft', version: 1, period: { from: '2026-11-24', to: '2026-11-26' } });
  });

  test('with the facts the release covers, and no other', async () => {
    const made = await writingLetters({ kinds: ['attendance', 'plan'] });
    await visited(made);
    const open = await made.begun();
    expect(open.letter.facts).toEqual(['visits', 'plan']);
    expect(open.facts.filter(({ isCovered }) => isCovered).map(({ id }) => id)).toEqual(['visits', 'plan']);
    expect(words(open)).not.toMatch(/distress|stop signal|Contact was|aim is/);
  });

  test('with nothing ticked where nothing was signed', async () => {
    const made = await writingLetters(null);
    await visited(made);
    const open = await made.begun();
    expect(open.letter.facts).toEqual([]);
    expect(open.verdict).toMatchObject({ permitted: false, reason: 'no-release' });
    expect(words(open)).not.toContain('came for');
  });

  test('to the client without a release, naming none', async () => {
    const made = await writingLetters(null);
    await visited(made);
    const open = await made.begun({ kindId: 'attendance', to: { kind: 'client' } });
    expect(open.verdict).toBeNull();
    expect(inBlank(open, 'dates_times')).toMatch(/^24 November 2026, 10:\d\d to 1\d:\d\d$/);
    expect(open.unfilled).toEqual(['service_name', 'practice_phone']);
  });

  test('of one session, from what was recorded in it', async () => {
    const made = await writingLetters();
    const id = await visited(made, { before: 6, after: 1 });
    const open = await made.begun({ kindId: 'session-summary', from: { kind: 'session', id } });
    expect(words(open)).toContain('The distress rating was 6 at arrival, 6 at the highest and 1 at leaving.');
    expect(words(open)).toContain('2 minutes of contact in seated');
    expect(inBlank(open, 'leaving_state')).toBe('steady');
    expect(inBlank(open, 'quote_1')).toBe('');
  });

  test('with what is one told as one', async () => {
    const made = await writingLetters();
    await visited(made, { stop: true });
    const update = words(await made.begun());
    expect(update).toContain('came for 1 visit (');
    expect(update).toContain('The stop signal was used 1 time (');
    expect(update).toContain('Sessions were ended early by choice 0 times.');
    expect(words(await made.begun({ kindId: 'referral' }))).toContain('So far there has been 1 visit, with');
  });

  test('of what happened in a session, filled for a referral the same day', async () => {
    const made = await writingLetters();
    await made.start();
    await made.arrived(4);
    await made.did('block-started', made.block());
    made.world.later(30 * second);
    await made.did('seen', saw({ dissociation: 'D2', signs: ['voice flat', 'my uncle too'], words: 'my brother was there' }));
    made.world.later(2 * second);
    await made.did('hands-off', {});
    await closed(made, { left: 'With her sister' });
    const { incidents } = await made.world.ok('incidents.ofClient', { clientId: made.clientId });
    const id = incidents[0]?.id ?? '';
    const open = await made.begun({ kindId: 'referral-now', from: { kind: 'incident', id } });
    expect(inBlank(open, 'stop_time')).toMatch(/^\d\d:\d\d$/);
    expect(inBlank(open, 'leaving_state')).toBe('with her sister');
    expect(inBlank(open, 'facts_plain')).toBe('voice flat');
    expect(open.letter.sendBy).toBe('2026-11-24');
    expect(JSON.stringify(open)).not.toMatch(/my (brother|uncle)/);
    expect(
      await refusal(made.world, 'letters.compose', {
        ...again(made),
        kindId: 'referral-now',
        from: { kind: 'incident', id: made.clientId },
      }),
    ).toBe('no incident');
  });

  test('about one finding, and never about a private one', async () => {
    const made = await writingLetters();
    const { findings } = await made.world.ok('health.findings', { clientId: made.clientId });
    const { content } = made.world.open;
    const ids = content.health.items.filter((item) => item.kind === 'clearance').map((item) => item.id);
    expect(findings).toEqual([]);
    const [itemId = ''] = ids;
    const { finding } = await made.world.ok('health.add', { clientId: made.clientId, itemId });
    const open = await made.begun({ kindId: 'clearance-physician', from: { kind: 'finding', id: finding.id } });
    expect(inBlank(open, 'condition_plain')).toBe(finding.item.private ? '' : finding.item.condition);
    expect(inBlank(open, 'report_date')).toBe('24 November 2026');
  });

  test('only to somebody it is for, of a kind there is', async () => {
    const made = await writingLetters(null);
    const { world, contactId, clientId } = made;
    const asked = again(made);
    expect(await refusal(world, 'letters.compose', { ...asked, kindId: 'client-copy' })).toBe('letter-recipient');
    expect(await refusal(world, 'letters.compose', { ...asked, to: { kind: 'client' } })).toBe('letter-recipient');
    expect(await refusal(world, 'letters.compose', { ...asked, kindId: 'poem' })).toBe('content-unknown');
    expect(await refusal(world, 'letters.compose', { ...asked, to: { kind: 'contact', contactId: clientId } })).toBe('no contact');
    const other = await world.ok('contacts.create', { ...okafor, anyway: true });
    await world.ok('contacts.merge', { keepId: other.id, keepVersion: 1, goneId: contactId, goneVersion: 1, details: okafor });
    expect(await refusal(world, 'letters.compose', asked)).toBe('contact-merged');
  });
});

const again = ({ clientId, contactId }: { readonly clientId: string; readonly contactId: string }): InputOf<'letters.compose'> => ({
  clientId,
  kindId: 'progress-update',
  to: { kind: 'contact', contactId },
});

describe('a letter is kept', () => {
  test('without the sentences of a fact that is not ticked any more', async () => {
    const made = await writingLetters();
    await visited(made);
    const open = await made.begun();
    const kept = await made.saved(open, { facts: open.letter.facts.filter((fact) => fact !== 'stops') });
    expect(words(kept)).not.toContain('stop signal');
    expect(words(kept)).toContain('Maya came for 1 visit');
    expect(kept.letter.version).toBe(2);
  });

  test('with no fact ticked that is not there, or not covered', async () => {
    const made = await writingLetters({ kinds: ['attendance'] });
    const open = await made.begun();
    const keeping = (facts: string[]) =>
      refusal(made.world, 'letters.save', { id: open.letter.id, version: 1, draft: { ...draftOf(open.letter), facts } });
    expect(await keeping(['visits', 'stops'])).toBe('facts-not-covered');
    expect(await keeping(['reflections'])).toBe('facts-unknown');
    expect(await keeping([])).toBe('done');
  });

  test('as plain words, whatever markup or control characters they hold', async () => {
    const made = await writingLetters();
    const open = await made.begun();
    const text = '<b>bold</b>\u0000\u0007 {{next_plan}} & "x"';
    const kept = await made.saved(open, { document: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
    expect(words(kept)).toBe('<b>bold</b>   {{next_plan}} & "x"');
    expect(kept.unfilled).toEqual([]);
  });

  test('up to 200,000 characters and no further', async () => {
    const made = await writingLetters();
    const open = await made.begun();
    const keeping = (length: number) =>
      refusal(made.world, 'letters.save', {
        id: open.letter.id,
        version: open.letter.version,
        draft: { ...draftOf(open.letter), document: [{ type: 'paragraph', content: [{ type: 'text', text: 'a'.repeat(length) }] }] },
      });
    expect(await keeping(200_001)).toBe('invalid');
    expect(await keeping(200_000)).toBe('done');
  });

  test('only over the version that was seen, for a purpose of its own', async () => {
    const made = await writingLetters();
    const open = await made.begun();
    const draft = draftOf(open.letter);
    await made.saved(open, { clientNamed: 'initials' });
    expect(await refusal(made.world, 'letters.save', { id: open.letter.id, version: 1, draft })).toBe('conflict');
    expect(await refusal(made.world, 'letters.save', { id: open.letter.id, version: 2, draft: { ...draft, purpose: 'closing' } })).toBe(
      'invalid',
    );
    expect(await refusal(made.world, 'letters.save', { id: made.clientId, version: 1, draft })).toBe('no letter');
  });

  test('seen by the client until a word of it changes', async () => {
    const made = await writingLetters();
    const shown = await made.seen(await made.begun());
    expect(shown.letter.state).toBe('previewed');
    const same = await made.saved(shown);
    expect(same.letter).toMatchObject({ state: 'previewed', version: 1 });
    const changed = await made.saved(same, { clientNamed: 'initials' });
    expect(changed.letter).toMatchObject({ state: 'draft', preview: null });
  });

  test('or set aside, out of the way and out of reach', async () => {
    const made = await writingLetters();
    const { letter } = await made.begun();
    await made.world.ok('letters.setAside', { id: letter.id, version: 1 });
    expect(await made.world.ok('letters.ofClient', { clientId: made.clientId })).toEqual({ letters: [] });
    expect(await refusal(made.world, 'letters.save', { id: letter.id, version: 1, draft: draftOf(letter) })).toBe('no letter');
  });
});
