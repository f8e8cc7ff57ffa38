import { Button, Modal } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

const keys = [
  ['↑ ↓', 'go'],
  ['← →', 'goDay'],
  ['Enter', 'open'],
  ['Alt ↑ ↓', 'move'],
  ['Alt ← →', 'moveDay'],
  ['Alt Shift ↑ ↓', 'resize'],
  ['M', 'dialog'],
  ['N', 'new'],
  ['P', 'places'],
  ['T', 'today'],
  ['Page ↑ ↓', 'turn'],
  ['D W O A', 'views'],
  ['Alt', 'fine'],
  ['Esc', 'cancel'],
] as const;

/** Every key of the calendar, said once where it can be looked up. */
export const KeysHelp = ({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }): JSX.Element => {
  const { t } = useTranslation('schedule');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<span className="lg b">{t('calendar.help.title')}</span>}
      withCloseButton={false}
      size={520}
    >
      <dl className="cal-keys">
        {keys.map(([pressed, what]) => (
          <div key={what}>
            <dt>
              {pressed.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`calendar.help.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="ink-2">{t('calendar.help.letGo')}</p>
      <div className="row cal-keys-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('calendar.help.close')}
        </Button>
      </div>
    </Modal>
  );
};
