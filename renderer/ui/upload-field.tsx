import { Button, Progress } from '@mantine/core';
import { IconFile, IconUpload } from '@tabler/icons-react';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sizeWords } from '../backups.ts';
import { Marked, Wrong } from './field.tsx';
import { Icon } from './icon.tsx';
import { megabytes, type UploadedFile, type UploadKind, useUpload } from './use-upload.ts';

export type { UploadedFile } from './use-upload.ts';

const endings: Readonly<Record<UploadKind, string>> = {
  pdf: '.pdf,application/pdf',
  paper: '.pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg',
  calendar: '.ics,.ical,text/calendar',
  list: '.csv,.tsv,.txt,text/csv',
};

type UploadFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly kind: UploadKind;
  /** What is there now; the field's owner keeps it, and sets it to null once a call has used it up. */
  readonly value: UploadedFile | null;
  readonly onChange: (file: UploadedFile | null) => void;
  /** What the form found amiss with it. */
  readonly problem?: string | undefined;
  /** Told while a file is on its way, where a form may be sent without one: it would go without this. */
  readonly onTaking?: (is: boolean) => void;
};

/** One file, chosen or dropped, taken in piece by piece. What goes wrong is said beside it. */
export const UploadField = ({ id, label, help, kind, value, onChange, problem, onTaking }: UploadFieldProps): JSX.Element => {
  const { t } = useTranslation('ui');
  const { sending, wrong, take, stop } = useUpload(kind, onChange);
  const isTaking = sending !== null;
  useEffect(() => onTaking?.(isTaking), [onTaking, isTaking]);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const said = problem ?? wrong;
  return (
    <Marked wrong={said !== null}>
      <fieldset
        className={over ? 'upload upload-over' : 'upload'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take([...event.dataTransfer.files]);
        }}
      >
        <legend className="upload-label">{label}</legend>
        <div className="ink-2" id={`${id}-help`}>
          {help} {t(`upload.kinds.${kind}`, { mb: megabytes })}
        </div>
        <div id={`${id}-wrong`} role="status">
          {said === null ? null : <Wrong>{said}</Wrong>}
        </div>
        <input
          ref={input}
          type="file"
          hidden
          accept={endings[kind]}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            // The same file may be chosen again after a slip.
            event.currentTarget.value = '';
            void take(files);
          }}
        />
        {value ? (
          <div className="row upload-file">
            <Icon icon={IconFile} />
            <bdi className="upload-name">{t('upload.ready', { name: value.name, size: sizeWords(value.bytes) })}</bdi>
          </div>
        ) : null}
        {sending ? (
          <div className="upload-file">
            <bdi className="upload-name">
              {sending.share === null
                ? t('upload.reading', { name: sending.name })
                : t('upload.sending', { name: sending.name, percent: Math.floor(sending.share * 100) })}
            </bdi>
            <Progress value={(sending.share ?? 0) * 100} aria-label={label} />
          </div>
        ) : null}
        <div className="row">
          {sending ? (
            <Button variant="default" onClick={stop}>
              {t('upload.stop')}
            </Button>
          ) : (
            <>
              <Button
                id={id}
                variant="default"
                aria-describedby={`${id}-help ${id}-wrong`}
                leftSection={<Icon icon={IconUpload} />}
                onClick={() => input.current?.click()}
              >
                {value ? t('upload.another') : t('upload.choose')}
              </Button>
              <span className="ink-2">{t('upload.drop')}</span>
            </>
          )}
        </div>
      </fieldset>
    </Marked>
  );
};
