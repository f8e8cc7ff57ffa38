import { TagsInput } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { foldForSearch } from '../../shared/clients.ts';
import { limits } from '../../shared/limits.ts';
import { Marked, Wrong } from '../ui/field.tsx';
import { useCall } from '../use-call.ts';

type Props = {
  readonly tags: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
  readonly problem: string | undefined;
};

/** Free words; those in use are suggested, and what only differs in capitals or accents is the same tag. */
export const TagsField = ({ tags, onChange, problem }: Props): JSX.Element => {
  const { t } = useTranslation('clients');
  const inUse = useCall('tags.list', {}).data?.tags ?? [];
  return (
    <Marked wrong={Boolean(problem)}>
      <TagsInput
        id="tags"
        classNames={{ input: 'tags-input' }}
        label={t('field.tags')}
        description={t('help.tags')}
        data={inUse.map(({ words }) => words)}
        value={[...tags]}
        onChange={onChange}
        maxTags={limits.tags}
        isDuplicate={(value, all) => all.some((one) => foldForSearch(one) === foldForSearch(value))}
        acceptValueOnBlur
        error={problem ? <Wrong>{problem}</Wrong> : undefined}
      />
    </Marked>
  );
};
