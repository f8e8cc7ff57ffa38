import { Button } from '@mantine/core';
import { IconCheck, IconCircle, IconCircleDot } from '@tabler/icons-react';
import { type JSX, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { useArriveSaid } from './arrive-said.ts';
import type { ArriveStep } from './arrive-steps.ts';

type Props = {
  readonly step: ArriveStep;
  readonly isDone: boolean;
  readonly isOpen: boolean;
  readonly focus: RefObject<HTMLElement | null> | null;
  readonly onOpen: () => void;
  readonly children: ReactNode;
};

/** The step that opens stands where reading begins; the first one does already. */
const useInView = (isOpen: boolean): RefObject<HTMLLIElement | null> => {
  const row = useRef<HTMLLIElement>(null);
  const before = useRef(isOpen);
  useEffect(() => {
    if (isOpen && !before.current) row.current?.scrollIntoView({ block: 'start' });
    before.current = isOpen;
  }, [isOpen]);
  return row;
};

/** One thing to ask: open, said, or still to come. */
export const ArriveRow = ({ step, isDone, isOpen, focus, onOpen, children }: Props): JSX.Element => {
  const { t } = useTranslation('session');
  const said = useArriveSaid(step);
  const row = useInView(isOpen);
  const title = t(`arrive.${step}.title`);
  const sign = isDone ? IconCheck : isOpen ? IconCircleDot : IconCircle;
  return (
    <li ref={row} className="arrive-step" data-done={isDone || undefined} data-open={isOpen || undefined}>
      <div className="arrive-head">
        <Icon icon={sign} size={22} tone={isDone || isOpen ? 'sage-ink' : 'ink-3'} />
        <h2 ref={focus as RefObject<HTMLHeadingElement> | null} tabIndex={-1} className="arrive-name">
          {title}
          {isDone ? <span className="visually-hidden"> ({t('arrive.done')})</span> : null}
        </h2>
        {isDone && !isOpen ? <span className="arrive-said ink-2">{said}</span> : null}
        {isOpen ? null : (
          <Button
            variant="subtle"
            size="compact-md"
            className="arrive-open"
            aria-label={t(isDone ? 'arrive.againOf' : 'arrive.openOf', { title })}
            onClick={onOpen}
          >
            {t(isDone ? 'arrive.again' : 'arrive.open')}
          </Button>
        )}
      </div>
      {isOpen ? <div className="arrive-body">{children}</div> : null}
    </li>
  );
};
