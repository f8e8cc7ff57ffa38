import { IconAlertTriangle, IconHelpCircle, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { momentWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';

type Verified = OutputOf<'documents.verify'>;

const signs = {
  genuine: { icon: IconRosetteDiscountCheck, tone: 'sage-ink', notice: 'sage' },
  altered: { icon: IconAlertTriangle, tone: 'wait-ink', notice: 'wait' },
  unknown: { icon: IconHelpCircle, tone: 'ink-2', notice: 'plain' },
} as const;

const useText = ({ verdict, document }: Verified): string => {
  const { t } = useTranslation('documents');
  if (!document || verdict === 'unknown') return t('verify.unknown.text');
  const moment = momentWords(document.createdAt);
  return verdict === 'genuine'
    ? t(`verify.genuine.${document.kind}`, { moment })
    : t('verify.altered.text', { title: document.title, moment });
};

/** What the comparison found: a sign, a word, and what it means. Takes focus, so that it is heard and seen at once. */
export const Verdict = ({ found }: { readonly found: Verified }): JSX.Element => {
  const { t } = useTranslation('documents');
  const text = useText(found);
  const { icon, tone, notice } = signs[found.verdict];
  const { document } = found;
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is a new one, also when it says the same
  useEffect(() => heading.current?.focus(), [found]);
  return (
    <section className={`notice notice-${notice} verdict`} aria-labelledby="verdict">
      <Icon icon={icon} tone={tone} />
      <div className="grow">
        <h3 id="verdict" ref={heading} tabIndex={-1} className="md b">
          {t(`verify.${found.verdict}.word`)}: {t(`verify.${found.verdict}.title`)}
        </h3>
        {document ? (
          <div className="b" dir="auto">
            {document.title}
          </div>
        ) : null}
        <p className="ink-2" dir="auto">
          {text}
        </p>
        {document?.clientId ? (
          <ButtonLink
            to="/clients/$clientId/files/$documentId"
            params={{ clientId: document.clientId, documentId: document.id }}
            variant="default"
          >
            {t('verify.open')}
          </ButtonLink>
        ) : null}
      </div>
    </section>
  );
};
