import { NativeSelect } from '@mantine/core';
import { type JSX, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockDay } from '../../dates.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall } from '../../use-call.ts';
import { Compared } from './compare-two.tsx';
import { useNote } from './note-context.ts';
import { noteDay } from './note-days.ts';
import { type Listed, listedOf } from './notes-listed.ts';

const keyOf = (one: Listed): string => (one.kind === 'session' ? one.session.id : one.note.id);

/** Two visits of the client, to choose: this note's beside the one before it, until others are asked for. */
export const CompareDates = ({ onClose }: { readonly onClose: () => void }): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const { note } = useNote();
  const { clientId } = note;
  const sessions = useCall('sessions.ofClient', { clientId, limit: 500 });
  const notes = useCall('notes.ofClient', { clientId, limit: 500 });
  const [asked, setAsked] = useState<{ readonly older: string | null; readonly newer: string | null }>({ older: null, newer: null });
  const visits = useMemo(
    () =>
      sessions.data && notes.data ? listedOf({ sessions: sessions.data.sessions, isCut: false, notes: notes.data.notes }, clockDay) : [],
    [sessions.data, notes.data],
  );
  const error = sessions.error ?? notes.error;
  const at = visits.findIndex((one) => keyOf(one) === (note.sessionId ?? note.id));
  const newer = visits.find((one) => keyOf(one) === asked.newer) ?? visits[Math.max(at, 0)];
  const older = visits.find((one) => keyOf(one) === asked.older) ?? visits[Math.max(at, 0) + 1] ?? visits.find((one) => one !== newer);
  const choices = visits.map((one) => ({
    value: keyOf(one),
    label: t(one.kind === 'session' ? 'earlier.session' : 'earlier.quick', { day: noteDay(one.day) }),
  }));
  return (
    <Dialog title={t('compare.title')} onClose={onClose} size={960}>
      <div className="fields">
        {error ? <ErrorNotice error={error} /> : null}
        {!error && !(sessions.data && notes.data) ? <Waiting /> : null}
        {newer && older ? (
          <>
            <div className="compare-dates">
              <NativeSelect
                label={t('compare.older')}
                value={keyOf(older)}
                data={choices}
                onChange={({ currentTarget: { value } }) => setAsked({ ...asked, older: value })}
              />
              <NativeSelect
                label={t('compare.newer')}
                value={keyOf(newer)}
                data={choices}
                onChange={({ currentTarget: { value } }) => setAsked({ ...asked, newer: value })}
              />
            </div>
            <Compared older={older} newer={newer} />
          </>
        ) : null}
        {newer && !older ? <p className="ink-2">{t('compare.alone')}</p> : null}
      </div>
    </Dialog>
  );
};
