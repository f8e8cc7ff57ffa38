/** Rows of the calendar as SQLite holds them; what each table is for stands in migration 0008. */

export type PractitionerTable = {
  id: string;
  version: number;
  name: string;
  keyholder_id: string | null;
  active: number;
  created_at: string;
};

export type ServiceTable = {
  id: string;
  version: number;
  name: string;
  minutes: number;
  before: number;
  after: number;
  price: number | null;
  tax_name: string;
  tax_rate: number;
  note_template: string;
  active: number;
  created_at: string;
};

export type RoomTable = {
  id: string;
  version: number;
  name: string;
  note: string;
  active: number;
  created_at: string;
};

export type OpeningHoursTable = {
  practitioner_id: string;
  version: number;
  week: string;
};

export type HoursExceptionTable = {
  id: string;
  practitioner_id: string;
  kind: string;
  first_day: string;
  last_day: string;
  from_time: string | null;
  to_time: string | null;
  note: string;
  made_at: string;
  made_by: string;
};

export type SeriesTable = {
  id: string;
  version: number;
  repeat: string;
  first_day: string;
  shift_days: number;
  made_until: string;
  skipped: string;
  client_id: string;
  practitioner_id: string;
  room_id: string | null;
  service_id: string;
  time: string;
  zone: string;
  minutes: number;
  before: number;
  after: number;
  price: number | null;
  currency: string;
  note: string;
  goes_on: number;
  continues: string | null;
  created_at: string;
};

export type AppointmentTable = {
  id: string;
  version: number;
  client_id: string;
  service_id: string;
  practitioner_id: string;
  room_id: string | null;
  day: string;
  time: string;
  zone: string;
  starts_at: string;
  ends_at: string;
  minutes: number;
  before: number;
  after: number;
  price: number | null;
  currency: string;
  status: string;
  status_at: string;
  note: string;
  series_id: string | null;
  series_day: string | null;
  own: string;
  overridden: number;
  reason: string | null;
  reason_words: string;
  fee: number | null;
  dismissed: number;
  created_at: string;
};

export type AppointmentChangeTable = {
  appointment_id: string;
  seq: number;
  at: string;
  by: string;
  what: string;
  before: string | null;
  after: string | null;
  status: string;
  override: string;
};

export type WaitListTable = {
  id: string;
  version: number;
  client_id: string;
  service_id: string;
  practitioner_id: string | null;
  weekdays: string;
  earliest: string | null;
  latest: string | null;
  first_day: string | null;
  last_day: string | null;
  short_notice: number;
  note: string;
  since: string;
  offers: string;
  ended: string | null;
  ended_at: string | null;
};

export type ReminderDoneTable = {
  appointment_id: string;
  way: string;
  at: string;
  by: string;
};

export type ReminderSettingsTable = {
  one: 1;
  version: number;
  days_before: number;
  words: string;
};

export type TaskTable = {
  id: string;
  version: number;
  title: string;
  note: string;
  due_on: string | null;
  client_id: string | null;
  audience: string;
  created_at: string;
  created_by: string;
  done_at: string | null;
  done_by: string | null;
};

export type IcsTakenTable = {
  event: string;
  appointment_id: string | null;
  exception_id: string | null;
  at: string;
};

export type ScheduleSchema = {
  practitioners: PractitionerTable;
  services: ServiceTable;
  rooms: RoomTable;
  opening_hours: OpeningHoursTable;
  hours_exceptions: HoursExceptionTable;
  series: SeriesTable;
  appointments: AppointmentTable;
  appointment_changes: AppointmentChangeTable;
  wait_list: WaitListTable;
  reminders_done: ReminderDoneTable;
  reminder_settings: ReminderSettingsTable;
  tasks: TaskTable;
  ics_taken: IcsTakenTable;
};
