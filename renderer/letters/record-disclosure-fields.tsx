import { Checkbox, NativeSelect, Radio } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { disclosureBases } from '../../shared/disclosures.ts';
import { informationKinds, sharingPurposes } from '../../shared/releases.ts';
import { DayField } from '../ui/day-field.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { Field, Marked, Wrong } from '../ui/field.tsx';
import { type ToldTyped, toClient, toldField, toldWays, toSomeone } from './record-disclosure-form.ts';

export type Known = { readonly id: string; readonly name: string; readonly of: string };

type Props = {
  readonly typed: ToldTyped;
  readonly onChange: (typed: ToldTyped) => void;
  /** Who can be named from the record: the care team, and whoever a permission is for. */
  readonly known: readonly Known[];
  readonly clientName: string;
  readonly problems: readonly FieldProblem[];
};

type ChoiceProps<T extends string> = {
  readonly field: string;
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly options: readonly { readonly value: T; readonly label: string; readonly help?: string }[];
  readonly onChoose: (value: T) => void;
  readonly problem: string | undefined;
};

const OneOf = <T extends string>({ field, label, help, value, options, onChoose, problem }: ChoiceProps<T>): JSX.Element => (
  <Marked wrong={problem !== undefined}>
    <Radio.Group
      id={toldField(field)}
      label={label}
      description={help}
      value={value}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        if (option) onChoose(option.value);
      }}
    >
      {problem ? <Wrong>{problem}</Wrong> : null}
      <div className="sharing-choices">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} label={option.label} description={option.help} dir="auto" />
        ))}
      </div>
    </Radio.Group>
  </Marked>
);

/** What was told, to whom, how, and what it stood on. */
export const RecordDisclosureFields = ({ typed, onChange, known, clientName, problems }: Props): JSX.Element => {
  const { t } = useTranslation('releases');
  const problemOf = (field: string): string | undefined => problems.find((one) => one.field === field)?.text;
  const patch = (part: Partial<ToldTyped>): void => onChange({ ...typed, ...part });
  const words = (field: 'toName' | 'wayWords' | 'what' | 'why' | 'basisWords', label: string, rows?: number, help?: string) => (
    <Field
      id={toldField(field)}
      label={label}
      {...(help && { help })}
      {...(rows && { rows })}
      value={typed[field]}
      onChange={(text) => patch({ [field]: text })}
      problem={problemOf(field)}
    />
  );
  return (
    <>
      <DayField id={toldField('on')} label={t('record.on')} value={typed.on} onChange={(on) => patch({ on })} problem={problemOf('on')} />
      <OneOf
        field="to"
        label={t('record.to')}
        value={typed.to}
        options={[
          ...known.map(({ id, name, of }) => ({ value: id, label: name, help: of })),
          { value: toClient, label: clientName },
          { value: toSomeone, label: t('record.toSomeone') },
        ]}
        onChoose={(to) => patch({ to })}
        problem={problemOf('to')}
      />
      {typed.to === toSomeone ? words('toName', t('record.name'), undefined, t('record.nameHelp')) : null}
      <OneOf
        field="way"
        label={t('record.way')}
        value={typed.way ?? ''}
        options={toldWays.map((way) => ({ value: way, label: t(`record.ways.${way}`) }))}
        onChoose={(way) => patch({ way })}
        problem={problemOf('way')}
      />
      {typed.way === 'other' ? words('wayWords', t('record.wayWords')) : null}
      <Marked wrong={problemOf('kinds') !== undefined}>
        <Checkbox.Group
          id={toldField('kinds')}
          label={t('record.kinds')}
          value={typed.kinds}
          onChange={(kinds) => patch({ kinds: informationKinds.filter((one) => kinds.includes(one)) })}
        >
          {problemOf('kinds') ? <Wrong>{problemOf('kinds')}</Wrong> : null}
          <div className="sharing-choices sharing-kinds">
            {informationKinds.map((kind) => (
              <Checkbox key={kind} value={kind} label={t(`kind.${kind}`)} />
            ))}
          </div>
        </Checkbox.Group>
      </Marked>
      {words('what', t('record.what'), 2, t('record.whatHelp'))}
      <Marked wrong={problemOf('purpose') !== undefined}>
        <NativeSelect
          id={toldField('purpose')}
          label={t('record.purpose')}
          value={typed.purpose ?? ''}
          error={problemOf('purpose') ? <Wrong>{problemOf('purpose')}</Wrong> : undefined}
          onChange={({ currentTarget: { value } }) => patch({ purpose: sharingPurposes.find((one) => one === value) ?? null })}
          data={[{ value: '', label: t('record.noPurpose') }, ...sharingPurposes.map((value) => ({ value, label: t(`purpose.${value}`) }))]}
        />
      </Marked>
      {words('why', t('record.why'), 2)}
      <OneOf
        field="basis"
        label={t('record.basis')}
        help={t('record.basisHelp')}
        value={typed.basis ?? ''}
        options={disclosureBases.map((basis) => ({ value: basis, label: t(`told.basis.${basis}`) }))}
        onChoose={(basis) => patch({ basis })}
        problem={problemOf('basis')}
      />
      {typed.basis === null || typed.basis === 'release' ? null : words('basisWords', t(`record.basisWords.${typed.basis}`), 2)}
    </>
  );
};
