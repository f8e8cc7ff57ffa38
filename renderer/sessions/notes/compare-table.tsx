import type { TFunction } from 'i18next';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AreaState, FormArea } from '../../../shared/consent-form.ts';
import type { Scale } from '../../../shared/session-events.ts';
import { type ComparedRow, comparedRows, type Pair, type VisitFacts } from './compare-visits.ts';

type T = TFunction<'notebeside'>;

const scaleWords = (t: T, scale: Scale | null): string =>
  scale === null ? t('notNoted') : scale === 'declined' ? t('declined') : String(scale);

const pairWords = (t: T, { before, after }: Pair): string =>
  before === null && after === null ? '' : t('fromTo', { before: scaleWords(t, before), after: scaleWords(t, after) });

const cellWords = (t: T, row: ComparedRow, facts: VisitFacts, areas: readonly FormArea[]): string => {
  const named = (isIn: (code: string) => boolean): string =>
    areas
      .filter(({ code }) => isIn(code))
      .map(({ label }) => label)
      .join('; ');
  const marked = (state: AreaState): string => named((code) => facts.states?.[code] === state);
  switch (row) {
    case 'minutes':
      return facts.minutes === null ? '' : t('minutes', { count: facts.minutes });
    case 'distress':
    case 'pain':
      return pairWords(t, facts[row]);
    case 'done':
      return named((code) => facts.done.includes(code));
    case 'yes':
    case 'ask':
      return marked(row);
    case 'response':
    case 'fit':
    case 'left':
    case 'plan':
      return facts[row];
  }
};

type Props = {
  readonly days: readonly [string, string];
  readonly areas: readonly FormArea[];
  readonly told: readonly [VisitFacts, VisitFacts];
};

/** The same as the figures and more, row by row; what differs is said and not only seen. */
export const CompareTable = ({ days, areas, told }: Props): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const rows = comparedRows
    .map((row) => ({ row, cells: told.map((facts) => cellWords(t, row, facts, areas)) }))
    .filter(({ cells }) => cells.some((words) => words !== ''));
  return (
    <div className="compare-box">
      <table className="compare-table">
        <caption className="visually-hidden">{t('compare.table')}</caption>
        <thead>
          <tr>
            <td />
            {days.map((day, index) => (
              <th key={index === 0 ? 'older' : 'newer'} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells: [older = '', newer = ''] }) => (
            <tr key={row} data-differs={older !== newer || undefined}>
              <th scope="row">
                {t(`compare.rows.${row}`)}
                {older === newer ? null : <span className="compare-differs">{t('compare.differs')}</span>}
              </th>
              <td dir="auto">{older || t('notNoted')}</td>
              <td dir="auto">{newer || t('notNoted')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
