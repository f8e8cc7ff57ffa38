import { Link } from '@tanstack/react-router';
import type { JSX, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteHit } from '../../../shared/notes.ts';
import { dayWords } from '../../dates.ts';
import { moveRows } from '../../ui/move-rows.ts';

const Hit = ({ hit: { id, chosenName, authorName, on, state, snippet } }: { readonly hit: NoteHit }): JSX.Element => {
  const { t } = useTranslation('notelists');
  // Pieces stand in their order, and none has a name of its own.
  const pieces = snippet.map((piece, at) => ({ ...piece, at }));
  return (
    <li className="hit">
      <Link to="/notes/$noteId" params={{ noteId: id }} className="row-link hit-head">
        <bdi className="b hit-name">{chosenName}</bdi> <time dateTime={on}>{dayWords(on)}</time>
      </Link>
      <p className="hit-words" dir="auto">
        {pieces.map(({ text, hit, at }) => (hit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>))}
      </p>
      <span className="xs ink-2">
        {t(`search.states.${state}`)} · <bdi>{authorName}</bdi>
      </span>
    </li>
  );
};

type Props = { readonly hits: readonly NoteHit[]; readonly ref: Ref<HTMLOListElement> };

/** Notes in which the words stand, newest first, each with a piece around them; arrow keys go from one to the next. */
export const NoteHits = ({ hits, ref }: Props): JSX.Element => {
  const { t } = useTranslation('notelists');
  return (
    <ol ref={ref} className="card hits" aria-label={t('search.hits')} onKeyDown={moveRows}>
      {hits.map((hit) => (
        <Hit key={hit.id} hit={hit} />
      ))}
    </ol>
  );
};
