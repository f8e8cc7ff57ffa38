import { Button } from '@mantine/core';
import { IconArrowForward, IconMailCheck, IconMessageReply } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type JSX, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayWords, momentWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { DocumentView } from '../ui/document-view.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { useLetter } from './letter-context.ts';
import { LetterLeft } from './letter-left.tsx';
import { LetterReply } from './letter-reply.tsx';
import { useAboutWords } from './letter-words.ts';

type Asked = 'left' | 'reply' | null;

const Deeds = ({ onAsk }: { readonly onAsk: (asked: Asked) => void }): JSX.Element | null => {
  const { t } = useTranslation('letters');
  const { letter } = useLetter().open;
  if (letter.replacedBy !== null) return null;
  const hasLeft = letter.handedOver.length > 0;
  return (
    <>
      <Button variant={hasLeft ? 'default' : 'filled'} leftSection={<Icon icon={IconMailCheck} />} onClick={() => onAsk('left')}>
        {t(hasLeft ? 'left.again' : 'left.open')}
      </Button>
      {hasLeft ? (
        <Button variant="default" leftSection={<Icon icon={IconMessageReply} />} onClick={() => onAsk('reply')}>
          {t('reply.open')}
        </Button>
      ) : null}
      <ButtonLink
        to="/letters/new"
        search={{ clientId: letter.clientId, corrects: letter.id }}
        variant="subtle"
        leftSection={<Icon icon={IconArrowForward} />}
      >
        {t('correct.open')}
      </ButtonLink>
    </>
  );
};

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }): JSX.Element => (
  <div>
    <dt className="xs ink-2 b">{label}</dt>
    <dd className="letter-kind-words" dir="auto">
      {children}
    </dd>
  </div>
);

const Facts = (): JSX.Element => {
  const { t } = useTranslation('letters');
  const { letter } = useLetter().open;
  const { preview, unseenReason, exception, sendBy, replyBy, handedOver, replies } = letter;
  return (
    <dl className="letter-facts-read">
      <Fact label={t('reading.state')}>{t(`state.${letter.state}`)}</Fact>
      {letter.finalisedAt ? (
        <Fact label={t('reading.signed')}>
          {t('reading.signedBy', { name: letter.authorName, moment: momentWords(letter.finalisedAt) })}
        </Fact>
      ) : null}
      {preview ? <Fact label={t('reading.seen')}>{t(`reading.ways.${preview.way}`, { moment: momentWords(preview.at) })}</Fact> : null}
      {unseenReason ? <Fact label={t('reading.unseen')}>{unseenReason}</Fact> : null}
      {exception ? <Fact label={t(`exception.${exception.kind}`)}>{exception.words}</Fact> : null}
      {letter.purpose ? <Fact label={t('reading.purpose')}>{t(`purpose.${letter.purpose}`)}</Fact> : null}
      {sendBy && handedOver.length === 0 ? <Fact label={t('reading.sendBy')}>{dayWords(sendBy)}</Fact> : null}
      {handedOver.map(({ at, on, way, words, byName }) => (
        <Fact key={at} label={t('reading.left')}>
          {t('reading.leftOn', { day: dayWords(on), way, by: byName })} {words}
        </Fact>
      ))}
      {replyBy && handedOver.length > 0 && replies.length === 0 ? <Fact label={t('reading.replyBy')}>{dayWords(replyBy)}</Fact> : null}
      {replies.map(({ at, on, words, byName, documentId }) => (
        <Fact key={at} label={t('reading.reply')}>
          {t('reading.repliedOn', { day: dayWords(on), by: byName })} {words}
          {documentId ? (
            <span className="block">
              <Link
                to="/clients/$clientId/files/$documentId"
                params={{ clientId: letter.clientId, documentId }}
                className="text-link tall-link"
              >
                {t('reading.replyPaper')}
              </Link>
            </span>
          ) : null}
        </Fact>
      ))}
    </dl>
  );
};

const Other = ({ letterId, words }: { readonly letterId: string; readonly words: string }): JSX.Element => (
  <p>
    <Link to="/letters/$letterId" params={{ letterId }} className="text-link tall-link">
      {words}
    </Link>
  </p>
);

const Paper = ({ documentId }: { readonly documentId: string }): JSX.Element => {
  const { t } = useTranslation('ui');
  const paper = useCall('documents.get', { id: documentId });
  if (paper.error) return <ErrorNotice error={paper.error} again={paper.again} />;
  return paper.data ? <DocumentView document={paper.data} /> : <Waiting>{t('pdf.reading')}</Waiting>;
};

/** A signed letter: as it stands on paper, what became of it, and what can be done with it. */
export const LetterReading = (): JSX.Element => {
  const { t } = useTranslation('letters');
  const aboutWords = useAboutWords();
  const { letter } = useLetter().open;
  const [asked, ask] = useState<Asked>(null);
  useTitle(t('one'));
  return (
    <div className="letter-page">
      <header className="letter-head">
        <div className="letter-head-words">
          <PageTitle className="letter-title" focusKey={letter.state}>
            {letter.title}
          </PageTitle>
          <p className="ink-2">
            <Link to="/clients/$clientId/sharing" params={{ clientId: letter.clientId }} className="text-link">
              {aboutWords(letter)}
            </Link>
          </p>
        </div>
        <div className="letter-head-tools">
          <Deeds onAsk={ask} />
        </div>
      </header>
      <div className="letter-kept">
        <section className="letter-side" aria-label={t('reading.facts')}>
          <div className="letter-side-part">
            <Facts />
            {letter.corrects ? <Other letterId={letter.corrects} words={t('correct.older')} /> : null}
            {letter.replacedBy ? <Other letterId={letter.replacedBy} words={t('correct.newer')} /> : null}
          </div>
        </section>
        <div className="letter-kept-paper">{letter.documentId ? <Paper documentId={letter.documentId} /> : null}</div>
      </div>
      {asked === 'left' ? <LetterLeft onClose={() => ask(null)} /> : null}
      {asked === 'reply' ? <LetterReply onClose={() => ask(null)} /> : null}
    </div>
  );
};
