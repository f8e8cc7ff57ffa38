import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../shared/audit.ts';
import { clinical, type Role } from '../../shared/call.ts';
import { sinceWords } from '../dates.ts';
import { usePractice } from '../practice.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Notice } from '../ui/notice.tsx';

const maySeeSecurity = (role: Role): boolean => (clinical as readonly Role[]).includes(role);

/** What opening found of the trail, when something is not as it was left. A crash that lost nothing says nothing. */
export const EvidenceNotice = ({ evidence }: { readonly evidence: Evidence }): JSX.Element | null => {
  const { t } = useTranslation('today');
  const { role } = usePractice();
  const { verdict, anchorAt } = evidence;
  if (verdict !== 'missing-tail' && verdict !== 'anchor-mismatch') return null;
  const missing = anchorAt ? t('evidence.missing-tail', { time: sinceWords(anchorAt) }) : t('evidence.missing-tailNoTime');
  return (
    <Notice
      tone="wait"
      title={verdict === 'missing-tail' ? missing : t('evidence.anchor-mismatch')}
      live
      actions={
        <>
          {maySeeSecurity(role) ? (
            <ButtonLink to="/settings/$section" params={{ section: 'security' }} variant="default">
              {t('evidence.security')}
            </ButtonLink>
          ) : null}
          <ButtonLink to="/settings/$section" params={{ section: 'backups' }} variant="default">
            {t('evidence.backups')}
          </ButtonLink>
        </>
      }
    >
      {t(`evidence.${verdict}Text`)}
    </Notice>
  );
};
