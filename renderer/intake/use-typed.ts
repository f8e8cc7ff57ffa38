import { useState } from 'react';

type Typing = { readonly value: string; readonly type: (next: string) => void; readonly leave: () => void };

/** Words while they are typed: what is kept comes back tidied, and must not take a space from under the fingers. */
export const useTyped = (kept: string, onType: (next: string) => void): Typing => {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    value: typed ?? kept,
    type: (next) => {
      setTyped(next);
      onType(next);
    },
    leave: () => setTyped(null),
  };
};
