import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import type { StopEvent } from '../../shared/session-state.ts';
import { shows } from '../../shared/text.ts';
import { Field } from '../ui/field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { Chips } from './chip.tsx';
import { useConductor } from './conductor-context.ts';

/** Which signal it was: asked now that hands are off, never before, and it may be left. */
export const StoppedSignal = ({ stop }: { readonly stop: StopEvent }): JSX.Element => {
  const { t } = useTranslation('flags');
  const { t: errors } = useTranslation('errors');
  const { content, tell, isSending } = useConductor();
  const [words, setWords] = useState('');
  const [isChanging, change] = useState(false);
  const long = tooLong(words, limits.line);
  const name = async (signal: string): Promise<void> => {
    if (await tell('signal-named', { signal, words: '' })) change(false);
  };
  if (stop.signal !== '' && !isChanging)
    return (
      <section className="flag-part" aria-labelledby="stopped-signal">
        <h2 id="stopped-signal" className="section-title">
          {t('halted.which')}
        </h2>
        <div className="row wrap">
          <span className="md" dir="auto">
            {t('halted.named', { signal: stop.signal })}
          </span>
          <Button variant="subtle" onClick={() => change(true)}>
            {t('halted.another')}
          </Button>
        </div>
      </section>
    );
  return (
    <section className="flag-part" aria-labelledby="stopped-signal">
      <h2 id="stopped-signal" className="section-title">
        {t('halted.which')}
      </h2>
      <p className="ink-2">{t('halted.whichHelp')}</p>
      <fieldset aria-label={t('halted.agreed')}>
        <Chips labels={content.signals.map(({ label }) => label)} on={[stop.signal]} onPress={(label) => void name(label)} />
      </fieldset>
      <fieldset aria-label={t('halted.counts')}>
        <p className="xs ink-3">{t('halted.counts')}</p>
        <Chips labels={content.alsoCounts} on={[stop.signal]} onPress={(label) => void name(label)} />
      </fieldset>
      <div className="flag-own">
        <Field
          id="stopped-own"
          label={t('halted.own')}
          value={words}
          onChange={setWords}
          problem={long ? errors('problem.too-long', long) : undefined}
        />
        <Button variant="default" disabled={!shows(words) || long !== null || isSending} onClick={() => void name(words.trim())}>
          {t('halted.ownSave')}
        </Button>
      </div>
    </section>
  );
};
