import type { TFunction } from 'i18next';
import { z } from 'zod';
import { limits } from '../../../shared/limits.ts';
import { Buffer, Minutes, Service, type ServiceDetails } from '../../../shared/people-and-rooms.ts';
import { shows } from '../../../shared/text.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { moneyFromTyped, percentFromTyped, percentWords, typedMoney } from '../../ui/money.ts';
import { tooLong } from '../../ui/too-long.ts';
import type { Standing } from './use-editing.ts';

export const serviceFields = ['name', 'minutes', 'before', 'after', 'price', 'taxName', 'taxRate'] as const;
export type ServiceField = (typeof serviceFields)[number];

/** A service as it is typed. */
export const TypedService = z.strictObject({
  name: z.string(),
  minutes: z.string(),
  before: z.string(),
  after: z.string(),
  price: z.string(),
  taxName: z.string(),
  taxRate: z.string(),
});
export type TypedService = z.infer<typeof TypedService>;

export const typedService = (details: ServiceDetails): TypedService => ({
  name: details.name,
  minutes: String(details.minutes),
  before: String(details.before),
  after: String(details.after),
  price: typedMoney(details.price),
  taxName: details.taxName,
  taxRate: details.taxRate === 0 ? '' : percentWords(details.taxRate),
});

export const newService: TypedService = { name: '', minutes: '60', before: '0', after: '15', price: '', taxName: '', taxRate: '' };

export const serviceStanding = (current: unknown): Standing<ServiceField, string> | null => {
  const service = Service.safeParse(current).data;
  return service ? { version: service.version, typed: typedService(service) } : null;
};

const isEmpty = (typed: string): boolean => typed.trim() === '';

/** Whole minutes; empty counts as none. */
const minutesFrom = (typed: string): number => (/^\s*\d{0,5}\s*$/.test(typed) ? Number(typed) : Number.NaN);

/** What is kept of what was typed; the rest of the service stays as it is. */
export const serviceFrom = (typed: TypedService, before: Pick<ServiceDetails, 'noteTemplate' | 'active'>): ServiceDetails => ({
  name: typed.name,
  minutes: minutesFrom(typed.minutes),
  before: minutesFrom(typed.before),
  after: minutesFrom(typed.after),
  price: isEmpty(typed.price) ? null : moneyFromTyped(typed.price),
  taxName: typed.taxName,
  taxRate: isEmpty(typed.taxRate) ? 0 : (percentFromTyped(typed.taxRate) ?? 0),
  noteTemplate: before.noteTemplate,
  active: before.active,
});

type Words = { readonly schedule: TFunction<'schedule'>; readonly errors: TFunction<'errors'> };

const problemOf = (field: ServiceField, typed: TypedService, { schedule, errors }: Words): string | null => {
  const long = tooLong(typed[field], limits.namePart);
  if (long) return errors('problem.too-long', long);
  switch (field) {
    case 'name':
      return shows(typed.name) ? null : errors('problem.required');
    case 'minutes':
      return Minutes.safeParse(minutesFrom(typed.minutes)).success ? null : schedule('setup.services.wrong.minutes');
    case 'before':
    case 'after':
      return Buffer.safeParse(minutesFrom(typed[field])).success ? null : schedule('setup.services.wrong.buffer');
    case 'price':
      return isEmpty(typed.price) || moneyFromTyped(typed.price) !== null ? null : schedule('setup.services.wrong.price');
    case 'taxRate':
      return isEmpty(typed.taxRate) || percentFromTyped(typed.taxRate) !== null ? null : schedule('setup.services.wrong.taxRate');
    case 'taxName':
      return null;
  }
};

/** What keeps it from being saved, in the order of the form. */
export const serviceProblems = (typed: TypedService, words: Words): readonly FieldProblem[] =>
  serviceFields.flatMap((field) => {
    const text = problemOf(field, typed, words);
    return text ? [{ field, label: words.schedule(`setup.services.field.${field}`), text }] : [];
  });
