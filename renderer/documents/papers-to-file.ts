import type { AttachmentKind } from '../../shared/attachments.ts';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import { type CalendarDay, calendarDayFromTyped } from '../../shared/time.ts';
import { type TooLong, tooLong } from '../ui/too-long.ts';

/** Where a chosen file stands. `unfit`: it is not even tried. `same`: the client has these very bytes. */
export type PaperState =
  | { readonly step: 'ready' }
  | { readonly step: 'waiting' }
  | { readonly step: 'sending'; readonly share: number }
  | { readonly step: 'stopped' }
  | { readonly step: 'wrong'; readonly words: string }
  | { readonly step: 'unfit'; readonly words: string }
  | { readonly step: 'same'; readonly title: string };

/** A file that was chosen, with what will be kept beside it. */
export type PaperToFile = {
  readonly key: number;
  readonly file: File;
  readonly title: string;
  readonly kind: AttachmentKind;
  /** As it was typed. */
  readonly paperOn: string;
  readonly state: PaperState;
};

export type PaperFields = Pick<PaperToFile, 'title' | 'kind' | 'paperOn'>;

/** What a file is called, without its ending, is a beginning for what the paper is. */
export const titleFrom = (name: string): string =>
  name
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/_+/g, ' ')
    .trim()
    .slice(0, limits.namePart);

/** A JPEG is what a phone makes; anything else what a scanner makes. The person says otherwise where it is. */
export const kindFrom = (file: Pick<File, 'type'>): AttachmentKind => (file.type === 'image/jpeg' ? 'photo' : 'scan');

export type FieldProblems = {
  readonly title: 'needed' | TooLong | null;
  readonly paperOn: 'unclear' | 'future' | null;
};

/** What is amiss with the fields of one paper. */
export const problemsOf = ({ title, paperOn }: PaperFields, today: CalendarDay): FieldProblems => {
  const day = calendarDayFromTyped(paperOn);
  return {
    title: shows(title) ? tooLong(title, limits.namePart) : 'needed',
    paperOn: paperOn.trim() === '' ? null : day === null ? 'unclear' : day > today ? 'future' : null,
  };
};

export const hasProblem = ({ title, paperOn }: FieldProblems): boolean => title !== null || paperOn !== null;

/** What pressing the button files: not what is unfit, and not what is there already. */
export const isToFile = ({ state }: PaperToFile): boolean => ['ready', 'stopped', 'wrong'].includes(state.step);
