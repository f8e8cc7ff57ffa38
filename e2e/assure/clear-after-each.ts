import { afterAll, afterEach } from 'vitest';
import { clearRun, clearTrials } from './clearing.ts';

afterEach(clearTrials);
afterAll(clearRun);
