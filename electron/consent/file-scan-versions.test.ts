import { describe, expect, test } from 'vitest';
import { refused, scanned } from './file-scan.test-world.ts';

/** A scan in the words the application came with, while the practice has changed them since; and in its own earlier words. */
const changed = async (kind: 'meaning' | 'spelling') => {
  const paper = await scanned();
  const { world, clientId, form } = paper;
  const { text } = await world.ok('forms.get', { formId: form.id });
  const edited = { ...text, intro: kind === 'meaning' ? `${text.intro} And more.` : `${text.intro}!` };
  const { version } = await world.ok('forms.edit', { formId: form.id, basedOn: form.version, kind, note: 'Clearer', text: edited });
  const stateOf = async () => (await world.ok('consent.ofClient', { clientId })).forms.find(({ formId }) => formId === form.id);
  return { ...paper, version, stateOf };
};

describe('a paper in the words of an earlier version', () => {
  test('counts in those words, and is signed again where the meaning has changed', async () => {
    const { world, clientId, form, input, version, stateOf } = await changed('meaning');
    const earlier = (await world.ok('consent.forms', { clientId, versions: { [form.id]: form.version } })).forms;
    expect(earlier.find(({ id }) => id === form.id)).toEqual(form);
    const consent = await world.ok('consent.fileScan', input);
    expect(consent.formVersion).toBe(form.version);
    const kept = await world.open.database.selectFrom('consents').select(['shown', 'shown_sha256']).executeTakeFirstOrThrow();
    expect(kept.shown_sha256).toBe(form.shownSha256);
    expect(kept.shown).not.toContain('And more.');
    expect(await stateOf()).toMatchObject({ state: 'sign-again', version, signedVersion: form.version });
  });

  test('stands where only the wording has changed', async () => {
    const { world, input, stateOf } = await changed('spelling');
    await world.ok('consent.fileScan', input);
    expect(await stateOf()).toMatchObject({ state: 'in-force', newerText: true });
  });

  test('is not taken in words this practice never had, nor in others than were shown', async () => {
    const { world, clientId, form, input, version } = await changed('meaning');
    expect(await world.call('consent.fileScan', { ...input, formVersion: '0.9.0' })).toMatchObject(refused('form-changed'));
    expect(await world.call('consent.fileScan', { ...input, formVersion: version })).toMatchObject(refused('form-changed'));
    const { forms } = await world.ok('consent.forms', { clientId, versions: { [form.id]: '0.9.0' } });
    expect(forms.find(({ id }) => id === form.id)?.version).toBe(version);
  });
});
