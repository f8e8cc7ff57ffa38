import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { Client } from '../../shared/clients.ts';
import { said } from '../ui/notice.tsx';
import { keyOf, useSend } from '../use-call.ts';

type Archiving = {
  readonly archive: () => Promise<void>;
  readonly bringBack: () => Promise<void>;
  readonly busy: boolean;
  readonly error: AppError | null;
};

/** Archives with a way back offered at once. */
export const useArchive = (client: Client): Archiving => {
  const { t } = useTranslation('clients');
  const { t: tUi } = useTranslation('ui');
  const queries = useQueryClient();
  const { send, isSending, error } = useSend('clients.archive');

  const set = async (version: number, archived: boolean): Promise<Client | null> => {
    const reply = await send({ id: client.id, version, archived });
    if (!reply.ok) return null;
    queries.setQueryData(keyOf('clients.get', { id: client.id }), reply.value);
    return reply.value;
  };
  const name = client.chosenName;
  const back = async (version: number): Promise<void> => {
    if (await set(version, false)) said(t('archive.backDone', { name }));
  };
  return {
    archive: async () => {
      const changed = await set(client.version, true);
      if (changed) said(t('archive.done', { name }), { word: tUi('undo'), run: () => void back(changed.version) });
    },
    bringBack: () => back(client.version),
    busy: isSending,
    error,
  };
};
