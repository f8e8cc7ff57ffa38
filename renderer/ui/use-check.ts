import { useDebouncedValue } from '@mantine/hooks';
import type { InputOf, OutputOf } from '../../shared/calls.ts';
import { useCall } from '../use-call.ts';

type Asked = InputOf<'appointments.check'>;
export type Checked = OutputOf<'appointments.check'>;

const nothing: Asked = {
  id: null,
  clientId: '',
  day: '',
  time: '',
  practitionerId: '',
  roomId: null,
  minutes: 0,
  before: 0,
  after: 0,
};

/** What stands against a time while it is chosen; null until all of it is there, and until the answer to just this is. */
export const useCheck = (asked: Asked | null): Checked | null => {
  const text = asked === null ? '' : JSON.stringify(asked);
  const [settled] = useDebouncedValue(text, 150);
  const input = settled === '' ? nothing : (JSON.parse(settled) as Asked);
  const { data } = useCall('appointments.check', input, { enabled: settled !== '' });
  return settled === text && settled !== '' ? (data ?? null) : null;
};
