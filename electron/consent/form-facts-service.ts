import { type Issue, Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { type FormFact, isFitFact, mayBePrinted, needsCheck } from '../../shared/profile.ts';
import { shows } from '../../shared/text.ts';
import { type CalendarDay, dayIn } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { blanksIn } from '../sessions/session-files.ts';
import { factsOf, keepFacts } from './form-facts-repository.ts';

/** Beside blanks of its sentences: how the practice is reached stands at the foot of the sheet to take home. */
const footOfSheet = ['phone', 'practice_email'];

/** Blanks of the forms and of the sheet to take home that the practice fills here; its name and address stand in the profile. */
const askedOf = ({ content: { consents, aftercare } }: Pick<Practice, 'content'>) => {
  const onSheet = new Set([...footOfSheet, ...aftercare.items.flatMap(({ client_text: text }) => blanksIn(text))]);
  const ofSheet = Object.entries(aftercare.placeholders).filter(
    ([name]) => onSheet.has(name) && !Object.hasOwn(consents.placeholders, name),
  );
  return [...Object.entries(consents.placeholders), ...ofSheet].filter(
    ([, { source }]) => source.startsWith('practice.') && source !== 'practice.address' && source !== 'practice.name',
  );
};

export const formFacts = async (practice: Practice, _input: ParsedInputOf<'profile.formFacts'>): Promise<OutputOf<'profile.formFacts'>> => {
  const { version, facts } = await factsOf(practice.db);
  return {
    version,
    facts: askedOf(practice).map(([placeholder, { label, example }]) => {
      const kept = facts.find((fact) => fact.placeholder === placeholder);
      return {
        placeholder,
        label,
        example,
        needsCheck: needsCheck(placeholder),
        words: kept?.words ?? '',
        checkedOn: kept?.checkedOn ?? null,
      };
    }),
  };
};

const issuesIn = (facts: readonly FormFact[], today: CalendarDay): Issue[] =>
  facts.flatMap((fact, index): Issue[] => [
    ...(isFitFact(fact) ? [] : [{ path: ['facts', index, 'words'], problem: 'wrong-kind' as const }]),
    ...(fact.checkedOn !== null && fact.checkedOn > today
      ? [{ path: ['facts', index, 'checkedOn'], problem: 'in-the-future' as const }]
      : []),
  ]);

const refuseUnfit = (practice: Practice, facts: readonly FormFact[], today: CalendarDay): void => {
  const asked = new Set(askedOf(practice).map(([placeholder]) => placeholder));
  const unknown = facts.map((fact) => fact.placeholder).filter((placeholder) => !asked.has(placeholder));
  if (unknown.length > 0) throw new Refusal('placeholder-unknown', { placeholders: unknown });
  const issues = issuesIn(facts, today);
  if (issues.length > 0) throw new Refused({ code: 'invalid', issues });
  const unchecked = facts.filter((fact) => shows(fact.words) && !mayBePrinted(fact)).map((fact) => fact.placeholder);
  if (unchecked.length > 0) throw new Refusal('number-not-checked', { placeholders: unchecked });
};

export const setFormFacts = async (
  practice: Practice,
  input: ParsedInputOf<'profile.setFormFacts'>,
): Promise<OutputOf<'profile.setFormFacts'>> => {
  const zone = practice.zone ?? (await getProfile(practice)).zone;
  refuseUnfit(practice, input.facts, dayIn(practice.now(), zone));
  await practice.write(async (tx) => {
    if (!(await keepFacts(tx, input.version, input.facts))) {
      const { version, facts } = await factsOf(tx);
      throw new Refused({ code: 'conflict', current: { version, facts: [...facts] } });
    }
    await recordAudit(tx, practice, {});
  });
  practice.changed('forms', 'consents', 'handover');
  return { version: input.version + 1 };
};
