import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { Composer } from './composer-page.tsx';
import { LetterWriting } from './composer-writing.tsx';
import { useLetter } from './letter-context.ts';
import { useOpenedLetter } from './letter-opened.ts';
import { LetterReading } from './letter-reading.tsx';
import { isBeingWritten } from './letter-words.ts';
import './letter.css';

const ComposedOrRead = (): JSX.Element => (isBeingWritten(useLetter().open.letter) ? <Composer /> : <LetterReading />);

/** One letter: composed until it is signed, and read after. */
export const LetterPage = ({ letterId }: { readonly letterId: string }): JSX.Element => {
  const { t } = useTranslation('letters');
  const { open, error, again } = useOpenedLetter(letterId);
  if (open)
    return (
      <LetterWriting first={open}>
        <ComposedOrRead />
      </LetterWriting>
    );
  return (
    <>
      <PageHead title={t('one')} />
      <div className="page-body">{error ? <ErrorNotice error={error} again={again} /> : <Waiting />}</div>
    </>
  );
};
