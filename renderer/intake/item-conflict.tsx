import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeEntry, IntakeItem } from '../../shared/intake.ts';
import { entryOf } from '../../shared/intake-rules.ts';
import { Conflict, type Side } from '../ui/conflict.tsx';
import { useAnswerText } from './answer-line.ts';
import { disputedFields, type Field, settled } from './unsaved.ts';
import type { Work } from './work.ts';

/** Someone else changed this very answer meanwhile: both stand side by side, and the person chooses. */
export const ItemConflict = ({ item, work }: { readonly item: IntakeItem; readonly work: Work }): JSX.Element | null => {
  const { t } = useTranslation('intake');
  const inWords = useAnswerText();
  const { round, entries } = work;
  const own = round.unsaved.items[item.id];
  const stands = entryOf(round.intake.entries, item.id);
  const fields = own ? disputedFields(own, stands) : [];
  if (fields.length === 0) return null;
  const reading = (field: Field, entry: IntakeEntry): string => {
    if (field === 'answer') return inWords(item, entry);
    return field === 'note' ? entry.note : t('conflict.changed');
  };
  const mine = entryOf(entries, item.id);
  const chosen = (sides: Readonly<Record<Field, Side>>): void => {
    const yours = fields.filter((field) => sides[field] === 'yours');
    round.set(
      settled(
        round.unsaved,
        round.intake,
        item.id,
        yours,
        fields.filter((field) => sides[field] === 'theirs'),
      ),
    );
    void round.flush();
  };
  return (
    <Conflict
      busy={round.isSaving}
      onChosen={chosen}
      differences={fields.map((field) => ({
        field,
        label: t(`conflict.${field}`),
        theirs: reading(field, stands),
        yours: reading(field, mine),
      }))}
    />
  );
};
