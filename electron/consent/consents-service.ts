import type { BodyArea } from '../../shared/body-areas.ts';
import type { OutputOf } from '../../shared/calls.ts';
import type { Consent } from '../../shared/consent.ts';
import { dayKept, type FormState, judgeSigned, type SignedForm } from '../../shared/consent-state.ts';
import { isSignedApart } from '../../shared/signed-apart.ts';
import type { Practice } from '../practice/practice.ts';
import { consentsOf, type KeptConsent, type StandingConsent, shownOf } from './consent-repository.ts';
import { fillingsOfClient } from './filling-repository.ts';
import type { FormContent } from './form-content.ts';
import { type FormKey, type FormWorld, formWorldOf, isOffered, isSameForm, placesOf } from './form-world.ts';
import { titleOf } from './prepare-form.ts';
import { type Reads, readsNow } from './reads-now.ts';

/** What was taken back, all in all. `answered`: the parts that were answered; with every one of them taken back, nothing is left to stand on. */
export const withdrawnOf = (consent: Pick<Consent, 'withdrawals'>, answered: readonly string[] = []): SignedForm['withdrawn'] => {
  if (consent.withdrawals.some((one) => one.parts.length === 0)) return 'whole';
  const parts = [...new Set(consent.withdrawals.flatMap((one) => one.parts))];
  if (answered.length > 0 && answered.every((id) => parts.includes(id))) return 'whole';
  return parts.length > 0 ? parts : null;
};

/** What the form cannot do without: "I am here by my own choice", or the one place it is about. Taken back alone, one of them takes the form with it. */
const carriesForm = ({ elements }: Pick<FormContent, 'elements'>, area: string | null, parts: readonly string[]): boolean =>
  elements.some(
    ({ id, required, asks, capture }) => required && (asks === 'agreement' || (area !== null && capture === 'map')) && parts.includes(id),
  );

/** What is taken back of a form, all in all; a statement it rests on takes all of it. */
export const withdrawnFrom = (form: Pick<FormContent, 'elements'>, consent: StandingConsent): SignedForm['withdrawn'] => {
  const withdrawn = withdrawnOf(consent, Object.keys(consent.answers ?? {}));
  return Array.isArray(withdrawn) && carriesForm(form, consent.area, withdrawn) ? 'whole' : withdrawn;
};

/** A form as its state is told, of one place where it is about one. */
type FormOf = Pick<FormContent, 'id' | 'title' | 'version' | 'valid_for' | 'elements'> & { readonly area: BodyArea | null };

/** Where one form stands, from its newest signed one and what waits. */
export const formStateOf = (
  form: FormOf,
  newest: StandingConsent | undefined,
  isWaiting: boolean,
  world: Pick<FormWorld, 'today' | 'party'> & { readonly profile: Pick<FormWorld['profile'], 'place'> },
  reads: Reads = 'same',
): FormState => {
  const withdrawn = newest ? withdrawnFrom(form, newest) : null;
  const judged = newest
    ? judgeSigned(
        { version: form.version, validity: form.valid_for },
        { ...newest, withdrawn },
        { today: world.today, underAge: world.party.underAge, place: world.profile.place, otherFacts: reads === 'other-facts' },
      )
    : ({ state: 'not-signed', reason: null } as const);
  const stands = judged.state === 'in-force' || judged.state === 'ends-soon';
  return {
    formId: form.id,
    area: form.area?.code ?? null,
    title: titleOf(form.title, form.area),
    version: form.version,
    ...(isWaiting && !stands ? { state: 'to-review' as const, reason: null } : judged),
    consentId: newest?.id ?? null,
    signedVersion: newest?.formVersion ?? null,
    endsOn: newest?.endsOn ? dayKept(newest.endsOn) : null,
    partsWithdrawn: Array.isArray(withdrawn) ? [...withdrawn] : [],
    newerText: newest !== undefined && (newest.formVersion !== form.version || reads !== 'same'),
  };
};

const keyOf = ({ id, area }: Pick<FormOf, 'id' | 'area'>): FormKey => ({ formId: id, area: area?.code ?? null });

/** Where a form stands for its client: by its newest, or, where each is signed apart, by the one that counts best. `consents`: newest first. */
const bestStateOf = (
  form: FormContent & FormOf,
  consents: readonly StandingConsent[],
  isWaiting: boolean,
  world: FormWorld,
  readsOf: (form: FormContent & FormOf, consentId: string) => Reads,
): FormState => {
  const own = consents.filter((consent) => isSameForm(consent, keyOf(form)));
  const stateOf = (consent: StandingConsent | undefined): FormState =>
    formStateOf(form, consent, isWaiting, world, consent && readsOf(form, consent.id));
  const newest = stateOf(own[0]);
  if (!isSignedApart(form.id)) return newest;
  const states = own.map(stateOf);
  return states.find(({ state }) => state === 'in-force') ?? states.find(({ state }) => state === 'ends-soon') ?? newest;
};

/** What a consent is to the window; what its state is judged by stays here. */
export const consentToShow = ({ endsBy: _, underAge: __, place: ___, ...consent }: KeptConsent): Consent => consent;

/** Where each of these forms stands, once for each place it is about. `consents`: all of its client, newest first. */
export const formStatesOf = async (
  practice: Practice,
  world: FormWorld,
  given: {
    readonly forms: readonly FormContent[];
    readonly consents: readonly StandingConsent[];
    readonly isWaiting: (form: FormKey) => boolean;
  },
): Promise<FormState[]> => {
  const { consents, isWaiting } = given;
  const judged = consents.filter((one) => isSignedApart(one.formId) || one === consents.find((other) => isSameForm(other, one)));
  const shown = await shownOf(
    practice.db,
    judged.map(({ id }) => id),
  );
  const readsOf = (form: FormContent & FormOf, consentId: string): Reads =>
    readsNow(practice, world, form, shown.get(consentId) ?? '', form.area);
  return given.forms
    .flatMap((form) => placesOf(world, form.id).map((area) => ({ ...form, area })))
    .map((form) => bestStateOf(form, consents, isWaiting(keyOf(form)), world, readsOf));
};

export const consentsOfClient = async (practice: Practice, input: { readonly clientId: string }): Promise<OutputOf<'consent.ofClient'>> => {
  const world = await formWorldOf(practice, input.clientId);
  const consents = await consentsOf(practice.db, input.clientId);
  const fillings = await fillingsOfClient(practice.db, input.clientId);
  const isWaiting = (form: FormKey): boolean => fillings.some((filling) => isSameForm(filling, form));
  return {
    consents: consents.map(consentToShow),
    forms: await formStatesOf(practice, world, { forms: world.forms, consents, isWaiting }),
    notOffered: fillings.filter((filling) => !isOffered(world, filling)).map(({ id, savedAt }) => ({ fillingId: id, savedAt })),
  };
};
