import { Button } from '@mantine/core';
import { type JSX, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import { mayAskOn } from '../../shared/resume-rule.ts';
import { shows } from '../../shared/text.ts';
import { Field } from '../ui/field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { Chips } from './chip.tsx';
import { useConductor } from './conductor-context.ts';

const quick = ['yes', 'elsewhere', 'less'] as const;

type AskProps = {
  /** What belongs to it and is recorded first; the asking follows only on its being kept. */
  readonly before?: () => Promise<boolean>;
  /** How touch starts again, in the words of the content. */
  readonly note?: string | undefined;
};

/** Whether it still stands on the screen: a stop takes it away, and what was asked before one is no yes after it. */
const useStands = () => {
  const stands = useRef(true);
  useEffect(() => {
    stands.current = true;
    return () => {
      stands.current = false;
    };
  }, []);
  return stands;
};

/** The client's own asking, in words: without them touch does not start again. */
export const AskOn = ({ before, note }: AskProps): JSX.Element => {
  const { t } = useTranslation('flags');
  const { t: errors } = useTranslation('errors');
  const id = useId();
  const { session, tell, isSending } = useConductor();
  const [words, setWords] = useState('');
  const long = tooLong(words, limits.paragraph);
  const isOpen = mayAskOn(session.gate);
  const stands = useStands();
  const ask = async (): Promise<void> => {
    if (!shows(words) || long) return;
    if (before && !((await before()) && stands.current)) return;
    await tell('asked-on', { words });
  };
  return (
    <div className="flag-ask">
      {note ? <p className="ink-2">{note}</p> : null}
      <Chips labels={quick.map((one) => t(`ask.quick.${one}`))} on={[words]} onPress={setWords} />
      <Field
        id={`flag-asks${id}`}
        label={t('ask.words')}
        value={words}
        onChange={setWords}
        problem={long ? errors('problem.too-long', long) : undefined}
      />
      <div className="row wrap">
        <Button size="lg" disabled={!isOpen || !shows(words) || isSending} onClick={() => void ask()}>
          {t('ask.go')}
        </Button>
        {isOpen ? null : <span className="ink-2">{t('ask.waits')}</span>}
      </div>
    </div>
  );
};
