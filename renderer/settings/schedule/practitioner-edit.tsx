import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { limits } from '../../../shared/limits.ts';
import { Practitioner } from '../../../shared/people-and-rooms.ts';
import { Field } from '../../ui/field.tsx';
import { said } from '../../ui/notice.tsx';
import { useSend } from '../../use-call.ts';
import { EditForm } from './edit-form.tsx';
import { lineProblems } from './line-problems.ts';
import { useEditing } from './use-editing.ts';
import { anew } from './use-open-form.ts';

const Typed = z.strictObject({ name: z.string() });

type Props = { readonly practitioner: Practitioner | null; readonly onClose: () => void };

/** Who treats here, added or called otherwise. */
export const PractitionerEdit = ({ practitioner, onClose }: Props): JSX.Element => {
  const { t } = useTranslation('schedule');
  const { t: errors } = useTranslation('errors');
  const key = `practitioner-${practitioner?.id ?? anew}`;
  const title = practitioner ? t('setup.people.edit', { name: practitioner.name }) : t('setup.people.addTitle');
  const { send, ...sending } = useSend('practitioners.save');
  const editing = useEditing({
    about: { key, title, place: '/settings/hours' },
    fields: ['name'],
    shape: Typed,
    start: { version: practitioner?.version ?? 0, typed: { name: practitioner?.name ?? '' } },
    send: ({ version, typed }) =>
      send({ id: practitioner?.id ?? null, version, details: { ...typed, active: practitioner?.active ?? true } }),
    sending,
    standingIn: (current) => {
      const now = Practitioner.safeParse(current).data;
      return now ? { version: now.version, typed: { name: now.name } } : null;
    },
  });
  const { name: typed } = editing.typed;
  const label = t('setup.people.name');
  return (
    <EditForm
      of={key}
      title={title}
      editing={editing}
      own={lineProblems(errors, [{ field: 'name', label, typed, limit: limits.namePart, needed: true }])}
      labelOf={() => label}
      reading={(_field, value) => value}
      onSaved={({ name }) => {
        said(t('setup.saved', { name }));
        onClose();
      }}
      onClose={onClose}
      fields={(problemOf) => (
        <Field
          id={`${key}-name`}
          label={label}
          help={t('setup.people.help')}
          value={typed}
          onChange={(value) => editing.type('name', value)}
          problem={problemOf('name')}
          width={480}
        />
      )}
    />
  );
};
