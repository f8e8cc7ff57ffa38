import type { Icon as TablerIcon } from '@tabler/icons-react';
import type { JSX } from 'react';

type Tone = 'ink' | 'ink-2' | 'ink-3' | 'sage' | 'sage-ink' | 'wait' | 'wait-ink' | 'stop-mark';

/** A sign beside its word, never alone. */
export const Icon = ({
  icon: Sign,
  size = 20,
  tone,
}: {
  readonly icon: TablerIcon;
  readonly size?: number;
  readonly tone?: Tone;
}): JSX.Element => <Sign size={size} stroke={1.75} aria-hidden className="icon" color={tone ? `var(--sp-${tone})` : 'currentColor'} />;
