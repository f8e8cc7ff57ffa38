import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

const notYet = (): never => {
  throw new Error('not built yet');
};

export const reviewIntake = async (_: Practice, __: ParsedInputOf<'intake.review'>): Promise<OutputOf<'intake.review'>> => notYet();
export const intakeAttention = async (_: Practice, __: ParsedInputOf<'intake.attention'>): Promise<OutputOf<'intake.attention'>> =>
  notYet();
