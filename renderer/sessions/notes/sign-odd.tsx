import type { JSX } from 'react';
import { z } from 'zod';
import { Unprintable } from '../../../shared/consent.ts';
import { UnprintableCharacters } from '../../ui/unprintable.tsx';

const Found = z.object({ unprintable: z.array(Unprintable) });
/** Characters stand in a note, not in a part of a form. */
const noForm = { elements: [] };

type Props = { readonly details: unknown; readonly busy: boolean; readonly onPrint: () => void; readonly onWrite: () => void };

/** Characters no font has, before anything is signed: printed as they are named, or written otherwise. */
export const SignOdd = ({ details, busy, onPrint, onWrite }: Props): JSX.Element => (
  <UnprintableCharacters
    characters={Found.safeParse(details).data?.unprintable ?? []}
    form={noForm}
    busy={busy}
    onPrint={onPrint}
    onWrite={onWrite}
  />
);
