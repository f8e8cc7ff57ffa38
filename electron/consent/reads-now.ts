import { z } from 'zod';
import type { BodyArea } from '../../shared/body-areas.ts';
import { shows } from '../../shared/text.ts';
import type { Practice } from '../practice/practice.ts';
import type { FormContent } from './form-content.ts';
import type { FormWorld } from './form-world.ts';
import { prepareForm, shownText } from './prepare-form.ts';

const ShownPart = z.tuple([z.string(), z.string(), z.string(), z.array(z.tuple([z.string(), z.string()]))]);
/** What `shownText` says of a form and its parts: docs/formats/consent-record.md. */
export const Shown = z.tuple([z.string(), z.string(), z.string(), z.string(), z.string(), z.array(ShownPart)]).rest(z.unknown());

/**
 * How a form reads now beside what was signed: `other-facts` where a price, a notice or a number of the practice changed, which is a
 * change of meaning at any version (consents.json, versioning_rules); `other-words` where anything else did, such as the stop signal.
 */
export type Reads = 'same' | 'other-words' | 'other-facts';

/** Stands where a word of this one signing stood: it may be any. */
const any = '\uE000';

const reads = (before: string, now: string): boolean => {
  if (before === now) return true;
  const [first = '', ...rest] = now.split(any);
  const last = rest.pop();
  if (last === undefined || !before.startsWith(first) || !before.endsWith(last)) return false;
  const end = before.length - last.length;
  let from = first.length;
  for (const piece of rest) {
    const at = before.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return from <= end;
};

type Line = { readonly template: string; readonly before: string };

/** Whether a word of the practice that stands in this text now is not the one that was signed. Under another version its other words may differ too. */
const factChanged = (practice: Practice, world: FormWorld, { template, before }: Line, sameVersion: boolean): boolean => {
  const facts: string[] = [];
  const now = template.replace(/\{\{(\w+)\}\}/g, (_, placeholder: string) => {
    const isFact = practice.content.consents.placeholders[placeholder]?.source.startsWith('practice.') === true;
    const words = isFact ? (world.words[placeholder] ?? '').trim() : '';
    if (!shows(words)) return any;
    facts.push(words);
    return words;
  });
  if (facts.length === 0 || reads(before, now)) return false;
  return sameVersion || facts.some((words) => !before.includes(words));
};

/** Compares what was signed with the same form as this client would read it today. */
export const readsNow = (practice: Practice, world: FormWorld, form: FormContent, shown: string, area: BodyArea | null = null): Reads => {
  const now = prepareForm(form, practice.content, { ...world, blanks: {}, area }, any);
  if (shownText(now) === shown) return 'same';
  const [, version, , title, intro, parts] = Shown.parse(JSON.parse(shown));
  const signed = new Map(parts.map((part) => [part[0], part]));
  const lines: Line[] = [
    { template: form.intro, before: intro },
    ...form.elements.flatMap((element) => {
      const before = signed.get(element.id);
      return before ? [{ template: element.model_text, before: before[2] }] : [];
    }),
  ];
  if (lines.some((line) => factChanged(practice, world, line, version === form.version))) return 'other-facts';
  const isSame =
    title === now.clientTitle &&
    reads(intro, now.intro) &&
    parts.length === now.elements.length &&
    now.elements.every((element) => {
      const [, before, text, options] = signed.get(element.id) ?? [];
      const labels = JSON.stringify(element.options.map(({ value, label }) => [value, label]));
      return before === element.title && reads(text ?? '', element.text) && JSON.stringify(options) === labels;
    });
  return isSame ? 'same' : 'other-words';
};
