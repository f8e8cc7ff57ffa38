import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type JSX, useCallback, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormArea } from '../../shared/consent-form.ts';
import { areasFound } from './area-list-filter.ts';
import { useRowMoves } from './area-list-moves.ts';
import { type AreaControls, AreaRow } from './area-list-row.tsx';
import { regionsIn } from './areas.ts';
import { type ChartMarks, unmarked } from './chart-marks.ts';
import { Icon } from './icon.tsx';

type ListProps = {
  readonly areas: readonly FormArea[];
  readonly marks: ChartMarks;
  readonly selected: string | null;
  /** Left out, rows are read and not chosen. */
  readonly onSelect?: ((code: string) => void) | undefined;
  /** Radios or buttons in each row that is offered; keep the function, or every row is drawn anew. */
  readonly controls?: AreaControls | undefined;
  /** Read by the client: larger, and "ask me" for "ask". */
  readonly forClient?: boolean | undefined;
};

/**
 * Every place in words, from the head down: the equal of the chart for keyboard, screen reader and large fingers. Arrows go from row to
 * row, letters typed on a row go to the search.
 */
export const AreaList = ({ areas, marks, selected, onSelect, controls, forClient = false }: ListProps): JSX.Element => {
  const { t } = useTranslation('chart');
  const id = useId();
  const [query, setQuery] = useState('');
  const showAll = useCallback(() => setQuery(''), []);
  const found = useMemo(() => areasFound(t, areas, query), [t, areas, query]);
  const regions = useMemo(() => regionsIn(found), [found]);
  const order = useMemo(() => regions.flatMap(({ places }) => places.filter(({ offered }) => offered).map(({ code }) => code)), [regions]);
  const isFound = selected === null || order.includes(selected);
  const { search, rows, tabStop, onFocus, onRowKey, onSearchKey } = useRowMoves({ order, selected, isFound, onSelect, onHidden: showAll });

  return (
    <section className="area-list" aria-label={t('list.label')} data-large={forClient || undefined} onFocus={onFocus} onKeyDown={onRowKey}>
      <div className="area-list-find">
        <TextInput
          ref={search}
          type="search"
          size={forClient ? 'lg' : 'sm'}
          aria-label={t('list.find')}
          placeholder={t('list.find')}
          leftSection={<Icon icon={IconSearch} />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={onSearchKey}
          autoComplete="off"
        />
        <span className="visually-hidden" role="status">
          {query.trim() === '' ? '' : t('list.found', { count: found.length })}
        </span>
        {onSelect ? <p className="xs ink-2 area-list-keys">{t('list.keys')}</p> : null}
      </div>
      <div ref={rows} className="area-list-rows">
        {found.length === 0 ? (
          <div className="area-list-nothing">
            <p className="ink-2">{t('list.nothing', { query: query.trim() })}</p>
            <Button variant="default" onClick={showAll}>
              {t('list.clear')}
            </Button>
          </div>
        ) : null}
        {regions.map(({ region, places }) => (
          <section key={region} aria-labelledby={`${id}-${region}`}>
            <h2 id={`${id}-${region}`} className="area-list-region">
              {t(`region.${region}`)}
            </h2>
            <ul>
              {places.map((area) => (
                <AreaRow
                  key={area.code}
                  area={area}
                  mark={marks[area.code] ?? unmarked}
                  nameId={`${id}-${area.code}`}
                  selected={selected === area.code}
                  tabStop={tabStop === area.code}
                  forClient={forClient}
                  selectable={onSelect !== undefined}
                  controls={controls}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
};
