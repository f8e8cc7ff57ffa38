import { Radio } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { type MergeField, type MergePreview, type MergeSide, mergeSides } from '../../shared/clients-merge.ts';
import type { CustomField } from '../../shared/custom-fields.ts';
import { momentDay } from '../dates.ts';
import { Fact } from '../ui/fact.tsx';
import { Marked, Wrong } from '../ui/field.tsx';
import { mergeLabel, mergeReading } from './merge-reading.ts';

type Two = { readonly preview: MergePreview; readonly fields: readonly CustomField[] };

type LineProps = Two & {
  readonly field: MergeField;
  readonly side: MergeSide | undefined;
  readonly onSide: (side: MergeSide) => void;
  readonly problem: string | undefined;
};

/** One field both records say something of, beside each other. */
export const MergeLine = ({ preview, fields, field, side, onSide, problem }: LineProps): JSX.Element => {
  const { t } = useTranslation('clients');
  return (
    <Marked wrong={problem !== undefined}>
      <Radio.Group
        id={field}
        label={mergeLabel(field, { t, fields })}
        value={side ?? ''}
        error={problem ? <Wrong>{problem}</Wrong> : undefined}
        onChange={(next) => onSide(next as MergeSide)}
      >
        <div className="conflict-sides">
          {mergeSides.map((one) => (
            <Radio.Card key={one} value={one} className="conflict-side">
              <Radio.Indicator />
              <span>
                <span className="xs ink-3 block">{t(`merge.side.${one}`)}</span>
                <span dir="auto">{mergeReading(field, preview[one], { t, fields })}</span>
              </span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
    </Marked>
  );
};

/** What nobody has to choose: what only the other record says, and lists of which all stays. */
export const MergeTaken = ({ preview, fields }: Two): JSX.Element | null => {
  const { t } = useTranslation('clients');
  if (preview.filled.length === 0 && preview.joined.length === 0) return null;
  const both = (field: MergeField): string =>
    mergeSides
      .map((side) => mergeReading(field, preview[side], { t, fields }))
      .filter((words) => words !== '')
      .join(' + ');
  return (
    <section aria-labelledby="merge-taken">
      <h2 id="merge-taken" className="section-title">
        {t('merge.taken')}
      </h2>
      <p className="ink-2">{t('merge.takenText')}</p>
      <dl className="facts facts-one">
        {preview.filled.map((field) => (
          <Fact key={field} label={mergeLabel(field, { t, fields })}>
            {mergeReading(field, preview.merge, { t, fields })}
          </Fact>
        ))}
        {preview.joined.map((field) => (
          <Fact key={field} label={mergeLabel(field, { t, fields })}>
            {both(field)}
          </Fact>
        ))}
      </dl>
    </section>
  );
};

/** The two records, so that nobody takes the one for the other. */
export const MergeTwo = ({ preview, fields }: Two): JSX.Element => {
  const { t } = useTranslation('clients');
  return (
    <div className="merge-two">
      {mergeSides.map((side) => {
        const client = preview[side];
        const facts = [
          ...(client.legalName && client.legalName !== client.chosenName ? [t('list.legal', { name: client.legalName })] : []),
          ...(client.birthDate ? [t('alike.born', { day: mergeReading('birthDate', client, { t, fields }) })] : []),
          t('merge.since', { day: momentDay(client.createdAt) }),
          ...(client.archivedAt ? [t('list.archived')] : []),
        ];
        return (
          <section key={side} className="merge-one" aria-label={t(`merge.side.${side}`)}>
            <p className="xs ink-2">{t(`merge.side.${side}`)}</p>
            <p className="md b" dir="auto">
              {client.chosenName}
            </p>
            <p className="xs ink-2" dir="auto">
              {facts.join(' · ')}
            </p>
          </section>
        );
      })}
    </div>
  );
};
