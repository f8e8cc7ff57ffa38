import { callFuzz } from './call-fuzz.ts';
import type { Goal } from './goal.ts';
import { headerFuzz } from './header-fuzz.ts';

export const goals: readonly Goal[] = [headerFuzz, callFuzz];
