import type { Defect } from './goal.ts';

/** What the walks through sessions must find. */
export const sessionDefects: readonly Defect[] = [];
