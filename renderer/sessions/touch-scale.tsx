import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scale } from '../../shared/session-events.ts';
import { Pick, PickGroup } from './touch-pick.tsx';

const numbers = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

type Props = {
  readonly label: string;
  readonly value: Scale | null;
  /** The one before, beside it. */
  readonly last: Scale | null;
  readonly onChange: (value: Scale | null) => void;
};

/** A number from 0 to 10, or none: that is an answer too. Touched again, it is taken away. */
export const NumberScale = ({ label, value, last, onChange }: Props): JSX.Element => {
  const { t } = useTranslation('touch');
  const press = (next: Scale): void => onChange(value === next ? null : next);
  return (
    <div className="touch-scale">
      <PickGroup
        label={label}
        help={
          last === null ? null : (
            <p className="ink-2 num">{last === 'declined' ? t('scale.lastDeclined') : t('scale.last', { number: last })}</p>
          )
        }
      >
        {numbers.map((number) => (
          <Pick key={number} label={String(number)} isOn={value === number} onPress={() => press(number)} />
        ))}
        <Pick label={t('scale.declined')} isOn={value === 'declined'} onPress={() => press('declined')} />
      </PickGroup>
    </div>
  );
};
