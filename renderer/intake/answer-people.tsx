import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../shared/form-answers.ts';
import { shows } from '../../shared/text.ts';
import { Icon } from '../ui/icon.tsx';
import type { AnswerProps } from './answer-choice.tsx';

type Person = Extract<Answer, { kind: 'contacts' }>['people'][number];

const nobodyYet: Person = { name: '', role: '', phone: '' };
const most = 20;
const isEmpty = ({ name, role, phone }: Person): boolean => ![name, role, phone].some(shows);

const PersonRow = ({
  id,
  number,
  person,
  onChange,
  onRemove,
}: {
  readonly id: string;
  readonly number: number;
  readonly person: Person;
  readonly onChange: (person: Person) => void;
  readonly onRemove: () => void;
}): JSX.Element => {
  const { t } = useTranslation('intake');
  const unnamed = !shows(person.name) && !isEmpty(person);
  return (
    <fieldset className="person" aria-label={t('people.one', { number })}>
      <TextInput
        id={`${id}-name`}
        label={t('people.name')}
        dir="auto"
        autoComplete="off"
        value={person.name}
        error={unnamed ? t('people.nameNeeded') : undefined}
        onChange={(event) => onChange({ ...person, name: event.currentTarget.value })}
      />
      <TextInput
        id={`${id}-role`}
        label={t('people.role')}
        dir="auto"
        autoComplete="off"
        value={person.role}
        onChange={(event) => onChange({ ...person, role: event.currentTarget.value })}
      />
      <TextInput
        id={`${id}-phone`}
        label={t('people.phone')}
        inputMode="tel"
        autoComplete="off"
        value={person.phone}
        onChange={(event) => onChange({ ...person, phone: event.currentTarget.value })}
      />
      <ActionIcon
        variant="subtle"
        size={44}
        aria-label={t('people.remove', { name: person.name || t('people.one', { number }) })}
        onClick={onRemove}
      >
        <Icon icon={IconX} />
      </ActionIcon>
    </fieldset>
  );
};

type Row = { readonly key: number; readonly person: Person };
const rowsOf = (people: readonly Person[]): readonly Row[] => people.map((person, key) => ({ key, person }));
const withNew = (rows: readonly Row[]): readonly Row[] => [
  ...rows,
  { key: Math.max(-1, ...rows.map((row) => row.key)) + 1, person: nobodyYet },
];

/** People by name, who they are and phone. "Nobody" is said on purpose, and is not the same as no answer. */
export const PeopleAnswer = ({ item, answer, onAnswer }: AnswerProps): JSX.Element => {
  const { t } = useTranslation('intake');
  const kept = answer?.kind === 'contacts' ? answer.people : [];
  // Rows stay as they are typed; what is kept comes back tidied.
  const [typed, setTyped] = useState<readonly Row[] | null>(null);
  const rows = typed ?? rowsOf(kept);
  const nobody = answer?.kind === 'contacts' && kept.length === 0;
  const give = (next: readonly Row[]): void => {
    setTyped(next);
    const people = next.map((row) => row.person).filter((person) => !isEmpty(person));
    onAnswer(people.length > 0 ? { kind: 'contacts', people } : null, 'typing');
  };
  return (
    <div className="people">
      {rows.map(({ key, person }, index) => (
        <PersonRow
          key={key}
          id={`answer-${item.id}-${key}`}
          number={index + 1}
          person={person}
          onChange={(next) => give(rows.map((row) => (row.key === key ? { key, person: next } : row)))}
          onRemove={() => give(rows.filter((row) => row.key !== key))}
        />
      ))}
      <div className="row wrap">
        {rows.length < most ? (
          <Button variant="default" leftSection={<Icon icon={IconPlus} />} onClick={() => setTyped(withNew(rows))}>
            {t(rows.length === 0 ? 'people.add' : 'people.another')}
          </Button>
        ) : null}
        {rows.length === 0 ? (
          <Checkbox
            label={t('people.nobody')}
            checked={nobody}
            onChange={(event) => onAnswer(event.currentTarget.checked ? { kind: 'contacts', people: [] } : null)}
          />
        ) : null}
      </div>
    </div>
  );
};
