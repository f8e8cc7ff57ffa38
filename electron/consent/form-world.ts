import { Refusal } from '../../shared/app-error.ts';
import type { BodyArea } from '../../shared/body-areas.ts';
import { type Client, legalNameOf } from '../../shared/clients.ts';
import type { Blanks } from '../../shared/consent.ts';
import { areaForm, type ConsentForm } from '../../shared/consent-form.ts';
import { isUnderAge } from '../../shared/consent-state.ts';
import { healthFormId } from '../../shared/health.ts';
import { intakeFormId } from '../../shared/intake.ts';
import type { Profile } from '../../shared/profile.ts';
import type { Party } from '../../shared/signatures.ts';
import { type CalendarDay, dayIn } from '../../shared/time.ts';
import { getClient } from '../clients/clients-service.ts';
import { healthForm } from '../intake/health-form.ts';
import { intakeForm } from '../intake/intake-form.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { areasHere, areasShown } from './areas-here.ts';
import type { FormContent } from './form-content.ts';
import { formsInForce, practiceWords } from './forms-in-force.ts';
import { prepareForm } from './prepare-form.ts';
import { sensitiveAreasOf } from './sensitive-areas-repository.ts';

/** What a form of one client is made from. */
export type FormWorld = {
  readonly profile: Profile;
  readonly client: Client;
  readonly forms: readonly FormContent[];
  readonly words: Readonly<Record<string, string>>;
  readonly today: CalendarDay;
  readonly party: Party;
  /** Places as they stand on this client's chart. */
  readonly areas: readonly BodyArea[];
};

/** Places as they stand on a chart here: those that need their own form only where they are turned on, and never under age. */
export const areasOnChart = async (practice: Practice, place: string, underAge: boolean): Promise<readonly BodyArea[]> => {
  const { since } = await sensitiveAreasOf(practice.db);
  return areasShown(areasHere(practice.content, place, new Set(underAge ? [] : since.keys())));
};

/** @throws Refused not-found client */
export const formWorldOf = async (practice: Practice, clientId: string): Promise<FormWorld> => {
  const [profile, client] = [await getProfile(practice), await getClient(practice, { id: clientId })];
  const [forms, words] = [await formsInForce(practice), await practiceWords(practice)];
  const today = dayIn(practice.now(), practice.zone ?? profile.zone);
  const party = { underAge: isUnderAge(client.birthDate, words.local_age ?? '', today) };
  return { profile, client, forms, words, today, party, areas: await areasOnChart(practice, profile.place, party.underAge) };
};

/** What a form is about: the whole client, or for an `area-consent` one place. Two places are two forms. */
export type FormKey = { readonly formId: string; readonly area: string | null };

export const isSameForm = (one: FormKey, other: FormKey): boolean => one.formId === other.formId && one.area === other.area;

/** Places a form is offered for: those that need their own, or none in particular. */
export const placesOf = (world: Pick<FormWorld, 'areas'>, formId: string): readonly (BodyArea | null)[] =>
  formId === areaForm ? world.areas.filter((area) => area.tier === 'written_specific') : [null];

export const formsFor = (practice: Practice, world: FormWorld, blanks: Blanks): readonly ConsentForm[] =>
  world.forms.flatMap((form) => placesOf(world, form.id).map((area) => prepareForm(form, practice.content, { ...world, blanks, area })));

/** The client's part of the intake is filled in hand-over like a form, and is none of the consents. */
export const isIntake = ({ formId, area }: FormKey): boolean => formId === intakeFormId && area === null;

/** So is the health screen. */
export const isHealthScreen = ({ formId, area }: FormKey): boolean => formId === healthFormId && area === null;

/** Goes into the record itself when the screen comes back: nobody signs it, and it never waits among the forms. */
export const isOfRecord = (key: FormKey): boolean => isIntake(key) || isHealthScreen(key);

/** A form may have gone from the content, or from this place, or the body's place from the practice, while one was being filled. */
export const isOffered = (world: FormWorld, { formId, area }: FormKey): boolean =>
  isOfRecord({ formId, area }) ||
  (world.forms.some((form) => form.id === formId) && placesOf(world, formId).some((place) => (place?.code ?? null) === area));

/** @throws Refusal form-not-offered */
export const formFor = (practice: Practice, world: FormWorld, key: FormKey & { readonly blanks: Blanks }): ConsentForm => {
  if (isIntake(key)) return intakeForm(practice.content, world.areas);
  if (isHealthScreen(key)) return healthForm(practice.content);
  const form = world.forms.find((one) => one.id === key.formId);
  const area = world.areas.find(({ code }) => code === key.area) ?? null;
  if (!form || !isOffered(world, key)) throw new Refusal('form-not-offered', { formId: key.formId });
  return prepareForm(form, practice.content, { ...world, blanks: key.blanks, area });
};

/** Who the client is, as it is printed. */
export const clientToPrint = ({ client }: FormWorld) => ({
  legalName: legalNameOf(client),
  chosenName: client.chosenName,
  pronouns: client.pronouns,
  birthDate: client.birthDate,
});
