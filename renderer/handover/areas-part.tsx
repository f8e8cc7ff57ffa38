import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { areaStates, type FormArea } from '../../shared/consent-form.ts';
import type { Answer } from '../../shared/form-answers.ts';
import { momentDay } from '../dates.ts';
import { countsOf } from '../ui/areas.ts';
import { ChartAndList } from '../ui/chart-and-list.tsx';
import type { MapAnswer } from '../ui/map-answer.ts';
import { useMarkedPlaces } from '../ui/use-marked-places.tsx';
import { begunWith, type Earlier, handsAndFeet, opensAny } from './marked-areas.ts';

type AreasProps = {
  readonly areas: readonly FormArea[];
  readonly answer: Answer | undefined;
  /** Marks made before: put here only when the client asks for them. */
  readonly earlier: Earlier | null;
  readonly onAnswer: (answer: Answer | null) => void;
};

type StartProps = Pick<AreasProps, 'areas' | 'earlier'> & { readonly onStart: (answer: MapAnswer) => void };

/** Beginnings the client may take; none is taken for them. */
const Beginnings = ({ areas, earlier, onStart }: StartProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const small = handsAndFeet(areas);
  return (
    <>
      {earlier ? (
        <button type="button" className="choice" onClick={() => onStart(begunWith(earlier, areas))}>
          {earlier.at === null ? t('areas.fromHere') : t('areas.fromBefore', { day: momentDay(earlier.at) })}
        </button>
      ) : null}
      {small ? (
        <button type="button" className="choice" onClick={() => onStart(small)}>
          {t('areas.handsAndFeet')}
        </button>
      ) : null}
    </>
  );
};

/** Each place out, ask me each time, or in, on the chart or in the list. What is not marked stays out. */
export const AreasPart = ({ areas, answer, earlier, onAnswer }: AreasProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const marked = answer?.kind === 'map' ? answer : null;
  // What "leave everything out" and "start again" took away, until something else is marked.
  const [before, setBefore] = useState<MapAnswer | null>(null);
  const { states, marks, controls } = useMarkedPlaces(marked, onAnswer);
  const counts = countsOf(states);
  const counted = areaStates
    .filter((state) => counts[state] > 0)
    .map((state) => t(`areas.count.${state}`, { count: counts[state] }))
    .join(' · ');
  const allOut = marked !== null && !opensAny(marked);
  const some = marked !== null && Object.keys(marked.areas).length > 0;
  const replace = (next: MapAnswer | null): void => {
    setBefore(some ? marked : null);
    onAnswer(next);
  };
  return (
    <div className="areas">
      <div className="areas-all">
        <button
          type="button"
          className="choice"
          data-on={allOut || undefined}
          aria-pressed={allOut}
          onClick={() => (allOut ? onAnswer(before) : replace({ kind: 'map', areas: {} }))}
        >
          {t('areas.allOut')}
        </button>
        {marked ? null : <Beginnings areas={areas} earlier={earlier} onStart={onAnswer} />}
        {before && !some ? (
          <Button variant="subtle" onClick={() => onAnswer(before)}>
            {t('areas.putBack')}
          </Button>
        ) : null}
        {some ? (
          <Button variant="subtle" onClick={() => replace(null)}>
            {t('areas.clear')}
          </Button>
        ) : null}
        <span className="areas-count md ink-2" role="status">
          {allOut ? t('areas.allOutSet') : marked ? `${counted}. ${t('areas.rest')}` : ''}
        </span>
      </div>
      <ChartAndList areas={areas} marks={marks} controls={controls} forClient />
    </div>
  );
};
