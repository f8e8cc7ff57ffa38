import { Button, Radio, Textarea } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block, Inline, LetterDocument } from '../../shared/letter-document.ts';
import { onPaper, standsOnRelease } from '../../shared/letter-on-paper.ts';
import { previewWays } from '../../shared/letters.ts';
import { limits } from '../../shared/limits.ts';
import { Wrong } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useSend } from '../use-call.ts';
import { useLetter } from './letter-context.ts';
import { firstName, recipientLine } from './letter-words.ts';

const Piece = ({ inline, blank }: { readonly inline: Inline; readonly blank: string }): JSX.Element => {
  if (inline.type === 'text') return inline.bold ? <strong>{inline.text}</strong> : <span>{inline.text}</span>;
  return inline.value.trim() === '' ? <span className="letter-blank">{blank}</span> : <span>{inline.value}</span>;
};

const Line = ({ line }: { readonly line: readonly Inline[] }): JSX.Element => {
  const { t } = useTranslation('letters');
  return (
    <>
      {line.map((inline, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a line have no other name, and it is only read
        <Piece key={index} inline={inline} blank={t('read.blank')} />
      ))}
    </>
  );
};

const Part = ({ block }: { readonly block: Block }): JSX.Element => {
  if (block.type === 'paragraph')
    return (
      <p dir="auto">
        <Line line={block.content} />
      </p>
    );
  const List = block.ordered ? 'ol' : 'ul';
  return (
    <List className={block.ordered ? 'letter-numbers' : 'letter-bullets'}>
      {block.items.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a list have no other name, and it is only read
        <li key={index} dir="auto">
          <Line line={line} />
        </li>
      ))}
    </List>
  );
};

/** A letter to be read, not changed. */
export const LetterWords = ({ document }: { readonly document: LetterDocument }): JSX.Element => (
  <>
    {document.map((block, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name, and they are only read
      <Part key={index} block={block} />
    ))}
  </>
);

type Way = (typeof previewWays)[number];

/** Writes down that the client read this very version, and how. */
const Logged = ({ onBack }: { readonly onBack: () => void }): JSX.Element => {
  const { t } = useTranslation('letters');
  const { t: errors } = useTranslation('errors');
  const { open, show } = useLetter();
  const { send, isSending, error } = useSend('letters.preview');
  const [way, setWay] = useState<Way>('read-here');
  const [words, setWords] = useState('');
  const name = firstName(open.letter.chosenName);
  const long = tooLong(words, limits.paragraph);
  const log = async (): Promise<void> => {
    const reply = await send({ id: open.letter.id, version: open.letter.version, way, words });
    if (!reply.ok) return;
    show(reply.value);
    said(t('read.done', { name }));
    onBack();
  };
  return (
    <section className="letter-read-log fields" aria-label={t('read.log', { name })}>
      <Radio.Group
        label={t('read.how', { name })}
        value={way}
        onChange={(value) => setWay(previewWays.find((one) => one === value) ?? 'read-here')}
      >
        <div className="letter-choices">
          {previewWays.map((one) => (
            <Radio key={one} value={one} label={t(`read.ways.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t('read.words', { name })}
        description={t('read.wordsHelp')}
        value={words}
        autosize
        minRows={2}
        dir="auto"
        error={long ? <Wrong>{errors('problem.too-long', long)}</Wrong> : undefined}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {error ? <ErrorNotice error={error} /> : null}
      <div className="row wrap">
        <Button disabled={isSending || long !== null} onClick={() => void log()}>
          {t('read.action', { name })}
        </Button>
        <Button variant="default" onClick={onBack}>
          {t('read.change')}
        </Button>
      </div>
    </section>
  );
};

/** The letter in large type, for the client to read before it goes. */
export const ReadFirst = ({ onBack }: { readonly onBack: () => void }): JSX.Element => {
  const { t } = useTranslation('letters');
  const { open, draft } = useLetter();
  const { title, to, recipient } = open.letter;
  useTitle(t('title'));
  return (
    <div className="letter-read">
      <Button variant="subtle" className="letter-read-back" leftSection={<Icon icon={IconArrowLeft} />} onClick={onBack}>
        {t('read.back')}
      </Button>
      <PageTitle>{title}</PageTitle>
      <p className="ink-2 md">{to.kind === 'client' ? t('read.toYou') : t('read.to', { to: recipientLine(recipient) })}</p>
      <article className="letter-read-words" aria-label={title}>
        <LetterWords document={onPaper(draft.document, { seen: true, onRelease: standsOnRelease(to.kind === 'client', draft) })} />
      </article>
      <Logged onBack={onBack} />
    </div>
  );
};
