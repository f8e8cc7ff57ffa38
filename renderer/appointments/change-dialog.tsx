import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../shared/appointment.ts';
import type { Scope } from '../../shared/appointments.ts';
import { despiteInput } from '../ui/despite.ts';
import { Field } from '../ui/field.tsx';
import { said } from '../ui/notice.tsx';
import { ScopeChoice } from '../ui/scope-choice.tsx';
import type { PracticeLists } from '../ui/use-practice-lists.ts';
import { minutesFromTyped, typedWhen, whenProblems } from '../ui/when-form.ts';
import { DetailFields, ServiceField } from './details-fields.tsx';
import { detailsFrom, detailsProblems, type TypedDetails, typedDetails } from './details-form.ts';
import { TriedDialog } from './tried-dialog.tsx';
import { useTried } from './use-tried.ts';

type Typed = { readonly details: TypedDetails; readonly minutes: string; readonly scope: Scope };

const useChange = (seen: Appointment) => {
  const { t } = useTranslation('appointments');
  const { t: errors } = useTranslation('errors');
  return useTried<'appointments.change', Typed>({
    name: 'appointments.change',
    begun: () => ({
      details: typedDetails({ ...seen, price: seen.price?.amount ?? null }),
      minutes: String(seen.minutes),
      scope: 'this',
    }),
    own: ({ details, minutes }) => [
      ...detailsProblems(details, { t, errors }),
      ...whenProblems({ ...typedWhen(seen), minutes }, { t, errors }).filter((one) => one.field === 'minutes'),
    ],
    inputOf: (typed, { id, version }, days) => {
      const [about, minutes] = [detailsFrom(typed.details), minutesFromTyped(typed.minutes)];
      if (!about || !minutes) return null;
      return { id, version, scope: typed.scope, details: { ...about, minutes }, ...despiteInput(typed.despite, days) };
    },
  });
};

type Props = { readonly appointment: Appointment; readonly lists: PracticeLists; readonly onClose: () => void };

/** Its service, length, price, the time kept around it, and the note. */
export const ChangeDialog = ({ appointment, lists, onClose }: Props): JSX.Element => {
  const { t } = useTranslation('appointments');
  const [seen] = useState(appointment);
  const tried = useChange(seen);
  const { typed, set, problems } = tried;
  return (
    <TriedDialog
      title={t('change.title', { name: seen.chosenName })}
      seen={seen}
      lists={lists}
      tried={tried}
      maySkip={false}
      yes={t(tried.standing ? 'change.same' : 'change.yes')}
      onDone={({ changed }) => said(t(changed > 1 ? 'change.doneMany' : 'change.done', { count: changed }))}
      onClose={onClose}
    >
      <ServiceField
        typed={typed.details}
        lists={lists}
        problems={problems}
        onChange={(details, service) => set({ details, ...(service ? { minutes: String(service.minutes) } : {}) })}
      />
      <Field
        id="minutes"
        label={t('when.minutes')}
        inputMode="numeric"
        width={160}
        value={typed.minutes}
        onChange={(minutes) => set({ minutes })}
        problem={problems.find((one) => one.field === 'minutes')?.text}
      />
      <DetailFields typed={typed.details} onChange={(details) => set({ details })} problems={problems} />
      {seen.seriesId ? <ScopeChoice scope={typed.scope} onScope={(scope) => set({ scope })} /> : null}
    </TriedDialog>
  );
};
