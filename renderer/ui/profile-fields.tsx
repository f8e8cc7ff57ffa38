import { Input, SegmentedControl, Select } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileDetails } from '../../shared/profile.ts';
import type { FieldProblem } from './error-summary.tsx';
import { Field, Marked, Wrong } from './field.tsx';
import { countries, paperOf, regionsOf, zones } from './places.ts';
import type { ProfileField } from './profile-form.ts';

type FieldsProps = {
  readonly details: ProfileDetails;
  readonly onChange: (details: ProfileDetails) => void;
  readonly fields: readonly ProfileField[];
  readonly problems: readonly FieldProblem[];
};

const PlaceFields = ({
  details,
  onChange,
  problem,
}: Pick<FieldsProps, 'details' | 'onChange'> & { readonly problem: string | undefined }): JSX.Element => {
  const { t } = useTranslation('settings');
  const { t: tPlaces } = useTranslation('places');
  const country = details.place.slice(0, 2);
  const regions = country ? regionsOf(country, tPlaces) : null;
  const countryWrong = problem && !country;
  return (
    <Marked wrong={Boolean(problem)}>
      <div className="two-fields" id="place">
        <Select
          label={t('place.country')}
          placeholder={t('place.choose')}
          data={[...countries]}
          value={country || null}
          onChange={(value) => value && onChange({ ...details, place: value, paper: paperOf(value) })}
          searchable
          allowDeselect={false}
          error={countryWrong ? <Wrong>{problem}</Wrong> : undefined}
        />
        {regions ? (
          <Select
            key={country}
            label={country === 'GB' ? t('place.regionGB') : t('place.region')}
            placeholder={t('place.choose')}
            data={[...regions]}
            value={details.place.length > 2 ? details.place : null}
            onChange={(value) => value && onChange({ ...details, place: value })}
            searchable
            allowDeselect={false}
            error={problem && !countryWrong ? <Wrong>{problem}</Wrong> : undefined}
          />
        ) : null}
      </div>
    </Marked>
  );
};

/** The fields of the practice, for the first run and for the settings. */
export const ProfileFields = ({ details, onChange, fields, problems }: FieldsProps): JSX.Element => {
  const { t } = useTranslation('settings');
  const problemOf = (field: ProfileField): string | undefined => problems.find((problem) => problem.field === field)?.text;
  const fieldFor = (field: ProfileField): JSX.Element => {
    switch (field) {
      case 'place':
        return <PlaceFields key={field} details={details} onChange={onChange} problem={problemOf(field)} />;
      case 'zone':
        return (
          <Marked key={field} wrong={Boolean(problemOf(field))}>
            <Select
              id="zone"
              label={t('field.zone')}
              description={t('help.zone')}
              data={[...new Set([details.zone, ...zones])].filter((zone) => zone)}
              value={details.zone || null}
              onChange={(value) => value && onChange({ ...details, zone: value })}
              searchable
              allowDeselect={false}
              maw={340}
              error={problemOf(field) ? <Wrong>{problemOf(field)}</Wrong> : undefined}
            />
          </Marked>
        );
      case 'paper':
        return (
          <Input.Wrapper key={field} label={t('field.paper')} description={t('help.paper')} labelElement="div" id="paper">
            <div>
              <SegmentedControl
                aria-label={t('field.paper')}
                value={details.paper}
                onChange={(paper) => onChange({ ...details, paper: paper === 'letter' ? 'letter' : 'a4' })}
                data={[
                  { value: 'a4', label: t('paper.a4') },
                  { value: 'letter', label: t('paper.letter') },
                ]}
              />
            </div>
          </Input.Wrapper>
        );
      default:
        return (
          <Field
            key={field}
            id={field}
            label={t(`field.${field}`)}
            help={t(`help.${field}`)}
            value={details[field]}
            onChange={(value) => onChange({ ...details, [field]: value })}
            problem={problemOf(field)}
            required={field === 'practiceName' || field === 'practitionerName'}
          />
        );
    }
  };
  return <div className="fields">{fields.map(fieldFor)}</div>;
};
