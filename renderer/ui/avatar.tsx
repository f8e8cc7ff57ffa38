import type { JSX } from 'react';
import { initialsOf } from '../../shared/initials.ts';

export const Avatar = ({ name }: { readonly name: string }): JSX.Element => (
  <span className="avatar" aria-hidden="true">
    {initialsOf(name)}
  </span>
);
