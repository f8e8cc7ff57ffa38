import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayAskOn } from '../../shared/resume-rule.ts';
import type { SessionBody } from '../../shared/session-events.ts';
import { Notice } from '../ui/notice.tsx';
import { useConductor } from './conductor-context.ts';
import { NumberScale } from './number-scale.tsx';
import { TouchChart } from './touch-chart.tsx';
import { Deed } from './touch-deed.tsx';
import { Face } from './touch-face.tsx';
import type { TouchFacts } from './touch-facts.ts';
import { ClosedWords } from './touch-gate.tsx';
import { risen } from './touch-noticed.ts';
import { Sensations, Watched } from './touch-sensations.tsx';
import { useNoticed } from './touch-use-noticed.ts';

type Choice = SessionBody<'answered'>['choice'];

const goesOn = ['continue', 'less', 'elsewhere'] as const;
const restsOrEnds = ['rest', 'enough'] as const;

/** Hands are off: how it is now, and what the client wants next. What was noted is kept with the answer. */
export const Pause = ({ facts }: { readonly facts: TouchFacts }): JSX.Element => {
  const { t } = useTranslation('touch');
  const { session, content, tell } = useConductor();
  const { state, gate } = session;
  const noticing = useNoticed(false);
  const { noticed, change, flush } = noticing;
  const [isPain, setPain] = useState(false);
  const lastOf = (what: 'distress' | 'pain') => state.checkIns.map((one) => one[what]).findLast((one) => one !== null) ?? null;
  const lastNumber = state.checkIns.map(({ distress }) => distress).findLast((one) => typeof one === 'number') ?? null;
  const rise = risen(content, lastNumber, noticed.distress);
  const choose = async (choice: Choice): Promise<void> => {
    if (await flush()) await tell('answered', { choice, words: '' });
  };
  const button = (choice: Choice): JSX.Element => (
    <Deed key={choice} variant="default" size="lg" onDeed={() => choose(choice)}>
      {t(`next.${choice}`)}
    </Deed>
  );
  return (
    <Face
      focusKey={`pause ${state.pauses.length}`}
      title={t('pause.title')}
      after={<p className="ink-2">{t('pause.text')}</p>}
      chart={<TouchChart facts={facts} />}
      foot={
        rise === 'much' ? (
          <Notice
            tone="wait"
            live
            title={t('pause.much', { number: content.resumeRule.distressAtLeast })}
            actions={
              <Deed size="md" onDeed={() => flush()}>
                {t('pause.noteMuch', { number: noticed.distress })}
              </Deed>
            }
          >
            {t('pause.muchText', { minutes: content.resumeRule.withinMinutes, number: content.resumeRule.distressAtMost })}
          </Notice>
        ) : (
          <fieldset aria-label={t('next.label')} className="touch-next">
            <p className="cd-group-label">{t('next.ask')}</p>
            {mayAskOn(gate) ? <div className="touch-next-row">{goesOn.map(button)}</div> : <ClosedWords gate={gate} />}
            <div className="touch-next-row">{restsOrEnds.map(button)}</div>
          </fieldset>
        )
      }
    >
      {state.pauses.at(-1)?.choice === 'rest' ? <Notice tone="sage" title={t('pause.resting')} /> : null}
      <NumberScale
        label={t('scale.distress')}
        value={noticed.distress}
        last={lastOf('distress')}
        onChange={(distress) => change({ distress })}
      />
      {rise === 'some' ? (
        <Notice tone="wait" live title={t('pause.some')}>
          {t('pause.someText')}
        </Notice>
      ) : null}
      <Sensations noticing={noticing} />
      <Watched noticing={noticing} />
      {isPain || lastOf('pain') !== null ? (
        <NumberScale label={t('scale.pain')} value={noticed.pain} last={lastOf('pain')} onChange={(pain) => change({ pain })} />
      ) : (
        <Button variant="subtle" className="touch-back" onClick={() => setPain(true)}>
          {t('scale.askPain')}
        </Button>
      )}
    </Face>
  );
};
