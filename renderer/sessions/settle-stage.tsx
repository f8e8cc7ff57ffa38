import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/field.tsx';
import { PageTitle } from '../ui/page.tsx';
import { ChangeWaits } from './arrive-on.tsx';
import { Chip, ChipGroup } from './chip.tsx';
import { useConductor } from './conductor-context.ts';
import { settlingWays } from './settle-rule.ts';
import { SettleWay } from './settle-way.tsx';

/** How they sit or lie, chosen by the client. */
const Position = (): JSX.Element => {
  const { t } = useTranslation('session');
  const { session, content, tell, isSending } = useConductor();
  const { position } = session.state;
  const chosen = content.positions.find(({ id }) => id === position);
  return (
    <ChipGroup label={t('settle.position')} help={chosen ? <p className="ink-2">{chosen.note}</p> : null}>
      {content.positions.map(({ id, label }) => (
        <Chip
          key={id}
          label={label}
          isOn={id === position}
          onPress={() => (isSending ? undefined : void tell('position', { position: id }))}
        />
      ))}
    </ChipGroup>
  );
};

/** Settling is offered and never asked for: outward first, one touch to go on, one to leave it out. */
export const SettleStage = (): JSX.Element => {
  const { t } = useTranslation('session');
  const { session, content, tell, isSending } = useConductor();
  const [chosen, setChosen] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const go = (technique: string | null): void => {
    if (!isSending) void tell('settled', { technique, words: words.trim() });
  };
  return (
    <section className="stage settle">
      <PageTitle className="stage-title">{t('settle.title')}</PageTitle>
      <p className="md ink-2">{t('settle.text', { name: session.chosenName })}</p>
      <ChangeWaits />
      <ul className="settle-ways">
        {settlingWays(content).map((way) => (
          <SettleWay key={way.id} way={way} isOpen={chosen === way.id} onOpen={() => setChosen(chosen === way.id ? null : way.id)} />
        ))}
      </ul>
      <Position />
      <Field id="settle-words" label={t('settle.words')} value={words} onChange={setWords} />
      <div className="arrive-deeds">
        <Button size="lg" disabled={chosen === null} onClick={() => go(chosen)}>
          {t('settle.done')}
        </Button>
        <Button size="lg" variant="default" onClick={() => go(null)}>
          {t('settle.leaveOut')}
        </Button>
      </div>
    </section>
  );
};
