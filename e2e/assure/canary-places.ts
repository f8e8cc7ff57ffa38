import type { CallName } from '../../shared/calls.ts';
import type { ClientDetails } from '../../shared/clients.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import type { Chance } from './chance.ts';
import { type Headless, okOf } from './headless-process.ts';
import { keepHealth } from './health-records.ts';
import { type Ids, idsOf } from './hostile-health.ts';
import { callNames, nearlyGood, type Path, pathsOf, replaced, strangerId } from './hostile-input.ts';
import { keepLetters } from './letter-records.ts';
import { keepNotes } from './note-records.ts';
import { keepSchedule } from './schedule-records.ts';
import { keepSessions } from './session-records.ts';
import { filledIn, handOver, openIntake, profile, readySigning } from './trial-records.ts';

/** Texts that stand nowhere else, one for each place they are put; they share a beginning, which is what is looked for. */
export type Canaries = { readonly stem: string; readonly next: () => string; readonly placed: () => number };

export const canariesFrom = (chance: Chance): Canaries => {
  const stem = `zq${Array.from({ length: 12 }, () => chance.pick([...'bcdfghjklmnpqrstvwxz'])).join('')}`;
  let placed = 0;
  return {
    stem,
    next: () => {
      placed += 1;
      return `${stem}${placed}q`;
    },
    placed: () => placed,
  };
};

/** The practice's name is the one exception: the locked screen shows it to whoever sits down. */
export const canaryProfile = (next: () => string): ProfileDetails => ({
  ...profile,
  address: next(),
  practitionerName: next(),
  credential: next(),
  licenceWords: next(),
});

const client = (next: () => string): ClientDetails => ({
  chosenName: next(),
  legalName: next(),
  pronouns: next(),
  birthDate: '1987-06-05',
  phone: next(),
  email: `${next()}@example.org`,
  contactWishes: next(),
  stopWord: next(),
  stopGesture: next(),
  voicemail: 'no',
  discreetWords: next(),
  language: next(),
  emergencyContacts: [{ name: next(), relation: next(), phone: next() }],
  guardian: { name: next(), relation: next(), phone: next(), email: `${next()}@example.org` },
  tags: [next()],
  custom: {},
});

/** Answers of a form the client gives back unfinished, and that is set aside; words of a consent taken back; a text and words of the practice's own. */
const keepInHandOver = async (vault: Headless, clientId: string, next: () => string, secret: string): Promise<void> => {
  const { handoverId, fillingId, revision, form } = await handOver(vault, clientId);
  const given = filledIn(form, { text: next(), initials: next().slice(0, 20), typedName: next() });
  await okOf(vault.call('handover.answer', { ...given, handoverId, fillingId, revision }));
  await vault.call('handover.end', { handoverId, passphrase: next() });
  await okOf(vault.call('handover.end', { handoverId, passphrase: secret }));
  await okOf(vault.call('handover.setAside', { fillingId }));
  const { consents } = await okOf(vault.call('consent.ofClient', { clientId }));
  await okOf(vault.call('consent.withdraw', { consentId: consents[0]!.id, by: 'client', parts: [], words: next() }));
  const { version, text } = await okOf(vault.call('forms.get', { formId: 'fees-cancellation' }));
  const changed = { ...text, intro: next() };
  await okOf(vault.call('forms.edit', { formId: 'fees-cancellation', basedOn: version, kind: 'meaning', note: next(), text: changed }));
  const facts = [{ placeholder: 'regulator_name', words: next(), checkedOn: null }];
  await okOf(vault.call('profile.setFormFacts', { version: 0, facts }));
};

