import { auditTampering } from './audit-tampering.ts';
import { backupCycles } from './backup-cycles.ts';
import { callFuzz } from './call-fuzz.ts';
import { canaries } from './canaries.ts';
import { changedFiles } from './changed-files.ts';
import { crashImages, powerCutImages } from './disk-images.ts';
import type { Goal } from './goal.ts';
import { headerFuzz } from './header-fuzz.ts';
import { hostileImports } from './hostile-imports.ts';
import { hostilePapers } from './hostile-papers.ts';
import { ioFaults } from './io-faults.ts';
import { killSteps } from './kill-steps.ts';
import { lockedJournal } from './locked-journal-trials.ts';
import { memory } from './memory.ts';
import { notes } from './notes.ts';
import { releases } from './releases.ts';
import { salvages } from './salvages.ts';
import { scheduler } from './scheduler.ts';
import { sessions } from './sessions.ts';

export const goals: readonly Goal[] = [
  headerFuzz,
  auditTampering,
  scheduler,
  sessions,
  notes,
  releases,
  callFuzz,
  killSteps,
  ioFaults,
  crashImages,
  powerCutImages,
  canaries,
  hostilePapers,
  hostileImports,
  lockedJournal,
  changedFiles,
  salvages,
  backupCycles,
  memory,
];
