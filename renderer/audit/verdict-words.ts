import type { TFunction } from 'i18next';
import type { AuditLine } from '../../shared/audit.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { momentWords, numberWords } from '../dates.ts';

export type Verified = OutputOf<'audit.verify'>;

/** What exactly was found, in words; the time of a bad entry where that entry is on the screen. */
export const verdictWords = (
  { verdict, entries, firstBad, evidence }: Verified,
  lines: readonly Pick<AuditLine, 'seq' | 'at'>[],
  t: TFunction<'audit'>,
): string => {
  switch (verdict) {
    case 'whole':
      return t('verify.wholeText', { count: entries, entries: numberWords(entries) });
    case 'altered': {
      const at = lines.find((line) => line.seq === firstBad)?.at;
      const what = t('verify.alteredText', { seq: numberWords(firstBad ?? 0) });
      return at ? `${what} ${t('verify.alteredAt', { moment: momentWords(at) })}` : what;
    }
    case 'missing-tail': {
      const { anchorAt, anchorCommits, commits } = evidence;
      const what = t('verify.missing-tailText', { anchor: numberWords(anchorCommits ?? 0), held: numberWords(commits) });
      return anchorAt ? `${what} ${t('verify.missing-tailAt', { moment: momentWords(anchorAt) })}` : what;
    }
    case 'file-changed': {
      const { anchorAt } = evidence;
      return t('verify.file-changedText', { moment: anchorAt ? momentWords(anchorAt) : '' });
    }
    case 'anchor-mismatch':
      return t('verify.anchor-mismatchText');
    default: {
      const unsaid: never = verdict;
      return unsaid;
    }
  }
};
