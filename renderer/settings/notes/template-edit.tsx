import { Checkbox, SegmentedControl } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { type NoteContent, noteFormats } from '../../../shared/note-content.ts';
import type { KeptTemplate } from '../../../shared/note-templates.ts';
import type { Service } from '../../../shared/people-and-rooms.ts';
import { shows } from '../../../shared/text.ts';
import { listWords } from '../../dates.ts';
import { Field } from '../../ui/field.tsx';
import { said } from '../../ui/notice.tsx';
import { useSend } from '../../use-call.ts';
import { EditForm } from '../schedule/edit-form.tsx';
import { useEditing } from '../schedule/use-editing.ts';
import { anew } from '../schedule/use-open-form.ts';
import { TemplateBegin } from './template-begin.tsx';
import { TemplateCustom } from './template-custom.tsx';
import {
  beginnable,
  newTemplate,
  type TemplateField,
  TypedTemplate,
  templateFields,
  templateFrom,
  templateProblems,
  templateStanding,
  typedTemplate,
} from './template-form.ts';

type Props = {
  readonly template: KeptTemplate | null;
  readonly content: NoteContent;
  /** Of the practice, those out of use too. */
  readonly services: readonly Service[];
  readonly onClose: () => void;
};

/** One field as it reads, where two people changed it. */
const useReading = ({ content, services }: Pick<Props, 'content' | 'services'>) => {
  const { t } = useTranslation('templates');
  return (field: TemplateField, value: unknown): string => {
    const typed = TypedTemplate.parse({ ...newTemplate, [field]: value });
    switch (field) {
      case 'name':
        return typed.name;
      case 'format':
        return t(`format.${typed.format}`);
      case 'serviceIds':
        return listWords(services.filter(({ id }) => typed.serviceIds.includes(id)).map(({ name }) => name));
      case 'values':
        return content.fields
          .flatMap(({ id, label }) => (shows(typed.values[id]?.text ?? '') ? [`${label}: ${typed.values[id]?.text}`] : []))
          .join('; ');
      case 'custom':
        return typed.custom.map(({ label, kind }) => `${label} (${t(`kind.${kind}`)})`).join('; ');
    }
  };
};

const useTemplateEditing = ({ template, content }: Props, key: string, title: string) => {
  const { send, ...sending } = useSend('noteTemplates.save');
  return useEditing<TemplateField, unknown, KeptTemplate>({
    about: { key, title, place: '/settings/notes' },
    fields: templateFields,
    shape: TypedTemplate,
    start: template ? { version: template.version, typed: typedTemplate(template) } : { version: 0, typed: newTemplate },
    send: ({ version, typed }) =>
      send({
        id: template?.id ?? null,
        version,
        template: templateFrom(TypedTemplate.parse(typed), content),
        active: template?.active ?? true,
      }),
    sending,
    standingIn: templateStanding,
  });
};

/** A template, added or changed. */
export const TemplateEdit = (props: Props): JSX.Element => {
  const { template, content, services, onClose } = props;
  const { t } = useTranslation('templates');
  const { t: errors } = useTranslation('errors');
  const key = `template-${template?.id ?? anew}`;
  const title = template ? t('edit', { name: template.name }) : t('addTitle');
  const editing = useTemplateEditing(props, key, title);
  const typed = TypedTemplate.parse(editing.typed);
  const begin = beginnable(content, typed);
  const offered = services.filter(({ id, active }) => active || typed.serviceIds.includes(id));
  return (
    <EditForm
      of={key}
      title={title}
      editing={editing}
      own={templateProblems(typed, begin, { templates: t, errors })}
      labelOf={(field) => t(`field.${field}`)}
      reading={useReading(props)}
      onSaved={({ name }) => {
        said(t('saved', { name }));
        onClose();
      }}
      onClose={onClose}
      fields={(problemOf) => (
        <div className="fields">
          <Field
            id={`${key}-name`}
            label={t('field.name')}
            value={typed.name}
            onChange={(name) => editing.type('name', name)}
            problem={problemOf('name')}
            width={480}
          />
          <fieldset id={`${key}-format`} className="template-format">
            <legend className="b">{t('field.format')}</legend>
            <SegmentedControl
              aria-label={t('field.format')}
              value={typed.format}
              onChange={(format) => editing.type('format', format)}
              data={noteFormats.map((format) => ({ value: format, label: t(`format.${format}`) }))}
            />
            <p className="xs ink-2">{t(`formatText.${typed.format}`)}</p>
          </fieldset>
          <Checkbox.Group
            label={t('field.serviceIds')}
            description={t(offered.length > 0 ? 'servicesHelp' : 'servicesNone')}
            value={[...typed.serviceIds]}
            onChange={(ids) => editing.type('serviceIds', ids)}
          >
            <div className="template-services">
              {offered.map(({ id, name }) => (
                <Checkbox key={id} value={id} label={<bdi>{name}</bdi>} />
              ))}
            </div>
          </Checkbox.Group>
          <TemplateBegin
            of={key}
            fields={begin}
            values={typed.values}
            onChange={(values) => editing.type('values', values)}
            problemOf={problemOf}
          />
          <TemplateCustom of={key} custom={typed.custom} onChange={(custom) => editing.type('custom', custom)} problemOf={problemOf} />
        </div>
      )}
    />
  );
};
