import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { plainText } from '../../shared/letter-document.ts';
import type { LetterDraft } from '../../shared/letters.ts';
import { Conflict, type Side } from '../ui/conflict.tsx';
import { conflictPlace } from './composer-saving.tsx';
import { useLetter } from './letter-context.ts';
import { draftIn, isSame } from './letter-written.ts';

/** The words and the facts they stand on are one choice: apart they would not fit. */
const parts = ['words', 'purpose', 'exception', 'part2', 'clientNamed'] as const;
type Part = (typeof parts)[number];

const partOf = ({ document, facts, ...rest }: LetterDraft, part: Part): unknown => (part === 'words' ? { document, facts } : rest[part]);

const mixed = (mine: LetterDraft, theirs: LetterDraft, sides: Readonly<Partial<Record<Part, Side>>>): LetterDraft => {
  const of = (part: Part): LetterDraft => (sides[part] === 'yours' ? mine : theirs);
  return {
    document: of('words').document,
    facts: of('words').facts,
    purpose: of('purpose').purpose,
    exception: of('exception').exception,
    part2: of('part2').part2,
    clientNamed: of('clientNamed').clientNamed,
  };
};

/** The letter was saved meanwhile: what stands there and what was typed. Neither is lost. */
export const LetterConflict = (): JSX.Element | null => {
  const { t } = useTranslation('letters');
  const { open, draft, saving, settle } = useLetter();
  if (saving.kind !== 'conflict') return null;
  const theirs = draftIn(saving.theirs);
  const mine = draftIn(draft);
  const labels = new Map(open.facts.map(({ id, label }) => [id, label]));
  const reading = (version: LetterDraft, part: Part): string => {
    if (part === 'words') return [plainText(version.document), version.facts.map((id) => labels.get(id) ?? id).join(', ')].join('\n');
    if (part === 'purpose') return version.purpose ? t(`purpose.${version.purpose}`) : '';
    if (part === 'exception') return version.exception ? `${t(`exception.${version.exception.kind}`)}: ${version.exception.words}` : '';
    if (part === 'part2') return t(version.part2 ? 'conflict.yes' : 'conflict.no');
    return t(`how.${version.clientNamed}`);
  };
  return (
    <section id={conflictPlace} className="letter-conflict" tabIndex={-1} aria-label={t('conflict.label')}>
      <Conflict
        differences={parts
          .filter((part) => !isSame(partOf(mine, part), partOf(theirs, part)))
          .map((part) => ({ field: part, label: t(`conflict.${part}`), theirs: reading(theirs, part), yours: reading(mine, part) }))}
        busy={false}
        onChosen={(sides) => settle(mixed(mine, theirs, sides))}
      />
    </section>
  );
};
