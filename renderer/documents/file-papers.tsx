import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { type JSX, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import { Marked, Wrong } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { megabytes } from '../ui/use-upload.ts';
import { PaperLine } from './paper-line.tsx';
import { hasProblem, isToFile, problemsOf } from './papers-to-file.ts';
import { usePapersToFile } from './use-papers-to-file.ts';

const endings = '.pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg';

/** Files scans and photos with the client, several at once. What is amiss stands with its file, and the file stays chosen. */
export const FilePapers = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('documents');
  const { papers, isFiling, add, change, leaveOut, stop, fileAll, fileTwice } = usePapersToFile(clientId);
  const input = useRef<HTMLInputElement>(null);
  const choose = useRef<HTMLButtonElement>(null);
  const [over, setOver] = useState(false);
  const [wasTried, setTried] = useState(false);
  const waiting = papers.filter(isToFile);
  const isMissing = wasTried && papers.length === 0;

  const take = (files: readonly File[]): void => {
    setTried(false);
    add(files);
  };
  const file = async (): Promise<void> => {
    setTried(true);
    if (waiting.length === 0 || waiting.some((paper) => hasProblem(problemsOf(paper, today())))) return;
    await fileAll();
    setTried(false);
  };
  // What had the focus goes with its file.
  const without = (key: number): void => {
    leaveOut(key);
    choose.current?.focus();
  };

  return (
    <section className="card file-paper" aria-labelledby="file-paper">
      <h2 id="file-paper" className="section-head">
        {t('file.title')}
      </h2>
      <p className="ink-2">{t('file.lead')}</p>
      <Marked wrong={isMissing}>
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
            take([...event.dataTransfer.files]);
          }}
        >
          <legend className="upload-label">{t('file.papers')}</legend>
          <div className="ink-2" id="papers-help">
            {t('file.limits', { mb: megabytes })}
          </div>
          <div id="papers-wrong" role="status">
            {isMissing ? <Wrong>{t('file.missing')}</Wrong> : null}
          </div>
          <input
            ref={input}
            type="file"
            hidden
            multiple
            accept={endings}
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])];
              // The same file may be chosen again after a slip.
              event.currentTarget.value = '';
              take(files);
            }}
          />
          <div className="row wrap">
            <Button
              ref={choose}
              variant="default"
              aria-describedby="papers-help papers-wrong"
              leftSection={<Icon icon={IconUpload} />}
              onClick={() => input.current?.click()}
            >
              {papers.length === 0 ? t('file.choose') : t('file.chooseMore')}
            </Button>
            <span className="ink-2">{t('file.drop')}</span>
          </div>
        </fieldset>
      </Marked>
      {papers.map((paper) => (
        <PaperLine
          key={paper.key}
          paper={paper}
          wasTried={wasTried}
          isFiling={isFiling}
          onChange={(fields) => change(paper.key, fields)}
          onLeaveOut={() => without(paper.key)}
          onStop={() => stop(paper.key)}
          onTwice={() => void fileTwice(paper.key).then(() => choose.current?.focus())}
        />
      ))}
      <Button variant="default" aria-disabled={isFiling} onClick={() => (isFiling ? undefined : void file())}>
        {isFiling ? t('file.filing') : waiting.length > 1 ? t('file.actionMany', { count: waiting.length }) : t('file.action')}
      </Button>
    </section>
  );
};
