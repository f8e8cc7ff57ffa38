import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { AppointmentLine } from '../../shared/appointment.ts';
import { call } from '../call.ts';
import { said } from '../ui/notice.tsx';
import { useSend } from '../use-call.ts';

type Settable = 'arrived' | 'done';

type Setting = {
  readonly set: (status: Settable) => Promise<void>;
  readonly isSetting: boolean;
  readonly error: AppError | null;
};

/** Says that somebody came, or that it is done; with a way back to what stood there before. */
export const useSetStatus = ({ id, version, status: before, chosenName: name }: AppointmentLine, onSet: () => void): Setting => {
  const { t } = useTranslation('today');
  const { send, isSending, error } = useSend('appointments.setStatus');
  const set = async (status: Settable): Promise<void> => {
    onSet();
    const reply = await send({ id, version, status });
    if (!reply.ok) return;
    const back = { id, version: reply.value.version, status: before };
    said(t(status === 'arrived' ? 'deed.saidArrived' : 'deed.saidDone', { name }), {
      word: t('deed.undo'),
      run: () => void call('appointments.setStatus', back),
    });
  };
  return { set, isSetting: isSending, error };
};
