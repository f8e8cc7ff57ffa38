import { Button } from '@mantine/core';
import { type JSX, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import type { Scale } from '../../shared/session-events.ts';
import { Field } from '../ui/field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { Chips } from './chip.tsx';
import { useConductor } from './conductor-context.ts';
import { NumberScale } from './number-scale.tsx';

type CheckProps = { readonly onSaved: () => void; readonly isBare?: boolean };

/** A number, or that they would rather not give one, with what they say. `isBare`: words alone are a check-in too. */
export const DistressCheck = ({ onSaved, isBare }: CheckProps): JSX.Element => {
  const { t } = useTranslation('flags');
  const { t: errors } = useTranslation('errors');
  const id = useId();
  const { content, tell, isSending } = useConductor();
  const { settledWord } = content.resumeRule;
  const [distress, choose] = useState<Scale | null>(null);
  const [words, setWords] = useState('');
  const long = tooLong(words, limits.paragraph);
  const isSaid = distress !== null || (isBare === true && words.trim() !== '');
  const hasSettled = words.toLowerCase().includes(settledWord.toLowerCase());
  const addSettled = (): void => setWords(hasSettled ? words : words.trim() === '' ? settledWord : `${words.trim()}, ${settledWord}`);
  const save = async (): Promise<void> => {
    if (!isSaid || long) return;
    if (await tell('checked-in', { distress, pain: null, words, sensations: [] })) onSaved();
  };
  return (
    <div className="flag-check">
      <NumberScale label={t('distress.ask')} value={distress} onChange={choose} />
      {distress === 'declined' ? (
        <div>
          <p className="ink-2">{t('back.declinedNeeds', { word: settledWord })}</p>
          <Chips labels={[settledWord]} on={hasSettled ? [settledWord] : []} onPress={addSettled} />
        </div>
      ) : null}
      <Field
        id={`flag-said${id}`}
        label={t('distress.words')}
        value={words}
        onChange={setWords}
        problem={long ? errors('problem.too-long', long) : undefined}
      />
      <Button className="flag-save" variant="default" disabled={!isSaid || isSending} onClick={() => void save()}>
        {t('distress.save')}
      </Button>
    </div>
  );
};
