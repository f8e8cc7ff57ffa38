import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

const notYet = (): never => {
  throw new Error('not built yet');
};

export const startIntake = async (_: Practice, __: ParsedInputOf<'intake.start'>): Promise<OutputOf<'intake.start'>> => notYet();
export const saveIntake = async (_: Practice, __: ParsedInputOf<'intake.save'>): Promise<OutputOf<'intake.save'>> => notYet();
export const reviewIntake = async (_: Practice, __: ParsedInputOf<'intake.review'>): Promise<OutputOf<'intake.review'>> => notYet();
export const intakeOfClient = async (_: Practice, __: ParsedInputOf<'intake.ofClient'>): Promise<OutputOf<'intake.ofClient'>> => notYet();
export const getIntake = async (_: Practice, __: ParsedInputOf<'intake.get'>): Promise<OutputOf<'intake.get'>> => notYet();
export const intakeAttention = async (_: Practice, __: ParsedInputOf<'intake.attention'>): Promise<OutputOf<'intake.attention'>> =>
  notYet();
