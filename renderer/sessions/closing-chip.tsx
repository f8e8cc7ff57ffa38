import { IconCheck } from '@tabler/icons-react';
import type { JSX } from 'react';
import { Icon } from '../ui/icon.tsx';

type Props = {
  readonly label: string;
  /** Where the label alone would not say which one it is. */
  readonly name?: string;
  readonly isOn: boolean;
  readonly onPress: () => void;
};

/** Something to tap that is on or off. A button, so that Space stays STOP. */
export const Pick = ({ label, name, isOn, onPress }: Props): JSX.Element => (
  <button type="button" className="closing-chip" aria-pressed={isOn} aria-label={name} onClick={onPress}>
    {isOn ? <Icon icon={IconCheck} size={18} /> : null}
    <span dir="auto">{label}</span>
  </button>
);
