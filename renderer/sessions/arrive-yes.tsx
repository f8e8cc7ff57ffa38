import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { reasonsOnce } from '../ui/place-reasons.ts';
import { Waiting } from '../ui/waiting.tsx';
import { AskPlaces, OpenPlaces } from './arrive-places.tsx';
import { type Saying, sayingFrom, yesFrom } from './arrive-saying.ts';
import { Chip, ChipGroup } from './chip.tsx';
import { useConductor } from './conductor-context.ts';

type PartProps = { readonly saying: Saying; readonly onSay: (saying: Saying) => void };

const Ceiling = ({ saying, onSay }: PartProps): JSX.Element => {
  const { t } = useTranslation('session');
  const { content } = useConductor();
  const press = (level: Saying['ceiling']): void => onSay({ ...saying, ceiling: saying.ceiling === level ? null : level });
  return (
    <ChipGroup label={t('arrive.yes.ceiling')}>
      <Chip label={t('arrive.yes.asMap')} isOn={saying.ceiling === null} onPress={() => onSay({ ...saying, ceiling: null })} />
      {content.levels
        .filter(({ level }) => level > 0)
        .map(({ level, label }) => (
          <Chip key={level} label={label} isOn={saying.ceiling === level} onPress={() => press(level)} />
        ))}
    </ChipGroup>
  );
};

/** Today's yes: to which places, how firm at most, what stays out; or no touch today. */
export const ArriveYes = ({ onDone }: { readonly onDone: () => void }): JSX.Element => {
  const { t } = useTranslation('session');
  const { t: maps } = useTranslation('maps');
  const { session, allowed, tell, isSending } = useConductor();
  const [saying, setSaying] = useState(() => sayingFrom(session.state));
  if (!allowed) return <Waiting />;
  const { general } = allowed.allowed;
  const say = async (answer: 'yes' | 'no'): Promise<void> => {
    if (!isSending && (await tell('yes-heard', yesFrom(saying, answer, session.state)))) onDone();
  };
  return (
    <>
      <p className="arrive-ask">{t('arrive.yes.ask')}</p>
      {general.length > 0 ? (
        <Notice tone="wait" title={t('arrive.yes.closed')}>
          {reasonsOnce(maps, general).map((reason) => (
            <span key={reason} className="block">
              {reason}
            </span>
          ))}
        </Notice>
      ) : (
        <>
          <OpenPlaces saying={saying} onSay={setSaying} />
          <AskPlaces saying={saying} onSay={setSaying} />
          <Ceiling saying={saying} onSay={setSaying} />
        </>
      )}
      <Field
        id="arrive-yes-words"
        label={t('arrive.yes.words')}
        value={saying.words}
        onChange={(words) => setSaying({ ...saying, words })}
      />
      <div className="arrive-deeds">
        <Button size="lg" onClick={() => void say('yes')}>
          {t('arrive.yes.yes')}
        </Button>
        <Button size="lg" variant="default" onClick={() => void say('no')}>
          {t('arrive.yes.no')}
        </Button>
      </div>
    </>
  );
};
