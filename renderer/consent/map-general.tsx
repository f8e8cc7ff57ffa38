import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedReason, Reason } from '../../shared/allowed.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Notice } from '../ui/notice.tsx';
import { reasonsOnce } from '../ui/place-reasons.ts';

/** Where what closes every place is seen to; every other reason is one of the forms. */
const pageOf: Partial<Record<AllowedReason, 'health' | 'intake'>> = {
  'not-now': 'health',
  'needs-clearance': 'health',
  'change-open': 'health',
  'no-health-screen': 'health',
  'no-intake': 'intake',
};

type WaysProps = { readonly clientId: string; readonly reasons: readonly Reason[] };

const Ways = ({ clientId, reasons }: WaysProps): readonly JSX.Element[] => {
  const { t } = useTranslation('maps');
  const pages = new Set(reasons.map(({ code }) => pageOf[code] ?? 'consent'));
  return [...pages].map((page) => (
    <ButtonLink key={page} to={`/clients/$clientId/${page}`} params={{ clientId }} variant="default">
      {t(`general.to.${page}`)}
    </ButtonLink>
  ));
};

type NoticeProps = {
  readonly reasons: readonly Reason[];
  /** Whose; where the ways to what is missing are offered. */
  readonly clientId?: string;
};

/** What closes every place at once, in words; nothing where it is all in order. */
export const GeneralNotice = ({ reasons, clientId }: NoticeProps): JSX.Element | null => {
  const { t } = useTranslation('maps');
  if (reasons.length === 0) return null;
  return (
    <Notice tone="wait" title={t('general.title')} actions={clientId ? <Ways clientId={clientId} reasons={reasons} /> : null}>
      {reasonsOnce(t, reasons).map((words) => (
        <span key={words} className="block">
          {words}
        </span>
      ))}
      <span className="block">{t('general.more')}</span>
    </Notice>
  );
};
