import type { JSX } from 'react';
import type { OutputOf } from '../../../shared/calls.ts';
import type { FormText } from '../../../shared/form-texts.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { BlankLegend } from './blank-legend.tsx';
import { HeadFields } from './head-fields.tsx';
import { PartFields } from './part-fields.tsx';
import type { Words } from './text-draft.ts';

const none: Readonly<Record<string, string>> = {};

const blanksIn = ({ intro, elements }: FormText): readonly string[] =>
  [intro, ...elements.map((element) => element.text)].flatMap((text) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name));

type FieldsProps = {
  readonly form: Pick<OutputOf<'forms.get'>, 'shipped' | 'parts' | 'placeholders'>;
  readonly typed: FormText;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (words: Words) => void;
};

/** Every text of the form with its field, and the list of what fills itself in. */
export const TextFields = ({ form, typed, problems, onChange }: FieldsProps): JSX.Element => {
  const { shipped, parts, placeholders: blanks } = form;
  const problemAt = Object.fromEntries(problems.map((problem) => [problem.field, problem.text]));
  const problemsOf = (id: string): Readonly<Record<string, string>> => {
    const own = Object.entries(problemAt).filter(([field]) => field.startsWith(`${id}/`));
    return own.length > 0 ? Object.fromEntries(own) : none;
  };
  return (
    <>
      <BlankLegend blanks={blanks} used={blanksIn(typed)} />
      <HeadFields text={typed} blanks={blanks} problems={problemAt} onChange={onChange} />
      {typed.elements.map((element, index) => {
        const [part, came] = [parts[index], shipped.elements[index]];
        return part && came ? (
          <PartFields
            key={element.id}
            number={index + 1}
            part={part}
            element={element}
            shipped={came}
            blanks={blanks}
            problems={problemsOf(element.id)}
            onChange={onChange}
          />
        ) : null;
      })}
    </>
  );
};
