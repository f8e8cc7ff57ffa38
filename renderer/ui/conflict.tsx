import { Button, Radio } from '@mantine/core';
import { type JSX, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from './notice.tsx';

export type Difference<F extends string> = { readonly field: F; readonly label: string; readonly theirs: string; readonly yours: string };
export type Side = 'theirs' | 'yours';

type ConflictProps<F extends string> = {
  readonly differences: readonly Difference<F>[];
  readonly busy: boolean;
  readonly onChosen: (sides: Readonly<Record<F, Side>>) => void;
  /** What the button says where choosing does not save yet. */
  readonly done?: string;
};

const all = <F extends string>(differences: readonly Difference<F>[], side: Side): Record<F, Side> =>
  Object.fromEntries(differences.map((one) => [one.field, side])) as Record<F, Side>;

/** What was pressed is gone where the two versions stand instead of the form: reading goes on at what happened. Nobody who types elsewhere is led away. */
const useLostFocus = () => {
  const message = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) message.current?.focus();
  }, []);
  return message;
};

/** Two versions of a record side by side; the person chooses line by line, nothing is overwritten in silence. */
export const Conflict = <F extends string>({ differences, busy, onChosen, done }: ConflictProps<F>): JSX.Element => {
  const { t } = useTranslation('ui');
  const [sides, setSides] = useState<Partial<Record<F, Side>>>({});
  const message = useLostFocus();
  const complete = differences.every((one) => sides[one.field] !== undefined);
  return (
    <div className="conflict">
      <div ref={message} tabIndex={-1}>
        <Notice tone="wait" title={t('conflict.title')} live>
          {t('conflict.text')}
        </Notice>
      </div>
      {differences.map((one) => (
        <Radio.Group
          key={one.field}
          label={one.label}
          value={sides[one.field] ?? ''}
          onChange={(side) => setSides({ ...sides, [one.field]: side as Side })}
          className="conflict-line"
        >
          <div className="conflict-sides">
            {(['theirs', 'yours'] as const).map((side) => (
              <Radio.Card key={side} value={side} className="conflict-side">
                <Radio.Indicator />
                <span>
                  <span className="xs ink-3 block">{t(`conflict.${side}`)}</span>
                  <span dir="auto">{one[side] || <em>{t('conflict.empty')}</em>}</span>
                </span>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
      ))}
      <div className="row wrap">
        <Button disabled={!complete || busy} onClick={() => onChosen(sides as Record<F, Side>)}>
          {done ?? t('conflict.save')}
        </Button>
        <Button variant="subtle" onClick={() => setSides(all(differences, 'yours'))}>
          {t('conflict.keepYours')}
        </Button>
        <Button variant="subtle" onClick={() => setSides(all(differences, 'theirs'))}>
          {t('conflict.keepTheirs')}
        </Button>
      </div>
    </div>
  );
};
