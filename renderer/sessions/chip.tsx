import { IconCheck, IconEye } from '@tabler/icons-react';
import { type JSX, type ReactNode, useId } from 'react';
import { Icon } from '../ui/icon.tsx';

type ChipProps = {
  readonly label: string;
  /** Where the label alone would not say which one it is. */
  readonly name?: string | undefined;
  readonly isOn: boolean;
  readonly onPress: () => void;
  /** A word that may go with being far away: an eye beside it. */
  readonly watch?: string | undefined;
  readonly isOff?: boolean;
  readonly describedBy?: string | undefined;
};

/** Something to choose by one touch. A button, so that Space stays STOP. */
export const Chip = ({ label, name, isOn, onPress, watch, isOff = false, describedBy }: ChipProps): JSX.Element => (
  <button
    type="button"
    className="cd-chip"
    aria-pressed={isOn}
    aria-label={name}
    aria-describedby={describedBy}
    disabled={isOff}
    onClick={onPress}
  >
    {isOn ? <Icon icon={IconCheck} size={18} /> : watch === undefined ? null : <Icon icon={IconEye} size={18} />}
    <span dir="auto">{label}</span>
    {watch === undefined ? null : <span className="visually-hidden">{watch}</span>}
  </button>
);

type ChipsProps = {
  readonly labels: readonly string[];
  /** Words somebody says: after the others, in quotes. */
  readonly said?: readonly string[];
  readonly on: readonly string[];
  readonly onPress: (label: string) => void;
};

/** Words to choose from, told apart by the words themselves. */
export const Chips = ({ labels, said = [], on, onPress }: ChipsProps): JSX.Element => (
  <div className="cd-chips">
    {labels.map((label) => (
      <Chip key={label} label={label} isOn={on.includes(label)} onPress={() => onPress(label)} />
    ))}
    {said.map((label) => (
      <Chip key={label} label={`“${label}”`} isOn={on.includes(label)} onPress={() => onPress(label)} />
    ))}
  </div>
);

type GroupProps = {
  readonly label: string;
  readonly children: ReactNode;
  /** What stands against it, in words. */
  readonly problems?: readonly string[];
  readonly help?: ReactNode;
};

/** One question with its chips, and what stands against the answer beside it. */
export const ChipGroup = ({ label, children, problems = [], help }: GroupProps): JSX.Element => {
  const id = useId();
  return (
    <fieldset className="cd-group" aria-labelledby={id} data-wrong={problems.length > 0 || undefined}>
      <h2 id={id} className="cd-group-label">
        {label}
      </h2>
      {help}
      <div className="cd-chips">{children}</div>
      {problems.map((problem) => (
        <p key={problem} className="wrong">
          {problem}
        </p>
      ))}
    </fieldset>
  );
};
