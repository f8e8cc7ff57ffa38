import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import type { Finding } from '../../shared/evidence.ts';
import { listWords, momentWords, numberWords } from '../dates.ts';
import { lockPractice, usePractice } from '../practice.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';

const counted = ['saves-missing', 'pages-older', 'pages-damaged', 'strange-files', 'backup-newer', 'files-replaced'] as const;
type Counted = (typeof counted)[number];
const isCounted = (kind: Finding['kind']): kind is Counted => (counted as readonly string[]).includes(kind);

/** What one finding is called. */
const useFindingTitle = (): ((finding: Finding) => string) => {
  const { t } = useTranslation('evidence');
  return ({ kind, count }) => {
    if (!isCounted(kind)) return t(`finding.${kind}`);
    return count === null ? t(`finding.${kind}_none`) : t(`finding.${kind}`, { count, number: numberWords(count) });
  };
};

/** Since when it is not as it was, as closely as can be told. */
const When = ({ since, until }: Pick<Finding, 'since' | 'until'>): JSX.Element | null => {
  const { t } = useTranslation('evidence');
  if (since && until && momentWords(since) === momentWords(until)) return <p>{t('when.about', { moment: momentWords(until) })}</p>;
  if (since && until) return <p>{t('when.between', { since: momentWords(since), until: momentWords(until) })}</p>;
  if (until) return <p>{t('when.until', { until: momentWords(until) })}</p>;
  return since ? <p>{t('when.since', { since: momentWords(since) })}</p> : null;
};

const FindingLine = ({ finding }: { readonly finding: Finding }): JSX.Element => {
  const { t } = useTranslation('evidence');
  const title = useFindingTitle()(finding);
  const { kind, since, until, records, names } = finding;
  return (
    <li className="found-line">
      <p className="b">{title}</p>
      <p className="ink-2">{t(`finding.${kind}Text`)}</p>
      <When since={since} until={until} />
      {records.length > 0 ? <p>{t('records', { records: listWords(records.map((one) => t(`kind.${one}`))) })}</p> : null}
      {names.length > 0 ? <p className="found-names">{t('names', { names: listWords(names) })}</p> : null}
    </li>
  );
};

/** The backup that could mend it, and how it is put back. */
const Best = ({ best, noBackups }: Pick<OutputOf<'vault.evidence'>, 'best' | 'noBackups'>): JSX.Element => {
  const { t } = useTranslation('evidence');
  if (!best) return <p>{t(`best.${noBackups ?? 'none-there'}`)}</p>;
  const { backup, saves } = best;
  const more = saves === null ? t('best.unknown') : saves === 0 ? t('best.same') : t('best.more', { count: saves });
  return (
    <Notice
      tone="sage"
      title={t('best.title', { moment: momentWords(backup.madeAt) })}
      actions={
        <Button variant="default" onClick={lockPractice}>
          {t('best.lock')}
        </Button>
      }
    >
      <p>{more}</p>
      <p>{t('best.how')}</p>
    </Notice>
  );
};

const Found = ({ report }: { readonly report: OutputOf<'vault.evidence'> }): JSX.Element => {
  const { t } = useTranslation('evidence');
  const isOwner = usePractice().role === 'owner';
  if (report.findings.length === 0) {
    return (
      <Notice tone="sage" title={t('page.whole')}>
        {t('page.wholeText')}
      </Notice>
    );
  }
  return (
    <>
      <p className="md ink-2">{t('page.lead')}</p>
      <section aria-labelledby="evidence-what">
        <h2 id="evidence-what" className="section-title">
          {t('page.what')}
        </h2>
        <ul className="card">
          {report.findings.map((finding) => (
            <FindingLine key={finding.kind} finding={finding} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="evidence-todo">
        <h2 id="evidence-todo" className="section-title">
          {t('page.todo')}
        </h2>
        <Best best={report.best} noBackups={report.noBackups} />
        <p className="ink-2 found-kept">{t('page.kept')}</p>
        <div className="row">
          {isOwner ? (
            <ButtonLink to="/settings/$section" params={{ section: 'audit' }} variant="default">
              {t('page.trail')}
            </ButtonLink>
          ) : null}
          <ButtonLink to="/settings/$section" params={{ section: 'backups' }} variant="default">
            {t('page.backups')}
          </ButtonLink>
        </div>
      </section>
    </>
  );
};

/** What opening found that is not as it was left: what, since when, and what to do. */
export const EvidencePage = (): JSX.Element => {
  const { t } = useTranslation('evidence');
  const { data, error, again } = useCall('vault.evidence', {});
  return (
    <>
      <PageHead title={t('page.title')} />
      <div className="page-body found-files">
        {error ? <ErrorNotice error={error} again={again} /> : null}
        {data ? <Found report={data} /> : null}
        {data || error ? null : <Waiting />}
      </div>
    </>
  );
};
