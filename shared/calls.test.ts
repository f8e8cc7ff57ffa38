import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Call, roles } from './call.ts';
import { calls } from './calls.ts';

const table = Object.entries(calls as unknown as Record<string, Call>);

/** Every object schema inside a JSON Schema, with the path to it. */
const objectsIn = (schema: unknown, path: string): [string, Record<string, unknown>][] => {
  if (typeof schema !== 'object' || schema === null) return [];
  const here = schema as Record<string, unknown>;
  const inner = Object.entries(here).flatMap(([key, value]) => objectsIn(value, `${path}.${key}`));
  return here.type === 'object' ? [[path, here], ...inner] : inner;
};

test.each(table)('%s is plain JSON and strict in both directions', (name, call) => {
  for (const io of ['input', 'output'] as const) {
    const schema = z.toJSONSchema(call[io], { io, unrepresentable: 'throw' });
    const loose = objectsIn(schema, name).filter(
      ([, object]) =>
        object.additionalProperties !== false && !('propertyNames' in object) && typeof object.additionalProperties !== 'object',
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  }
});

test.each(table)('%s limits every text it takes', (name, call) => {
  const unlimited: string[] = [];
  const look = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const here = schema as Record<string, unknown>;
    if (
      here.type === 'string' &&
      !('maxLength' in here) &&
      !('pattern' in here) &&
      !('enum' in here) &&
      !('const' in here) &&
      !('format' in here)
    )
      unlimited.push(path);
    for (const [key, value] of Object.entries(here)) look(value, `${path}.${key}`);
  };
  look(z.toJSONSchema(call.input, { io: 'input' }), name);
  expect(unlimited).toEqual([]);
});

test('a call that needs no keyholder works on nothing of a client', () => {
  expect(table.filter(([, call]) => call.roles === 'anyone').map(([name]) => name)).toEqual([
    'vault.status',
    'vault.create',
    'vault.unlock',
    'vault.salvage',
    'vault.recover',
    'vault.stopped',
    'backup.chooseFolder',
    'backup.list',
    'backup.rehearse',
    'backup.restore',
  ]);
});

test('the bookkeeper reaches nothing clinical, the front desk no consent and no document but the sheets drawn for it', () => {
  const openTo = (role: (typeof roles)[number]): string[] =>
    table.filter(([, call]) => call.roles !== 'anyone' && call.roles.includes(role)).map(([name]) => name);
  const everyone = [
    'vault.changePassphrase',
    'vault.touch',
    'vault.lock',
    'backup.settings',
    'backup.run',
    'backup.verify',
    'vault.evidence',
    'profile.content',
    'profile.get',
    'drafts.save',
    'drafts.get',
    'drafts.discard',
  ];
  const lists = ['services.list', 'rooms.list'];
  // Which papers those are for the desk, the service says.
  const sheets = ['documents.print', 'documents.chooseExport', 'documents.export'];
  const people = ['clients.alike', 'customFields.list', 'tags.list', 'clientFilters.list', 'clientFilters.save', 'clientFilters.remove'];
  const calendar = [
    'practitioners.list',
    'hours.get',
    'hours.addException',
    'hours.removeException',
    'appointments.book',
    'appointments.check',
    'appointments.move',
    'appointments.change',
    'appointments.cancel',
    'appointments.setStatus',
    'appointments.range',
    'appointments.get',
    'appointments.ofClient',
    'appointments.findSlots',
    'series.edit',
    'series.extend',
    'today.get',
    'tasks.create',
    'tasks.change',
    'tasks.done',
    'tasks.list',
    'waitlist.add',
    'waitlist.change',
    'waitlist.close',
    'waitlist.list',
    'waitlist.matches',
    'waitlist.offered',
    'waitlist.freed',
    'waitlist.dismiss',
    'reminders.today',
    'reminders.done',
    'reminders.settings',
    'reminders.paper',
    'calendar.paper',
    'calendar.chooseFile',
    'calendar.exportIcs',
  ];
  expect(openTo('bookkeeper').sort()).toEqual([...everyone, ...lists].sort());
  expect(openTo('front-desk').sort()).toEqual(
    [...everyone, ...lists, ...sheets, ...people, 'clients.create', 'clients.update', 'clients.get', 'clients.search', ...calendar].sort(),
  );
});
