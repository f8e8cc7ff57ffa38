import { Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, JSX, Ref } from 'react';

type PlainProps = ButtonProps &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> & { readonly ref?: Ref<HTMLAnchorElement> };

const Plain = ({ ref, ...props }: PlainProps): JSX.Element => <Button component="a" ref={ref} {...props} />;

/** A place to go that looks like a button. */
export const ButtonLink = createLink(Plain);
