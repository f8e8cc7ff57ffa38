import { IconCheck, IconEye } from '@tabler/icons-react';
import { type JSX, type ReactNode, useId } from 'react';
import { Icon } from '../ui/icon.tsx';

type PickProps = {
  readonly label: string;
  readonly isOn: boolean;
  readonly onPress: () => void;
  /** A word that may go with being far away: an eye beside it. */
  readonly watch?: string | undefined;
  readonly isOff?: boolean;
  readonly describedBy?: string | undefined;
};

/** Something to choose by one touch. A button, so that Space stays STOP. */
export const Pick = ({ label, isOn, onPress, watch, isOff = false, describedBy }: PickProps): JSX.Element => (
  <button type="button" className="touch-pick" aria-pressed={isOn} disabled={isOff} aria-describedby={describedBy} onClick={onPress}>
    {isOn ? <Icon icon={IconCheck} size={18} /> : watch === undefined ? null : <Icon icon={IconEye} size={18} />}
    <span dir="auto">{label}</span>
    {watch === undefined ? null : <span className="visually-hidden">{watch}</span>}
  </button>
);

type GroupProps = {
  readonly label: string;
  readonly children: ReactNode;
  /** What stands against it, in words. */
  readonly problems?: readonly string[];
  readonly help?: ReactNode;
};

/** One question of the plan, with what stands against the answer beside it. */
export const PickGroup = ({ label, children, problems = [], help }: GroupProps): JSX.Element => {
  const id = useId();
  return (
    <fieldset className="touch-field" aria-labelledby={id} data-wrong={problems.length > 0 || undefined}>
      <h2 id={id} className="touch-label">
        {label}
      </h2>
      {help}
      <div className="touch-picks">{children}</div>
      {problems.map((problem) => (
        <p key={problem} className="wrong">
          {problem}
        </p>
      ))}
    </fieldset>
  );
};
