import { useLocation, useNavigate } from '@tanstack/react-router';
import { type JSX, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../shared/clients.ts';
import { said } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';

/** An address of a record that became part of another: the same page of that one, with a sentence. */
export const MergeLedOn = ({ from, to }: { readonly from: string; readonly to: Client }): JSX.Element => {
  const { t } = useTranslation('clients');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { id, chosenName } = to;
  useEffect(() => {
    if (!pathname.includes(from)) return;
    said(t('merge.ledOn', { name: chosenName }));
    void navigate({ to: pathname.replace(from, id), replace: true });
  }, [from, id, chosenName, pathname, navigate, t]);
  return <Waiting>{t('page.reading')}</Waiting>;
};
