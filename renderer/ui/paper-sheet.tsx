import { Radio } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { DocumentView } from './document-view.tsx';
import { ErrorNotice } from './notice.tsx';
import { Waiting } from './waiting.tsx';

type Choice = {
  readonly label: string;
  /** What is chosen first, and what the sheet is else: for whoever comes, or empty. */
  readonly own: string;
  readonly other: string;
  readonly isOwn: boolean;
  readonly onOwn: (isOwn: boolean) => void;
};

/** Whose name, or whose marks, stand on a sheet. */
export const SheetChoice = ({ label, own, other, isOwn, onOwn }: Choice): JSX.Element => (
  <Radio.Group className="paper-name" label={label} value={isOwn ? 'own' : 'other'} onChange={(value) => onOwn(value === 'own')}>
    <div className="row wrap paper-names">
      <Radio value="own" label={own} />
      <Radio value="other" label={other} />
    </div>
  </Radio.Group>
);

type Asked = { readonly data: OutputOf<'paper.blank'> | undefined; readonly error: AppError | null; readonly again: () => unknown };

/** A sheet that is drawn for printing: the wait for it, what went wrong, or its pages with print and save. */
export const SheetView = ({ sheet }: { readonly sheet: Asked }): JSX.Element => {
  const { t } = useTranslation('ui');
  return (
    <>
      {sheet.error ? (
        <div className="page-body">
          <ErrorNotice error={sheet.error} again={sheet.again} />
        </div>
      ) : null}
      {sheet.data ? <DocumentView document={sheet.data} /> : null}
      {sheet.data || sheet.error ? null : <Waiting>{t('pdf.reading')}</Waiting>}
    </>
  );
};
