import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../shared/people-and-rooms.ts';
import { usePractice } from '../../practice.ts';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall, useSend } from '../../use-call.ts';
import { OfferedList } from './offered-list.tsx';
import { RoomEdit } from './room-edit.tsx';
import { useOpenForm } from './use-open-form.ts';
import { useTurn } from './use-turn.ts';
import './schedule-settings.css';

/** Where treatments take place. */
export const RoomsSettings = (): JSX.Element => {
  const { t } = useTranslation('schedule');
  const isOwner = usePractice().role === 'owner';
  const list = useCall('rooms.list', {});
  const form = useOpenForm('room', 'name');
  const { turn, error } = useTurn(useSend('rooms.save'), ({ id: _id, version: _version, ...details }: Room) => details);
  if (list.error) return <ErrorNotice error={list.error} again={list.again} />;
  if (!list.data) return <Waiting />;
  const { rooms } = list.data;
  const empty = rooms.length === 0;
  return (
    <div className="setup-page">
      <p className="ink-2 lead">{t('setup.rooms.lead')}</p>
      {empty ? <p>{t('setup.rooms.empty')}</p> : null}
      {isOwner ? null : <p className="ink-2">{t('setup.rooms.ownerChanges')}</p>}
      {error ? <ErrorNotice error={error} /> : null}
      <OfferedList
        label={t('setup.rooms.list')}
        all={rooms}
        form={form}
        mayChange={isOwner}
        about={({ note }) => <span dir="auto">{note}</span>}
        edit={(room) => <RoomEdit room={room} onClose={form.close} />}
        add={t('setup.rooms.add')}
        isFirst={empty}
        onTurn={(room, active) => void turn(room, active)}
      />
    </div>
  );
};
