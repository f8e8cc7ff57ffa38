import { z } from 'zod';
import { ContactLevel } from './body-areas.ts';
import { call, clinical } from './call.ts';
import { Id } from './ids.ts';
import { Name, Paragraph } from './text.ts';
import { CalendarDay, Instant } from './time.ts';

const Code = z.string().max(40);

export const MedicineClass = z.strictObject({
  id: z.string(),
  label: z.string(),
  examples: z.array(z.string()),
  caution: z.string(),
  ask: z.string(),
  urgentIf: z.string(),
  ceiling: ContactLevel,
  scope: z.enum(['whole_body', 'site']),
});
export type MedicineClass = z.infer<typeof MedicineClass>;

/** A medicine as the client named it, and what the practitioner matched it to. */
export const Medicine = z.strictObject({
  id: Id,
  clientId: Id,
  name: z.string(),
  /** `not-yet`: to be looked at; `none`: belongs to no class; `class`: `classId` says which. */
  match: z.enum(['not-yet', 'none', 'class']),
  classId: z.string().nullable(),
  /** Of a class that caps a site: where; null until marked, and for every other. */
  areas: z.array(Code).nullable(),
  note: z.string(),
  takenUntil: CalendarDay.nullable(),
  at: Instant,
  by: z.string(),
  /** Goes up with each change; every earlier state is kept. */
  version: z.int().min(1),
});
export type Medicine = z.infer<typeof Medicine>;

/** Its last day counts as well: somebody who stops today has it in them today. */
export const isTaken = ({ takenUntil }: Pick<Medicine, 'takenUntil'>, day: CalendarDay): boolean =>
  takenUntil === null || takenUntil >= day;

export const medicineCalls = {
  /**
   * Adds a medicine (`id` null) or changes one; every earlier state is kept.
   * @throws Refusal class-unknown, areas-unknown, client-archived; conflict with the medicine as it stands
   */
  'medicines.match': call({
    input: z.strictObject({
      clientId: Id,
      id: Id.nullable(),
      version: z.int().min(0),
      name: Name,
      match: Medicine.shape.match,
      classId: z.string().max(100).nullable(),
      areas: z.array(Code).min(1).max(200).nullable(),
      note: Paragraph.default(''),
      takenUntil: CalendarDay.nullable().default(null),
    }),
    output: Medicine,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'medicine-changed' },
  }),
};
