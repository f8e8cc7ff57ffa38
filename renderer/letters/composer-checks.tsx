import { Anchor } from '@mantine/core';
import { IconAlertCircle, IconCheck, IconEye } from '@tabler/icons-react';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lengthOf, unfilledIn } from '../../shared/letter-document.ts';
import { onPaper, standsOnRelease } from '../../shared/letter-on-paper.ts';
import { limits } from '../../shared/limits.ts';
import { momentWords } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';
import { typedIn } from './editor-document.ts';
import { type LetterWork, useLetter } from './letter-context.ts';
import { firstName } from './letter-words.ts';

/** Where what still keeps a letter from being signed is told. */
export const checksPlace = 'letter-checks';

/** Words of the list that never go into such a letter: they keep it from being signed. */
const never = 'never';

/** The client saw the letter as it stands on the screen, or it may go without. */
export const isSeen = ({ open, saving }: LetterWork): boolean => open.letter.preview !== null && saving.kind === 'saved';

/** Blanks that would stand empty on paper: words about a permission go where none is what it stands on. */
const unfilledOf = ({ open, draft }: LetterWork): readonly string[] =>
  unfilledIn(onPaper(draft.document, { seen: true, onRelease: standsOnRelease(open.letter.to.kind === 'client', draft) }));

/** Something is still to be done before it can be signed. */
export const isHeldUp = (work: LetterWork): boolean =>
  work.saving.kind === 'conflict' ||
  unfilledOf(work).length > 0 ||
  !(isSeen(work) || work.open.kind.mayGoUnseen) ||
  work.open.found.some(({ rule }) => rule === never) ||
  (work.open.verdict !== null && !work.open.verdict.permitted);

const Done = ({ children }: { readonly children: ReactNode }): JSX.Element => (
  <li>
    <Icon icon={IconCheck} size={18} tone="sage-ink" />
    <span>{children}</span>
  </li>
);

const Open = ({ children }: { readonly children: ReactNode }): JSX.Element => (
  <li className="wait b">
    <Icon icon={IconAlertCircle} size={18} />
    <span>{children}</span>
  </li>
);

const Way = ({ children, onPress }: { readonly children: string; readonly onPress: () => void }): JSX.Element => (
  <Anchor component="button" type="button" className="summary-link" onClick={onPress}>
    {children}
  </Anchor>
);

type Props = { readonly labelOf: (name: string) => string; readonly onField: (name: string) => void };

const Blanks = ({ labelOf, onField }: Props): JSX.Element => {
  const { t } = useTranslation('letters');
  const blanks = unfilledOf(useLetter());
  if (blanks.length === 0) return <Done>{t('checks.filled')}</Done>;
  return (
    <Open>
      {t('checks.blanks', { count: blanks.length })}{' '}
      {blanks.map((name) => (
        <Way key={name} onPress={() => onField(name)}>
          {labelOf(name)}
        </Way>
      ))}
    </Open>
  );
};

const Typed = ({ labelOf, onField }: Props): JSX.Element => {
  const { t } = useTranslation('letters');
  const { draft } = useLetter();
  const typed = typedIn(draft.document);
  if (typed.length === 0) return <Done>{t('checks.record')}</Done>;
  return (
    <li>
      <Icon icon={IconEye} size={18} tone="ink-2" />
      <span>
        {t('checks.typed', { count: typed.length })}{' '}
        {typed.map((name) => (
          <Way key={name} onPress={() => onField(name)}>
            {labelOf(name)}
          </Way>
        ))}
      </span>
    </li>
  );
};

const Seen = (): JSX.Element => {
  const { t } = useTranslation('letters');
  const work = useLetter();
  const { preview, chosenName } = work.open.letter;
  const name = firstName(chosenName);
  if (preview !== null && isSeen(work)) return <Done>{t('checks.seen', { name, moment: momentWords(preview.at) })}</Done>;
  if (work.open.kind.mayGoUnseen) return <Open>{t('checks.unseenReason', { name })}</Open>;
  return <Open>{t('checks.unseen', { name })}</Open>;
};

const FoundWords = (): JSX.Element => {
  const { t } = useTranslation('letters');
  const { open, hand } = useLetter();
  const { found } = open;
  if (found.length === 0) return <Done>{t('checks.noneFound')}</Done>;
  return (
    <Open>
      {t('checks.found', { count: found.length })}
      <ul className="letter-founds">
        {found.map(({ rule, words, why }) => (
          <li key={`${rule} ${words}`}>
            <Way onPress={() => hand.current?.lead(words)}>{t('checks.words', { words })}</Way> <span className="letter-why">{why}</span>
          </li>
        ))}
      </ul>
    </Open>
  );
};

/** What a look at the letter shows, what still has to be done first. */
export const ComposerChecks = (props: Props): JSX.Element => {
  const { t } = useTranslation('letters');
  const { t: errors } = useTranslation('errors');
  const { draft, open } = useLetter();
  const length = lengthOf(draft.document);
  return (
    <section id={checksPlace} tabIndex={-1} className="letter-side-part" aria-labelledby="letter-checks-title">
      <h2 id="letter-checks-title" className="md b">
        {t('checks.title')}
      </h2>
      <ul className="letter-checks">
        {length > limits.letter ? <Open>{errors('problem.too-long', { limit: limits.letter, length })}</Open> : null}
        {open.verdict !== null && !open.verdict.permitted ? <Open>{t('checks.notPermitted')}</Open> : null}
        <Blanks {...props} />
        <Seen />
        <FoundWords />
        <Typed {...props} />
      </ul>
    </section>
  );
};
