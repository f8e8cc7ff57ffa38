import { Temporal } from 'temporal-polyfill';
import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Consent, Withdrawal } from '../../shared/consent.ts';
import { areaForm } from '../../shared/consent-form.ts';
import { endsSoonDays, isUnderAge } from '../../shared/consent-state.ts';
import { takesAnswer } from '../../shared/form-answers.ts';
import { limits } from '../../shared/limits.ts';
import { isSignedApart } from '../../shared/signed-apart.ts';
import { dayIn } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { type Attended, consentsEnding, formsToReview } from './attention-repository.ts';
import { consentOf, consentsOf, insertWithdrawal } from './consent-repository.ts';
import { consentToShow, formStateOf, withdrawnFrom, withdrawnOf } from './consents-service.ts';
import { areasOnChart, type FormWorld, formFor, formWorldOf, isOffered, isSameForm, placesOf } from './form-world.ts';
import { formsInForce, practiceWords } from './forms-in-force.ts';
import { takeBackWithParts } from './places-taken-back.ts';
import { unsignTakenBack } from './unsigned.ts';

/** What can be taken back: whatever was answered, and each question of the form. */
const partsOf = (practice: Practice, world: FormWorld, consent: Consent): ReadonlySet<string> => {
  const asked = isOffered(world, consent) ? formFor(practice, world, { ...consent, blanks: {} }).elements.filter(takesAnswer) : [];
  return new Set([...Object.keys(consent.answers), ...asked.map(({ id }) => id)]);
};

/** What is newly taken back, none being the whole form; null where all of it is taken back already. */
const takenBack = (consent: Consent, parts: readonly string[]): string[] | null => {
  const before = withdrawnOf(consent);
  const left = [...new Set(parts)].filter((id) => !Array.isArray(before) || !before.includes(id));
  return before === 'whole' || (parts.length > 0 && left.length === 0) ? null : left;
};

/** The others of a form signed once at a time: whichever of them was named, none stays in force behind the person's back. */
const othersWith = async (tx: Tx, consent: Consent): Promise<readonly Consent[]> =>
  isSignedApart(consent.formId)
    ? []
    : (await consentsOf(tx, consent.clientId)).filter((one) => isSameForm(one, consent) && one.id !== consent.id);

export const withdrawConsent = async (
  practice: Practice,
  input: ParsedInputOf<'consent.withdraw'>,
): Promise<OutputOf<'consent.withdraw'>> => {
  const kept = await consentOf(practice.db, input.consentId);
  if (!kept) throw new Refused({ code: 'not-found', what: 'consent' });
  const world = await formWorldOf(practice, kept.clientId);
  const known = partsOf(practice, world, kept);
  const form = world.forms.find(({ id }) => id === kept.formId);
  const foreign = input.parts.filter((id) => !known.has(id));
  if (foreign.length > 0) throw new Refusal('parts-not-in-form', { elements: [...new Set(foreign)] });

  const consent = await practice.write(async (tx) => {
    // Looked at again inside: the same word said twice is kept once.
    const now = (await consentOf(tx, kept.id)) ?? kept;
    const own = takenBack(now, input.parts);
    // Said once more after the map was made anew, the same word closes the places again.
    const closed = await takeBackWithParts(tx, practice, now, input);
    if (!own && !closed) throw new Refusal('already-withdrawn');
    if (!own) return now;
    const keep = async ({ id, clientId }: Consent, parts: string[]): Promise<Withdrawal> => {
      const withdrawal = { id: practice.newId(), withdrawnAt: practice.now(), by: input.by, parts, words: input.words };
      await insertWithdrawal(tx, { ...withdrawal, consentId: id, recordedBy: practice.actor.id });
      await recordAudit(tx, practice, { clientId, recordId: id });
      return withdrawal;
    };
    const withdrawal = await keep(now, own);
    for (const other of await othersWith(tx, now)) {
      const parts = takenBack(other, input.parts);
      if (parts) await keep(other, parts);
    }
    const after = { ...now, withdrawals: [...now.withdrawals, withdrawal] };
    if (own.length === 0 || (form && withdrawnFrom(form, after) === 'whole')) await unsignTakenBack(tx, after);
    return after;
  });
  practice.changed('maps', 'consents');
  return consentToShow(consent);
};

/** How long something that ended is still named, in days. */
const namedAfterEnd = 30;

export const consentAttention = async (
  practice: Practice,
  _: ParsedInputOf<'consent.attention'>,
): Promise<OutputOf<'consent.attention'>> => {
  const profile = await getProfile(practice);
  const [forms, words] = [await formsInForce(practice), await practiceWords(practice)];
  const today = dayIn(practice.now(), practice.zone ?? profile.zone);
  const from = Temporal.PlainDate.from(today).subtract({ days: namedAfterEnd }).toString();
  const to = Temporal.PlainDate.from(today).add({ days: endsSoonDays }).toString();
  const areas = await areasOnChart(practice, profile.place, false);
  const places = placesOf({ areas }, areaForm).flatMap((area) => area?.code ?? []);
  const [formIds, most] = [forms.map((form) => form.id), limits.page];
  const returned = await formsToReview(practice.db, { formIds, areas: places, most });
  const ending = await consentsEnding(practice.db, { formIds: formIds.filter((id) => id !== areaForm), most, from, today, to });

  const shown = (isWaiting: boolean) => (row: Attended) => {
    const form = forms.find((one) => one.id === row.formId);
    if (!form) return [];
    const party = { underAge: isUnderAge(row.birthDate, words.local_age ?? '', today) };
    const area = areas.find(({ code }) => code === row.area) ?? null;
    const formState = formStateOf({ ...form, area }, row.newest, false, { today, party, profile });
    return [
      {
        clientId: row.clientId,
        chosenName: row.chosenName,
        formState: isWaiting ? { ...formState, state: 'to-review' as const, reason: null } : formState,
      },
    ];
  };
  const found = [
    ...returned.rows.flatMap(shown(true)),
    ...ending.rows.flatMap(shown(false)).filter(({ formState }) => formState.state !== 'in-force'),
  ];
  const attention = found.slice(0, limits.page);
  return { attention, more: Math.max(0, returned.total + ending.total - limits.page) };
};
