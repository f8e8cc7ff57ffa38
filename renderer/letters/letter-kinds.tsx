import { Radio } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterKind } from '../../shared/letters.ts';
import { Wrong } from '../ui/field.tsx';

type Props = {
  readonly kinds: readonly LetterKind[];
  readonly chosen: string | null;
  readonly onChoose: (kindId: string) => void;
  readonly problem: string | undefined;
};

/** Which letter, with what it is for. */
export const LetterKinds = ({ kinds, chosen, onChoose, problem }: Props): JSX.Element => {
  const { t } = useTranslation('letters');
  return (
    <Radio.Group
      id="letter-kind"
      label={t('new.kind')}
      value={chosen ?? ''}
      error={problem ? <Wrong>{problem}</Wrong> : undefined}
      onChange={onChoose}
    >
      <div className="letter-kinds">
        {kinds.map(({ id, title, purpose, releaseRequired, sendWithin }) => (
          <Radio
            key={id}
            value={id}
            label={title}
            description={[
              purpose,
              releaseRequired ? t('new.needsRelease') : t('new.noRelease'),
              t('new.within', { within: sendWithin }),
            ].join(' ')}
          />
        ))}
      </div>
    </Radio.Group>
  );
};
