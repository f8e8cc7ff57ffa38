import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormElement } from '../../shared/consent-form.ts';
import type { Answer } from '../../shared/form-answers.ts';
import { shows } from '../../shared/text.ts';
import { Icon } from '../ui/icon.tsx';
import { Option } from './option.tsx';
import { answerOf, isNobody, mostPeople, nobodyYet, type Person, rowsOf } from './people.ts';

type PeopleProps = {
  readonly element: FormElement;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer | null) => void;
  readonly labelledBy: string;
};

const fields = ['name', 'role', 'phone'] as const;

type RowProps = {
  readonly number: number;
  readonly person: Person;
  readonly onPerson: (person: Person) => void;
  readonly onRemove: (() => void) | null;
};

const PersonRow = ({ number, person, onPerson, onRemove }: RowProps): JSX.Element => {
  const { t } = useTranslation('handover');
  return (
    <fieldset className="person" aria-label={t('people.person', { number })}>
      {onRemove ? (
        <div className="person-head">
          <span className="md b">{t('people.person', { number })}</span>
          <Button
            size="md"
            variant="subtle"
            leftSection={<Icon icon={IconX} />}
            aria-label={t('people.removeOf', { person: shows(person.name) ? person.name : t('people.person', { number }) })}
            onClick={onRemove}
          >
            {t('people.remove')}
          </Button>
        </div>
      ) : null}
      {fields.map((field) => (
        <TextInput
          key={field}
          size="lg"
          label={t(`people.${field}`)}
          type={field === 'phone' ? 'tel' : 'text'}
          dir="auto"
          autoComplete="off"
          value={person[field]}
          onChange={(event) => onPerson({ ...person, [field]: event.currentTarget.value })}
        />
      ))}
    </fieldset>
  );
};

/** People the client names, or nobody. */
export const PeoplePart = ({ element, answer, onAnswer, labelledBy }: PeopleProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const box = useRef<HTMLFieldSetElement>(null);
  const [rows, setRows] = useState<readonly Person[]>(() => rowsOf(answer));
  const nobody = isNobody(answer);
  // A row that was added is written in next; where one was removed, the last one that is left.
  const [moved, setMoved] = useState(0);
  useEffect(() => {
    if (moved > 0) [...(box.current?.querySelectorAll<HTMLInputElement>('.person') ?? [])].at(-1)?.querySelector('input')?.focus();
  }, [moved]);
  const put = (next: readonly Person[]): void => {
    setRows(next);
    onAnswer(answerOf(next));
  };
  const shown = nobody ? [] : rows.length > 0 ? rows : [nobodyYet];
  return (
    <fieldset ref={box} className="options" aria-labelledby={labelledBy}>
      {shown.map((person, index) => (
        <PersonRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a person is their place until they have a name
          key={index}
          number={index + 1}
          person={person}
          onPerson={(next) => put(shown.map((one, at) => (at === index ? next : one)))}
          onRemove={
            shown.length > 1
              ? () => {
                  put(shown.filter((_, at) => at !== index));
                  setMoved(moved + 1);
                }
              : null
          }
        />
      ))}
      {!nobody && shown.length < mostPeople ? (
        <div>
          <Button
            size="lg"
            variant="subtle"
            leftSection={<Icon icon={IconPlus} />}
            onClick={() => {
              put([...shown, nobodyYet]);
              setMoved(moved + 1);
            }}
          >
            {t('people.add')}
          </Button>
        </div>
      ) : null}
      <Option
        kind="checkbox"
        name={`${element.id}-nobody`}
        value="nobody"
        label={t('people.nobody')}
        checked={nobody}
        onChange={(on) => onAnswer(on ? { kind: 'contacts', people: [] } : answerOf(rows))}
      />
      {element.allowDeclined ? (
        <Option
          kind="checkbox"
          name={`${element.id}-declined`}
          value="declined"
          label={t('flow.declined')}
          checked={answer?.kind === 'declined'}
          onChange={(on) => onAnswer(on ? { kind: 'declined' } : answerOf(rows))}
        />
      ) : null}
    </fieldset>
  );
};
