import { IconHomeHeart, IconMail } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { useCall } from '../../use-call.ts';
import { NoteOfSession } from './note-row.tsx';

type Props = { readonly clientId: string; readonly sessionId: string; readonly day: string };

/** What is made of a session that is over: its note, the sheet to take home, and a letter about it. */
export const AfterSession = (session: Props): JSX.Element => {
  const { t } = useTranslation('notelists');
  const { t: letters } = useTranslation('letters');
  const { clientId, sessionId } = session;
  const written = useCall('notes.ofClient', { clientId, limit: 500 });
  const of = <T extends { readonly sessionId: string | null }>(all: readonly T[] | undefined): T | undefined =>
    all?.find((one) => one.sessionId === sessionId);
  const note = of(written.data?.notes.filter(({ state }) => state !== 'in-error')) ?? null;
  return (
    <div className="after-session">
      {written.error ? <ErrorNotice error={written.error} again={written.again} /> : null}
      <NoteOfSession {...session} note={note} isUnwritten={of(written.data?.unwritten) !== undefined} />
      <ButtonLink
        to="/clients/$clientId/aftercare"
        params={{ clientId }}
        search={{ sessionId }}
        variant="default"
        leftSection={<Icon icon={IconHomeHeart} />}
      >
        {t('aftercare')}
      </ButtonLink>
      <ButtonLink to="/letters/new" search={{ clientId, sessionId }} variant="default" leftSection={<Icon icon={IconMail} />}>
        {letters('entry.session')}
      </ButtonLink>
    </div>
  );
};
