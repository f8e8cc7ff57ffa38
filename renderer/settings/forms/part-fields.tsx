import { Button } from '@mantine/core';
import { type JSX, memo, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Blank, FormPart, FormText } from '../../../shared/form-texts.ts';
import { Field } from '../../ui/field.tsx';
import { partKind } from './part-kind.ts';
import { PartReading } from './part-reading.tsx';

type Element = FormText['elements'][number];

type PartProps = {
  readonly number: number;
  readonly part: FormPart;
  /** As it is typed. */
  readonly element: Element;
  readonly shipped: Element;
  readonly blanks: readonly Blank[];
  /** By the text it stands in. */
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (words: Readonly<Record<string, string>>) => void;
};

/** Room for the words that stand there, within reason. */
export const rowsFor = (text: string): number => Math.min(12, Math.max(2, Math.ceil(text.length / 58)));

const shippedWords = ({ id, title, text, options }: Element): Readonly<Record<string, string>> => ({
  [`${id}/title`]: title,
  [`${id}/text`]: text,
  ...Object.fromEntries(options.map(({ value, label }) => [`${id}/${value}`, label])),
});

/** The part as it came with the application, and the way back to it. */
const AsItCame = ({ shipped, blanks, onChange }: Pick<PartProps, 'shipped' | 'blanks' | 'onChange'>): JSX.Element => {
  const { t } = useTranslation('forms');
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="as-it-came">
      <Button variant="subtle" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {open ? t('edit.hideAsItCame') : t('edit.asItCame')}
      </Button>
      <div id={id} hidden={!open} className="came">
        <PartReading element={shipped} blanks={blanks} />
        <Button variant="default" onClick={() => onChange(shippedWords(shipped))}>
          {t('edit.putBack')}
        </Button>
      </div>
    </div>
  );
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The words of one part, beside what the client reads. Drawn anew only when something of this part changed: a form has many. */
export const PartFields = memo(
  ({ number, part, element, shipped, blanks, problems, onChange }: PartProps): JSX.Element => {
    const { t } = useTranslation('forms');
    const { id } = part;
    const headId = `part-${id}`;
    const field = (which: string, label: string, value: string, rows?: number): JSX.Element => (
      <Field
        key={which}
        id={`${id}/${which}`}
        label={label}
        value={value}
        problem={problems[`${id}/${which}`]}
        onChange={(words) => onChange({ [`${id}/${which}`]: words })}
        {...(rows ? { rows } : {})}
      />
    );
    return (
      <section className="text-part" aria-labelledby={headId}>
        <div className="text-part-head">
          <h3 id={headId} className="section-title" dir="auto">
            {t('edit.part', { number, title: shipped.title })}
          </h3>
          <p className="ink-2">{partKind(part, t)}</p>
        </div>
        <div className="text-part-fields">
          {field('title', t('field.title'), element.title)}
          {field('text', t('field.text'), element.text, rowsFor(shipped.text))}
          {element.options.map(({ value, label }, index) => field(value, t('field.option', { number: index + 1 }), label))}
        </div>
        <div className="text-part-read">
          <p className="xs ink-2">{t('edit.clientReads')}</p>
          <div className="read">
            <PartReading element={element} blanks={blanks} />
          </div>
          {same(element, shipped) ? null : <AsItCame shipped={shipped} blanks={blanks} onChange={onChange} />}
        </div>
      </section>
    );
  },
  (before, now) => same({ ...before, onChange: null }, { ...now, onChange: null }) && before.onChange === now.onChange,
);
