import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/field.tsx';
import { useConductor } from './conductor-context.ts';

/** "Has anything changed?" A yes keeps hands off until somebody went through it. */
export const ArriveChanged = ({ onDone }: { readonly onDone: () => void }): JSX.Element => {
  const { t } = useTranslation('session');
  const { tell, isSending } = useConductor();
  const [isChanged, setChanged] = useState(false);
  const [words, setWords] = useState('');
  const say = async (changed: boolean): Promise<void> => {
    if (!isSending && (await tell('health-asked', { changed, words: changed ? words.trim() : '' }))) onDone();
  };
  return (
    <>
      <p className="arrive-ask">{t('arrive.changed.ask')}</p>
      {isChanged ? (
        <>
          <Field
            id="arrive-changed"
            label={t('arrive.changed.words')}
            help={t('arrive.changed.help')}
            rows={3}
            value={words}
            onChange={setWords}
          />
          <div className="arrive-deeds">
            <Button size="lg" onClick={() => void say(true)}>
              {t('arrive.changed.note')}
            </Button>
            <Button size="lg" variant="subtle" onClick={() => setChanged(false)}>
              {t('arrive.changed.back')}
            </Button>
          </div>
        </>
      ) : (
        <div className="arrive-deeds">
          <Button size="lg" onClick={() => void say(false)}>
            {t('arrive.changed.no')}
          </Button>
          <Button size="lg" variant="default" onClick={() => setChanged(true)}>
            {t('arrive.changed.yes')}
          </Button>
        </div>
      )}
    </>
  );
};
