import { useEffect, useState } from 'react';
import type { AppError } from '../../../shared/app-error.ts';
import { call } from '../../call.ts';

/** So long after the last letter or tick it is looked whether the sheet fits. */
const restMs = 300;

type Asked = { readonly items: readonly string[]; readonly words: string };
type Answer = { readonly fits: boolean | null; readonly error: AppError | null };

/** Whether what is chosen goes on one page, drawn behind once the hand rests; null until that is known of what stands there now. */
export const useAftercareFits = ({ items, words }: Asked): Answer => {
  const [answer, setAnswer] = useState<Answer & { readonly of: string }>({ of: '', fits: null, error: null });
  const asked = JSON.stringify({ items, words });
  useEffect(() => {
    const ends = new AbortController();
    const look = async (): Promise<void> => {
      const reply = await call('aftercare.fits', JSON.parse(asked));
      if (ends.signal.aborted) return;
      setAnswer(reply.ok ? { of: asked, fits: reply.value.fits, error: null } : { of: asked, fits: null, error: reply.error });
    };
    const timer = setTimeout(() => void look(), restMs);
    return () => {
      clearTimeout(timer);
      ends.abort();
    };
  }, [asked]);
  return answer.of === asked ? answer : { fits: null, error: null };
};
