import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import type { Scale } from '../../shared/session-events.ts';
import { clockTime } from '../dates.ts';
import { Field } from '../ui/field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { Deed } from './closing-deed.tsx';
import { useConductor } from './conductor-context.ts';
import { NumberScale } from './number-scale.tsx';
import { atWall } from './sessions-time.ts';

type Said = { readonly at: string; readonly distress: Scale | null; readonly pain: Scale | null };

/** The last numbers that were said since hands were off. */
const saidSince = ({ session }: ReturnType<typeof useConductor>): Said | null => {
  const { checkIns, blocks } = session.state;
  const lastTouch = blocks.at(-1)?.endedAt ?? 0;
  const said = checkIns.filter(({ at, distress, pain }) => at >= lastTouch && (distress !== null || pain !== null)).at(-1);
  return said ? { ...said, at: atWall(session.startedAt, said.at) } : null;
};

/** Distress and pain before leaving. Kept at once: a high number is a stop like any other. */
export const CloseNumbers = (): JSX.Element => {
  const { t } = useTranslation('closing');
  const { t: errors } = useTranslation('errors');
  const conductor = useConductor();
  const { tell, isSending } = conductor;
  const [distress, setDistress] = useState<Scale | null>(null);
  const [pain, setPain] = useState<Scale | null>(null);
  const [words, setWords] = useState('');
  const long = tooLong(words, limits.paragraph);
  const said = saidSince(conductor);
  const valueWords = (scale: Scale | null): string =>
    scale === null ? t('close.notAsked') : scale === 'declined' ? t('close.declined') : t('close.value', { value: scale });
  const save = async (): Promise<void> => {
    if (!(await tell('checked-in', { distress, pain, words, sensations: [] }))) return;
    setDistress(null);
    setPain(null);
    setWords('');
  };
  return (
    <section className="closing-part" aria-labelledby="close-numbers">
      <h2 id="close-numbers" className="section-title">
        {t('close.numbers')}
      </h2>
      <p className="ink-2">{t('close.numbersText')}</p>
      <NumberScale label={t('close.distress')} value={distress} onChange={setDistress} />
      <NumberScale label={t('close.pain')} value={pain} onChange={setPain} />
      <Field
        id="close-words"
        label={t('close.words')}
        value={words}
        onChange={setWords}
        problem={long ? errors('problem.too-long', long) : undefined}
      />
      <div className="row wrap">
        <Deed isOff={(distress === null && pain === null && words.trim() === '') || long !== null || isSending} onPress={() => void save()}>
          {t('close.note')}
        </Deed>
        <span role="status" className="good num">
          {said ? t('close.said', { time: clockTime(said.at), distress: valueWords(said.distress), pain: valueWords(said.pain) }) : ''}
        </span>
      </div>
    </section>
  );
};
