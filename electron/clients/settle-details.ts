import { type Issue, Refused } from '../../shared/app-error.ts';
import type { ClientDetails } from '../../shared/clients.ts';
import { type CustomField, type CustomValues, customProblem } from '../../shared/custom-fields.ts';
import { dayIn } from '../../shared/time.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { allCustomFields } from './custom-fields-repository.ts';
import { tagsAsInUse } from './tags-repository.ts';

type At = readonly string[];

/** Nobody is born tomorrow, by the calendar of the practice. */
export const refuseFutureBirth = async (practice: Practice, details: ClientDetails, at: At): Promise<void> => {
  if (details.birthDate === null) return;
  const zone = practice.zone ?? (await getProfile(practice)).zone;
  if (details.birthDate > dayIn(practice.now(), zone))
    throw new Refused({ code: 'invalid', issues: [{ path: [...at, 'birthDate'], problem: 'in-the-future' }] });
};

/** What stood before stays good: an option taken out since, or a field out of use, is no reason to lose an answer. */
const customIssues = (fields: readonly CustomField[], custom: CustomValues, before: CustomValues, at: At): readonly Issue[] =>
  Object.entries(custom).flatMap(([id, value]): Issue[] => {
    if (value === '' || value === before[id]) return [];
    const field = fields.find((one) => one.id === id);
    const problem = field?.inUse ? customProblem(field, value) : 'unknown-field';
    return problem ? [{ path: [...at, 'custom', id], problem }] : [];
  });

type Settling = { readonly details: ClientDetails; readonly before: CustomValues; readonly at: At };

/** The details as they are kept: tags in the words in use, and no empty answers. @throws invalid, beside the field */
export const settleDetails = async (tx: Tx, { details, before, at }: Settling): Promise<ClientDetails> => {
  const issues = customIssues(await allCustomFields(tx), details.custom, before, at);
  if (issues.length > 0) throw new Refused({ code: 'invalid', issues: [...issues] });
  const custom = Object.fromEntries(Object.entries(details.custom).filter(([, value]) => value !== ''));
  return { ...details, tags: [...(await tagsAsInUse(tx, details.tags))], custom };
};
