import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { type Showing, showings } from './chart-views.ts';
import type { Zoom } from './chart-zoom.ts';
import { Icon } from './icon.tsx';

type ToolsProps = {
  readonly showing: Showing;
  readonly onShowing: (showing: Showing) => void;
  readonly zoom: Zoom;
  readonly large: boolean;
};

/** Which figure, and how large. */
export const ChartTools = ({ showing, onShowing, zoom, large }: ToolsProps): JSX.Element => {
  const { t } = useTranslation('chart');
  const button = { variant: 'default', size: large ? 52 : 44 } as const;
  return (
    <div className="chart-tools">
      <SegmentedControl
        size={large ? 'md' : 'sm'}
        aria-label={t('showing.label')}
        value={showing}
        onChange={(next) => onShowing(showings.find((one) => one === next) ?? 'both')}
        data={showings.map((one) => ({ value: one, label: t(`showing.${one}`) }))}
      />
      <span className="chart-zoom">
        <ActionIcon {...button} aria-label={t('zoom.out')} disabled={!zoom.smaller} onClick={zoom.smaller ?? undefined}>
          <Icon icon={IconMinus} />
        </ActionIcon>
        <span className="sp-num chart-percent" aria-live="polite">
          {t('zoom.now', { percent: Math.round(zoom.factor * 100) })}
        </span>
        <ActionIcon {...button} aria-label={t('zoom.in')} disabled={!zoom.larger} onClick={zoom.larger ?? undefined}>
          <Icon icon={IconPlus} />
        </ActionIcon>
        <ActionIcon {...button} aria-label={t('zoom.whole')} disabled={!zoom.smaller} onClick={zoom.whole}>
          <Icon icon={IconMaximize} />
        </ActionIcon>
      </span>
    </div>
  );
};
