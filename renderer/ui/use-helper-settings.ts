import { useTranslation } from 'react-i18next';
import type { LanguageSettings } from '../../shared/language.ts';
import { useCall, useSend } from '../use-call.ts';
import { said } from './notice.tsx';

/** What this person wants to be told; each change can be taken back where it was made. */
export const useHelperSettings = () => {
  const { t } = useTranslation('language');
  const { data, again } = useCall('language.settings', {});
  const { send } = useSend('language.set');
  const put = async ({ mode, off }: LanguageSettings): Promise<boolean> => {
    const reply = await send({ mode, off: [...off] });
    await again();
    return reply.ok;
  };
  const change = async (to: LanguageSettings, done: string): Promise<void> => {
    if (!data) return;
    const { mode, off } = data;
    if (await put(to)) said(done, { word: t('undo'), run: () => void put({ mode, off }) });
  };
  return {
    isOn: data?.mode === 'soft',
    off: data?.off ?? [],
    quiet: (rule: string): void => void (data && change({ mode: data.mode, off: [...new Set([...data.off, rule])] }, t('quieted'))),
    turnOff: (): void => void (data && change({ mode: 'off', off: data.off }, t('turnedOff'))),
  };
};
