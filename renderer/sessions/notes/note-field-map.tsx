import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/app-error.ts';
import { call } from '../../call.ts';
import { ErrorNotice } from '../../ui/notice.tsx';
import { usePressed } from '../../ui/use-pressed.ts';
import { useNote } from './note-context.ts';

/** Keeps the client's map as it stands now with the note, which from then on does not change with it. */
export const TakeMap = ({ field }: { readonly field: string }): JSX.Element => {
  const { t } = useTranslation('notes');
  const { note, draft, set } = useNote();
  const { busy, error, press } = usePressed(async (): Promise<AppError | null> => {
    const reply = await call('consentMap.get', { clientId: note.clientId });
    if (!reply.ok) return reply.error;
    const areas = Object.entries(reply.value.map?.areas ?? {}).map(([code, { state }]) => [code, state] as const);
    set(field, { areas: Object.fromEntries(areas) });
    return null;
  });
  const isThere = (draft.values[field]?.areas ?? null) !== null;
  return (
    <>
      <Button variant="subtle" className="note-take-map" disabled={busy} onClick={press}>
        {t(isThere ? 'areas.again' : 'areas.take')}
      </Button>
      {error ? <ErrorNotice error={error} /> : null}
    </>
  );
};
