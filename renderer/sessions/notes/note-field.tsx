import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { CopiedMark } from './copy-mark.tsx';
import type { AskedField, AskedPart } from './note-asked.ts';
import { placeOf } from './note-asked.ts';
import { useNote } from './note-context.ts';
import { AreasField } from './note-field-areas.tsx';
import { ChoiceField, GradesField, ScaleField, ScalesField } from './note-field-choice.tsx';
import { TakeMap } from './note-field-map.tsx';
import { TimeOfDay, WholeNumber } from './note-field-typed.tsx';
import { HelpedWords, ListedWords, QuotedWords } from './note-field-words.tsx';

type PartProps = { readonly part: AskedPart; readonly field: AskedField; readonly label: string; readonly problem: string | undefined };

const Part = ({ part, ...props }: PartProps): JSX.Element => {
  const { draft } = useNote();
  switch (part) {
    case 'time':
      return <TimeOfDay {...props} />;
    case 'minutes':
    case 'number':
      return <WholeNumber {...props} />;
    case 'choice':
      return <ChoiceField {...props} />;
    case 'grades':
      return <GradesField {...props} />;
    case 'scale':
      return <ScaleField {...props} />;
    case 'scales':
      return <ScalesField {...props} />;
    case 'areas':
      return (
        <AreasField label={props.label} areas={draft.values[props.field.key]?.areas ?? null} problem={props.problem}>
          {props.field.parts.length === 1 ? <TakeMap field={props.field.key} /> : null}
        </AreasField>
      );
    case 'words':
      return <HelpedWords {...props} />;
    case 'quotes':
      return <QuotedWords {...props} />;
    case 'list':
      return <ListedWords {...props} />;
  }
};

/** An answer that would be cut off beside its label stands under it. */
const hasLongOption = ({ options }: AskedField): boolean => options.some(({ label }) => label.length > 18);

type Props = { readonly field: AskedField; readonly problem: string | undefined };

/** One field of a note: what it is answered with, beside each other where that is more than one thing. */
export const NoteFieldView = ({ field, problem }: Props): JSX.Element => {
  const { t } = useTranslation('notes');
  const { draft } = useNote();
  // A map beside words is there only where one was kept.
  const hasMap = field.parts.length === 1 || (draft.values[field.key]?.areas ?? null) !== null;
  const shown = field.parts.filter((part) => part !== 'areas' || hasMap);
  const labelOf = (part: AskedPart): string =>
    part === shown[0] ? field.label : part === 'time' ? t('atTime', { label: field.label }) : t('inWords', { label: field.label });
  return (
    <div
      className="note-field"
      id={placeOf(field.key)}
      data-parts={field.parts.join(' ')}
      data-long={hasLongOption(field) || undefined}
      data-wrong={problem ? true : undefined}
    >
      {shown.map((part) => (
        <Part key={part} part={part} field={field} label={labelOf(part)} problem={part === shown[0] ? problem : undefined} />
      ))}
      <CopiedMark field={field.key} />
    </div>
  );
};
