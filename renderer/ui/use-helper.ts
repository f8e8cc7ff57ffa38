import { type RefObject, useContext, useId, useLayoutEffect, useMemo, useState } from 'react';
import type { Suggestion } from '../../shared/language.ts';
import type { KeptWords } from '../../shared/note-values.ts';
import { HelperContext } from './helper-context.tsx';
import type { HelperDeeds } from './helper-popover.tsx';
import { leftOut, standing } from './helper-shown.ts';
import { typeInto } from './type-into.ts';
import { useHelperCheck } from './use-helper-check.ts';
import { useHelperSettings } from './use-helper-settings.ts';

type Asked = {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly isReadOnly: boolean;
  readonly kept: readonly KeptWords[];
  readonly onKeep: (kept: KeptWords) => void;
};

export type Helper = {
  readonly shown: readonly Suggestion[];
  readonly open: Suggestion | null;
  readonly byKey: boolean;
  readonly isSigned: boolean;
  readonly deeds: (phrase: Suggestion) => HelperDeeds;
  /** Opens what the cursor was put in. */
  readonly touch: () => void;
  readonly close: () => void;
  /** A letter that is still being put together is no text yet. */
  readonly setComposing: (is: boolean) => void;
};

const isInPopover = (): boolean => document.activeElement?.closest('.helper-popover') !== null;

/** The helper in one field: what is shown of what was found, and which of it is open. */
export const useHelper = ({ area, text, isReadOnly, kept, onKeep }: Asked): Helper => {
  const id = useId();
  const helping = useContext(HelperContext);
  const settings = useHelperSettings();
  const [isComposing, setComposing] = useState(false);
  const found = useHelperCheck(text, settings.isOn && !isReadOnly && !isComposing);
  const off = settings.off.join();
  const phrases = useMemo(
    () =>
      standing(
        found.filter(({ rule }) => !off.split(',').includes(rule)),
        kept,
      ),
    [found, kept, off],
  );
  const tell = helping?.tell;
  useLayoutEffect(() => tell?.(id, area.current, phrases), [tell, id, area, phrases]);
  useLayoutEffect(() => () => tell?.(id, null, []), [tell, id]);

  const numbers = helping?.shown.get(id) ?? [];
  const shown = phrases.filter((_, index) => numbers.includes(index));
  const isOpen = helping?.open?.id === id && numbers.includes(helping.open.index);
  const open = (isOpen ? phrases[helping.open?.index ?? -1] : null) ?? null;
  const isLed = open !== null && helping?.open?.byKey === true;
  const ledTo = isLed ? open.start : null;
  useLayoutEffect(() => {
    // Beside what is out of sight nothing opens.
    if (ledTo !== null) area.current?.closest('.helped')?.querySelector('[data-open]')?.scrollIntoView({ block: 'nearest' });
  }, [ledTo, area]);
  const close = (): void => {
    // The cursor goes back to the phrase when the focus was in what closes.
    if (isInPopover() && area.current && open) {
      area.current.focus();
      area.current.setSelectionRange(open.end, open.end);
    }
    if (isOpen) helping?.setOpen(null);
  };
  const then = (deed: () => void) => (): void => {
    close();
    deed();
  };
  const put = (place: Pick<Suggestion, 'start' | 'end'>, words: string) =>
    then(() => {
      if (area.current) typeInto(area.current, place, words);
    });
  return {
    shown,
    open,
    byKey: isLed,
    isSigned: helping?.isSigned ?? false,
    deeds: (phrase) => ({
      close,
      use: (words) => put(phrase, words)(),
      leaveOut: put(leftOut(text, phrase), ''),
      keep: then(() => onKeep({ rule: phrase.rule, words: phrase.words })),
      quiet: then(() => settings.quiet(phrase.rule)),
      turnOff: then(settings.turnOff),
    }),
    touch: () => {
      const { selectionStart, selectionEnd } = area.current ?? { selectionStart: 0, selectionEnd: 1 };
      const touched = shown.find(({ start, end }) => selectionStart === selectionEnd && start < selectionStart && selectionStart <= end);
      if (touched) helping?.setOpen({ id, index: phrases.indexOf(touched), byKey: false });
      else if (isOpen) helping?.setOpen(null);
    },
    close,
    setComposing,
  };
};
