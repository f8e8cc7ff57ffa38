import { Button } from '@mantine/core';
import { IconPhone, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../shared/clients.ts';
import type { Disclosure } from '../../shared/disclosures.ts';
import { dayWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { useCall } from '../use-call.ts';
import { RecordDisclosure } from './record-disclosure.tsx';
import { isRecording } from './record-disclosure-form.ts';
import { kindWords } from './release-words.ts';

const Told = ({ disclosure }: { readonly disclosure: Disclosure }): JSX.Element => {
  const { t } = useTranslation('releases');
  const { on, toName, way, kinds, what, purpose, why, basis, basisWords, recordedBy, letterId } = disclosure;
  const whyWords = [purpose ? t(`purpose.${purpose}`) : '', why].filter((part) => part !== '').join('. ');
  return (
    <li className="sharing-row">
      <div className="grow">
        <h4 className="md b num" dir="auto">
          {t('told.line', { day: dayWords(on), to: toName })}
        </h4>
        <p dir="auto">{what}</p>
        <dl className="sharing-covers">
          <dt>{t('told.how')}</dt>
          <dd dir="auto">{way}</dd>
          <dt>{t('told.kinds')}</dt>
          <dd>{kindWords(t, kinds)}</dd>
          {whyWords ? (
            <>
              <dt>{t('told.why')}</dt>
              <dd dir="auto">{whyWords}</dd>
            </>
          ) : null}
          <dt>{t('told.on')}</dt>
          <dd dir="auto">
            <span className={basis === 'none' ? 'b wait' : 'b'}>{t(`told.basis.${basis}`)}</span>
            {basisWords ? `. ${basisWords}` : ''}
          </dd>
        </dl>
        <p className="ink-2">{t('told.by', { name: recordedBy })}</p>
      </div>
      {letterId ? (
        <Link
          to="/letters/$letterId"
          params={{ letterId }}
          className="text-link tall-link"
          aria-label={t('told.letterOf', { day: dayWords(on) })}
        >
          {t('told.letter')}
        </Link>
      ) : null}
    </li>
  );
};

/** The accounting: what left the practice, to whom, why, and on what it stood. Nothing in it is changed any more. */
export const DisclosuresPart = ({ client }: { readonly client: Client }): JSX.Element => {
  const { t } = useTranslation('releases');
  const list = useCall('disclosures.ofClient', { clientId: client.id });
  const told = list.data?.disclosures ?? [];
  // What was begun stands open when somebody comes back to it.
  const [records, setRecords] = useState(() => isRecording(client.id));
  return (
    <section className="sharing-part" aria-labelledby="sharing-told">
      <div className="row wrap">
        <h3 id="sharing-told" className="section-title grow">
          {t('told.title')}
        </h3>
        {told.length > 0 ? (
          <ButtonLink
            to="/clients/$clientId/sharing/paper"
            params={{ clientId: client.id }}
            variant="subtle"
            leftSection={<Icon icon={IconPrinter} />}
          >
            {t('told.print')}
          </ButtonLink>
        ) : null}
        <Button variant="default" leftSection={<Icon icon={IconPhone} />} onClick={() => setRecords(true)}>
          {t('told.record')}
        </Button>
      </div>
      <p className="ink-2">{t('told.text')}</p>
      {list.error ? <ErrorNotice error={list.error} again={list.again} /> : null}
      {list.data && told.length === 0 ? <p className="ink-2">{t('told.none')}</p> : null}
      {told.length > 0 ? (
        <ul className="sharing-list" aria-label={t('told.list')}>
          {told.map((disclosure) => (
            <Told key={disclosure.id} disclosure={disclosure} />
          ))}
        </ul>
      ) : null}
      {records ? <RecordDisclosure client={client} onClose={() => setRecords(false)} /> : null}
    </section>
  );
};
