import {
  IconAdjustments,
  IconAlertOctagon,
  IconBan,
  IconChevronDown,
  IconCircleCheck,
  IconMailQuestion,
  IconMapPinOff,
  IconMessageQuestion,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding, FindingWeight } from '../../shared/finding.ts';
import { isOpen, needsPlaces } from '../../shared/finding-rules.ts';
import { lastDayWords } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';
import { FindingBody } from './findings-body.tsx';
import { causeWords } from './findings-words.ts';
import { decidedOf, isUrgent } from './health-view.ts';
import { type Care, placeNames } from './use-health.ts';

const icons: Readonly<Record<FindingWeight, TablerIcon>> = {
  emergency: IconAlertOctagon,
  absolute: IconBan,
  clearance: IconMailQuestion,
  local: IconMapPinOff,
  modify: IconAdjustments,
  'ask-today': IconMessageQuestion,
};

/** What a finding asks for, as a sign; its word stands beside it. Red is for an emergency alone. */
export const WeightSign = ({ finding }: { readonly finding: Finding }): JSX.Element => {
  if (!isOpen(finding)) return <Icon icon={IconCircleCheck} tone="ink-3" />;
  const { weight } = finding;
  const tone = weight === 'emergency' ? 'stop-mark' : weight === 'absolute' || weight === 'clearance' ? 'wait-ink' : 'ink-2';
  return <Icon icon={icons[weight]} tone={tone} />;
};

const Chips = ({ finding, care }: { readonly finding: Finding; readonly care: Care }): JSX.Element => {
  const { t } = useTranslation('health');
  const { clearance, clearanceAsked, areas } = finding;
  return (
    <span className="item-chips xs ink-2 num">
      <span>{causeWords(t, finding)}</span>
      {isOpen(finding) && isUrgent(finding) ? <span className="wait b">{t(`action.${finding.action as 'P4'}`)}</span> : null}
      {needsPlaces(finding) ? <span className="wait b">{t('chip.places')}</span> : null}
      {finding.weight === 'local' && areas?.length ? <span dir="auto">{placeNames(care.areas, areas)}</span> : null}
      {decidedOf(finding) ? <span className="b">{t(`chip.${decidedOf(finding) ?? 'lowered'}`)}</span> : null}
      {finding.cleared && clearance?.endsOn ? (
        <span className="good b">{t('chip.cleared', { day: lastDayWords(clearance.endsOn) })}</span>
      ) : null}
      {clearanceAsked ? <span>{t('chip.asked', { of: clearanceAsked.of })}</span> : null}
      {finding.saysNo ? <span>{t('chip.saysNo')}</span> : null}
    </span>
  );
};

type RowProps = {
  readonly finding: Finding;
  readonly care: Care;
  readonly isOpened: boolean;
  readonly onToggle: () => void;
};

/** One finding: one line, opened in its place. */
export const FindingRow = ({ finding, care, isOpened, onToggle }: RowProps): JSX.Element => {
  const { t } = useTranslation('health');
  return (
    <li className="item" data-open={isOpened || undefined}>
      <div className="item-line">
        <button
          type="button"
          id={`finding-${finding.id}`}
          className="item-toggle"
          aria-expanded={isOpened}
          aria-controls={isOpened ? `finding-body-${finding.id}` : undefined}
          onClick={onToggle}
        >
          <span className="item-sign">
            <WeightSign finding={finding} />
            <span className="visually-hidden">{isOpen(finding) ? t(`weight.${finding.weight}`) : t('cause.resolved')}:</span>
          </span>
          <span className="item-words">
            <span className="item-label">{finding.item.condition}</span>
            <Chips finding={finding} care={care} />
            <span className="item-said ink-2">{finding.item.adaptation || finding.item.do}</span>
          </span>
          <Icon icon={IconChevronDown} size={18} tone="ink-3" />
        </button>
      </div>
      {isOpened ? (
        <div id={`finding-body-${finding.id}`}>
          <FindingBody finding={finding} care={care} />
        </div>
      ) : null}
    </li>
  );
};
