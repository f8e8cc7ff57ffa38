import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import {
  byVersion,
  type FormText,
  type FormVersion,
  laidOver,
  nextVersion,
  ownParts,
  partsChanged,
  partsEmptied,
  sameMajor,
} from '../../shared/form-texts.ts';
import { moreThanSpelling } from '../../shared/spelling.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Reader } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { unknownBlanks } from './form-checks.ts';
import type { ClinicalContent } from './form-content.ts';
import type { FormContent } from './form-schema.ts';
import { insertFormVersion, ownTextOf } from './form-texts-repository.ts';
import { areasOnChart } from './form-world.ts';
import { type FormInForce, formsWithVersions, practiceWords, textOf } from './forms-in-force.ts';
import { answeredBy, isAskedIn, mayDecline, prepareForm } from './prepare-form.ts';

export const contentFiles = async (practice: Practice, _input: ParsedInputOf<'profile.content'>): Promise<OutputOf<'profile.content'>> => ({
  files: practice.content.files.map((content) => ({
    file: content.file,
    title: content.title,
    version: content.content_version,
    date: content.content_date,
    status: content.status,
    attributions: [...content.attributions],
  })),
});

/** Newest first: the text in force, the practice's own, and the application's where nobody's newer text has its number. */
const versionsOf = ({ form, shipped, versions }: FormInForce): FormVersion[] => {
  const shippedIn = (version: string): FormVersion => ({ version, madeAt: null, madeBy: '', kind: null, note: '' });
  const own = versions.map(({ version, madeAt, madeBy, kind, note }) => ({ version, madeAt, madeBy, kind, note }));
  const more = [...new Set([form.version, shipped.version])].filter((version) => !own.some((one) => one.version === version));
  return [...own, ...more.map(shippedIn)].sort((one, other) => byVersion(other.version, one.version));
};

const blanksIn = (form: FormContent, place: string): string[] => {
  const texts = [form.intro, ...form.elements.filter((element) => isAskedIn(place, element)).map((element) => element.model_text)];
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name)))];
};

export const listForms = async (practice: Practice, _input: ParsedInputOf<'forms.list'>): Promise<OutputOf<'forms.list'>> => {
  const [profile, words] = [await getProfile(practice), await practiceWords(practice)];
  const forms = await formsWithVersions(practice.db, practice.content, profile.place);
  const areas = await areasOnChart(practice, profile.place, false);
  return {
    forms: forms.map((inForce) => {
      const { form, shipped, own } = inForce;
      const { unfilled, ...shown } = prepareForm(form, practice.content, { profile, client: null, words, blanks: {}, areas, area: null });
      return {
        id: form.id,
        version: form.version,
        language: shown.language,
        title: form.title,
        clientTitle: form.client_title,
        purpose: form.purpose,
        when: form.when,
        signedBy: form.signed_by,
        validity: form.valid_for,
        versions: versionsOf(inForce),
        blanks: blanksIn(form, profile.place),
        shippedSince: own !== null && byVersion(own.shipped, shipped.version) < 0,
        unfilled: unfilled
          .filter((blank) => blank.source === 'profile')
          .map(({ placeholder, label, example }) => ({ placeholder, label, example })),
      };
    }),
  };
};

/** @throws Refused not-found form */
const offered = async (db: Reader, content: ClinicalContent, place: string, formId: string): Promise<FormInForce> => {
  const found = (await formsWithVersions(db, content, place)).find(({ shipped }) => shipped.id === formId);
  if (!found) throw new Refused({ code: 'not-found', what: 'form' });
  return found;
};

const textIn = async (db: Reader, { form, shipped }: FormInForce, version: string): Promise<FormText> => {
  if (version === form.version) return textOf(form);
  const own = await ownTextOf(db, shipped.id, version);
  if (own) return own.text;
  if (version === shipped.version) return textOf(shipped);
  throw new Refused({ code: 'not-found', what: 'form' });
};

