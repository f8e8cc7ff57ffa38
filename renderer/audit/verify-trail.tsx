import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditLine } from '../../shared/audit.ts';
import { momentWords, numberWords } from '../dates.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { useSend } from '../use-call.ts';
import { type Verified, verdictWords } from './verdict-words.ts';

const Earlier = ({ found }: Pick<Verified, 'found'>): JSX.Element | null => {
  const { t } = useTranslation('audit');
  if (found.length === 0) return null;
  return (
    <div>
      <h4 className="sm b">{t('verify.earlier')}</h4>
      <ul>
        {found.map(({ seq, at, verdict }) => (
          <li key={seq}>
            <time dateTime={at} className="num">
              {momentWords(at)}
            </time>
            {': '}
            {t('verify.foundLine', { what: t(`verify.found.${verdict}`), seq: numberWords(seq) })}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** Walks the whole chain when asked, and says what it found. */
export const VerifyTrail = ({ lines }: { readonly lines: readonly AuditLine[] }): JSX.Element => {
  const { t } = useTranslation('audit');
  const { send, isSending, error, value: verified } = useSend('audit.verify');
  return (
    <section className="verify" aria-labelledby="verify-title">
      <div className="verify-head">
        <div className="grow">
          <h3 id="verify-title" className="md b">
            {t('verify.title')}
          </h3>
          <p className="ink-2">{t('verify.lead')}</p>
        </div>
        <Button
          variant="default"
          leftSection={<Icon icon={IconShieldCheck} />}
          aria-disabled={isSending}
          data-disabled={isSending || undefined}
          onClick={() => {
            if (!isSending) void send({});
          }}
        >
          {isSending ? t('verify.running') : t('verify.action')}
        </Button>
      </div>
      <div role="status">
        {verified ? (
          <Notice tone={verified.verdict === 'whole' ? 'sage' : 'wait'} title={t(`verify.${verified.verdict}`)}>
            <p>{verdictWords(verified, lines, t)}</p>
            {verified.verdict === 'whole' ? null : <p>{t('verify.todo')}</p>}
            <Earlier found={verified.found} />
          </Notice>
        ) : null}
      </div>
      {error ? <ErrorNotice error={error} /> : null}
    </section>
  );
};
