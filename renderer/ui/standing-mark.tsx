import {
  IconAdjustmentsHorizontal,
  IconBan,
  IconCircleCheck,
  IconClipboardText,
  IconHourglass,
  IconRefresh,
  IconSignature,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import { type StandingKind, standingKind, standingWords } from './standing-words.ts';
import type { Standing } from './use-standings.ts';

const icons: Readonly<Record<StandingKind, TablerIcon>> = {
  'not-now': IconBan,
  'needs-clearance': IconHourglass,
  intake: IconClipboardText,
  consent: IconSignature,
  change: IconRefresh,
  'ready-with-limits': IconAdjustmentsHorizontal,
  ready: IconCircleCheck,
};

type MarkProps = {
  /** Left out while it is not known, and for the front desk: then there is no mark. */
  readonly standing: Standing | undefined;
  /** One short word, where there is little room. */
  readonly brief?: boolean;
};

/** How a client stands, on an appointment: a sign and its word. An emergency alone is red. */
export const StandingMark = ({ standing, brief = false }: MarkProps): JSX.Element | null => {
  const { t } = useTranslation('readiness');
  if (!standing) return null;
  const tone = standing.first?.code === 'emergency' ? 'emergency' : standing.state;
  return (
    <span className={brief ? 'standing-mark standing-brief' : 'standing-mark'} data-state={tone}>
      <Icon icon={icons[standingKind(standing)]} size={brief ? 14 : 18} />
      <span>{standingWords(t, standing, brief)}</span>
    </span>
  );
};
