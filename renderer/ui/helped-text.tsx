import { Textarea } from '@mantine/core';
import type { JSX } from 'react';
import type { KeptWords } from '../../shared/note-values.ts';

export type HelpedTextProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onFocus?: () => void;
  /** Help under the label, an error beside it: as every field has them. */
  readonly description?: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly isReadOnly?: boolean;
  readonly minRows?: number;
  /** Phrases the writer chose to keep in this text. */
  readonly kept: readonly KeptWords[];
  readonly onKeep: (kept: KeptWords) => void;
  /** What was really noted, offered in the place of a phrase. */
  readonly noted: readonly string[];
  /** Words the `;` brings, by trigger. */
  readonly snippets: ReadonlyMap<string, string>;
};

/** A text meant for others: phrases that read more into something than was seen are underlined, with the reason and what else could stand there. */
export const HelpedText = ({ label, value, onChange, isReadOnly, description, error }: HelpedTextProps): JSX.Element => (
  <Textarea
    label={label}
    value={value}
    description={description}
    error={error}
    readOnly={isReadOnly}
    autosize
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);
