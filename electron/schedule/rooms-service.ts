import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';
import { byName, saveOffered } from './offered.ts';
import { allRooms, insertRoom, replaceRoom } from './rooms-repository.ts';

export const listRooms = async (practice: Practice, _input: ParsedInputOf<'rooms.list'>): Promise<OutputOf<'rooms.list'>> => ({
  rooms: byName(await allRooms(practice.db)),
});

export const saveRoom = (practice: Practice, { details, ...seen }: ParsedInputOf<'rooms.save'>): Promise<OutputOf<'rooms.save'>> =>
  saveOffered(
    practice,
    { what: 'room', all: allRooms, insert: (tx, room) => insertRoom(tx, room, practice.now()), replace: replaceRoom },
    { seen, made: (head) => ({ ...head, ...details }) },
  );
