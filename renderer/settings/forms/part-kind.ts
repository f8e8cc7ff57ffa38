import type { TFunction } from 'i18next';
import type { FormPart } from '../../../shared/form-texts.ts';

const answerOf = (part: FormPart): 'display' | FormPart['capture'] | 'written' => {
  if (part.by === 'practitioner' && part.capture !== 'display' && part.capture !== 'upload' && part.capture !== 'spoken_recorded')
    return 'written';
  return part.by === 'app' ? 'system' : part.capture;
};

/** What kind of part it is, in words: how it is answered, by whom, and where it is not asked. */
export const partKind = (part: FormPart, t: TFunction<'forms'>): string =>
  [
    part.capture === 'signature'
      ? t('kind.signature', { list: part.signers.map((signer) => t(`signer.${signer}`)).join(', ') })
      : t(`kind.${answerOf(part)}`),
    ...(part.allowDeclined ? [t('kind.mayDecline')] : []),
    ...(part.shownHere ? [] : [t('kind.notHere')]),
  ].join(' ');
