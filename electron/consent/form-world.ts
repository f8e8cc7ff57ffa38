import { Refusal } from '../../shared/app-error.ts';
import type { BodyArea } from '../../shared/body-areas.ts';
import { type Client, legalNameOf } from '../../shared/clients.ts';
import type { Blanks } from '../../shared/consent.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { isUnderAge } from '../../shared/consent-state.ts';
import type { Profile } from '../../shared/profile.ts';
import type { Party } from '../../shared/signatures.ts';
import { type CalendarDay, dayIn } from '../../shared/time.ts';
import { getClient } from '../clients/clients-service.ts';
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
  /** Places as they stand on a chart here, those that need their own form only where they are turned on. */
  readonly areas: readonly BodyArea[];
};

/** @throws Refused not-found client */
export const formWorldOf = async (practice: Practice, clientId: string): Promise<FormWorld> => {
  const [profile, client] = [await getProfile(practice), await getClient(practice, { id: clientId })];
  const [forms, words] = [await formsInForce(practice), await practiceWords(practice)];
  const today = dayIn(practice.now(), practice.zone ?? profile.zone);
  const { since } = await sensitiveAreasOf(practice.db);
  const areas = areasShown(areasHere(practice.content, profile.place, new Set(since.keys())));
  return { profile, client, forms, words, today, areas, party: { underAge: isUnderAge(client.birthDate, words.local_age ?? '', today) } };
};

export const formsFor = (practice: Practice, world: FormWorld, blanks: Blanks): readonly ConsentForm[] =>
  world.forms.map((form) => prepareForm(form, practice.content, { ...world, blanks, area: null }));

/** A form may have gone from the content, or from this place, while one was being filled. */
export const isOffered = (world: FormWorld, formId: string): boolean => world.forms.some((form) => form.id === formId);

/** @throws Refusal form-not-offered */
export const formFor = (
  practice: Practice,
  world: FormWorld,
  formId: string,
  blanks: Blanks,
  area: BodyArea | null = null,
): ConsentForm => {
  const form = world.forms.find((one) => one.id === formId);
  if (!form) throw new Refusal('form-not-offered', { formId });
  return prepareForm(form, practice.content, { ...world, blanks, area });
};

/** Who the client is, as it is printed. */
export const clientToPrint = ({ client }: FormWorld) => ({
  legalName: legalNameOf(client),
  chosenName: client.chosenName,
  pronouns: client.pronouns,
  birthDate: client.birthDate,
});
