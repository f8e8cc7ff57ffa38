import { Select } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../shared/people-and-rooms.ts';
import { usePractice } from '../practice.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { Field, Marked, Wrong } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import type { PracticeLists } from '../ui/use-practice-lists.ts';
import { type TypedDetails, withService } from './details-form.ts';

type Props = {
  readonly typed: TypedDetails;
  /** With the service that was chosen just now, where it was. */
  readonly onChange: (typed: TypedDetails, service?: Service) => void;
  readonly lists: PracticeLists;
  readonly problems: readonly FieldProblem[];
};

/** The service, which brings its length, the time around it and its price. */
export const ServiceField = ({ typed, onChange, lists, problems }: Props): JSX.Element => {
  const { t } = useTranslation('appointments');
  const wrong = problems.find((one) => one.field === 'serviceId')?.text;
  const isOwner = usePractice().role === 'owner';
  const offered = lists.services.filter((one) => one.active || one.id === typed.serviceId);
  const choose = (id: string | null): void => {
    const service = lists.services.find((one) => one.id === id);
    if (service) onChange(withService(typed, service), service);
  };
  if (offered.length === 0) {
    const toSettings = (
      <ButtonLink to="/settings/$section" params={{ section: 'services' }} variant="default">
        {t('details.toServices')}
      </ButtonLink>
    );
    return (
      <div id="serviceId">
        <Notice tone="wait" title={t('details.noServices')} actions={isOwner ? toSettings : null}>
          {t('details.noServicesText')}
        </Notice>
      </div>
    );
  }
  return (
    <Marked wrong={wrong !== undefined}>
      <Select
        id="serviceId"
        label={t('details.serviceId')}
        data={offered.map((one) => ({ value: one.id, label: one.name }))}
        value={typed.serviceId || null}
        onChange={choose}
        searchable
        allowDeselect={false}
        error={wrong ? <Wrong>{wrong}</Wrong> : undefined}
      />
    </Marked>
  );
};

/** What the service brought, to be changed for this one alone; and a note. */
export const DetailFields = ({ typed, onChange, problems }: Omit<Props, 'lists'>): JSX.Element => {
  const { t } = useTranslation('appointments');
  const field = (name: 'before' | 'after' | 'price', inputMode: 'numeric' | 'text'): JSX.Element => (
    <Field
      id={name}
      label={t(`details.${name}`)}
      inputMode={inputMode}
      value={typed[name]}
      onChange={(value) => onChange({ ...typed, [name]: value })}
      problem={problems.find((one) => one.field === name)?.text}
    />
  );
  return (
    <>
      <div className="detail-fields">
        {field('before', 'numeric')}
        {field('after', 'numeric')}
        {field('price', 'text')}
      </div>
      <Field
        id="note"
        label={t('details.note')}
        help={t('details.noteHelp')}
        value={typed.note}
        onChange={(note) => onChange({ ...typed, note })}
        problem={problems.find((one) => one.field === 'note')?.text}
      />
    </>
  );
};
