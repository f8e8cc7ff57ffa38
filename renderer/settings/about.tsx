import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { dayWords } from '../dates.ts';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { shippedParts } from './shipped-parts.ts';

type ContentFile = OutputOf<'profile.content'>['files'][number];

const File = ({ file }: { readonly file: ContentFile }): JSX.Element => {
  const { t } = useTranslation('about');
  const count = file.attributions.length;
  return (
    <li className="content-file">
      <div className="b">{file.title}</div>
      <div className="ink-2 num">{t('content.version', { version: file.version, day: dayWords(file.date) })}</div>
      <div>{file.status}</div>
      {count > 0 ? (
        <details className="fold">
          <summary aria-label={t('content.sourcesOf', { count, title: file.title })}>{t('content.sources', { count })}</summary>
          <ul className="sources">
            {file.attributions.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
};

const Content = (): JSX.Element => {
  const { t } = useTranslation('about');
  const content = useCall('profile.content', {});
  if (content.error) return <ErrorNotice error={content.error} again={content.again} />;
  if (!content.data) return <Waiting>{t('content.reading')}</Waiting>;
  return (
    <ul className="card content-files" aria-labelledby="content-title">
      {content.data.files.map((file) => (
        <File key={file.file} file={file} />
      ))}
    </ul>
  );
};

/** What this program is, what it works with, and whose work is in it. Text only: nothing here leads out of the window. */
export const About = (): JSX.Element => {
  const { t } = useTranslation('about');
  const status = useCall('vault.status', {}).data;
  return (
    <div className="about">
      {status ? <p className="md b num">{t('version', { version: status.appVersion })}</p> : null}
      <p className="md">{t('adjunct')}</p>
      <p>{t('network')}</p>
      <h3 id="content-title" className="section-title">
        {t('content.title')}
      </h3>
      <p className="ink-2">{t('content.text')}</p>
      <Content />
      <h3 className="section-title">{t('fonts.title')}</h3>
      <p>{t('fonts.text')}</p>
      <h3 className="section-title">{t('parts.title')}</h3>
      <p>{t('parts.text')}</p>
      <details className="fold">
        <summary>{t('parts.list', { count: shippedParts.length })}</summary>
        <ul className="shipped-parts">
          {shippedParts.map(([name, licence]) => (
            <li key={name}>
              {name} <span className="ink-2">{licence}</span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
};
