import { Button, SegmentedControl } from '@mantine/core';
import { type JSX, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import {
  type ArousalGrade,
  arousalGrades,
  type DissociationGrade,
  dissociationGrades,
  type SeenItem,
} from '../../shared/session-content.ts';
import { itemOf, judged } from '../../shared/session-flags.ts';
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

type SeenState = ReturnType<typeof useSeen>;
type Scale = 'dissociation' | 'arousal';

type ScalesProps = { readonly seen: SeenState; readonly title: ReactNode; readonly help: ReactNode };

/** One scale at a time, each with what it comes to so far: all of its signs are in view at once. */
const Scales = ({ seen, title, help }: ScalesProps): JSX.Element => {
  const { t } = useTranslation('flags');
  const { content } = useConductor();
  const { body, signs, stirred } = seen;
  const [scale, show] = useState<Scale>('dissociation');
  // What was chosen in the list brings its grade: the scale it stands on comes forward.
  const [item, setItem] = useState(body.item);
  if (item !== body.item) {
    setItem(body.item);
    const grade = itemOf(content, body.item)?.grade ?? '';
    if (grade !== '') show(grade.startsWith('H') ? 'arousal' : 'dissociation');
  }
  const name = (one: Scale): string => [t(`grade.${one}`), body[one]].filter(Boolean).join(' · ');
  return (
    <>
      <div className="flag-grade-head">
        {title}
        <SegmentedControl
          aria-label={t('grade.scales')}
          value={scale}
          onChange={(next) => show(next === 'arousal' ? 'arousal' : 'dissociation')}
          data={(['dissociation', 'arousal'] as const).map((one) => ({ value: one, label: name(one) }))}
        />
      </div>
      {help}
      {scale === 'dissociation' ? (
        <Axis
          key={scale}
          title={t('grade.dissociation')}
          grades={content.dissociation}
          chosen={body.dissociation}
          signs={signs}
          onGrade={seen.setDissociation}
          onSign={seen.onSign}
        />
      ) : (
        <Axis
          key={scale}
          title={t('grade.arousal')}
          grades={content.arousal}
          chosen={body.arousal}
          signs={stirred}
          onGrade={seen.setArousal}
          onSign={seen.onStirred}
        />
      )}
    </>
  );
};

/** Names what is seen, and so decides how it goes on. */
export const FlagGrade = ({ isFirst, onSaved, onLeave }: GradeProps): JSX.Element => {
  const { t } = useTranslation('flags');
  const { t: errors } = useTranslation('errors');
  const { content, tell, isSending } = useConductor();
  const seen = useSeen();
  const { body, isAny } = seen;
  const [words, setWords] = useState('');
  const [isWriting, write] = useState(false);
  const [isListed, list] = useState(false);
  const [tried, setTried] = useState(false);
  const long = tooLong(words, limits.paragraph);
  const save = async (): Promise<void> => {
    setTried(true);
    if (long || !(isAny || (!isFirst && shows(words)))) return;
    const { resume } = judged(content, body);
    if (await tell('seen', { ...body, words })) onSaved(resume === 'not_today' || resume === 'never_today');
  };
  return (
    <section className="flag-wide-column flag-grading">
      <Scales
        seen={seen}
        title={<PageTitle className="flag-question">{t('grade.title')}</PageTitle>}
        help={<p className="md ink-2 flag-grade-help">{t('grade.help')}</p>}
      />
      <div className="flag-actions">
        <Button size="lg" onClick={() => void save()} disabled={isSending}>
          {t('grade.save')}
        </Button>
        <Button size="lg" variant="default" onClick={onLeave}>
          {t(isFirst ? 'grade.notSure' : 'grade.cancel')}
        </Button>
        <Button variant="subtle" aria-expanded={isListed} onClick={() => list(!isListed)}>
          {t('grade.items')}
        </Button>
        <Button variant="subtle" aria-expanded={isWriting} onClick={() => write(!isWriting)}>
          {t('grade.write')}
        </Button>
        {tried && !isAny ? (
          <p className="wait b" role="alert">
            {t('grade.needed')}
          </p>
        ) : null}
      </div>
      <FlagItems
        chosen={body.item}
        isOpen={isListed}
        onChoose={(item) => {
          seen.onItem(item);
          list(false);
        }}
      />
      {isWriting || words !== '' ? (
        <Field
          id="flag-words"
          label={t('grade.words')}
          help={t('grade.wordsHelp')}
          rows={2}
          value={words}
          onChange={setWords}
          problem={long ? errors('problem.too-long', long) : undefined}
        />
      ) : null}
    </section>
  );
};
