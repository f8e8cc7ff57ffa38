import { Checkbox } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/calls.ts';
import { Field } from '../../ui/field.tsx';
import { said } from '../../ui/notice.tsx';
import { useSend } from '../../use-call.ts';
import { EditForm } from '../schedule/edit-form.tsx';
import { useEditing } from '../schedule/use-editing.ts';
import { anew } from '../schedule/use-open-form.ts';
import {
  newSnippet,
  type SnippetField,
  snippetFields,
  snippetFrom,
  snippetProblems,
  snippetStanding,
  TypedSnippet,
} from './snippet-form.ts';

export type KeptSnippet = OutputOf<'snippets.save'>;

type Props = { readonly snippet: KeptSnippet | null; readonly onClose: () => void };

/** Words that stand ready behind a short one, added or changed. */
export const SnippetEdit = ({ snippet, onClose }: Props): JSX.Element => {
  const { t } = useTranslation('templates');
  const { t: errors } = useTranslation('errors');
  const key = `snippet-${snippet?.id ?? anew}`;
  const title = snippet ? t('snippet.edit', { trigger: snippet.trigger }) : t('snippet.addTitle');
  const { send, ...sending } = useSend('snippets.save');
  const editing = useEditing<SnippetField, unknown, KeptSnippet>({
    about: { key, title, place: '/settings/notes' },
    fields: snippetFields,
    shape: TypedSnippet,
    start: snippet
      ? { version: snippet.version, typed: { trigger: snippet.trigger, text: snippet.text, shared: snippet.shared } }
      : { version: 0, typed: newSnippet },
    send: ({ version, typed }) => send({ id: snippet?.id ?? null, version, snippet: snippetFrom(TypedSnippet.parse(typed)) }),
    sending,
    standingIn: snippetStanding,
  });
  const typed = TypedSnippet.parse(editing.typed);
  return (
    <EditForm
      of={key}
      title={title}
      editing={editing}
      own={snippetProblems(typed, { templates: t, errors })}
      labelOf={(field) => t(`snippet.${field}`)}
      reading={(field, value) => (field === 'shared' ? t(value ? 'snippet.everybody' : 'snippet.mine') : String(value))}
      onSaved={({ trigger }) => {
        said(t('snippet.saved', { trigger }));
        onClose();
      }}
      onClose={onClose}
      fields={(problemOf) => (
        <div className="fields">
          <Field
            id={`${key}-trigger`}
            label={t('snippet.trigger')}
            help={t('snippet.triggerHelp')}
            value={typed.trigger}
            onChange={(trigger) => editing.type('trigger', trigger)}
            problem={problemOf('trigger')}
            width={240}
          />
          <Field
            id={`${key}-text`}
            label={t('snippet.text')}
            value={typed.text}
            onChange={(text) => editing.type('text', text)}
            problem={problemOf('text')}
            rows={4}
          />
          <Checkbox
            label={t('snippet.shared')}
            description={t('snippet.sharedHelp')}
            checked={typed.shared}
            onChange={(event) => editing.type('shared', event.currentTarget.checked)}
          />
        </div>
      )}
    />
  );
};
