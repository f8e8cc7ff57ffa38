import { Checkbox } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { OutputOf } from '../../../shared/calls.ts';
import { limits } from '../../../shared/limits.ts';
import { NoteSettings } from '../../../shared/reflections.ts';
import { shows } from '../../../shared/text.ts';
import { usePractice } from '../../practice.ts';
import { Field } from '../../ui/field.tsx';
import { ErrorNotice, said } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall, useSend } from '../../use-call.ts';
import { EditForm } from '../schedule/edit-form.tsx';
import { lineProblems } from '../schedule/line-problems.ts';
import { useEditing } from '../schedule/use-editing.ts';

type Settings = OutputOf<'notes.settings'>;
const fields = ['reflections', 'checked'] as const;
const Typed = z.strictObject({ reflections: z.boolean(), checked: z.string() });
const Kept = z.object({ ...NoteSettings.shape, version: z.int() });
const typedOf = ({ reflections, checked }: Pick<Settings, 'reflections' | 'checked'>) => ({ reflections, checked });
const key = 'note-settings';

const Edit = ({ settings }: { readonly settings: Settings }): JSX.Element => {
  const { t } = useTranslation('templates');
  const { t: errors } = useTranslation('errors');
  const { send, ...sending } = useSend('notes.setSettings');
  const editing = useEditing<(typeof fields)[number], unknown, Settings>({
    about: { key, title: t('reflection.title'), place: '/settings/notes' },
    fields,
    shape: Typed,
    start: { version: settings.version, typed: typedOf(settings) },
    send: ({ version, typed }) => send({ version, settings: Typed.parse(typed) }),
    sending,
    standingIn: (current) => {
      const kept = Kept.safeParse(current).data;
      return kept ? { version: kept.version, typed: typedOf(kept) } : null;
    },
  });
  const { reflections, checked } = Typed.parse(editing.typed);
  const isNeeded = reflections && !shows(checked);
  const label = t('reflection.checked');
  const own = isNeeded
    ? [{ field: 'checked', label, text: t('reflection.needed') }]
    : lineProblems(errors, [{ field: 'checked', label, typed: checked, limit: limits.line }]);
  return (
    <EditForm
      of={key}
      title={t('reflection.title')}
      editing={editing}
      own={own}
      labelOf={(field) => t(`reflection.${field}`)}
      reading={(field, value) => (field === 'reflections' ? t(value ? 'reflection.on' : 'reflection.off') : String(value))}
      onSaved={({ reflections: isOn }) => said(t(isOn ? 'reflection.savedOn' : 'reflection.savedOff'))}
      onClose={() => undefined}
      fields={(problemOf) => (
        <div className="fields">
          <p className="ink-2">{t('reflection.lead')}</p>
          <Checkbox
            id={`${key}-reflections`}
            label={t('reflection.reflections')}
            checked={reflections}
            onChange={(event) => editing.type('reflections', event.currentTarget.checked)}
          />
          <Field
            id={`${key}-checked`}
            label={label}
            help={t('reflection.checkedHelp')}
            value={checked}
            onChange={(words) => editing.type('checked', words)}
            problem={problemOf('checked')}
          />
        </div>
      )}
    />
  );
};

/** Whether what a practitioner writes for themselves is kept apart from the record here, which only the law of the place can say. */
export const ReflectionSettings = (): JSX.Element => {
  const { t } = useTranslation('templates');
  const isOwner = usePractice().role === 'owner';
  const { data, error, again } = useCall('notes.settings', {});
  if (error) return <ErrorNotice error={error} again={again} />;
  if (!data) return <Waiting />;
  return (
    <section className="notes-part" aria-label={t('reflection.title')}>
      {isOwner ? (
        <Edit key={data.version} settings={data} />
      ) : (
        <>
          <h3 className="section-title">{t('reflection.title')}</h3>
          <p className="ink-2">{t('reflection.lead')}</p>
          <p>{t(data.reflections ? 'reflection.on' : 'reflection.off')}</p>
          {data.checked ? <p dir="auto">{t('reflection.where', { words: data.checked })}</p> : null}
          <p className="ink-2">{t('reflection.ownerChanges')}</p>
        </>
      )}
    </section>
  );
};
