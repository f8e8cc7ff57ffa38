import type { FormContent } from './form-schema.ts';

/** Rules of `consents.json` that no schema says. Each names the first field that breaks it, or null. */

type Element = FormContent['elements'][number];
type Placeholders = Readonly<Record<string, { readonly source: string }>>;
type Found = string | null;

const blank = /\{\{(\w+)\}\}/g;

/** Blanks a text asks for that nobody can fill: a name the content does not list, or braces that are no blank at all. */
export const unknownBlanks = (text: string, known: ReadonlySet<string>): readonly string[] => {
  const unknown = [...text.matchAll(blank)].map(([, name = '']) => name).filter((name) => !known.has(name));
  const stray = text.replace(blank, '').match(/\{\{[^{}]*\}?\}?|\}\}/g) ?? [];
  return [...new Set([...unknown, ...stray])];
};

const none: ReadonlySet<string> = new Set();

/** Labels are printed as they stand; only the running text has blanks. */
const badText = (at: string, element: Element, known: ReadonlySet<string>): Found => {
  if (unknownBlanks(element.model_text, known).length > 0) return `${at}.model_text`;
  if (unknownBlanks(element.title, none).length > 0) return `${at}.title`;
  const label = (element.options ?? []).findIndex((option) => unknownBlanks(option.label, none).length > 0);
  return label < 0 ? null : `${at}.options.${label}.label`;
};

const badOptions = (at: string, element: Element): Found => {
  const values = (element.options ?? []).map((option) => option.value);
  const chosen = element.capture === 'choice' || element.capture === 'multi';
  if (chosen !== values.length > 0) return `${at}.options`;
  const twice = values.findIndex((value, index) => values.indexOf(value) !== index);
  if (twice >= 0) return `${at}.options.${twice}.value`;
  const foreign = (element.exclusive_values ?? []).findIndex((value) => !values.includes(value));
  if (foreign >= 0) return `${at}.exclusive_values.${foreign}`;
  if (element.other_text && !values.includes('other') && !values.includes('more')) return `${at}.other_text`;
  // "I'd rather not say" answers a question about the person and nothing else.
  if (element.asks === 'person') return null;
  if (element.allow_declined) return `${at}.allow_declined`;
  return values.includes('declined') ? `${at}.options.${values.indexOf('declined')}.value` : null;
};

const badSigners = (at: string, element: Element): Found => {
  const isSigned = element.capture === 'signature' || element.capture === 'spoken_or_signature';
  return isSigned === (element.signers ?? []).length > 0 ? null : `${at}.signers`;
};

/** What an answer hangs on is asked before it. */
const badCondition = (at: string, element: Element, before: readonly Element[]): Found => {
  if (!element.ask_if) return null;
  const { element: id } = element.ask_if;
  const asked = before.find((one) => one.id === id);
  if (!asked) return `${at}.ask_if.element`;
  if (!('value' in element.ask_if)) return null;
  const foreign = element.ask_if.value.findIndex((value) => !(asked.options ?? []).some((option) => option.value === value));
  return foreign < 0 ? null : `${at}.ask_if.value.${foreign}`;
};

const badElement = (at: string, elements: readonly Element[], index: number, known: ReadonlySet<string>): Found => {
  const [element, before] = [elements[index], elements.slice(0, index)];
  if (!element) return null;
  if (before.some((one) => one.id === element.id)) return `${at}.id`;
  return badText(at, element, known) ?? badOptions(at, element) ?? badSigners(at, element) ?? badCondition(at, element, before);
};

const badForm = (at: string, form: FormContent, known: ReadonlySet<string>): Found => {
  if (unknownBlanks(form.intro, known).length > 0) return `${at}.intro`;
  if (unknownBlanks(form.client_title, none).length > 0) return `${at}.client_title`;
  const dated = form.elements.some((element) => element.id === 'expire-date' && element.capture === 'date');
  if (form.valid_for.kind === 'dated' && !dated) return `${at}.valid_for`;
  for (const index of form.elements.keys()) {
    const found = badElement(`${at}.elements.${index}`, form.elements, index, known);
    if (found !== null) return found;
  }
  return null;
};

export const formProblem = (content: { readonly items: readonly FormContent[]; readonly placeholders: Placeholders }): Found => {
  const known = new Set(Object.keys(content.placeholders));
  for (const [index, form] of content.items.entries()) {
    const found = badForm(`items.${index}`, form, known);
    if (found !== null) return found;
  }
  return null;
};
