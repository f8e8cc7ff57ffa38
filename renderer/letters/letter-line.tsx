import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterLine as Line } from '../../shared/letters.ts';
import { Icon } from '../ui/icon.tsx';
import { useAboutWords } from './letter-words.ts';

/** One letter in a list, with the way to it. */
export const LetterLine = ({ letter, more }: { readonly letter: Line; readonly more?: ReactNode }): JSX.Element => {
  const { t } = useTranslation('letters');
  const aboutWords = useAboutWords();
  return (
    <li>
      <Link to="/letters/$letterId" params={{ letterId: letter.id }} className="letter-line">
        <span className="grow">
          <span className="b block">{letter.title}</span>
          <span className="ink-2 block" dir="auto">
            {aboutWords(letter)}
          </span>
        </span>
        <span className="letter-line-state ink-2 num">{more ?? t(`state.${letter.state}`)}</span>
        <Icon icon={IconChevronRight} tone="ink-3" />
      </Link>
    </li>
  );
};
