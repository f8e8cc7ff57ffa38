import type { DocumentHead } from '../../shared/documents.ts';
import type { Practice } from '../practice/practice.ts';
import { gateNow } from '../releases/gate-service.ts';
import { letterVerdict, outlineOf, refuseUnpermitted } from './letter-verdict.ts';
import { letterOfDocument } from './letters-repository.ts';

/**
 * A letter's paper is printed and saved under the same gate as it was signed: a permission that was taken back since keeps it here. Read
 * on the screen it still may be. @throws Refusal letter-not-permitted with the verdict
 */
export const refuseUnpermittedLetter = async (practice: Practice, { id, kind }: Pick<DocumentHead, 'id' | 'kind'>): Promise<void> => {
  if (kind !== 'letter') return;
  const letter = await letterOfDocument(practice.db, id);
  if (!letter) return;
  refuseUnpermitted(await letterVerdict(practice.db, await gateNow(practice), outlineOf(practice, letter.kindId), letter));
};
