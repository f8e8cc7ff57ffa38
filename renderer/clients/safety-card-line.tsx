import type { Icon as TablerIcon } from '@tabler/icons-react';
import { type JSX, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';

type LineProps = {
  readonly icon: TablerIcon;
  readonly label: string;
  readonly waits?: boolean;
  readonly stop?: boolean;
  readonly children: ReactNode;
};

/** One thing the card says: a sign, what it is about, and the words. */
export const Line = ({ icon, label, waits, stop, children }: LineProps): JSX.Element => (
  <div className="safety-line">
    <dt>
      <Icon icon={icon} size={18} tone={stop ? 'stop-mark' : waits ? 'wait' : 'ink-3'} />
      {label}
    </dt>
    <dd dir="auto" className={waits ? 'wait b' : undefined}>
      {children}
    </dd>
  </div>
);

type MoreProps = { readonly all: boolean; readonly count: number; readonly onTurn: () => void; readonly of: string };

const More = ({ all, count, onTurn, of }: MoreProps): JSX.Element => {
  const { t } = useTranslation('safety');
  return (
    <button type="button" className="fold-more" aria-expanded={all} aria-controls={of} onClick={onTurn}>
      {all ? t('fewer') : t('more', { count })}
    </button>
  );
};

/** How many stand there at once; one more is shown rather than folded away alone. */
const shownOf = (count: number, few: number, all: boolean): number => (all || count <= few + 1 ? count : few);

type NamesProps = { readonly names: readonly string[]; readonly few?: number };

/** Names in a row, which have commas of their own; the rest on demand, so that a long list hides nothing that stands below it. */
export const Names = ({ names, few = 8 }: NamesProps): JSX.Element => {
  const [all, setAll] = useState(false);
  const id = useId();
  const shown = shownOf(names.length, few, all);
  return (
    <>
      <span id={id}>{names.slice(0, shown).join('; ')}</span>
      {names.length > few + 1 ? <More all={all} count={names.length - few} of={id} onTurn={() => setAll(!all)} /> : null}
    </>
  );
};

type RowsProps = { readonly rows: readonly { readonly key: string; readonly row: ReactNode }[]; readonly few: number };

/** The same, of rows under each other. */
export const Rows = ({ rows, few }: RowsProps): JSX.Element => {
  const [all, setAll] = useState(false);
  const id = useId();
  const shown = shownOf(rows.length, few, all);
  return (
    <>
      <ul id={id} className="safety-rows">
        {rows.slice(0, shown).map(({ key, row }) => (
          <li key={key}>{row}</li>
        ))}
      </ul>
      {rows.length > few + 1 ? <More all={all} count={rows.length - few} of={id} onTurn={() => setAll(!all)} /> : null}
    </>
  );
};
