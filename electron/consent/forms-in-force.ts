import { byVersion, FormText, laidOver, type OwnText, versionOver } from '../../shared/form-texts.ts';
import { mayBePrinted } from '../../shared/profile.ts';
import type { Practice, Reader } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import type { ClinicalContent, FormContent } from './form-content.ts';
import { factsOf } from './form-facts-repository.ts';
import { type OwnVersion, ownTextOf, ownVersions } from './form-texts-repository.ts';
import { isAskedIn } from './prepare-form.ts';

/** Spoken at each visit, in the session itself; it comes with its part. */
const notYetOffered: readonly string[] = ['session-consent'];

/** The words of a form as they may be changed. "I'd rather not say" is the window's own, not an option's label. */
export const textOf = (form: FormContent): FormText =>
  FormText.parse({
    clientTitle: form.client_title,
    intro: form.intro,
    elements: form.elements.map((element) => ({
      id: element.id,
      title: element.title,
      text: element.model_text,
      options: (element.options ?? []).filter((option) => option.value !== 'declined').map(({ value, label }) => ({ value, label })),
    })),
  });

const withText = (form: FormContent, version: string, text: FormText): FormContent => ({
  ...form,
  version,
  client_title: text.clientTitle,
  intro: text.intro,
  elements: form.elements.map((element) => {
    const words = text.elements.find((one) => one.id === element.id);
    if (!words) return element;
    const label = (value: string): string | undefined => words.options.find((option) => option.value === value)?.label;
    const options = element.options?.map((option) => ({ ...option, label: label(option.value) ?? option.label }));
    return { ...element, title: words.title, model_text: words.text, ...(options ? { options } : {}) };
  }),
});

/** A form with the words the practice uses now, beside where they come from. */
export type FormInForce = {
  readonly form: FormContent;
  /** As it came with the application. */
  readonly shipped: FormContent;
  /** The practice's own words; null where it uses those of the application. */
  readonly own: OwnText | null;
  /** Versions the practice made, newest first. */
  readonly versions: readonly OwnVersion[];
};

const inForce = async (db: Reader, shipped: FormContent, versions: readonly OwnVersion[]): Promise<FormInForce> => {
  const [newest] = versions;
  const own = newest ? await ownTextOf(db, shipped.id, newest.version) : null;
  if (!newest || !own) return { form: shipped, shipped, own: null, versions };
  const version = versionOver(newest.version, own.shipped, shipped.version);
  return { form: withText(shipped, version, laidOver(textOf(shipped), own)), shipped, own, versions };
};

/** Each form the practice offers in its place, in the order of the content. Own words in another language than the content's are not laid over it. */
export const formsWithVersions = async (db: Reader, content: ClinicalContent, place: string): Promise<readonly FormInForce[]> => {
  const made = (await ownVersions(db)).filter((version) => version.language === content.consents.locale);
  // A form of another country's law asks nothing here.
  const isOffered = ({ id, elements }: FormContent): boolean =>
    !notYetOffered.includes(id) && elements.some((one) => isAskedIn(place, one));
  const offered = content.consents.items.filter(isOffered);
  const forms: FormInForce[] = [];
  for (const shipped of offered) {
    const versions = made.filter((version) => version.formId === shipped.id).sort((one, other) => byVersion(other.version, one.version));
    forms.push(await inForce(db, shipped, versions));
  }
  return forms;
};

/** The forms the practice offers, with the words it uses now: its own newest version, or those that came with the application. */
export const formsInForce = async (practice: Practice): Promise<readonly FormContent[]> => {
  const { place } = await getProfile(practice);
  return (await formsWithVersions(practice.db, practice.content, place)).map(({ form }) => form);
};

/** The practice's own words by placeholder, as far as they may be printed. */
export const practiceWords = async (practice: Practice): Promise<Readonly<Record<string, string>>> => {
  const { facts } = await factsOf(practice.db);
  return Object.fromEntries(facts.filter(mayBePrinted).map(({ placeholder, words }) => [placeholder, words]));
};

/** One form in the words it had in that version; null where this practice has them no more. What another release of the application brought is not kept. */
const formInVersion = async (db: Reader, { form, shipped, versions }: FormInForce, version: string): Promise<FormContent | null> => {
  if (version === form.version) return form;
  const own = versions.some((one) => one.version === version) ? await ownTextOf(db, shipped.id, version) : null;
  if (own) return withText(shipped, version, own.text);
  return version === shipped.version ? shipped : null;
};

/** The forms the practice offers, those that are named in the words of an earlier version. */
export const formsInVersions = async (practice: Practice, versions: Readonly<Record<string, string>>): Promise<readonly FormContent[]> => {
  const { place } = await getProfile(practice);
  const offered = await formsWithVersions(practice.db, practice.content, place);
  const forms: FormContent[] = [];
  for (const one of offered) {
    const version = versions[one.shipped.id];
    forms.push((version === undefined ? null : await formInVersion(practice.db, one, version)) ?? one.form);
  }
  return forms;
};
