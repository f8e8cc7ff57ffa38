import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { JSX, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { useConductor } from './conductor-context.ts';

/** What somebody said has changed keeps hands off until it was gone through. */
export const ChangeWaits = (): JSX.Element | null => {
  const { t } = useTranslation('session');
  const { session, allowed } = useConductor();
  if (!allowed?.allowed.general.some(({ code }) => code === 'change-open')) return null;
  const way = (
    <ButtonLink to="/clients/$clientId/health" params={{ clientId: session.clientId }} variant="default">
      {t('arrive.changed.go')}
    </ButtonLink>
  );
  return (
    <Notice tone="wait" title={t('arrive.changed.waits')} actions={way}>
      {t('arrive.changed.waitsText')}
    </Notice>
  );
};

/** All of it was asked: on to settling, or, where touch is left out today, to the end. */
export const ArriveOn = ({ focus }: { readonly focus: RefObject<HTMLElement | null> }): JSX.Element => {
  const { t } = useTranslation('session');
  const { session, tell, isSending } = useConductor();
  const isClosed = session.gate.touch === 'closed';
  const go = (to: 'settle' | 'ground'): void => {
    if (!isSending) void tell('phase', { to });
  };
  return (
    <section ref={focus} tabIndex={-1} className="arrive-on" aria-label={t('arrive.on.title')}>
      {isClosed ? <p className="md">{t('arrive.on.closed')}</p> : null}
      <div className="arrive-deeds">
        {isClosed ? (
          <Button size="lg" onClick={() => go('ground')}>
            {t('arrive.on.ground')}
          </Button>
        ) : (
          <Button size="lg" rightSection={<Icon icon={IconArrowRight} />} onClick={() => go('settle')}>
            {t('arrive.on.settle')}
          </Button>
        )}
      </div>
    </section>
  );
};
