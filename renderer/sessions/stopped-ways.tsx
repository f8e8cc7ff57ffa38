import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { itemOf } from '../../shared/session-flags.ts';
import { useConductor } from './conductor-context.ts';
import { AskOn } from './flag-ask.tsx';
import { isClosedToday } from './flag-facts.ts';
import { useGateWords } from './flag-foot.tsx';

/** The item of the content a plain stop is told by. */
const stopItem = 'stop-signal';

/** Rest, go on when they ask, or end: none of them is pressed on anybody. */
export const StoppedWays = (): JSX.Element => {
  const { t } = useTranslation('flags');
  const { session, content, tell, flag, isSending } = useConductor();
  const [isAsking, ask] = useState(false);
  const gate = useGateWords();
  const isClosed = isClosedToday(session.gate);
  return (
    <section className="flag-part" aria-labelledby="stopped-on">
      <h2 id="stopped-on" className="section-title">
        {t('halted.on')}
      </h2>
      {isClosed ? <p className="md b">{gate}</p> : null}
      <div className="flag-rest">
        <p className="md b">{t('halted.rest')}</p>
        <p className="ink-2">{t('halted.restText')}</p>
      </div>
      {isAsking && !isClosed ? <AskOn note={itemOf(content, stopItem)?.mayContinueIf} /> : null}
      <div className="flag-actions">
        {isAsking || isClosed ? null : (
          <Button size="lg" variant="default" onClick={() => ask(true)}>
            {t('ask.go')}
          </Button>
        )}
        <Button size="lg" variant="default" disabled={isSending} onClick={() => void tell('phase', { to: 'ground' })}>
          {t('halted.ends')}
        </Button>
        <Button size="lg" variant="subtle" color="red" onClick={flag}>
          {t('halted.flag')}
        </Button>
      </div>
      <p className="ink-2">{t('halted.endsText')}</p>
    </section>
  );
};
