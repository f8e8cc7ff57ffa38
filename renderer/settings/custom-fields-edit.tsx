import { NativeSelect } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { customFieldKinds } from '../../shared/custom-fields.ts';
import { Field, Marked, Wrong } from '../ui/field.tsx';
import { said } from '../ui/notice.tsx';
import { useSend } from '../use-call.ts';
import {
  type CustomFieldPart,
  customFieldFrom,
  customFieldParts,
  customFieldProblems,
  customFieldStanding,
  type ListedField,
  newCustomField,
  TypedCustomField,
  typedCustomField,
} from './custom-fields-form.ts';
import { EditForm } from './schedule/edit-form.tsx';
import { useEditing } from './schedule/use-editing.ts';
import { anew } from './schedule/use-open-form.ts';

type Props = { readonly field: ListedField | null; readonly onClose: () => void };

/** A field of the practice's own, added or changed. What clients have values for keeps its kind. */
export const CustomFieldEdit = ({ field, onClose }: Props): JSX.Element => {
  const { t } = useTranslation('clients');
  const { t: errors } = useTranslation('errors');
  const { t: setup } = useTranslation('schedule');
  const key = `custom-field-${field?.id ?? anew}`;
  const title = field ? t('fields.edit', { name: field.label }) : t('fields.addTitle');
  const { send, ...sending } = useSend('customFields.save');
  const editing = useEditing({
    about: { key, title, place: '/settings/records' },
    fields: customFieldParts,
    shape: TypedCustomField,
    start: field ? { version: field.version, typed: typedCustomField(field) } : { version: 0, typed: newCustomField },
    send: ({ version, typed }) => send({ id: field?.id ?? null, version, details: customFieldFrom(typed, field?.inUse ?? true) }),
    sending,
    standingIn: customFieldStanding,
  });
  const { typed } = editing;
  const labelOf = (part: CustomFieldPart): string => t(`fields.field.${part}`);
  const held = field?.held ?? 0;
  return (
    <EditForm
      of={key}
      title={title}
      editing={editing}
      own={customFieldProblems(typed, { clients: t, errors })}
      labelOf={labelOf}
      reading={(part, value) => (part === 'kind' ? t(`fields.kind.${customFieldFrom({ ...typed, kind: value }, true).kind}`) : value)}
      onSaved={({ label }) => {
        said(setup('setup.saved', { name: label }));
        onClose();
      }}
      onClose={onClose}
      fields={(problemOf) => (
        <div className="fields">
          <Field
            id={`${key}-label`}
            label={labelOf('label')}
            help={t('fields.help.label')}
            value={typed.label}
            onChange={(value) => editing.type('label', value)}
            problem={problemOf('label')}
            width={480}
          />
          <Marked wrong={problemOf('kind') !== undefined}>
            <NativeSelect
              id={`${key}-kind`}
              label={labelOf('kind')}
              description={held > 0 ? t('fields.help.kindHeld', { count: held }) : undefined}
              disabled={held > 0}
              value={typed.kind}
              onChange={(event) => editing.type('kind', event.currentTarget.value)}
              data={customFieldKinds.map((kind) => ({ value: kind, label: t(`fields.kind.${kind}`) }))}
              maw={320}
              error={problemOf('kind') ? <Wrong>{problemOf('kind')}</Wrong> : undefined}
            />
          </Marked>
          {typed.kind === 'choice' ? (
            <Field
              id={`${key}-options`}
              label={labelOf('options')}
              help={t('fields.help.options')}
              value={typed.options}
              onChange={(value) => editing.type('options', value)}
              problem={problemOf('options')}
              rows={5}
              width={480}
            />
          ) : null}
        </div>
      )}
    />
  );
};
