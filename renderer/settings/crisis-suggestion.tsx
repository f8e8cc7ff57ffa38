import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { CrisisNumbers } from '../../shared/safety.ts';
import { countryName, placeName } from '../ui/places.ts';
import { type CrisisSettings, numberFields, numbersIn } from './crisis-draft.ts';

type SuggestionProps = {
  readonly suggested: CrisisSettings['suggested'][number] | undefined;
  readonly place: string;
  /** What stands in the fields. */
  readonly typed: CrisisNumbers;
  readonly onTake: (numbers: CrisisNumbers) => void;
};

/** The entry of the content that names no number, for places it knows nothing of. */
const anywhere = 'OTHER';

export const NumberLines = ({ numbers }: { readonly numbers: CrisisNumbers }): JSX.Element => {
  const { t } = useTranslation('crisis');
  return (
    <dl className="crisis-lines">
      {numberFields.map((field) =>
        numbers[field] === '' ? null : (
          <div key={field}>
            <dt>{t(`settings.${field}`)}</dt>
            <dd className="num" dir="auto">
              {numbers[field]}
            </dd>
          </div>
        ),
      )}
    </dl>
  );
};

/** What the content knows for this place: taken over by a touch, and checked by a person all the same. */
export const Suggestion = ({ suggested, place, typed, onTake }: SuggestionProps): JSX.Element | null => {
  const { t } = useTranslation('crisis');
  const { t: settings } = useTranslation('settings');
  const { t: places } = useTranslation('places');
  if (!suggested || numberFields.every((field) => suggested[field] === typed[field])) return null;
  if (suggested.country === anywhere)
    return (
      <p className="ink-2">
        {t('settings.noneKnown', { place: placeName(place, { settings, places }) })} {t('settings.lookHere', { where: suggested.crisis })}
      </p>
    );
  return (
    <section className="card crisis-suggested" aria-labelledby="crisis-suggested">
      <h3 id="crisis-suggested" className="section-title">
        {t('settings.suggested', { country: countryName(suggested.country) })}
      </h3>
      <NumberLines numbers={numbersIn(suggested)} />
      <p className={suggested.checked ? 'ink-2' : 'wait b'}>
        {t(suggested.checked ? 'settings.checkedByMakers' : 'settings.uncheckedByMakers')}
      </p>
      <Button variant="default" onClick={() => onTake(numbersIn(suggested))}>
        {t('settings.take')}
      </Button>
    </section>
  );
};
