import { Button } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { standsOnRelease } from '../../shared/letter-on-paper.ts';
import { paperDayWords, today } from '../dates.ts';
import { usePractice } from '../practice.ts';
import { goToField } from '../ui/error-summary.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';
import { FillBlank } from './composer-blank.tsx';
import { ComposerChecks, checksPlace, isHeldUp, isSeen } from './composer-checks.tsx';
import { LetterConflict } from './composer-conflict.tsx';
import { ComposerFacts } from './composer-facts.tsx';
import { ComposerHow } from './composer-how.tsx';
import { ReadFirst } from './composer-read.tsx';
import { ComposerRelease } from './composer-release.tsx';
import { LetterSaving } from './composer-saving.tsx';
import { SetAside } from './composer-set-aside.tsx';
import { SignLetter } from './composer-sign.tsx';
import { EditorText } from './editor-text.tsx';
import { useLetter } from './letter-context.ts';
import { firstName, useAboutWords } from './letter-words.ts';

type HeadProps = { readonly onRead: () => void; readonly onSign: () => void };

const Head = ({ onRead, onSign }: HeadProps): JSX.Element => {
  const { t } = useTranslation('letters');
  const work = useLetter();
  const aboutWords = useAboutWords();
  const { letter } = work.open;
  useTitle(t('one'));
  return (
    <header className="letter-head">
      <div className="letter-head-words">
        <PageTitle className="letter-title">{letter.title}</PageTitle>
        <p className="ink-2">
          <Link to="/clients/$clientId/sharing" params={{ clientId: letter.clientId }} className="text-link">
            {aboutWords(letter)}
          </Link>
        </p>
      </div>
      <div className="letter-head-tools">
        <LetterSaving />
        <Button variant="default" onClick={onRead}>
          {t('read.first', { name: firstName(letter.chosenName) })}
        </Button>
        <Button leftSection={<Icon icon={IconSignature} />} variant={isHeldUp(work) ? 'default' : 'filled'} onClick={onSign}>
          {t('sign.open')}
        </Button>
      </div>
    </header>
  );
};

const PaperHead = (): JSX.Element => {
  const { practiceName, practitionerName, credential, licenceWords } = usePractice();
  return (
    <div className="letter-paper-head">
      <span className="grow">
        <span className="b block" dir="auto">
          {practiceName}
        </span>
        <span className="xs ink-2" dir="auto">
          {[[practitionerName, credential].filter(Boolean).join(', '), licenceWords].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className="xs ink-2 num nowrap">{paperDayWords(today())}</span>
    </div>
  );
};

/** A letter while it is written: what it may say, the page itself, and on what it goes. */
export const Composer = (): JSX.Element => {
  const { t } = useTranslation('letters');
  const work = useLetter();
  const { practitionerName, credential } = usePractice();
  const { open, draft, hand, write, flush } = work;
  const [shown, show] = useState<'writing' | 'reading' | 'signing'>('writing');
  const [blank, fill] = useState<string | null>(null);
  const labelOf = (name: string): string => open.fields[name]?.label ?? name;
  const isOpen = (_: string, value: string, typed: boolean): boolean => value.trim() === '' || typed;
  const read = async (): Promise<void> => {
    if (await flush()) show('reading');
  };
  const sign = async (): Promise<void> => {
    if (isHeldUp(work) || !(await flush())) return goToField(checksPlace);
    show('signing');
  };
  if (shown === 'reading') return <ReadFirst onBack={() => show('writing')} />;
  return (
    <div className="letter-page">
      <Head onRead={() => void read()} onSign={() => void sign()} />
      <LetterConflict />
      <div className="letter-columns">
        <ComposerFacts />
        <section className="letter-desk" aria-label={t('editor.region')}>
          <div className="letter-paper" data-no-release={standsOnRelease(open.letter.to.kind === 'client', draft) ? undefined : true}>
            <PaperHead />
            <EditorText
              first={draft.document}
              onChange={write}
              labelOf={labelOf}
              isOpen={isOpen}
              onField={fill}
              found={open.found.map(({ words }) => words)}
              hand={hand}
            />
            <div className="letter-paper-foot ink-2 xs" dir="auto">
              {[practitionerName, credential].filter(Boolean).join(', ')}
            </div>
          </div>
        </section>
        <aside className="letter-side" aria-label={t('side')}>
          <ComposerRelease />
          <ComposerHow />
          <ComposerChecks labelOf={labelOf} onField={fill} />
          <SetAside />
        </aside>
      </div>
      {blank === null ? null : <FillBlank name={blank} onClose={() => fill(null)} />}
      {shown === 'signing' ? (
        <SignLetter isSeen={isSeen(work)} signerName={open.letter.authorName} onClose={() => show('writing')} />
      ) : null}
    </div>
  );
};
