import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { said } from '../ui/notice.tsx';
import { useCall } from '../use-call.ts';

type Read = { readonly data: OutputOf<'contacts.get'> | undefined; readonly error: AppError | null; readonly again: () => unknown };

/** A contact with what belongs to them. One that was made one with another opens the other. */
export const useStandingContact = (contactId: string): Read => {
  const { t } = useTranslation('contacts');
  const navigate = useNavigate();
  const { data, error, again } = useCall('contacts.get', { id: contactId });
  const other = data?.contact.mergedInto ?? null;
  useEffect(() => {
    if (!other) return;
    said(t('page.nowOne'));
    void navigate({ to: '/contacts/$contactId', params: { contactId: other }, replace: true });
  }, [other, navigate, t]);
  return { data: other ? undefined : data, error, again };
};
