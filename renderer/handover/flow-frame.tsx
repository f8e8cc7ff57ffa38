import { Button } from '@mantine/core';
import { IconArrowLeft, IconPlayerPauseFilled } from '@tabler/icons-react';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';

type FlowFrameProps = {
  readonly page: number;
  readonly pages: number;
  readonly wide?: boolean;
  readonly onBack: () => void;
  readonly onPause: () => void;
  readonly foot: ReactNode;
  readonly children: ReactNode;
};

/** Full screen, large type, one thing at a time. The second half of a double click turns no page: it belongs to the page before. */
export const FlowFrame = ({ page, pages, wide, onBack, onPause, foot, children }: FlowFrameProps): JSX.Element => {
  const { t } = useTranslation('handover');
  return (
    <div className="flow">
      <nav className="flow-top" aria-label={t('flow.way')}>
        <Button size="lg" variant="subtle" leftSection={<Icon icon={IconArrowLeft} size={24} />} onClick={onBack}>
          {t('flow.back')}
        </Button>
        <div className="flow-progress">
          <span className="flow-steps" aria-hidden="true">
            {Array.from({ length: pages }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
              <i key={index} data-done={index < page - 1 || undefined} data-now={index === page - 1 || undefined} />
            ))}
          </span>
          <span className="md ink-2 num nowrap">{t('flow.progress', { page, pages })}</span>
        </div>
        <Button size="lg" variant="subtle" leftSection={<Icon icon={IconPlayerPauseFilled} size={22} />} onClick={onPause}>
          {t('flow.pause')}
        </Button>
      </nav>
      <main className="flow-body">
        <div className={wide ? 'flow-column flow-wide' : 'flow-column'}>{children}</div>
      </main>
      <footer className="flow-foot">
        <div
          className={wide ? 'flow-foot-in flow-wide' : 'flow-foot-in'}
          onClickCapture={(event) => {
            if (event.detail > 1) event.stopPropagation();
          }}
        >
          {foot}
        </div>
      </footer>
    </div>
  );
};
