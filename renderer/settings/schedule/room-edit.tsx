import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { limits } from '../../../shared/limits.ts';
import { Room } from '../../../shared/people-and-rooms.ts';
import { Field } from '../../ui/field.tsx';
import { said } from '../../ui/notice.tsx';
import { useSend } from '../../use-call.ts';
import { EditForm } from './edit-form.tsx';
import { lineProblems } from './line-problems.ts';
import { type Standing, useEditing } from './use-editing.ts';
import { anew } from './use-open-form.ts';

const fields = ['name', 'note'] as const;
type RoomField = (typeof fields)[number];
const Typed = z.strictObject({ name: z.string(), note: z.string() });

const standingOf = ({ version, name, note }: Room): Standing<RoomField, string> => ({ version, typed: { name, note } });

/** A room, added or changed. */
export const RoomEdit = ({ room, onClose }: { readonly room: Room | null; readonly onClose: () => void }): JSX.Element => {
  const { t } = useTranslation('schedule');
  const { t: errors } = useTranslation('errors');
  const key = `room-${room?.id ?? anew}`;
  const title = room ? t('setup.rooms.edit', { name: room.name }) : t('setup.rooms.addTitle');
  const { send, ...sending } = useSend('rooms.save');
  const editing = useEditing({
    about: { key, title, place: '/settings/rooms' },
    fields,
    shape: Typed,
    start: room ? standingOf(room) : { version: 0, typed: { name: '', note: '' } },
    send: ({ version, typed }) => send({ id: room?.id ?? null, version, details: { ...typed, active: room?.active ?? true } }),
    sending,
    standingIn: (current) => {
      const now = Room.safeParse(current).data;
      return now ? standingOf(now) : null;
    },
  });
  const { typed } = editing;
  const labelOf = (field: RoomField): string => t(`setup.rooms.field.${field}`);
  return (
    <EditForm
      of={key}
      title={title}
      editing={editing}
      own={lineProblems(errors, [
        { field: 'name', label: labelOf('name'), typed: typed.name, limit: limits.namePart, needed: true },
        { field: 'note', label: labelOf('note'), typed: typed.note, limit: limits.line },
      ])}
      labelOf={labelOf}
      reading={(_field, value) => value}
      onSaved={({ name }) => {
        said(t('setup.saved', { name }));
        onClose();
      }}
      onClose={onClose}
      fields={(problemOf) => (
        <div className="fields">
          {fields.map((field) => (
            <Field
              key={field}
              id={`${key}-${field}`}
              label={labelOf(field)}
              help={t(`setup.rooms.help.${field}`)}
              value={typed[field]}
              onChange={(value) => editing.type(field, value)}
              problem={problemOf(field)}
              width={480}
            />
          ))}
        </div>
      )}
    />
  );
};
