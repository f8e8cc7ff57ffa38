import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type FocusEvent, type JSX, type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormArea } from '../../shared/consent-form.ts';
import { areasFound } from './area-list-filter.ts';
import { type AreaControls, AreaRow } from './area-list-row.tsx';
import { regionsIn } from './areas.ts';
import { type ChartMarks, unmarked } from './chart-marks.ts';
import { keepWithin } from './chart-size.ts';
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

const codeAt = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest('button[data-code]')?.getAttribute('data-code') ?? null) : null;

const rowAt = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest('li[data-code]')?.getAttribute('data-code') ?? null) : null;

/**
 * Every place in words, from the head down: the equal of the chart for keyboard, screen reader and large fingers. Arrows go from row to
 * row, letters typed on a row go to the search.
 */
export const AreaList = ({ areas, marks, selected, onSelect, controls, forClient = false }: ListProps): JSX.Element => {
  const { t } = useTranslation('chart');
  const id = useId();
  const search = useRef<HTMLInputElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState<string | null>(null);
  const found = useMemo(() => areasFound(t, areas, query), [t, areas, query]);
  const regions = useMemo(() => regionsIn(found), [found]);
  const order = useMemo(() => regions.flatMap(({ places }) => places.filter(({ offered }) => offered).map(({ code }) => code)), [regions]);
  const tabStop = [active, selected].find((code) => code !== null && order.includes(code)) ?? order[0] ?? null;

  const isFound = selected === null || found.some(({ code }) => code === selected);
  const followed = useRef(selected);
  useEffect(() => {
    if (followed.current === selected) return;
    followed.current = selected;
    setActive(selected);
    // Chosen on the chart while a search hides it: the search gives way, so that both stay in step.
    if (!isFound) setQuery('');
  }, [selected, isFound]);
  useEffect(() => {
    const box = rows.current;
    const row = selected === null || !isFound ? null : box?.querySelector(`li[data-code="${selected}"]`);
    if (!box || !row) return;
    // Beside the chart the list scrolls by itself and the page stays; alone it is part of the page.
    if (box.scrollHeight > box.clientHeight) keepWithin(box, row, 48);
    else row.scrollIntoView({ block: 'nearest' });
  }, [selected, isFound]);

  const goTo = (code: string | undefined): void => {
    if (code !== undefined) rows.current?.querySelector<HTMLElement>(`button[data-code="${code}"]`)?.focus();
  };
  // Whatever takes the focus in a row, its name or what it offers, chooses that place.
  const onFocus = (event: FocusEvent): void => {
    const code = rowAt(event.target);
    if (code === null || !order.includes(code)) return;
    setActive(code);
    if (code !== selected) onSelect?.(code);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const here = codeAt(event.target);
    if (here === null || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = order.indexOf(here);
    if (event.key === 'ArrowUp' && at === 0) search.current?.focus();
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') goTo(order[at + (event.key === 'ArrowDown' ? 1 : -1)]);
    else if (event.key === 'Home' || event.key === 'End') goTo(event.key === 'Home' ? order[0] : order.at(-1));
    else {
      // The letter itself arrives in the field, which has the focus by then.
      if (event.key.length === 1 && event.key !== ' ') search.current?.focus();
      return;
    }
    event.preventDefault();
  };
  const onSearchKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' || !onSelect) return;
    event.preventDefault();
    goTo(order[0]);
  };

  return (
    <section className="area-list" aria-label={t('list.label')} data-large={forClient || undefined}>
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
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and clicks of the buttons in it */}
      <div ref={rows} className="area-list-rows" onFocus={onFocus} onKeyDown={onKeyDown}>
        {found.length === 0 ? (
          <div className="area-list-nothing">
            <p className="ink-2">{t('list.nothing', { query: query.trim() })}</p>
            <Button variant="default" onClick={() => setQuery('')}>
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
