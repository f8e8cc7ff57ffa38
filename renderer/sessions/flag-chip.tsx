import { IconCheck } from '@tabler/icons-react';
import type { JSX } from 'react';
import { Icon } from '../ui/icon.tsx';

type ChipProps = { readonly label: string; readonly isOn: boolean; readonly onPress: () => void };

/** Something to tap that is on or off. A button, so that Space stays STOP. */
export const Chip = ({ label, isOn, onPress }: ChipProps): JSX.Element => (
  <button type="button" className="flag-chip" aria-pressed={isOn} onClick={onPress}>
    {isOn ? <Icon icon={IconCheck} size={18} /> : null}
    <span dir="auto">{label}</span>
  </button>
);

type ChipsProps = {
  readonly labels: readonly string[];
  /** Words somebody says: after the others, in quotes. */
  readonly said?: readonly string[];
  readonly on: readonly string[];
  readonly onPress: (label: string) => void;
};

export const Chips = ({ labels, said = [], on, onPress }: ChipsProps): JSX.Element => (
  <div className="flag-chips">
    {labels.map((label) => (
      <Chip key={label} label={label} isOn={on.includes(label)} onPress={() => onPress(label)} />
    ))}
    {said.map((label) => (
      <Chip key={label} label={`“${label}”`} isOn={on.includes(label)} onPress={() => onPress(label)} />
    ))}
  </div>
);
