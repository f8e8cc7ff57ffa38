import { Button } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentForm, FormElement } from '../../shared/consent-form.ts';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { paperThere } from '../ui/paper-there.ts';
import { tooLong } from '../ui/too-long.ts';
import { type UploadedFile, UploadField } from '../ui/upload-field.tsx';
import { useSend } from '../use-call.ts';
import { formKey } from './form-key.ts';
import { ownParts, type Preparation, partKey } from './preparation.ts';

export const ownField = (form: Pick<ConsentForm, 'id' | 'area'>, element: Pick<FormElement, 'id'>): string =>
  `own-${formKey(form)}-${element.id}`;

type Paper = Preparation['papers'][string];

type ScanProps = {
  readonly id: string;
  readonly clientId: string;
  readonly element: FormElement;
  readonly paper: Paper | undefined;
  readonly onPaper: (paper: Paper) => void;
  readonly problem: string | undefined;
};

/** A scan is filed with the client at once; the form names it. */
const ScanPart = ({ id, clientId, element, paper, onPaper, problem }: ScanProps): JSX.Element => {
  const { t } = useTranslation('consent');
  const { t: tErrors } = useTranslation('errors');
  const [file, setFile] = useState<UploadedFile | null>(null);
  const [title, setTitle] = useState(element.title);
  const { send, isSending, error, forget } = useSend('documents.file');
  const long = tooLong(title, limits.namePart);
  const wrong = long ? tErrors('problem.too-long', long) : shows(title) ? undefined : t('prepare.scanTitleNeeded');

  const keep = async (): Promise<void> => {
    if (!file || wrong || isSending) return;
    const reply = await send({ uploadId: file.uploadId, clientId, title });
    const filed = reply.ok ? { documentId: reply.value.id, title: reply.value.title } : paperThere(reply.error);
    if (!filed) return;
    forget();
    onPaper(filed);
    setFile(null);
  };
  return (
    <div className="fields">
      {paper ? (
        <div className="row">
          <Icon icon={IconFileCheck} tone="sage-ink" />
          <span className="good b" dir="auto">
            {t('prepare.scanFiled', { title: paper.title })}
          </span>
        </div>
      ) : null}
      {error ? <ErrorNotice error={error} /> : null}
      <UploadField id={id} label={element.title} help={element.text} kind="paper" value={file} onChange={setFile} problem={problem} />
      {file ? (
        <>
          <Field id={`${id}-title`} label={t('prepare.scanTitle')} value={title} onChange={setTitle} problem={wrong} />
          <div>
            <Button variant="default" disabled={isSending} onClick={() => void keep()}>
              {isSending ? t('prepare.scanFiling') : t('prepare.scanFile')}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  );
};

type OwnPartsProps = {
  readonly clientId: string;
  readonly forms: readonly ConsentForm[];
  readonly preparation: Preparation;
  readonly onChange: (preparation: Preparation) => void;
  readonly problemOf: (field: string) => string | undefined;
};

/** What the practitioner writes or files before the client reads the form. */
export const OwnParts = ({ clientId, forms, preparation, onChange, problemOf }: OwnPartsProps): JSX.Element | null => {
  const { t } = useTranslation('consent');
  const own = forms.filter((form) => ownParts(form).length > 0);
  if (own.length === 0) return null;
  return (
    <section aria-labelledby="own-title" className="fields">
      <h2 id="own-title" className="section-title">
        {t('prepare.own')}
      </h2>
      <p className="ink-2">{t('prepare.ownText')}</p>
      {own.flatMap((form) =>
        ownParts(form).map((element) => {
          const [key, id] = [partKey(form, element), ownField(form, element)];
          return element.capture === 'upload' ? (
            <ScanPart
              key={key}
              id={id}
              clientId={clientId}
              element={element}
              paper={preparation.papers[key]}
              onPaper={(paper) => onChange({ ...preparation, papers: { ...preparation.papers, [key]: paper } })}
              problem={problemOf(id)}
            />
          ) : (
            <Field
              key={key}
              id={id}
              label={t('prepare.ownPart', { part: element.title, form: form.title })}
              help={element.capture === 'spoken_recorded' ? t('prepare.spoken', { text: element.text }) : element.text}
              value={preparation.written[key] ?? ''}
              onChange={(words) => onChange({ ...preparation, written: { ...preparation.written, [key]: words } })}
              problem={problemOf(id)}
              rows={3}
            />
          );
        }),
      )}
    </section>
  );
};
