import type { JSX } from 'react';
import { Stage } from './stage.tsx';

/** The session, full screen. */
export const ConductorPage = (): JSX.Element => <Stage />;
