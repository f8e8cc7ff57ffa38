import { IconArrowsExchange } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { SafetyCard } from '../../shared/safety.ts';
import { momentDay } from '../dates.ts';
import { Line, Rows } from './safety-card-line.tsx';

/** What was said to have changed and was not gone through, in their words; without words the reasons say that something has. */
export const Changes = ({ changes }: Pick<SafetyCard, 'changes'>): JSX.Element | null => {
  const { t } = useTranslation('safety');
  const said = changes.filter(({ words }) => words.trim() !== '');
  if (said.length === 0) return null;
  return (
    <Line icon={IconArrowsExchange} label={t('changed')} waits>
      <Rows
        few={4}
        rows={said.map(({ at, words }, index) => ({ key: `${index} ${at}`, row: t('changedOn', { day: momentDay(at), words }) }))}
      />
    </Line>
  );
};
