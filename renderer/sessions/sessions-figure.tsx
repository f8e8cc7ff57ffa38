import type { JSX } from 'react';
import { clockDay, shortDayWords } from '../dates.ts';
import { type Column, field } from './sessions-graph.ts';

const octagon = 'M-3.3-8h6.6L8-3.3v6.6L3.3 8h-6.6L-8 3.3v-6.6Z';

const Mark = ({ x, y, value, isAfter }: { readonly x: number; readonly y: number; readonly value: number; readonly isAfter: boolean }) => (
  <g>
    {isAfter ? (
      <rect x={x - 6} y={y - 6} width={12} height={12} rx={2} className="graph-after" />
    ) : (
      <circle cx={x} cy={y} r={6} className="graph-before" />
    )}
    <text x={x + 11} y={y + 5} className="graph-number">
      {value}
    </text>
  </g>
);

/** What is on the line of sessions: that there was one, a stop, and something that happened. */
const OnAxis = ({ x, stops, incidents }: Pick<Column, 'x' | 'stops' | 'incidents'>): JSX.Element => (
  <g>
    {stops > 0 ? (
      <path d={octagon} transform={`translate(${x} ${field.axis})`} className="graph-stop" />
    ) : (
      <line x1={x} x2={x} y1={field.axis - 7} y2={field.axis + 7} className="graph-tick" />
    )}
    {incidents > 0 ? <path d="M0-19 7-7H-7Z" transform={`translate(${x} ${field.axis - 3})`} className="graph-incident" /> : null}
  </g>
);

const isSame = ({ before, after }: Column): boolean => before !== null && after !== null && before.value === after.value;

const OneColumn = ({ column }: { readonly column: Column }): JSX.Element => {
  const { x, at, before, after, isDated } = column;
  return (
    <g>
      {before && after && !isSame(column) ? <line x1={x} x2={x} y1={before.y} y2={after.y} className="graph-between" /> : null}
      {before ? <Mark x={isSame(column) ? x - 9 : x} {...before} isAfter={false} /> : null}
      {after ? <Mark x={isSame(column) ? x + 9 : x} {...after} isAfter /> : null}
      <OnAxis {...column} />
      {isDated ? (
        <text x={x} y={field.height - 6} textAnchor="middle" className="graph-day">
          {shortDayWords(clockDay(at)).replace(/^\S+ /, '')}
        </text>
      ) : null}
    </g>
  );
};

/** The numbers as they were told, from 0 at the foot to 10 at the head. */
export const GraphFigure = ({ columns, label }: { readonly columns: readonly Column[]; readonly label: string }): JSX.Element => (
  <svg className="graph" viewBox={`0 0 ${field.width} ${field.height}`} role="img" aria-label={label}>
    {[0, 5, 10].map((value) => {
      const y = field.foot - (value / 10) * (field.foot - field.head);
      return (
        <g key={value}>
          <line x1={field.left} x2={field.right} y1={y} y2={y} className="graph-rule" />
          <text x={field.left - 8} y={y + 4} textAnchor="end" className="graph-day">
            {value}
          </text>
        </g>
      );
    })}
    <line x1={field.left} x2={field.right} y1={field.axis} y2={field.axis} className="graph-rule" />
    {columns.map((column) => (
      <OneColumn key={column.id} column={column} />
    ))}
  </svg>
);

/** One of the signs by itself, beside its word. */
export const GraphSign = ({ what }: { readonly what: 'before' | 'after' | 'session' | 'stop' | 'incident' }): JSX.Element => (
  <svg width={16} height={16} viewBox="-8 -8 16 16" aria-hidden>
    {what === 'before' ? <circle r={5.5} className="graph-before" /> : null}
    {what === 'after' ? <rect x={-6} y={-6} width={12} height={12} rx={2} className="graph-after" /> : null}
    {what === 'session' ? <line x1={0} x2={0} y1={-6} y2={6} className="graph-tick" /> : null}
    {what === 'stop' ? <path d={octagon} className="graph-stop" /> : null}
    {what === 'incident' ? <path d="M0-6 7 6H-7Z" className="graph-incident" /> : null}
  </svg>
);
