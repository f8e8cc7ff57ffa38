import { type JSX, type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { factsIn, type LetterDocument } from '../../shared/letter-document.ts';
import type { LetterDraft, OpenLetter } from '../../shared/letters.ts';
import { marksIn } from './editor-document.ts';
import type { LetterHand } from './editor-text.tsx';
import { LetterContext, type LetterWork } from './letter-context.ts';
import { leaveLetter } from './letter-opened.ts';
import { type LetterSaver, letterSaver } from './letter-saver.ts';

const command = (flush: () => void) => (event: KeyboardEvent) => {
  if (event.key === 'Control' || event.key === 'Meta') flush();
};

/** Sends early where the page may end without asking: a field is left, the window turns away, a shortcut such as Lock begins. */
const useFlushEarly = (id: string, { flush }: LetterSaver): void => {
  useEffect(() => {
    const ends = new AbortController();
    const { signal } = ends;
    const early = (): void => void flush();
    window.addEventListener('focusout', early, { signal });
    window.addEventListener('blur', early, { signal });
    window.addEventListener('pagehide', early, { signal });
    window.addEventListener('keydown', command(early), { signal, capture: true });
    document.addEventListener('visibilitychange', early, { signal });
    return () => {
      ends.abort();
      leaveLetter(id, flush());
    };
  }, [id, flush]);
};

/** Facts whose words came back onto the page by a step back are ticked again. */
const tickedWith = (draft: LetterDraft, document: LetterDocument, { facts }: OpenLetter): readonly string[] => {
  const inIt = new Set([...factsIn(document)].flatMap(marksIn));
  const back = facts.filter(({ id, isCovered }) => isCovered && inIt.has(id) && !draft.facts.includes(id)).map(({ id }) => id);
  return [...draft.facts, ...back];
};

type Props = { readonly first: OpenLetter; readonly children: ReactNode };

/** Gives every part of a letter's page the letter as it is typed, and keeps it. */
export const LetterWriting = ({ first, children }: Props): JSX.Element => {
  const { t } = useTranslation('letters');
  const { id, chosenName, title } = first.letter;
  const [saver] = useState(() =>
    letterSaver(first, { key: `letter-${id}`, title: t('unsaved', { title, name: chosenName }), place: `/letters/${id}` }),
  );
  useFlushEarly(id, saver);
  const { open, draft, saving } = useSyncExternalStore(saver.follow, saver.now);
  const hand = useRef<LetterHand>(null);
  // Words of the record that changed meanwhile come onto the page with the answer to a save.
  useEffect(() => hand.current?.fill(draft.document), [draft.document]);
  const put: LetterWork['put'] = (document, patch = {}) => {
    saver.change({ ...saver.now().draft, ...patch, document });
    hand.current?.put(document);
  };
  const work: LetterWork = {
    open,
    draft,
    saving,
    write: (document) => {
      const { draft: typed, open: kept } = saver.now();
      saver.change({ ...typed, document, facts: [...tickedWith(typed, document, kept)] });
    },
    change: (patch) => saver.change({ ...saver.now().draft, ...patch }),
    put,
    hand,
    flush: saver.flush,
    settle: (chosen) => {
      saver.settle(chosen);
      hand.current?.put(chosen.document);
    },
    show: saver.show,
  };
  return <LetterContext value={work}>{children}</LetterContext>;
};
