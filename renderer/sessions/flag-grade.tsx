import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import {
  type ArousalGrade,
  arousalGrades,
  type DissociationGrade,
  dissociationGrades,
  type SeenItem,
} from '../../shared/session-content.ts';
import { judged } from '../../shared/session-flags.ts';
import { shows } from '../../shared/text.ts';
import { Field } from '../ui/field.tsx';
import { PageTitle } from '../ui/page.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useConductor } from './conductor-context.ts';
import { Axis } from './flag-axis.tsx';
import { gradeOfSigns } from './flag-facts.ts';
import { FlagItems } from './flag-items.tsx';

type GradeProps = {
  readonly isFirst: boolean;
  /** `isOver`: what was seen ends the touch for today. */
  readonly onSaved: (isOver: boolean) => void;
  /** Before it was graded: to ground first. Later: to leave it as it is. */
  readonly onLeave: () => void;
};

const higher = <G extends string>(grades: readonly G[], one: G | null, other: string | null): G | null => {
  const named = grades.find((grade) => grade === other) ?? null;
  return named !== null && grades.indexOf(named) > (one === null ? -1 : grades.indexOf(one)) ? named : one;
};

const toggled = (all: readonly string[], one: string): readonly string[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];

/** What is tapped, on both scales and in the list, and the grades it comes to. */
const useSeen = () => {
  const { content } = useConductor();
  const [signs, setSigns] = useState<readonly string[]>([]);
  const [stirred, setStirred] = useState<readonly string[]>([]);
  const [dissociation, setDissociation] = useState<DissociationGrade | null>(null);
  const [arousal, setArousal] = useState<ArousalGrade | null>(null);
  const [item, setItem] = useState<SeenItem | null>(null);
  return {
    body: { dissociation, arousal, item: item?.id ?? null, signs: [...new Set([...signs, ...stirred])] },
    signs,
    stirred,
    isAny: dissociation !== null || arousal !== null || item !== null,
    setDissociation,
    setArousal,
    onSign: (sign: string): void => {
      const now = toggled(signs, sign);
      setSigns(now);
      setDissociation(gradeOfSigns(content.dissociation, now));
    },
    onStirred: (sign: string): void => {
      const now = toggled(stirred, sign);
      setStirred(now);
      setArousal(
        gradeOfSigns(
          content.arousal.map((one) => ({ ...one, clientWords: [] })),
          now,
        ),
      );
    },
    onItem: (one: SeenItem | null): void => {
      setItem(one);
      setDissociation(higher(dissociationGrades, dissociation, one?.grade ?? null));
      setArousal(higher(arousalGrades, arousal, one?.grade ?? null));
    },
  };
};

/** Names what is seen, and so decides how it goes on. */
export const FlagGrade = ({ isFirst, onSaved, onLeave }: GradeProps): JSX.Element => {
  const { t } = useTranslation('flags');
  const { t: errors } = useTranslation('errors');
  const { content, tell, isSending } = useConductor();
  const { body, signs, stirred, isAny, setDissociation, setArousal, onSign, onStirred, onItem } = useSeen();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const long = tooLong(words, limits.paragraph);
  const save = async (): Promise<void> => {
    setTried(true);
    if (long || !(isAny || (!isFirst && shows(words)))) return;
    const { resume } = judged(content, body);
    if (await tell('seen', { ...body, words })) onSaved(resume === 'not_today' || resume === 'never_today');
  };
  return (
    <section className="flag-wide-column">
      <PageTitle className="flag-question">{t('grade.title')}</PageTitle>
      <p className="md ink-2">{t('grade.help')}</p>
      <div className="flag-axes">
        <Axis
          title={t('grade.dissociation')}
          grades={content.dissociation}
          chosen={body.dissociation}
          signs={signs}
          onGrade={setDissociation}
          onSign={onSign}
        />
        <Axis
          title={t('grade.arousal')}
          grades={content.arousal}
          chosen={body.arousal}
          signs={stirred}
          onGrade={setArousal}
          onSign={onStirred}
        />
      </div>
      <FlagItems chosen={body.item} onChoose={onItem} />
      <Field
        id="flag-words"
        label={t('grade.words')}
        help={t('grade.wordsHelp')}
        rows={2}
        value={words}
        onChange={setWords}
        problem={long ? errors('problem.too-long', long) : undefined}
      />
      <div className="flag-actions">
        <Button size="lg" onClick={() => void save()} disabled={isSending}>
          {t('grade.save')}
        </Button>
        <Button size="lg" variant="default" onClick={onLeave}>
          {t(isFirst ? 'grade.notSure' : 'grade.cancel')}
        </Button>
        {tried && !isAny ? (
          <p className="wait b" role="alert">
            {t('grade.needed')}
          </p>
        ) : null}
      </div>
    </section>
  );
};
