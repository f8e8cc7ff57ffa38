import { Button, TextInput } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Gate } from '../../shared/resume-rule.ts';
import { reasonsOnce } from '../ui/place-reasons.ts';
import { useConductor } from './conductor-context.ts';
import { TouchChart } from './touch-chart.tsx';
import { Deed } from './touch-deed.tsx';
import { Face } from './touch-face.tsx';
import type { TouchFacts } from './touch-facts.ts';

/** Why touch does not start now. */
export const ClosedWords = ({ gate }: { readonly gate: Gate }): JSX.Element => {
  const { t } = useTranslation('touch');
  return <p className="md">{gate.because === null ? t(`gate.${gate.touch === 'grade' ? 'grade' : 'rule'}`) : t(`gate.${gate.because}`)}</p>;
};

const ToGrounding = (): JSX.Element => {
  const { t } = useTranslation('touch');
  const { tell } = useConductor();
  return (
    <Deed size="lg" fullWidth onDeed={() => tell('phase', { to: 'ground' })}>
      {t('toGrounding')}
    </Deed>
  );
};

/** The client must ask: one question, answered in words. Silence is no yes. */
export const MustAsk = ({ facts }: { readonly facts: TouchFacts }): JSX.Element => {
  const { t } = useTranslation('touch');
  const { tell, isSending } = useConductor();
  const [words, setWords] = useState('');
  const given = words.trim();
  return (
    <Face
      focusKey="must-ask"
      title={t('mustAsk.title')}
      after={<p className="ink-2">{t('mustAsk.text')}</p>}
      chart={<TouchChart facts={facts} />}
      foot={
        <Deed variant="subtle" className="touch-on" onDeed={() => tell('phase', { to: 'ground' })}>
          {t('toGrounding')}
        </Deed>
      }
    >
      <form
        className="touch-ask-on"
        onSubmit={(event) => {
          event.preventDefault();
          if (given !== '' && !isSending) void tell('asked-on', { words: given });
        }}
      >
        <Deed variant="default" size="lg" onDeed={() => tell('asked-on', { words: t('mustAsk.plain') })}>
          {t('mustAsk.plainLabel')}
        </Deed>
        <TextInput
          label={t('mustAsk.words')}
          value={words}
          maxLength={2_000}
          autoComplete="off"
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Button type="submit" disabled={given === ''}>
          {t('mustAsk.yes')}
        </Button>
      </form>
    </Face>
  );
};

/** No touch now, and why; on to grounding. */
export const TouchClosed = ({ facts }: { readonly facts: TouchFacts }): JSX.Element => {
  const { t } = useTranslation('touch');
  const { t: tMaps } = useTranslation('maps');
  const { session } = useConductor();
  const { gate } = session;
  return (
    <Face focusKey="closed" title={t('gate.title')} chart={<TouchChart facts={facts} />} foot={<ToGrounding />}>
      {session.talkOnly ? <p className="md">{t('gate.talk-only')}</p> : null}
      {gate.touch === 'open' || gate.touch === 'ask' ? null : <ClosedWords gate={gate} />}
      {reasonsOnce(tMaps, facts.allowed.general).map((reason) => (
        <p key={reason} className="md">
          {reason}
        </p>
      ))}
    </Face>
  );
};
