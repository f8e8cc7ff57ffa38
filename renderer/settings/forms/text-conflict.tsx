import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormText } from '../../../shared/form-texts.ts';
import { Conflict, type Side } from '../../ui/conflict.tsx';
import { disputedParts, mergedWords, type TextDraft } from './text-draft.ts';
import { partName } from './text-problems.ts';
import type { Theirs } from './use-save-text.ts';

type ConflictProps = {
  readonly draft: TextDraft;
  readonly theirs: Theirs;
  readonly shipped: FormText;
  readonly busy: boolean;
  readonly onChosen: (draft: TextDraft) => void;
};

/** Parts somebody else wrote differently meanwhile, beside what was typed. */
export const TextConflict = ({ draft, theirs, shipped, busy, onChosen }: ConflictProps): JSX.Element => {
  const { t } = useTranslation('forms');
  const three = { base: draft.base, typed: draft.typed, theirs: theirs.words };
  const disputed = disputedParts(three);
  const chosen = (sides: Readonly<Record<string, Side>>): void => {
    const ofTheirs = disputed.filter((part) => sides[part] === 'theirs').map((part) => [part, theirs.words[part] ?? '']);
    onChosen({ ...draft, typed: { ...mergedWords(three), ...Object.fromEntries(ofTheirs) }, base: theirs.words, version: theirs.version });
  };
  const differences = disputed.map((part) => ({
    field: part,
    label: partName(part, shipped, t),
    theirs: theirs.words[part] ?? '',
    yours: draft.typed[part] ?? '',
  }));
  return <Conflict differences={differences} busy={busy} onChosen={chosen} />;
};
