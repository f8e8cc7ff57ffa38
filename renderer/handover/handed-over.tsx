import { useHotkeys } from '@mantine/hooks';
import { type JSX, useCallback, useEffect, useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import { type Handover, lastPage } from '../../shared/handover.ts';
import { call } from '../call.ts';
import { watchTouches } from '../touches.ts';
import { pagesOf } from '../ui/form-pages.ts';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { CalmPage } from './calm-page.tsx';
import { HandBack } from './hand-back.tsx';
import { markedBeside } from './marked-areas.ts';
import { NoteSitting } from './note-sitting.tsx';
import { OneForm } from './one-form.tsx';
import { useQuietPage } from './quiet-page.ts';
import { Resting } from './resting.tsx';
import { choosesPaper, type Sheet } from './sheet.ts';
import { useSheets } from './use-sheets.ts';

type View = 'form' | 'resting' | 'hand-back';

type Through = Pick<Sheet, 'page' | 'form' | 'answers'>;

const isThrough = (sheet: Through): boolean => sheet.page === lastPage;
const chosePaper = (sheets: readonly Through[]): boolean => sheets.some((sheet) => isThrough(sheet) && choosesPaper(sheet));

/** The first form the client is not through with; past the last one, or once paper was chosen, the screen is handed back. */
const firstOpen = (sheets: readonly Through[]): number => {
  const open = sheets.findIndex((sheet) => !isThrough(sheet));
  return open < 0 || chosePaper(sheets) ? sheets.length : open;
};

/** What is typed goes first; the lock waits for nothing. */
const lock = (flush: () => Promise<boolean>): void => {
  void flush();
  void call('vault.lock', {});
};

type SittingProps = {
  readonly handover: Handover;
  readonly afterLock: boolean;
  /** The questions have ended. */
  readonly onCalm: () => void;
};

/** The forms of one sitting. */
const Sitting = ({ handover, afterLock, onCalm }: SittingProps): JSX.Element => {
  const { sheets, change, flush, keeping } = useSheets(handover);
  const [at, setAt] = useState(() => firstOpen(handover.fillings));
  const [view, setView] = useState<View>(() => (afterLock || handover.resting ? 'resting' : 'form'));
  useQuietPage(handover);
  useEffect(watchTouches, []);
  useHotkeys([['mod+L', () => lock(flush)]], []);

  const rest = useCallback(
    (resting: boolean): void => {
      setView(resting ? 'resting' : 'form');
      // It only gives more time before the lock: the screen rests whatever comes back.
      void flush().then(() => call('handover.pause', { handoverId: handover.id, resting }));
    },
    [flush, handover.id],
  );
  useEffect(() => {
    if (afterLock && !handover.resting) void call('handover.pause', { handoverId: handover.id, resting: true });
  }, [afterLock, handover]);

  useEffect(() => {
    if (keeping.calm) onCalm();
  }, [keeping.calm, onCalm]);

  const sheet = sheets[at];
  const onPaper = chosePaper(sheets) && !sheets.every(isThrough);
  const done = (): void => {
    if (!sheet) return;
    change(sheet.id, (now) => ({ ...now, page: lastPage }), true);
    const paper = choosesPaper(sheet);
    setAt(paper ? sheets.length : at + 1);
    if (paper || at + 1 >= sheets.length) setView('hand-back');
  };
  /** Back into the form before this one, at its last page. */
  const before = (index: number): void => {
    const last = sheets[index];
    if (!last) return;
    change(last.id, (now) => ({ ...now, page: pagesOf(now).length + 1 }), true);
    setAt(index);
    setView('form');
  };
  const lastReached = sheets.findLastIndex(isThrough);

  if (keeping.calm) return <Quiet />;
  if (view === 'resting') return <Resting keeping={keeping} onGoOn={() => rest(false)} onStop={() => setView('hand-back')} />;
  const filling = handover.fillings[at];
  if (view === 'hand-back' || !sheet || !filling) {
    return (
      <HandBack
        handoverId={handover.id}
        practitionerName={handover.practitionerName}
        onPaper={onPaper}
        keeping={keeping}
        flush={flush}
        onBack={() => (sheet ? rest(false) : before(lastReached))}
      />
    );
  }
  return (
    <OneForm
      handover={handover}
      filling={filling}
      sheet={sheet}
      around={{
        form: { number: at + 1, of: sheets.length, title: sheet.form.clientTitle },
        keeping,
        onBack: at === 0 ? null : () => before(at - 1),
        onPause: () => rest(true),
      }}
      earlier={markedBeside(sheet, sheets) ?? handover.marked}
      flush={flush}
      onChange={(alter, now) => change(sheet.id, alter, now)}
      onDone={done}
    />
  );
};

/** Between two pages. */
const Quiet = (): JSX.Element => (
  <main className="alone">
    <Waiting />
  </main>
);

type Reading =
  | { readonly is: 'reading' }
  | { readonly is: 'failed'; readonly error: AppError }
  | { readonly is: 'read'; readonly handover: Handover };

/** All that is shown while a client has the screen. `afterLock`: it begins with the resting screen. */
export const HandedOver = ({ afterLock }: { readonly afterLock: boolean }): JSX.Element => {
  const [reading, setReading] = useState<Reading>({ is: 'reading' });
  const read = useCallback(async () => {
    const reply = await call('handover.current', {});
    setReading(reply.ok ? { is: 'read', handover: reply.value } : { is: 'failed', error: reply.error });
  }, []);
  useEffect(() => void read(), [read]);
  if (reading.is === 'reading') return <Quiet />;
  if (reading.is === 'read') {
    const { handover } = reading;
    if (handover.calm) return <CalmPage handover={handover} calm={handover.calm} />;
    if (handover.note) return <NoteSitting handover={handover} note={handover.note} afterLock={afterLock} />;
    return <Sitting handover={handover} afterLock={afterLock} onCalm={read} />;
  }
  return (
    <main className="alone">
      <ErrorNotice error={reading.error} again={read} />
    </main>
  );
};
