import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

const quick = {
  lower: ['lighter', 'talked', 'past'],
  resolve: ['mistake', 'asked', 'past'],
  settle: ['asked', 'noted', 'nothing'],
} as const;

type Props = { readonly of: keyof typeof quick; readonly value: string; readonly onReason: (reason: string) => void };

/** Reasons that are given often, in one touch; what stands there already stays. */
export const QuickReasons = ({ of, value, onReason }: Props): JSX.Element => {
  const { t } = useTranslation('health');
  return (
    <fieldset className="row wrap quick-reasons" aria-label={t('quick.label')}>
      {quick[of].map((one) => {
        const words = t(`quick.${of}.${one}` as 'quick.lower.lighter');
        return (
          <Button
            key={one}
            variant="light"
            size="compact-md"
            className="quick-reason"
            onClick={() => onReason(value.includes(words) ? value : [value.trim(), words].filter((part) => part !== '').join(' '))}
          >
            {words}
          </Button>
        );
      })}
    </fieldset>
  );
};
