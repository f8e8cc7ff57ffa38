import type { JSX } from 'react';
import type { Technique } from '../../shared/session-content.ts';
import { Chip } from './chip.tsx';

type Props = { readonly way: Technique; readonly isOpen: boolean; readonly onOpen: () => void };

/** One way to settle: what is done, and what to look out for. */
export const SettleWay = ({ way, isOpen, onOpen }: Props): JSX.Element => (
  <li className="settle-way" data-open={isOpen || undefined}>
    <Chip label={way.name} isOn={isOpen} onPress={onOpen} describedBy={`settle-${way.id}`} />
    <div id={`settle-${way.id}`} className="grow">
      <p className={isOpen ? 'md' : 'ink-2'}>{way.description}</p>
      {isOpen && way.watchFor ? <p className="wait">{way.watchFor}</p> : null}
    </div>
  </li>
);
