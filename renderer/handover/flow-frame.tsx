import { Button } from '@mantine/core';
import { IconArrowLeft, IconPlayerPauseFilled } from '@tabler/icons-react';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import type { KeepState } from './keeper.ts';
import { KeptState } from './kept-state.tsx';
import type { Section } from './sheet.ts';

/** What stands around each page of a form. */
export type Around = {
  /** Where this form stands among those handed over. */
  readonly form: { readonly number: number; readonly of: number; readonly title: string };
  readonly keeping: KeepState;
  readonly section?: Section | null;
  /** Nothing comes before the first page. */
  readonly onBack: (() => void) | null;
  readonly onPause: () => void;
};

type FlowFrameProps = {
  readonly around: Around;
  readonly page: number;
  readonly pages: number;
  readonly wide?: boolean;
  readonly foot: ReactNode;
  readonly children: ReactNode;
};

/** Full screen, large type, one thing at a time. The second half of a double click turns no page: it belongs to the page before. */
export const FlowFrame = ({ around, page, pages, wide, foot, children }: FlowFrameProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const { form, keeping, section, onBack, onPause } = around;
  return (
    <div className="flow">
      <nav className="flow-top" aria-label={t('flow.way')}>
        <Button
          size="lg"
          variant="subtle"
          className={onBack ? undefined : 'flow-no-back'}
          leftSection={<Icon icon={IconArrowLeft} size={24} />}
          onClick={onBack ?? undefined}
        >
          {t('flow.back')}
        </Button>
        <div className="flow-middle">
          <div className="flow-progress">
            <span className="flow-steps" aria-hidden="true">
              {Array.from({ length: pages }, (_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
                <i key={index} data-done={index < page - 1 || undefined} data-now={index === page - 1 || undefined} />
              ))}
            </span>
            <span className="md ink-2 num nowrap">{t('flow.progress', { page, pages })}</span>
          </div>
          <div className="flow-where xs ink-2">
            {form.of > 1 ? <span>{t('flow.form', { number: form.number, of: form.of, title: form.title })}</span> : null}
            {section ? <span>{t('flow.section', section)}</span> : null}
            <KeptState keeping={keeping} />
          </div>
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
