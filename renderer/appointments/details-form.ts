import type { TFunction } from 'i18next';
import { z } from 'zod';
import type { AppointmentDetails } from '../../shared/appointment.ts';
import { limits } from '../../shared/limits.ts';
import { Buffer, type Service } from '../../shared/people-and-rooms.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { moneyFromTyped, typedMoney } from '../ui/money.ts';
import { tooLong } from '../ui/too-long.ts';

/** The service and what goes with it, as typed; an empty price is none, an empty time around it nothing. */
export const TypedDetails = z
  .strictObject({ serviceId: z.string(), before: z.string(), after: z.string(), price: z.string(), note: z.string() })
  .readonly();
export type TypedDetails = z.infer<typeof TypedDetails>;

type Kept = Pick<AppointmentDetails, 'serviceId' | 'before' | 'after' | 'price' | 'note'>;

export const typedDetails = ({ serviceId, before, after, price, note }: Kept): TypedDetails => ({
  serviceId,
  before: String(before),
  after: String(after),
  price: typedMoney(price),
  note,
});

/** What a service brings with it once it is chosen. */
export const withService = (typed: TypedDetails, service: Service): TypedDetails => ({
  ...typedDetails({ serviceId: service.id, before: service.before, after: service.after, price: service.price, note: '' }),
  note: typed.note,
});

const bufferFrom = (typed: string): number | null => {
  if (typed.trim() === '') return 0;
  const read = /^\s*\d{1,3}\s*$/.test(typed) ? Buffer.safeParse(Number(typed)) : null;
  return read?.success ? read.data : null;
};

/** Null while a part cannot be read. */
export const detailsFrom = (typed: TypedDetails): Kept | null => {
  const [before, after] = [bufferFrom(typed.before), bufferFrom(typed.after)];
  const price = typed.price.trim() === '' ? null : moneyFromTyped(typed.price);
  if (typed.serviceId === '' || before === null || after === null || (price === null && typed.price.trim() !== '')) return null;
  return { serviceId: typed.serviceId, before, after, price, note: typed.note };
};

type Words = { readonly t: TFunction<'appointments'>; readonly errors: TFunction<'errors'> };

/** What keeps it from being taken, in the order of the form. */
export const detailsProblems = (typed: TypedDetails, { t, errors }: Words): readonly FieldProblem[] => {
  const long = tooLong(typed.note, limits.line);
  const found: readonly (readonly [keyof TypedDetails, string | null])[] = [
    ['serviceId', typed.serviceId === '' ? t('details.serviceNeeded') : null],
    ['before', bufferFrom(typed.before) === null ? t('details.bufferUnclear') : null],
    ['after', bufferFrom(typed.after) === null ? t('details.bufferUnclear') : null],
    ['price', typed.price.trim() !== '' && moneyFromTyped(typed.price) === null ? t('details.priceUnclear') : null],
    ['note', long ? errors('problem.too-long', long) : null],
  ];
  return found.flatMap(([field, text]) => (text ? [{ field, label: t(`details.${field}`), text }] : []));
};
