import type { Answer } from './form-answers.ts';
import type { IntakeEntry, IntakeItem } from './intake.ts';
import { emptyEntry } from './intake-rules.ts';

/** An item of SAFE and what a record holds of it; shared by the tests of the intake's rules. */

export const item = (id: string, capture: IntakeItem['capture'], rest: Partial<IntakeItem> = {}): IntakeItem => ({
  id,
  letter: 'S',
  label: id,
  question: `${id}?`,
  capture,
  asks: 'person',
  answeredBy: 'client',
  options: [],
  exclusive: [],
  otherText: false,
  allowDeclined: false,
  traumaRelated: false,
  maySkip: false,
  needsDiscussed: true,
  needsWriting: false,
  clientHelp: null,
  help: '',
  linksTo: null,
  ...rest,
});

export const entry = (given: Partial<IntakeEntry> = {}): IntakeEntry => ({ ...emptyEntry, ...given });

export const answered = (answer: Answer): IntakeEntry =>
  entry({ answer, from: 'client', answeredAt: '2026-11-24T10:00:00.000Z', asked: { label: '', question: null, options: [] } });

export const choice = (value: string): IntakeEntry => answered({ kind: 'choice', value, other: '' });
