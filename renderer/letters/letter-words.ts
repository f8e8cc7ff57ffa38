import { useTranslation } from 'react-i18next';
import type { Letter, LetterLine, LetterState } from '../../shared/letters.ts';
import type { InformationKind, Recipient, Verdict } from '../../shared/releases.ts';
import { informationKinds } from '../../shared/releases.ts';
import { listWords } from '../dates.ts';

/** How somebody is spoken of on a page about them. */
export const firstName = (name: string): string => name.trim().split(/\s+/u)[0] ?? name;

export const recipientLine = ({ name, profession, organisation }: Recipient): string =>
  [name, profession || organisation].filter((part) => part !== '').join(', ');

/** `draft` until it is signed, whether or not the client has read it: letters.json. */
export const isBeingWritten = ({ state }: { readonly state: LetterState }): boolean => state === 'draft' || state === 'previewed';

const isKind = (kind: string): kind is InformationKind => informationKinds.some((one) => one === kind);

export const useKindWords = (): ((kinds: readonly string[]) => string) => {
  const { t } = useTranslation('letters');
  return (kinds) => listWords(kinds.map((kind) => (isKind(kind) ? t(`information.${kind}`) : kind)));
};

/** Why it may not go, in a sentence, with what is not covered. */
export const useVerdictWords = (): ((verdict: Extract<Verdict, { permitted: false }>, to: string) => string) => {
  const { t } = useTranslation('letters');
  const kindWords = useKindWords();
  return ({ reason, missing }, to) => t(`verdict.${reason}`, { to, missing: kindWords(missing) });
};

/** Of whom, to whom. */
export const useAboutWords = (): ((letter: Pick<Letter | LetterLine, 'chosenName' | 'to' | 'recipient'>) => string) => {
  const { t } = useTranslation('letters');
  return ({ chosenName, to, recipient }) =>
    to.kind === 'client' ? t('about.client', { name: chosenName }) : t('about.other', { name: chosenName, to: recipientLine(recipient) });
};