/** An intake that is open, the client's map and what they said taking a place back, a stop signal agreed and tried. */
const keepOfBody = async (vault: Headless, clientId: string, next: () => string, secret: string): Promise<string> => {
  const intakeId = await openIntake(vault, clientId, { text: next() }, secret);
  const { map } = await okOf(vault.call('consentMap.get', { clientId }));
  const areas = { 'B-TRAP-L': { state: 'ask', ceiling: 1 } } as const;
  await okOf(vault.call('consentMap.set', { clientId, basedOn: map?.id ?? null, ceiling: 2, areas, words: next() }));
  await okOf(vault.call('consentMap.withdraw', { clientId, areas: ['B-TRAP-L'], words: next() }));
  const { version } = await okOf(vault.call('clients.get', { id: clientId }));
  const [word, gesture] = [next(), next()];
  await okOf(vault.call('stopSignal.set', { clientId, version, word, gesture }));
  await okOf(vault.call('stopSignal.rehearsed', { clientId, word, gesture }));
  return intakeId;
};

/** A field of the practice's own with an answer, a tag renamed and a filter saved. */
const keepOfList = async (vault: Headless, id: string, next: () => string): Promise<void> => {
  const field = { label: next(), kind: 'choice' as const, options: [next(), next()], inUse: true };
  const { id: fieldId } = await okOf(vault.call('customFields.save', { id: null, version: 0, details: field }));
  const { version } = await okOf(vault.call('clients.get', { id }));
  const details = { ...client(next), custom: { [fieldId]: field.options[0]! } };
  await okOf(vault.call('clients.update', { id, version, details }));
  await okOf(vault.call('tags.rename', { tag: details.tags[0]!, to: next() }));
  await okOf(vault.call('clientFilters.save', { name: next(), filter: { query: next(), tags: [next()], archived: false } }));
};

/** What the contract takes and the practice keeps. */
export const keepCanaries = async (vault: Headless, next: () => string, secret: string): Promise<Ids> => {
  const { id } = await okOf(vault.call('clients.create', client(next)));
  const signing = await readySigning(vault, id, { text: next(), initials: next().slice(0, 20), typedName: next() }, secret);
  const { documentId } = await okOf(vault.call('consent.sign', signing));
  await okOf(vault.call('clients.update', { id, version: 1, details: client(next) }));
  await okOf(vault.call('clients.search', { query: next() }));
  await keepOfList(vault, id, next);
  const { version } = await okOf(vault.call('profile.get', {}));
  await okOf(vault.call('profile.update', { version, details: canaryProfile(next) }));
  await okOf(vault.call('drafts.save', { key: next(), title: next(), place: `/${next()}`, text: JSON.stringify({ chosenName: next() }) }));
  await keepInHandOver(vault, id, next, secret);
  const { fillingId } = await readySigning(vault, id, { text: next(), initials: next().slice(0, 20), typedName: next() }, secret);
  const intakeId = await keepOfBody(vault, id, next, secret);
  // Nothing is handed over once a crisis card waits.
  const sessionIds = await keepSessions(vault, next);
  const noteIds = await keepNotes(vault, sessionIds, next, secret);
  const letterIds = await keepLetters(vault, sessionIds, next);
  const healthIds = await keepHealth(vault, id, next);
  const scheduleIds = await keepSchedule(vault, id, next);
  return {
    ...idsOf(strangerId),
    ...healthIds,
    ...scheduleIds,
    ...sessionIds,
    ...noteIds,
    ...letterIds,
    clientId: id,
    documentId,
    fillingId,
    intakeId,
  };
};

const isText = (value: unknown, path: Path): boolean => typeof path.reduce<unknown>((at, key) => (at as never)[key], value) === 'string';

/** Would end the run, or put a text where everyone may read it. */
const skipped: readonly CallName[] = ['vault.create', 'vault.lock'];

/** A canary in every place for text of every call there is, one at a time, taken or refused; and where no call has a place. */
export const sendEverywhere = async (vault: Headless, ids: Ids, next: () => string): Promise<void> => {
  const good = nearlyGood(ids);
  for (const name of callNames.filter((one) => !skipped.includes(one))) {
    const input = good[name];
    const places = pathsOf(input).filter((path) => path.at(-1) !== 'practiceName' && isText(input, path));
    for (const path of places) await vault.anyCall(name, replaced(input, path, next()));
    await vault.anyCall(name, { ...(input as object), [next()]: next() });
  }
  await vault.anyCall(next(), {});
};
