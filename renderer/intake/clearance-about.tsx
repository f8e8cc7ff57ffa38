import { Checkbox } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../shared/finding.ts';
import { lastDayWords } from '../dates.ts';
import { Marked, Wrong } from '../ui/field.tsx';

type Props = {
  readonly findings: readonly Finding[];
  readonly chosen: readonly string[];
  readonly onChosen: (ids: string[]) => void;
  readonly problem: string | undefined;
};

/** Everything that is open, the most careful first: what one clinician is asked about together is ticked together. */
export const AskAbout = ({ findings, chosen, onChosen, problem }: Props): JSX.Element => {
  const { t } = useTranslation('clearance');
  const said = ({ item, clearanceAsked, cleared, clearance }: Finding): string =>
    [
      item.referTo ? t('ask.usually', { who: item.referTo }) : '',
      clearanceAsked ? t('ask.waits', { of: clearanceAsked.of }) : '',
      cleared && clearance?.endsOn ? t('ask.counts', { day: lastDayWords(clearance.endsOn) }) : '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <Marked wrong={problem !== undefined}>
      <Checkbox.Group
        id="about"
        label={t('ask.about')}
        description={t('ask.aboutHelp')}
        value={[...chosen]}
        onChange={onChosen}
        error={problem ? <Wrong>{problem}</Wrong> : undefined}
      >
        <div className="clearance-about">
          {findings.map((finding) => (
            <Checkbox key={finding.id} value={finding.id} label={finding.item.condition} description={said(finding)} />
          ))}
        </div>
      </Checkbox.Group>
    </Marked>
  );
};
