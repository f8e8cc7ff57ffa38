import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../shared/evidence.ts';
import { sinceWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Notice } from '../ui/notice.tsx';
import { useCall } from '../use-call.ts';

/** The gravest is said first; what Stillpoint mended by itself, or what only lies beside, comes last. */
const titles = {
  'files-overwritten': 'files-overwritten',
  'saves-missing': 'missing-tail',
  'backup-newer': 'backup-newer',
  'log-lost': 'missing-tailNoTime',
  'key-file-older': 'key-file-older',
  'anchor-unreadable': 'anchor-mismatch',
  'trail-differs': 'anchor-mismatch',
  'pages-older': 'file-changed',
  'log-changed': 'file-changed',
  'pages-damaged': 'damaged',
  'files-replaced': 'files-replaced',
  'key-file-mended': 'damaged',
  'anchor-damaged': 'damaged',
  'strange-files': 'strange-files',
} as const satisfies Record<Finding['kind'], string>;

/** What only lies beside, or was mended already: no backup would make it better. */
const beside: readonly Finding['kind'][] = ['files-replaced', 'key-file-mended', 'anchor-damaged', 'strange-files'];

/** What opening found, when something is not as it was left. A crash that lost nothing says nothing. */
export const EvidenceNotice = (): JSX.Element | null => {
  const { t } = useTranslation('today');
  const { data } = useCall('vault.evidence', {});
  const findings = data?.findings ?? [];
  const kind = (Object.keys(titles) as Finding['kind'][]).find((one) => findings.some((finding) => finding.kind === one));
  if (!kind) return null;
  const until = findings.find((finding) => finding.kind === kind)?.until ?? null;
  const title = titles[kind];
  const isBeside = beside.includes(kind);
  const said = title === 'missing-tail' && until === null ? 'missing-tailNoTime' : title;
  return (
    <Notice
      tone="wait"
      title={t(`evidence.${said}`, { time: until === null ? '' : sinceWords(until) })}
      live
      actions={
        <>
          <ButtonLink to="/evidence" variant="default">
            {t('evidence.see')}
          </ButtonLink>
          {isBeside ? null : (
            <ButtonLink to="/settings/$section" params={{ section: 'backups' }} variant="default">
              {t('evidence.backups')}
            </ButtonLink>
          )}
        </>
      }
    >
      {t(isBeside ? 'evidence.besideText' : 'evidence.text')}
    </Notice>
  );
};
