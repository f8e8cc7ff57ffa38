import type { TFunction } from 'i18next';
import type { FormHead } from '../../../shared/form-texts.ts';

/** How long a signature counts, in words. */
export const validityWords = ({ validity }: FormHead, t: TFunction<'forms'>): string =>
  validity.kind === 'months' || validity.kind === 'days'
    ? t(`validity.${validity.kind}`, { count: validity.count })
    : t(`validity.${validity.kind}`);

/** Whether the practice has written its own words. */
export const isOwn = (form: FormHead): boolean => form.versions.some((version) => version.madeAt !== null);

export const whenWords = ({ when }: FormHead): string => when.charAt(0).toUpperCase() + when.slice(1);

const standsInProfile: readonly string[] = ['practitioner_name', 'credential', 'licence_no', 'address'];

/** Where the first of its unfilled words is filled. */
export const fillsIn = (form: FormHead): 'practice' | 'words' =>
  form.unfilled.every((blank) => standsInProfile.includes(blank.placeholder)) ? 'practice' : 'words';
