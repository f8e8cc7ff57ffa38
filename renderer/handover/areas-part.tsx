import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type JSX, memo, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldForSearch } from '../../shared/clients.ts';
import { type AreaState, areaStates, type FormArea } from '../../shared/consent-form.ts';
import type { Answer } from '../../shared/form-answers.ts';
import { countsOf, regionsIn, type View, views } from '../ui/areas.ts';
import { Icon } from '../ui/icon.tsx';

type RowProps = {
  readonly area: FormArea;
  readonly state: AreaState | undefined;
  readonly onState: (code: string, state: AreaState) => void;
};

const AreaRow = memo(({ area, state, onState }: RowProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const name = (
    <span className="area-name" id={`area-${area.code}`}>
      {area.label} <span className="xs ink-3">{t(`areas.${area.view}`)}</span>
    </span>
  );
  if (!area.offered) {
    return (
      <div className="area area-not">
        {name}
        <span className="area-word">{t('areas.notOffered')}</span>
      </div>
    );
  }
  return (
    <div className="area" data-state={state} role="radiogroup" aria-labelledby={`area-${area.code}`}>
      {name}
      <span className="area-states">
        {areaStates.map((one) => (
          <label key={one} className="area-state" data-on={state === one || undefined}>
            <input type="radio" name={area.code} value={one} checked={state === one} onChange={() => onState(area.code, one)} />
            {t(`areas.${one}`)}
          </label>
        ))}
      </span>
    </div>
  );
});

type AreasProps = {
  readonly areas: readonly FormArea[];
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer | null) => void;
};

/** Each place in, ask me each time, or out. What is not marked stays out. */
export const AreasPart = ({ areas, answer, onAnswer }: AreasProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const [query, setQuery] = useState('');
  const [view, setView] = useState<View>('all');
  const marked = answer?.kind === 'map' ? answer.areas : undefined;
  const latest = useRef({ marked, onAnswer });
  latest.current = { marked, onAnswer };
  const onState = useCallback(
    (code: string, state: AreaState) => latest.current.onAnswer({ kind: 'map', areas: { ...latest.current.marked, [code]: state } }),
    [],
  );

  const typed = foldForSearch(query);
  const shown = areas.filter((area) => (view === 'all' || area.view === view) && foldForSearch(area.label).includes(typed));
  const counts = countsOf(marked ?? {});
  const allOut = marked !== undefined && counts.yes + counts.ask === 0;
  const present = views.filter((one) => one === 'all' || areas.some((area) => area.view === one));
  return (
    <div className="areas">
      <div className="areas-all">
        <button
          type="button"
          className="choice"
          data-on={allOut || undefined}
          aria-pressed={allOut}
          onClick={() => onAnswer(allOut ? null : { kind: 'map', areas: {} })}
        >
          {t('areas.allOut')}
        </button>
        <span className="md ink-2" role="status">
          {allOut ? t('areas.allOutSet') : marked ? `${t('areas.count', counts)}. ${t('areas.rest')}` : ''}
        </span>
      </div>
      <div className="areas-tools">
        <TextInput
          type="search"
          size="lg"
          aria-label={t('areas.find')}
          placeholder={t('areas.find')}
          leftSection={<Icon icon={IconSearch} />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          autoComplete="off"
        />
        <SegmentedControl
          aria-label={t('areas.view')}
          value={view}
          onChange={(next) => setView(views.find((one) => one === next) ?? 'all')}
          data={present.map((one) => ({ value: one, label: t(`areas.${one}`) }))}
        />
        {marked ? (
          <Button variant="subtle" onClick={() => onAnswer(null)}>
            {t('areas.clear')}
          </Button>
        ) : null}
      </div>
      {shown.length === 0 ? <p className="md ink-2">{t('areas.nothing', { query })}</p> : null}
      {regionsIn(shown).map(({ region, places }) => (
        <section key={region} className="area-region" aria-labelledby={`region-${region}`}>
          <h2 id={`region-${region}`}>{t(`areas.region.${region}`)}</h2>
          {places.map((area) => (
            <AreaRow key={area.code} area={area} state={marked?.[area.code]} onState={onState} />
          ))}
        </section>
      ))}
    </div>
  );
};
