import { Button, type ButtonProps } from '@mantine/core';
import { type JSX, type ReactNode, useRef } from 'react';

type DeedProps = ButtonProps & {
  readonly onDeed: () => Promise<unknown>;
  readonly children: ReactNode;
  readonly 'aria-label'?: string;
};

/** A button that tells something once, however often it is pressed meanwhile. It is never disabled for that: the focus would be lost with it. */
export const Deed = ({ onDeed, ...look }: DeedProps): JSX.Element => {
  const isBusy = useRef(false);
  const press = (): void => {
    if (isBusy.current) return;
    isBusy.current = true;
    void onDeed().finally(() => {
      isBusy.current = false;
    });
  };
  return <Button {...look} onClick={press} />;
};
