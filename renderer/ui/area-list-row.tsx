import { type JSX, memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormArea } from '../../shared/consent-form.ts';
import { type AreaMark, sameMark } from './chart-marks.ts';
import { markWords, viewWords } from './chart-words.ts';

export type RowPlace = {
  /** The element that holds the place's name, for `aria-labelledby`. */
  readonly nameId: string;
  /** Whether Tab comes to this row. Give what is in any other `tabIndex={-1}`, so that Tab passes 88 rows in one step. */
  readonly tabStop: boolean;
  readonly forClient: boolean;
};

/** What a room puts into the row of a place that is offered: `AreaStates`, or buttons of its own. */
export type AreaControls = (area: FormArea, mark: AreaMark, place: RowPlace) => ReactNode;

type RowProps = {
  readonly area: FormArea;
  readonly mark: AreaMark;
  readonly nameId: string;
  readonly selected: boolean;
  readonly tabStop: boolean;
  readonly forClient: boolean;
  readonly selectable: boolean;
  readonly controls: AreaControls | undefined;
};

const sameRow = (a: RowProps, b: RowProps): boolean =>
  a.area === b.area &&
  a.nameId === b.nameId &&
  a.selected === b.selected &&
  a.tabStop === b.tabStop &&
  a.selectable === b.selectable &&
  a.forClient === b.forClient &&
  a.controls === b.controls &&
  sameMark(a.mark, b.mark);

/** One place of the list. Only rows whose mark or position changed are drawn anew. */
export const AreaRow = memo(({ area, mark, nameId, selected, tabStop, forClient, selectable, controls }: RowProps): JSX.Element => {
  const { t } = useTranslation('chart');
  const view = viewWords(t, area);
  const name = (
    <span id={nameId}>
      {area.label}
      {view ? <span className="ink-3 area-row-view"> {view}</span> : null}
    </span>
  );
  const words = <span className="area-row-words">{markWords(t, { area, mark, forClient })}</span>;
  return (
    <li
      className="area-row"
      data-code={area.code}
      data-state={area.offered ? (mark.state ?? 'unmarked') : 'off'}
      data-selected={selected || undefined}
      data-controls={controls !== undefined || undefined}
    >
      {area.offered && selectable ? (
        <button
          type="button"
          className="area-row-name"
          data-code={area.code}
          tabIndex={tabStop ? 0 : -1}
          aria-current={selected || undefined}
        >
          {name}
          {words}
        </button>
      ) : (
        <span className="area-row-name">
          {name}
          {words}
        </span>
      )}
      {area.offered && controls ? (
        <div className="area-row-controls">{controls(area, mark, { nameId, tabStop: tabStop || !selectable, forClient })}</div>
      ) : null}
    </li>
  );
}, sameRow);
