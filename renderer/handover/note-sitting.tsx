import { useHotkeys } from '@mantine/hooks';
import { type JSX, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handover, NoteToRead } from '../../shared/handover.ts';
import { call } from '../call.ts';
import { watchTouches } from '../touches.ts';
import { useTitle } from '../ui/page.tsx';
import { NoteEnd, NoteHandBack, NoteResting, NoteTalk } from './note-ends.tsx';
import { NoteOpening, NotePartPage } from './note-pages.tsx';
import { useQuietPage } from './quiet-page.ts';
import { useNoteSaid } from './use-note-said.ts';
import './note-to-read.css';

type Props = { readonly handover: Handover; readonly note: NoteToRead; readonly afterLock: boolean };
type View = 'pages' | 'talk' | 'resting' | 'hand-back';

/** Each page begins at its top. */
const toTop = (): void => {
  document.querySelector('.flow-body')?.scrollTo(0, 0);
  window.scrollTo(0, 0);
};

/** A note on the screen of the client it is about: one part a page, and at the end what they say of it. */
export const NoteSitting = ({ handover, note, afterLock }: Props): JSX.Element => {
  const { t } = useTranslation('handover');
  const pages = note.parts.length + 2;
  const said = useNoteSaid(handover, note);
  const [page, showPage] = useState(note.answered === null ? 1 : pages);
  const [view, showView] = useState<View>(() => (afterLock || handover.resting ? 'resting' : 'pages'));
  const { id: handoverId, practitionerName } = handover;
  const authorName = note.authorName || practitionerName;
  useTitle(t('note.window'));
  useQuietPage(handover);
  useEffect(watchTouches, []);
  const { flush } = said;
  const setPage = (next: number): void => {
    toTop();
    showPage(next);
  };
  const setView = useCallback((next: View): void => {
    toTop();
    showView(next);
  }, []);
  useHotkeys([['mod+L', () => void flush().then(() => call('vault.lock', {}))]], []);
  useEffect(() => {
    if (afterLock && !handover.resting) void call('handover.pause', { handoverId, resting: true });
  }, [afterLock, handover.resting, handoverId]);

  const rest = useCallback(
    (resting: boolean): void => {
      setView(resting ? 'resting' : 'pages');
      // It only gives more time before the lock: the screen rests whatever comes back.
      void flush().then(() => call('handover.pause', { handoverId, resting }));
    },
    [flush, handoverId, setView],
  );
  const say = async (outcome: 'read' | 'talk', then: View): Promise<void> => {
    if (await said.say(outcome)) setView(then);
  };
  const talk = (): void => {
    setPage(pages);
    void say('talk', 'talk');
  };
  const before = view === 'talk' ? () => setView('pages') : page > 1 ? () => setPage(page - 1) : null;
  const around = {
    form: { number: 1, of: 1, title: '' },
    keeping: said.keeping,
    onBack: before,
    onPause: () => rest(true),
  };
  const shown = { handover, note, around, page, pages, onGoOn: () => setPage(page + 1), onTalk: talk };
  const saying = { isSending: said.isSending, error: said.error, authorName };

  if (view === 'resting') return <NoteResting onGoOn={() => rest(false)} onStop={() => setView('hand-back')} />;
  if (view === 'hand-back')
    return <NoteHandBack handoverId={handoverId} practitionerName={practitionerName} said={said.kept.outcome} onBack={() => rest(false)} />;
  if (view === 'talk')
    return (
      <NoteTalk
        {...shown}
        {...saying}
        words={said.words}
        onWords={said.setWords}
        onLeft={() => void flush()}
        onDone={() => void say('talk', 'hand-back')}
      />
    );
  if (page === 1) return <NoteOpening {...shown} />;
  if (page < pages) return <NotePartPage {...shown} />;
  return <NoteEnd {...shown} {...saying} onRead={() => void say('read', 'hand-back')} onNothing={() => setView('hand-back')} />;
};
