import { Button } from '@mantine/core';
import type { JSX, ReactNode } from 'react';

type Props = {
  readonly isOff: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
  readonly isMain?: boolean;
};

/** A button that stays where the focus is while it cannot be pressed. */
export const Deed = ({ isOff, onPress, children, isMain }: Props): JSX.Element => (
  <Button
    variant={isMain ? 'filled' : 'default'}
    size={isMain ? 'lg' : 'sm'}
    aria-disabled={isOff}
    data-disabled={isOff || undefined}
    onClick={() => (isOff ? undefined : onPress())}
  >
    {children}
  </Button>
);
