import { type CalendarDay, dayIn, type Zone } from '../../shared/time.ts';
import type { Practice } from './practice.ts';
import { getProfile } from './profile-service.ts';

export const zoneHere = async (practice: Practice): Promise<Zone> => practice.zone ?? (await getProfile(practice)).zone;

/** The day it is where the practice is. */
export const todayHere = async (practice: Practice): Promise<CalendarDay> => dayIn(practice.now(), await zoneHere(practice));
