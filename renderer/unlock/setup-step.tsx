import { Button } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { Logo } from '../ui/logo.tsx';

/** What stands above each step at the door; beside the logo, how far one has come. */
export const SetupHead = ({ children }: { readonly children?: ReactNode }): JSX.Element => (
  <div className="setup-head">
    <span className="setup-logo">
      <Logo size={34} />
    </span>
    {children}
  </div>
);

type LaterProps = { readonly word: string; readonly help: string; readonly busy: boolean; readonly onLater: () => void };

/** The way past a step that can wait, and what waiting means. */
export const OrLater = ({ word, help, busy, onLater }: LaterProps): JSX.Element => (
  <>
    <Button variant="subtle" onClick={onLater} disabled={busy} aria-describedby="later-help">
      {word}
    </Button>
    <span className="ink-2" id="later-help">
      {help}
    </span>
  </>
);
