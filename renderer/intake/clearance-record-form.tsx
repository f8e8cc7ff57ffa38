import { Button, Radio } from '@mantine/core';
import type { FormEvent, JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { type Clearance, clearanceWays } from '../../shared/clearance.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { DraftState } from '../ui/draft-state.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field, Marked, Wrong } from '../ui/field.tsx';
import { Notice, SaveError, said } from '../ui/notice.tsx';
import { ClearanceDoes } from './clearance-does.tsx';
import { ClearanceLetter } from './clearance-letter.tsx';
import { ClearanceLimits } from './clearance-limits.tsx';
import { ClearanceUntil } from './clearance-until.tsx';
import { aboutWords } from './clearance-words.ts';
import { type ClearanceRecord, useClearanceRecord } from './use-clearance-record.ts';
import type { Care } from './use-health.ts';

const outcomes = ['cleared', 'not-cleared'] as const;

const Outcome = ({ record }: { readonly record: ClearanceRecord }): JSX.Element => {
  const { t } = useTranslation('clearance');
  const { value, change, problemOf } = record;
  const wrong = problemOf('outcome');
  return (
    <Marked wrong={wrong !== undefined}>
      <Radio.Group
        id="outcome"
        label={t('record.outcome')}
        value={value.outcome}
        onChange={(outcome) => change({ outcome: outcomes.find((one) => one === outcome) ?? '' })}
        error={wrong ? <Wrong>{wrong}</Wrong> : undefined}
      >
        <div className="clearance-about">
          {outcomes.map((outcome) => (
            <Radio key={outcome} value={outcome} label={t(`record.${outcome}`)} description={t(`record.${outcome}Help`)} />
          ))}
        </div>
      </Radio.Group>
    </Marked>
  );
};

const Came = ({ record }: { readonly record: ClearanceRecord }): JSX.Element => {
  const { t } = useTranslation('clearance');
  const { value, change, problemOf } = record;
  return (
    <>
      <div className="two-fields clearance-column">
        <Field id="from" label={t('record.from')} value={value.from} onChange={(from) => change({ from })} problem={problemOf('from')} />
        <Field id="day" label={t('record.day')} value={value.day} onChange={(day) => change({ day })} problem={problemOf('day')} />
      </div>
      <Radio.Group
        label={t('record.how')}
        value={value.way}
        onChange={(way) => change({ way: clearanceWays.find((one) => one === way) ?? value.way })}
      >
        <div className="contact-kinds">
          {clearanceWays.map((way) => (
            <Radio key={way} value={way} label={t(`way.${way}`)} />
          ))}
        </div>
      </Radio.Group>
    </>
  );
};

type Props = { readonly clearance: Clearance; readonly care: Care; readonly onDone: () => void };

/** The answer, its limits and its last day; what follows from it is said before it is kept. */
export const RecordForm = ({ clearance, care, onDone }: Props): JSX.Element => {
  const { t } = useTranslation('clearance');
  const record = useClearanceRecord(clearance, care);
  const { value, change, problemOf } = record;
  const about = aboutWords(t, clearance.findingIds, care.of.findings);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!(await record.keep())) return;
    said(t('record.done', { from: value.from.trim() }));
    onDone();
  };
  return (
    <form className="clearance-form" onSubmit={(event) => void submit(event)} noValidate>
      {record.found ? (
        <Notice
          tone="sage"
          title={t('ask.found')}
          actions={
            <Button variant="default" onClick={record.startAnew}>
              {t('ask.startAnew')}
            </Button>
          }
        />
      ) : null}
      <ErrorSummary problems={record.shown} attempt={record.attempt} />
      {record.error ? <SaveError error={record.error} /> : null}
      <Outcome record={record} />
      <Came record={record} />
      {value.outcome === 'cleared' ? (
        <>
          <ClearanceLimits record={record} areas={care.areas} />
          <ClearanceUntil record={record} />
        </>
      ) : null}
      <div className="clearance-column">
        <Field
          id="words"
          label={t('record.words')}
          rows={2}
          value={value.words}
          onChange={(words) => change({ words })}
          problem={problemOf('words')}
        />
      </div>
      <ClearanceLetter
        clientId={clearance.clientId}
        documentId={value.documentId}
        problem={problemOf('document')}
        onDocument={(documentId) => change({ documentId })}
      />
      <ClearanceDoes value={value} about={about} areas={care.areas} />
      <div className="row wrap form-actions">
        <Button type="submit" disabled={record.isSending}>
          {t('record.save')}
        </Button>
        <ButtonLink to="/clients/$clientId/clearance" params={{ clientId: clearance.clientId }} variant="subtle">
          {t('record.no')}
        </ButtonLink>
        <DraftState of={record.key} />
      </div>
    </form>
  );
};
