import type { TFunction } from 'i18next';
import type { FormHead } from '../../../shared/form-texts.ts';

/** How long a signature counts, in words. */
export const validityWords = ({ validity }: FormHead, t: TFunction<'forms'>): string =>
  validity.kind === 'months' || validity.kind === 'days'
    ? t(`validity.${validity.kind}`, { count: validity.count })
    : t(`validity.${validity.kind}`);

/** Whether the practice has written its own words. */
export const isOwn = (form: FormHead): boolean => form.versions.some((version) => version.madeAt !== null);

const asSentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const whenWords = ({ when }: FormHead): string => asSentence(when);
export const signedByWords = ({ signedBy }: FormHead): string => asSentence(signedBy);

const standsInProfile: readonly string[] = ['practitioner_name', 'credential', 'licence_no', 'address'];

/** Where the first of its unfilled words is filled. */
export const fillsIn = (form: FormHead): 'practice' | 'words' =>
  form.unfilled.every((blank) => standsInProfile.includes(blank.placeholder)) ? 'practice' : 'words';
