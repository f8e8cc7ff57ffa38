import { IconCheck } from '@tabler/icons-react';
import { type JSX, useId } from 'react';
import { Icon } from '../ui/icon.tsx';
import { Chips } from './chip.tsx';

type Graded<G extends string> = {
  readonly grade: G;
  readonly label: string;
  readonly signs: readonly string[];
  readonly clientWords: readonly string[];
};

type AxisProps<G extends string> = {
  readonly title: string;
  readonly grades: readonly Graded<G>[];
  readonly chosen: G | null;
  readonly signs: readonly string[];
  readonly onGrade: (grade: G) => void;
  readonly onSign: (sign: string) => void;
};

/** The grades of one kind by their signs: what is tapped is what is seen. */
export const Axis = <G extends string>({ title, grades, chosen, signs, onGrade, onSign }: AxisProps<G>): JSX.Element => {
  const id = useId();
  return (
    <fieldset className="flag-axis" aria-labelledby={id}>
      <h2 id={id} className="visually-hidden">
        {title}
      </h2>
      {grades.map(({ grade, label, signs: seen, clientWords }) => (
        <div key={grade} className="flag-grade" data-on={chosen === grade || undefined}>
          <button type="button" className="flag-grade-name" aria-pressed={chosen === grade} onClick={() => onGrade(grade)}>
            {chosen === grade ? <Icon icon={IconCheck} size={18} /> : null}
            <span className="num ink-3">{grade}</span> <span className="b">{label}</span>
          </button>
          <Chips labels={seen} said={clientWords} on={signs} onPress={onSign} />
        </div>
      ))}
    </fieldset>
  );
};
