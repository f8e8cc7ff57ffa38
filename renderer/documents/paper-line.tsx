import { Button, Progress } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { sizeWords } from '../backups.ts';
import { Wrong } from '../ui/field.tsx';
import { DescribedFields } from './described-fields.tsx';
import type { PaperFields, PaperToFile } from './papers-to-file.ts';

type Props = {
  readonly paper: PaperToFile;
  readonly wasTried: boolean;
  readonly onChange: (fields: Partial<PaperFields>) => void;
  readonly isFiling: boolean;
  readonly onLeaveOut: () => void;
  readonly onStop: () => void;
  readonly onTwice: () => void;
};

/** One chosen file: what will be kept beside it, how far it has come, and what went wrong with it. */
export const PaperLine = ({ paper, wasTried, isFiling, onChange, onLeaveOut, onStop, onTwice }: Props): JSX.Element => {
  const { t } = useTranslation('documents');
  const { t: ui } = useTranslation('ui');
  const { file, state } = paper;
  const words = state.step === 'wrong' || state.step === 'unfit' ? state.words : null;
  return (
    <fieldset className="upload paper-line">
      <legend className="upload-label upload-name">
        <bdi>{ui('upload.ready', { name: file.name, size: sizeWords(file.size) })}</bdi>
      </legend>
      <div role="status">
        {words === null ? null : <Wrong>{words}</Wrong>}
        {state.step === 'same' ? <Wrong>{t('file.same', { title: state.title })}</Wrong> : null}
        {state.step === 'stopped' ? <span className="ink-2">{t('file.stopped')}</span> : null}
        {state.step === 'waiting' ? <span className="ink-2">{t('file.waiting')}</span> : null}
      </div>
      {state.step === 'sending' ? (
        <div className="upload-file">
          <span className="num">{ui('upload.sending', { name: file.name, percent: Math.floor(state.share * 100) })}</span>
          <Progress
            value={state.share * 100}
            aria-label={ui('upload.sending', { name: file.name, percent: Math.floor(state.share * 100) })}
          />
        </div>
      ) : null}
      {['ready', 'stopped', 'wrong'].includes(state.step) && !isFiling ? (
        <DescribedFields id={`${paper.key}`} fields={paper} wasTried={wasTried} onChange={onChange} />
      ) : null}
      <div className="row wrap">
        {state.step === 'sending' ? (
          <Button variant="default" onClick={onStop} aria-label={t('file.stopNamed', { name: file.name })}>
            {ui('upload.stop')}
          </Button>
        ) : (
          <Button variant="subtle" onClick={onLeaveOut} aria-label={t('file.leaveOutNamed', { name: file.name })}>
            {t('file.leaveOut')}
          </Button>
        )}
        {state.step === 'same' ? (
          <Button variant="subtle" disabled={isFiling} onClick={onTwice} aria-label={t('file.twiceNamed', { name: file.name })}>
            {t('file.twice')}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
};
