import { Checkbox } from '@mantine/core';
import { IconBan, IconLock } from '@tabler/icons-react';
import { type JSX, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterFact } from '../../shared/letters.ts';
import { Icon } from '../ui/icon.tsx';
import { withTicks } from './editor-sentences.ts';
import { useLetter } from './letter-context.ts';
import { firstName, useKindWords } from './letter-words.ts';

const Fact = ({ fact }: { readonly fact: LetterFact }): JSX.Element => {
  const { t } = useTranslation('letters');
  const kindWords = useKindWords();
  const { open, draft, put } = useLetter();
  const help = useId();
  const tick = (isTicked: boolean): void => {
    const facts = isTicked ? [...draft.facts, fact.id] : draft.facts.filter((id) => id !== fact.id);
    put(withTicks(draft.document, open.sentences, draft.facts, facts), { facts });
  };
  // With no permission in force it is not this fact that is left out of it.
  const isGone = open.verdict !== null && !open.verdict.permitted && open.verdict.reason !== 'kinds';
  const isTicked = draft.facts.includes(fact.id);
  // One that is not covered any more can still be taken out.
  const isOff = !(fact.isCovered || isTicked);
  return (
    <li className="letter-fact" data-off={isOff || undefined}>
      <Checkbox
        label={fact.label}
        checked={isTicked}
        disabled={isOff}
        aria-describedby={help}
        onChange={(event) => tick(event.currentTarget.checked)}
      />
      <span id={help} className="xs ink-2 letter-fact-words" dir="auto">
        {fact.isCovered ? (
          fact.words || t('facts.nothing')
        ) : (
          <span className="row">
            <Icon icon={IconBan} size={16} />
            {isGone ? t('facts.noPermission') : t('facts.notCovered', { kind: kindWords([fact.kind]) })}
          </span>
        )}
      </span>
    </li>
  );
};

/** What of the record may stand in it; only what the permission covers can be ticked. */
export const ComposerFacts = (): JSX.Element => {
  const { t } = useTranslation('letters');
  const { open } = useLetter();
  const { to, recipient, chosenName } = open.letter;
  const name = to.kind === 'client' ? firstName(chosenName) : recipient.name;
  return (
    <section className="letter-facts" aria-labelledby="letter-facts-title">
      <div className="letter-facts-head">
        <h2 id="letter-facts-title" className="md b">
          {t('facts.title')}
        </h2>
        <p className="xs ink-2">{open.facts.length > 0 ? t('facts.help', { name }) : t('facts.none')}</p>
      </div>
      <ul>
        {open.facts.map((fact) => (
          <Fact key={fact.id} fact={fact} />
        ))}
        <li className="letter-fact" data-off>
          <span className="letter-never ink-2">
            <Icon icon={IconLock} />
            <span>
              <span className="block">{t('facts.reflections')}</span>
              <span className="xs">{t('facts.never')}</span>
            </span>
          </span>
        </li>
      </ul>
    </section>
  );
};
