import { Checkbox } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../shared/client-import.ts';
import { listWords } from '../dates.ts';
import { issueWords } from '../ui/error-words.ts';
import type { useFieldWords } from './field-words.ts';

export type RowProps = {
  readonly row: ImportRow;
  readonly fields: ReturnType<typeof useFieldWords>;
  readonly ticked: boolean;
  readonly onTick: (row: number, ticked: boolean) => void;
};

type AmissProps = { readonly amiss: ImportRow['amiss'][number]; readonly fields: RowProps['fields'] };

const Amiss = ({ amiss: { field, problem, words, limit, length }, fields }: AmissProps): JSX.Element => {
  const { t } = useTranslation('import');
  const { t: errors } = useTranslation('errors');
  const isOurs = problem === 'date-unclear' || problem === 'year-unclear' || problem === 'too-many-cells' || problem === 'unknown-field';
  const why = isOurs
    ? t(`problem.${problem}`)
    : issueWords(errors, { path: [field], problem, ...(limit !== undefined && { limit }), ...(length !== undefined && { length }) });
  const called = fields.wordsOf(field);
  return (
    <span className="block">
      {words === '' ? t('rows.amiss', { field: called, problem: why }) : t('rows.amissWritten', { field: called, words, problem: why })}
    </span>
  );
};

const Alike = ({
  alike: { clientId, row, chosenName: name, archived, why },
}: {
  readonly alike: ImportRow['alike'][number];
}): JSX.Element => {
  const { t } = useTranslation('import');
  const words = listWords(why.map((one) => t(`rows.why.${one}`)));
  if (clientId === null) return <span className="block">{t('rows.alikeRow', { name, row, why: words })}</span>;
  return <span className="block">{t(archived ? 'rows.alikeArchived' : 'rows.alike', { name, why: words })}</span>;
};

/** What becomes of one row, and why; who may be here already is taken where it is ticked. */
export const RowResult = ({ row: { row, chosenName, result, alike, amiss }, fields, ticked, onTick }: RowProps): JSX.Element => {
  const { t } = useTranslation('import');
  if (result === 'new') return <>{t('rows.new')}</>;
  if (result === 'refused')
    return (
      <>
        {amiss.map((one) => (
          <Amiss key={`${one.field} ${one.problem}`} amiss={one} fields={fields} />
        ))}
      </>
    );
  return (
    <>
      {alike.map((one) => (
        <Alike key={one.clientId ?? one.row} alike={one} />
      ))}
      <Checkbox
        className="lists-tick"
        label={t('rows.also')}
        aria-label={t('rows.alsoOf', { name: chosenName, row })}
        checked={ticked}
        onChange={(event) => onTick(row, event.currentTarget.checked)}
      />
    </>
  );
};
