import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';
import { inWritingOf } from './in-writing.ts';
import { intakeById, intakeHeadsOf, newestReviewedOf, openIntakeOf } from './intake-repository.ts';
import { itemsOf } from './safe-content.ts';

export const intakeOfClient = async (
  practice: Practice,
  { clientId }: ParsedInputOf<'intake.ofClient'>,
): Promise<OutputOf<'intake.ofClient'>> => {
  const items = itemsOf(practice.content.safe);
  const inWriting = await inWritingOf(practice, clientId, items);
  return {
    items: [...items],
    open: await openIntakeOf(practice.db, clientId),
    newest: await newestReviewedOf(practice.db, clientId),
    rounds: [...(await intakeHeadsOf(practice.db, clientId))],
    inWriting,
  };
};

export const getIntake = async (practice: Practice, input: ParsedInputOf<'intake.get'>): Promise<OutputOf<'intake.get'>> => {
  const intake = await intakeById(practice.db, input.intakeId);
  if (!intake) throw new Refused({ code: 'not-found', what: 'intake' });
  return intake;
};
