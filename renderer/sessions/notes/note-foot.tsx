import type { JSX } from 'react';
import { HelperCount } from '../../ui/helper-count.tsx';
import { CopyForward } from './copy-forward.tsx';
import { NoteFormat } from './note-foot-format.tsx';
import { NoteSnippets } from './note-foot-snippets.tsx';

/** What a note is written with: its format and template, snippets, and what is carried over from the one before. */
export const NoteFoot = (): JSX.Element => (
  <div className="note-foot">
    <NoteFormat />
    <NoteSnippets />
    <CopyForward />
    <HelperCount />
  </div>
);
