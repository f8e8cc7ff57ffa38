import { Button } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import type { SalvageReport } from '../../shared/salvage.ts';
import { call } from '../call.ts';
import { numberWords } from '../dates.ts';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { Making } from './making.tsx';
import { useForgotten } from './secret-field.tsx';
import { SetupHead } from './setup-step.tsx';

const sumOf = (report: SalvageReport, of: 'read' | 'lost'): number => report.kinds.reduce((sum, kind) => sum + kind[of], 0);

const Kinds = ({ report }: { readonly report: SalvageReport }): JSX.Element => {
  const { t } = useTranslation('salvage');
  const { t: tKinds } = useTranslation('evidence');
  return (
    <table className="salvaged-kinds">
      <caption className="visually-hidden">{t('report.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('report.kind')}</th>
          <th scope="col">{t('report.read')}</th>
          <th scope="col">{t('report.lost')}</th>
        </tr>
      </thead>
      <tbody>
        {report.kinds.map(({ kind, read, lost }) => (
          <tr key={kind}>
            <th scope="row">{tKinds(`kind.${kind}`)}</th>
            <td className="num">{numberWords(read)}</td>
            <td className={lost > 0 ? 'num wait b' : 'num'}>{lost > 0 ? numberWords(lost) : t('report.nothing')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** What was saved out of a damaged practice, what is lost, and whether it is to take the damaged one's place. */
export const Salvaged = ({ report, onBack }: { readonly report: SalvageReport; readonly onBack: () => void }): JSX.Element => {
  const { t } = useTranslation('salvage');
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  useForgotten({ text }, () => setText(''));
  useTitle(t('report.title'));
  const lost = sumOf(report, 'lost');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (text === '') return;
    setBusy(true);
    const reply = await call('backup.restore', { id: report.id, secret: { kind: 'passphrase', text } });
    if (reply.ok) return;
    setError(reply.error);
    setText('');
    setBusy(false);
  };
  if (busy) return <Making title={t('report.placing')} text={t('report.placingText')} />;
  return (
    <main className="setup">
      <div className="restore">
        <SetupHead />
        <form className="setup-column" onSubmit={(event) => void submit(event)} noValidate>
          <PageTitle>{t('report.title')}</PageTitle>
          <p className="md ink-2 setup-lead">
            {t('report.lead', {
              count: report.pages.damaged,
              damaged: numberWords(report.pages.damaged),
              pages: numberWords(report.pages.count),
            })}
          </p>
          <Notice tone={lost > 0 ? 'wait' : 'sage'} title={lost > 0 ? t('report.someLost', { count: lost }) : t('report.allRead')}>
            {lost > 0 ? t('report.someLostText') : t('report.allReadText')}
          </Notice>
          <Kinds report={report} />
          {report.stoodIn > 0 ? <p>{t('report.stoodIn', { count: report.stoodIn, number: numberWords(report.stoodIn) })}</p> : null}
          {report.aside > 0 ? <p>{t('report.aside', { count: report.aside, number: numberWords(report.aside) })}</p> : null}
          {error ? <ErrorNotice error={error} /> : null}
          <PassphraseField
            id="salvaged-secret"
            label={t('passphrase')}
            value={text}
            onChange={setText}
            problem={asked && text === '' && !error ? t('passphraseFirst') : undefined}
          />
          <p className="ink-2">{t('report.keeps')}</p>
          <div className="row wrap form-actions">
            <Button type="submit">{t('report.place')}</Button>
            <Button variant="default" onClick={onBack}>
              {t('report.notNow')}
            </Button>
          </div>
        </form>
      </div>
    </main>
  );
};