export const getFormText = async (practice: Practice, input: ParsedInputOf<'forms.get'>): Promise<OutputOf<'forms.get'>> => {
  const { place } = await getProfile(practice);
  const inForce = await offered(practice.db, practice.content, place, input.formId);
  const version = input.version ?? inForce.form.version;
  return {
    formId: input.formId,
    version,
    text: await textIn(practice.db, inForce, version),
    shipped: textOf(inForce.shipped),
    parts: inForce.shipped.elements.map((element) => ({
      id: element.id,
      capture: element.capture,
      by: answeredBy(element),
      allowDeclined: mayDecline(element),
      signers: [...(element.signers ?? [])],
      shownHere: isAskedIn(place, element),
    })),
    placeholders: Object.entries(practice.content.consents.placeholders).map(([placeholder, { label, example }]) => ({
      placeholder,
      label,
      example,
    })),
  };
};

/** Blanks are filled in the running text alone; in a title or beside a box they would be printed as they stand. */
const unknownIn = (text: FormText, known: ReadonlySet<string>): readonly string[] => {
  const running = [text.intro, ...text.elements.map((element) => element.text)];
  const fixed = [text.clientTitle, ...text.elements.flatMap(({ title, options }) => [title, ...options.map(({ label }) => label)])];
  return [...running.flatMap((words) => unknownBlanks(words, known)), ...fixed.flatMap((words) => unknownBlanks(words, new Set()))];
};

/** The text this major version began with, which its signatures may be under: many small fixes together are no small fix. */
const beginningOf = async (db: Reader, { form, shipped, versions }: FormInForce): Promise<FormText> => {
  const oldest = versions.findLast(({ version }) => sameMajor(version, form.version));
  if (!oldest) return textOf(form);
  const began = oldest.kind === 'meaning' ? oldest : versions[versions.indexOf(oldest) + 1];
  const own = began ? await ownTextOf(db, shipped.id, began.version) : null;
  // What the application words anew under it came without an edit of the practice.
  return own ? laidOver(textOf(shipped), own) : textOf(shipped);
};

const refuseUnfit = async (db: Reader, practice: Practice, inForce: FormInForce, input: ParsedInputOf<'forms.edit'>): Promise<void> => {
  const { shipped } = inForce;
  const changed = partsChanged(textOf(shipped), input.text);
  if (changed.length > 0) throw new Refusal('form-parts-changed', { parts: [...changed] });
  const emptied = partsEmptied(textOf(shipped), input.text);
  if (emptied.length > 0) throw new Refusal('form-text-empty', { parts: [...emptied] });
  const unknown = unknownIn(input.text, new Set(Object.keys(practice.content.consents.placeholders)));
  if (unknown.length > 0) throw new Refusal('placeholder-unknown', { placeholders: [...new Set(unknown)] });
  const parts = input.kind === 'spelling' ? moreThanSpelling(await beginningOf(db, inForce), input.text) : [];
  if (parts.length > 0) throw new Refusal('more-than-spelling', { parts: [...parts] });
};

export const editFormText = async (practice: Practice, input: ParsedInputOf<'forms.edit'>): Promise<OutputOf<'forms.edit'>> => {
  const { place } = await getProfile(practice);
  const version = await practice.write(async (tx) => {
    const inForce = await offered(tx, practice.content, place, input.formId);
    // What was changed meanwhile is not lost under this.
    if (inForce.form.version !== input.basedOn) throw new Refused({ code: 'conflict', current: { version: inForce.form.version } });
    await refuseUnfit(tx, practice, inForce, input);
    const shipped = textOf(inForce.shipped);
    const made = {
      formId: input.formId,
      version: nextVersion(inForce.form.version, input.kind),
      language: practice.content.consents.locale,
      kind: input.kind,
      note: input.note,
      words: { shipped: inForce.shipped.version, own: [...ownParts(shipped, input.text)], text: input.text },
      madeAt: practice.now(),
      madeBy: practice.actor.id,
    };
    await insertFormVersion(tx, made);
    await recordAudit(tx, practice, { recordId: made.formId });
    return made.version;
  });
  practice.changed('forms', 'consents', 'handover');
  return { version };
};
