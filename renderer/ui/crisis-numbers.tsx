import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { CrisisNumbers } from '../../shared/safety.ts';

const lines = ['emergency', 'crisis', 'text'] as const;

/** Numbers large enough to be read from a step away. Nothing is dialled from here. */
export const CrisisNumbersList = ({ numbers }: { readonly numbers: CrisisNumbers }): JSX.Element => {
  const { t } = useTranslation('crisis');
  return (
    <dl className="crisis-numbers">
      {lines.map((line) =>
        numbers[line] === '' ? null : (
          <div key={line}>
            <dt>{t(`number.${line}`)}</dt>
            <dd className={line === 'emergency' ? 'num crisis-first' : 'num'}>{numbers[line]}</dd>
          </div>
        ),
      )}
    </dl>
  );
};
