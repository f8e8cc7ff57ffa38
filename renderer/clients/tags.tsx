import type { JSX } from 'react';

/** In the words they were given; told apart by a border. */
export const Tags = ({ tags }: { readonly tags: readonly string[] }): JSX.Element => (
  <span className="row wrap tags">
    {tags.map((tag) => (
      <span key={tag} className="tag" dir="auto">
        {tag}
      </span>
    ))}
  </span>
);
