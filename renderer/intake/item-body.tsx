import { Checkbox, Textarea } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeItem } from '../../shared/intake.ts';
import { entryOf } from '../../shared/intake-rules.ts';
import { limits } from '../../shared/limits.ts';
import { Wrong } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { tooLong } from '../ui/too-long.ts';
import { ClearAnswer } from './answer-choice.tsx';
import { ItemGuidance } from './guidance.tsx';
import { ItemAnswer } from './item-answer.tsx';
import { ItemConflict } from './item-conflict.tsx';
import { ItemLead } from './item-leads.tsx';
import { InWritingMark, ItemMarks } from './item-marks.tsx';
import { Said, SaidOnScreen, WhoSaid } from './said.tsx';
import { useTyped } from './use-typed.ts';
import type { Work } from './work.ts';

type BodyProps = { readonly item: IntakeItem; readonly work: Work; readonly onNext: () => void };

const Note = ({ item, work }: Omit<BodyProps, 'onNext'>): JSX.Element => {
  const { t } = useTranslation('intake');
  const { t: tErrors } = useTranslation('errors');
  const { value, type, leave } = useTyped(entryOf(work.entries, item.id).note, (note) => work.change(item, { note }, 'typing'));
  const over = tooLong(value, limits.paragraph);
  return (
    <Textarea
      id={`note-${item.id}`}
      label={t('item.note')}
      description={t('item.noteHelp')}
      autosize
      minRows={1}
      maxRows={12}
      dir="auto"
      value={value}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
      error={over ? <Wrong>{tErrors('problem.too-long', over)}</Wrong> : undefined}
    />
  );
};

/** How it was asked, and what to know while asking it. */
const Asked = ({ item }: { readonly item: IntakeItem }): JSX.Element => {
  const { t } = useTranslation('intake');
  return (
    <div>
      {item.question ? (
        <p className="md item-question">
          {t('item.question', { question: item.question })} {item.clientHelp ? <span className="ink-2">{item.clientHelp}</span> : null}
        </p>
      ) : null}
      {item.help ? (
        <p className="item-help ink-2">
          <Icon icon={IconInfoCircle} size={18} tone="ink-3" />
          {item.help}
        </p>
      ) : null}
    </div>
  );
};

/** One item, opened in its place: what is asked, what was said, and what became of it. */
export const ItemBody = ({ item, work, onNext }: BodyProps): JSX.Element => {
  const { t } = useTranslation('intake');
  const { entries, of, client } = work;
  const entry = entryOf(entries, item.id);
  const before = of.newest ? entryOf(of.newest.entries, item.id) : null;
  const takesAnswer = item.capture !== 'form' && item.capture !== 'rehearsal' && item.capture !== 'tick';
  return (
    <div className="item-body" id={`body-${item.id}`}>
      <Asked item={item} />
      <ItemGuidance id={item.id} items={of.items} entries={entries} />
      <ItemConflict item={item} work={work} />
      <div className="item-answer">
        {item.capture === 'map' && entry.answer ? <Said item={item} entry={entry} areas={work.areas} /> : null}
        <ItemAnswer item={item} work={work} />
        <div className="row wrap who-said">
          <WhoSaid entry={entry} name={client.chosenName} />
          {entry.answer && (item.capture === 'choice' || item.capture === 'scale') ? (
            <ClearAnswer item={item} onClear={() => work.change(item, { answer: null })} />
          ) : null}
        </div>
        <SaidOnScreen item={item} entry={entry} areas={work.areas} />
        {before?.answer && takesAnswer ? (
          <p className="ink-2">
            {t('item.before')} <Said item={item} entry={before} areas={work.areas} />
          </p>
        ) : null}
      </div>
      <ItemLead item={item} work={work} />
      <InWritingMark item={item} work={work} />
      {takesAnswer && item.answeredBy !== 'practitioner' ? (
        <Checkbox
          label={t('item.talk')}
          checked={entry.talk}
          onChange={(event) => work.change(item, { talk: event.currentTarget.checked })}
        />
      ) : null}
      <Note item={item} work={work} />
      <ItemMarks item={item} work={work} onNext={onNext} />
    </div>
  );
};
