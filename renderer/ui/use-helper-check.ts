import { useEffect, useMemo, useState } from 'react';
import type { Suggestion } from '../../shared/language.ts';
import { call } from '../call.ts';
import { carried, type Found } from './helper-shown.ts';

/** So long after the last letter a text is looked through. */
const restMs = 300;
const nothing: Found = { text: '', suggestions: [] };

/**
 * Phrases of a text as it stands on the screen, looked for once the hand rests. What was found before moves along meanwhile; a look that
 * fails or comes late says nothing, and typing waits for none.
 */
export const useHelperCheck = (text: string, isLooked: boolean): readonly Suggestion[] => {
  const [found, setFound] = useState(nothing);
  useEffect(() => {
    if (!isLooked || !/\p{L}/u.test(text)) return;
    const ends = new AbortController();
    const look = async (): Promise<void> => {
      const reply = await call('language.check', { text });
      if (reply.ok && !ends.signal.aborted) setFound({ text, suggestions: reply.value.suggestions });
    };
    const timer = setTimeout(() => void look(), restMs);
    return () => {
      clearTimeout(timer);
      ends.abort();
    };
  }, [text, isLooked]);
  return useMemo(() => (isLooked ? carried(found, text) : nothing.suggestions), [found, text, isLooked]);
};
