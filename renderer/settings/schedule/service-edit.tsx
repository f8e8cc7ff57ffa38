import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../../shared/people-and-rooms.ts';
import { Field } from '../../ui/field.tsx';
import { moneyFromTyped, moneyWords } from '../../ui/money.ts';
import { said } from '../../ui/notice.tsx';
import { useSend } from '../../use-call.ts';
import { EditForm } from './edit-form.tsx';
import {
  newService,
  type ServiceField,
  serviceFields,
  serviceFrom,
  serviceProblems,
  serviceStanding,
  TypedService,
  typedService,
} from './service-form.ts';
import { useEditing } from './use-editing.ts';
import { anew } from './use-open-form.ts';

type Props = { readonly service: Service | null; readonly currency: string; readonly onClose: () => void };

/** A service, added or changed. */
export const ServiceEdit = ({ service, currency, onClose }: Props): JSX.Element => {
  const { t } = useTranslation('schedule');
  const { t: errors } = useTranslation('errors');
  const key = `service-${service?.id ?? anew}`;
  const title = service ? t('setup.services.edit', { name: service.name }) : t('setup.services.addTitle');
  const { send, ...sending } = useSend('services.save');
  const editing = useEditing({
    about: { key, title, place: '/settings/services' },
    fields: serviceFields,
    shape: TypedService,
    start: service ? { version: service.version, typed: typedService(service) } : { version: 0, typed: newService },
    send: ({ version, typed }) =>
      send({
        id: service?.id ?? null,
        version,
        details: serviceFrom(typed, service ?? { noteTemplate: '', active: true }),
      }),
    sending,
    standingIn: serviceStanding,
  });
  const { typed } = editing;
  const price = moneyFromTyped(typed.price);
  const labelOf = (field: ServiceField): string => t(`setup.services.field.${field}`);
  return (
    <EditForm
      of={key}
      title={title}
      editing={editing}
      own={serviceProblems(typed, { schedule: t, errors })}
      labelOf={labelOf}
      reading={(_field, value) => value}
      onSaved={({ name }) => {
        said(t('setup.saved', { name }));
        onClose();
      }}
      onClose={onClose}
      fields={(problemOf) => {
        const shared = (field: ServiceField) => ({
          id: `${key}-${field}`,
          label: labelOf(field),
          value: typed[field],
          onChange: (value: string) => editing.type(field, value),
          problem: problemOf(field),
        });
        return (
          <div className="fields">
            <Field {...shared('name')} help={t('setup.services.help.name')} width={480} />
            <div className="setup-narrow">
              <Field {...shared('minutes')} help={t('setup.services.help.minutes')} inputMode="numeric" />
            </div>
            <div className="setup-pair">
              <Field {...shared('before')} inputMode="numeric" />
              <Field {...shared('after')} inputMode="numeric" />
              <p className="xs ink-2 setup-pair-help">{t('setup.services.help.around')}</p>
            </div>
            <div className="setup-narrow">
              <Field {...shared('price')} help={t('setup.services.help.price', { currency })} />
              <span className="xs ink-2 num setup-read">{price === null ? '' : moneyWords(price, currency)}</span>
            </div>
            <div className="setup-pair">
              <Field {...shared('taxName')} />
              <Field {...shared('taxRate')} />
              <p className="xs ink-2 setup-pair-help">{t('setup.services.help.tax')}</p>
            </div>
          </div>
        );
      }}
    />
  );
};
