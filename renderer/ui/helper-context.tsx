import { createContext, type JSX, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Suggestion } from '../../shared/language.ts';
import { mostSuggestions } from '../../shared/language-helper.ts';
import { sharedOut } from './helper-shown.ts';

/** A phrase by its place in a field; with the hand or with a key. */
type Open = { readonly id: string; readonly index: number; readonly byKey: boolean };
type Field = { readonly area: HTMLTextAreaElement; readonly severities: readonly Suggestion['severity'][] };

export type Helping = {
  /** Which phrases are shown, by field. */
  readonly shown: ReadonlyMap<string, readonly number[]>;
  readonly open: Open | null;
  readonly setOpen: (open: Open | null) => void;
  /** What stands in a field now; null: the field is gone. */
  readonly tell: (id: string, area: HTMLTextAreaElement | null, phrases: readonly Suggestion[]) => void;
  /** To the phrase after the one that is open, or after the cursor; round to the first after the last. */
  readonly next: () => void;
  /** It is signed, and asks once more about phrases that no record should hold. */
  readonly isSigned: boolean;
};

export const HelperContext = createContext<Helping | null>(null);

const isSame = (one: Field | undefined, area: HTMLTextAreaElement, severities: Field['severities']): boolean =>
  one?.area === area && one.severities.join() === severities.join();

const inPageOrder = (fields: ReadonlyMap<string, Field>) =>
  [...fields]
    .map(([id, field]) => ({ id, ...field }))
    .toSorted((one, other) => (one.area.compareDocumentPosition(other.area) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));

/** Fields with what is in them; drawn again only where that is another number of phrases, not with each letter. */
const useFields = () => {
  const phrases = useRef(new Map<string, readonly Suggestion[]>());
  const [fields, setFields] = useState<ReadonlyMap<string, Field>>(new Map());
  const tell = useCallback<Helping['tell']>((id, area, found) => {
    phrases.current.set(id, found);
    const severities = found.map(({ severity }) => severity);
    setFields((before) => {
      if (area ? isSame(before.get(id), area, severities) : !before.has(id)) return before;
      const after = new Map(before);
      if (area) after.set(id, { area, severities });
      else after.delete(id);
      return after;
    });
  }, []);
  const placeOf = useCallback((id: string, index: number): number => phrases.current.get(id)?.[index]?.start ?? 0, []);
  return { fields, tell, placeOf };
};

type Props = {
  /** How many phrases of it the writer chose to keep: these were shown too. */
  readonly kept: number;
  readonly isSigned?: boolean;
  readonly children: ReactNode;
};

/** One text in one or more fields: phrases of it are counted, led through by F7, and three of it shown at most. */
export const HelpedTexts = ({ kept, isSigned = false, children }: Props): JSX.Element => {
  const { fields, tell, placeOf } = useFields();
  const [open, setOpen] = useState<Open | null>(null);
  const ordered = useMemo(() => inPageOrder(fields), [fields]);
  const shown = useMemo(() => sharedOut(ordered, mostSuggestions - kept), [ordered, kept]);
  const next = useCallback((): void => {
    const all = ordered.flatMap(({ id, area }, field) =>
      (shown.get(id) ?? []).map((index) => ({ id, index, area, at: [field, placeOf(id, index)] as const })),
    );
    const here = ordered.findIndex(({ area }) => area === document.activeElement);
    const now =
      all.find(({ id, index }) => id === open?.id && index === open.index)?.at ??
      ([here, (ordered[here]?.area.selectionStart ?? 0) - 1] as const);
    const following = all.find(({ at: [field, place] }) => field > now[0] || (field === now[0] && place > now[1])) ?? all[0];
    if (following) setOpen({ id: following.id, index: following.index, byKey: true });
  }, [ordered, shown, open, placeOf]);
  useEffect(() => {
    if (shown.size === 0) return;
    const lead = (event: KeyboardEvent): void => {
      if (event.key !== 'F7' || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      next();
    };
    window.addEventListener('keydown', lead);
    return () => window.removeEventListener('keydown', lead);
  }, [shown, next]);
  const helping = useMemo<Helping>(() => ({ shown, open, setOpen, tell, next, isSigned }), [shown, open, tell, next, isSigned]);
  return <HelperContext value={helping}>{children}</HelperContext>;
};
