import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import { limits } from '../../shared/limits.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { sizeWords } from '../backups.ts';
import { call } from '../call.ts';
import { useErrorWords } from '../ui/error-words.ts';
import { said } from '../ui/notice.tsx';
import { sendFile } from '../ui/send-file.ts';
import { megabytes } from '../ui/use-upload.ts';
import { isToFile, kindFrom, type PaperFields, type PaperState, type PaperToFile, titleFrom } from './papers-to-file.ts';

type PapersToFile = {
  readonly papers: readonly PaperToFile[];
  readonly isFiling: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly change: (key: number, fields: Partial<PaperFields>) => void;
  /** Takes it out of the list; nothing of it is kept. */
  readonly leaveOut: (key: number) => void;
  readonly stop: (key: number) => void;
  readonly fileAll: () => Promise<void>;
  readonly fileTwice: (key: number) => Promise<void>;
};

/** Why a paper was not filed, in the state of its line. */
const useStateOf = (): ((error: AppError, name: string) => PaperState) => {
  const { t } = useTranslation('documents');
  const wordsOf = useErrorWords();
  return (error, name) => {
    if (error.code === 'refused' && error.reason === 'filed-already') return { step: 'same', title: String(error.details?.title ?? '') };
    if (error.code === 'refused' && error.reason === 'file-kind-unknown') return { step: 'unfit', words: t('file.notInside', { name }) };
    return { step: 'wrong', words: Object.values(wordsOf(error)).join('. ') };
  };
};

/** Files that were chosen or dropped, filed one after the other: each is as large as a file may be, and few fit into memory at once. */
export const usePapersToFile = (clientId: string): PapersToFile => {
  const { t } = useTranslation('documents');
  const { t: ui } = useTranslation('ui');
  const stateOf = useStateOf();
  const [papers, setPapers] = useState<readonly PaperToFile[]>([]);
  const [isFiling, setFiling] = useState(false);
  const nextKey = useRef(1);
  /** Stopped or taken out while a run is on its way. */
  const stopped = useRef(new Set<number>());
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  const set = (key: number, values: Partial<PaperToFile>): void =>
    setPapers((all) => all.map((paper) => (paper.key === key ? { ...paper, ...values } : paper)));

  const fitness = ({ size }: File): PaperState => {
    if (size === 0) return { step: 'unfit', words: ui('upload.empty') };
    return size > limits.file
      ? { step: 'unfit', words: ui('upload.tooLarge', { size: sizeWords(size), mb: megabytes }) }
      : { step: 'ready' };
  };

  const add = (files: readonly File[]): void => {
    const added = files.map((file) => ({
      key: nextKey.current++,
      file,
      title: titleFrom(file.name),
      kind: kindFrom(file),
      paperOn: '',
      state: fitness(file),
    }));
    setPapers((all) => [...all, ...added]);
  };

  /** Null once it is filed. */
  const fileOne = async (paper: PaperToFile, twice: boolean): Promise<PaperState | null> => {
    const { key, file, title, kind } = paper;
    const isStopped = (): boolean => isGone.current || stopped.current.has(key);
    const onShare = (share: number): void => (isStopped() ? undefined : set(key, { state: { step: 'sending', share } }));
    const sent = await sendFile(file, { onShare, stopped: isStopped }).catch(() => 'unreadable' as const);
    if (sent === null || isStopped()) return { step: 'stopped' };
    if (sent === 'unreadable') return { step: 'wrong', words: ui('upload.unreadable') };
    if (!sent.ok) return stateOf(sent.error, file.name);
    const paperOn = calendarDayFromTyped(paper.paperOn);
    const filed = await call('documents.file', { uploadId: sent.value.uploadId, clientId, title, kind, paperOn, twice });
    return filed.ok ? null : stateOf(filed.error, file.name);
  };

  const run = async (chosen: readonly PaperToFile[], twice: boolean): Promise<void> => {
    if (isFiling || chosen.length === 0) return;
    stopped.current.clear();
    setFiling(true);
    for (const { key } of chosen) set(key, { state: { step: 'waiting' } });
    const filed: PaperToFile[] = [];
    for (const paper of chosen) {
      if (isGone.current) return;
      if (stopped.current.has(paper.key)) continue;
      set(paper.key, { state: { step: 'sending', share: 0 } });
      const state = await fileOne(paper, twice);
      if (state) set(paper.key, { state });
      else {
        filed.push(paper);
        setPapers((all) => all.filter(({ key }) => key !== paper.key));
      }
    }
    setFiling(false);
    const [only] = filed;
    if (only && filed.length === 1) said(t('file.done', { title: only.title.trim() }));
    else if (only) said(t('file.doneMany', { count: filed.length }));
  };

  return {
    papers,
    isFiling,
    add,
    change: set,
    leaveOut: (key) => {
      stopped.current.add(key);
      setPapers((all) => all.filter((paper) => paper.key !== key));
    },
    stop: (key) => {
      stopped.current.add(key);
      set(key, { state: { step: 'stopped' } });
    },
    fileAll: () => run(papers.filter(isToFile), false),
    fileTwice: (key) =>
      run(
        papers.filter((paper) => paper.key === key),
        true,
      ),
  };
};
