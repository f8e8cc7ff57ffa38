import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceDetails } from '../../../shared/people-and-rooms.ts';
import { ErrorNotice, said } from '../../ui/notice.tsx';
import { usePressed } from '../../ui/use-pressed.ts';
import { useSend } from '../../use-call.ts';

/** Three to begin with, in the words of the locale; prices are the practice's own. */
const examples = [
  { name: 'first', minutes: 90, after: 30 },
  { name: 'hour', minutes: 60, after: 15 },
  { name: 'long', minutes: 90, after: 15 },
] as const;

/** Shown while there is no service: three made with one press, to be changed afterwards. */
export const ServicesBegin = (): JSX.Element => {
  const { t } = useTranslation('schedule');
  const { send } = useSend('services.save');
  const detailsOf = ({ name, minutes, after }: (typeof examples)[number]): ServiceDetails => ({
    name: t(`setup.services.example.${name}`),
    minutes,
    before: 0,
    after,
    price: null,
    taxName: '',
    taxRate: 0,
    noteTemplate: '',
    active: true,
  });
  const { press, busy, error } = usePressed(async () => {
    for (const example of examples) {
      const reply = await send({ id: null, version: 0, details: detailsOf(example) });
      if (!reply.ok) return reply.error;
    }
    said(t('setup.services.begun'));
    return null;
  });
  return (
    <div className="card setup-begin">
      <h3 className="lg b">{t('setup.services.emptyTitle')}</h3>
      <p className="ink-2">{t('setup.services.emptyText')}</p>
      <ul className="setup-examples">
        {examples.map((example) => (
          <li key={example.name}>
            {t(`setup.services.example.${example.name}`)}{' '}
            <span className="ink-2">· {t('setup.services.after', { count: example.after })}</span>
          </li>
        ))}
      </ul>
      {error ? <ErrorNotice error={error} /> : null}
      <Button onClick={() => void press()} disabled={busy}>
        {t('setup.services.begin')}
      </Button>
    </div>
  );
};
