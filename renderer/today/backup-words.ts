import type { TFunction } from 'i18next';
import type { BackupState } from '../../shared/backup.ts';
import { agoWords, isOld, sizeWords } from '../backups.ts';
import { sinceWords } from '../dates.ts';

type Said = { readonly good: boolean; readonly title: string; readonly text: string };

/** How backups stand, in one line, and what to do. Good news is a whole copy of this week, or that the first is on its way. */
export const backupWords = ({ folder, last, problem, free, otherComputer }: BackupState, isOwner: boolean, t: TFunction<'today'>): Said => {
  if (folder === null) {
    return { good: false, title: t('backup.noFolder'), text: isOwner ? t('backup.noFolderText') : t('backup.noFolderOther') };
  }
  if (problem) return { good: false, title: t('backup.problem'), text: t(`backup.problemText.${problem}`) };
  if (otherComputer) return { good: false, title: t('backup.otherComputer'), text: t('backup.otherComputerText') };
  if (!last) {
    return free === null
      ? { good: false, title: t('backup.unseen'), text: t('backup.unseenText') }
      : { good: true, title: t('backup.none'), text: t('backup.noneText') };
  }
  const ago = agoWords(last.madeAt);
  if (last.state === 'damaged') return { good: false, title: t('backup.damaged'), text: t('backup.damagedText') };
  if (isOld(last)) return { good: false, title: t('backup.old', { ago }), text: t('backup.oldText') };
  if (last.verifiedAt) {
    const title = t('backup.verified', { time: sinceWords(last.verifiedAt) });
    return { good: true, title, text: t('backup.verifiedText', { size: sizeWords(last.bytes), ago }) };
  }
  return {
    good: true,
    title: t('backup.copied', { time: sinceWords(last.madeAt) }),
    text: t('backup.copiedText', { size: sizeWords(last.bytes), ago }),
  };
};
