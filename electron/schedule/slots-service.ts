import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const findSlots = async (
  _practice: Practice,
  _input: ParsedInputOf<'appointments.findSlots'>,
): Promise<OutputOf<'appointments.findSlots'>> => ({ slots: [], more: false });
