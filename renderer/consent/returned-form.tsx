import { Button } from '@mantine/core';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unfinished } from '../../shared/consent.ts';
import { leavesOut } from '../../shared/form-answers.ts';
import type { Filling } from '../../shared/handover.ts';
import { isSigned, type Signature } from '../../shared/signatures.ts';
import { momentWords } from '../dates.ts';
import { usePractice } from '../practice.ts';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { SignatureField } from '../ui/signature-field.tsx';
import { UnprintableCharacters } from '../ui/unprintable.tsx';
import { useCall } from '../use-call.ts';
import { GivenSignatures } from './given-signatures.tsx';
import { HandBackOn } from './hand-back-on.tsx';
import { ReadItems, WrittenBefore } from './read-items.tsx';
import { itemsToRead, practitionerSigns, waitsForClient } from './returned-forms.ts';
import { SetAside } from './set-aside.tsx';
import { useFinish } from './use-finish.ts';
import { useReviewed } from './use-reviewed.ts';

type FormProps = {
  readonly clientId: string;
  readonly name: string;
  readonly filling: Filling;
  readonly onSigned: (documentId: string) => void;
};

/** What only the client can still do, in words. */
const OpenParts = ({ filling, check }: { readonly filling: Filling; readonly check: Unfinished | undefined }): JSX.Element | null => {
  const { t } = useTranslation('consent');
  const titles = (ids: readonly string[]): string =>
    filling.form.elements
      .filter((element) => ids.includes(element.id))
      .map((element) => element.title)
      .join(', ');
  const signers = (check?.waiting ?? []).filter((signer) => signer !== 'practitioner');
  const lines = [
    filling.outdated ? t('returned.waits.outdated') : '',
    check && check.unanswered.length > 0 ? t('returned.waits.unanswered', { list: titles(check.unanswered) }) : '',
    check && check.toTalkAbout.length > 0 ? t('returned.waits.talk', { list: titles(check.toTalkAbout) }) : '',
    check && check.notShown.length > 0 ? t('returned.waits.notShown', { list: titles(check.notShown) }) : '',
    signers.length > 0 ? t('returned.waits.signers', { list: signers.map((signer) => t(`role.${signer}`)).join(', ') }) : '',
  ].filter((line) => line !== '');
  if (lines.length === 0) return null;
  return (
    <Notice tone="wait" title={t('returned.waits.title')}>
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
};

const OwnSignature = ({
  filling,
  signature,
  onChange,
}: {
  readonly filling: Filling;
  readonly signature: Signature | undefined;
  readonly onChange: (signature: Signature | undefined) => void;
}): JSX.Element => {
  const { t } = useTranslation('consent');
  const { practitionerName, credential } = usePractice();
  const [method, setMethod] = useState<Signature['method']>('drawn');
  return (
    <SignatureField
      id="signature-practitioner"
      name={[practitionerName, credential].filter((part) => part).join(', ')}
      signer="practitioner"
      method={method}
      onMethod={setMethod}
      signature={signature}
      onChange={onChange}
      waitsFor={null}
      turn={t('returned.yourTurn')}
      intent={filling.form.intents.practitioner}
    />
  );
};

/** One form that came back: read through part for part, signed and finished; or handed over again, or set aside. */
export const ReturnedForm = ({ clientId, name, filling, onSigned }: FormProps): JSX.Element => {
  const { t } = useTranslation('consent');
  const { form } = filling;
  const check = useCall('consent.check', { fillingId: filling.id, signatures: [] }, { fresh: true });
  const { reviewed, error: notKept, tick, allKept } = useReviewed(clientId, filling);
  const [signature, setSignature] = useState<Signature | undefined>(undefined);
  const { busy, error, unprintable, finish, forget } = useFinish(
    { filling, signatures: signature ? [signature] : [], before: check.data?.unprintable ?? [], allKept },
    onSigned,
  );
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error || unprintable.length > 0) top.current?.scrollIntoView({ block: 'start' });
  }, [error, unprintable]);

  const leftOut = leavesOut(form, filling.answers);
  const signs = practitionerSigns(filling);
  const unread = itemsToRead(filling).filter(({ element }) => !reviewed.has(element.id)).length;
  const data = check.data;
  const open =
    filling.outdated ||
    !data ||
    data.unanswered.length + data.notShown.length > 0 ||
    data.waiting.some((signer) => signer !== 'practitioner');
  const reason = open
    ? t('returned.reason.client')
    : unread > 0
      ? t('returned.reason.read', { count: unread })
      : signs && !isSigned(signature)
        ? t('returned.reason.sign')
        : '';
  return (
    <article className="returned-form" aria-labelledby="returned-title" ref={top}>
      <header>
        <h2 id="returned-title" className="section-head" dir="auto">
          {form.title}
        </h2>
        <p className="ink-2 num">
          {t('tab.version', { version: form.version })} ·{' '}
          <time dateTime={filling.savedAt}>{t('returned.savedAt', { moment: momentWords(filling.savedAt) })}</time>
        </p>
      </header>
      {error ? <ErrorNotice error={error}>{t('returned.kept')}</ErrorNotice> : null}
      {notKept ? <ErrorNotice error={notKept}>{t('returned.tickNotKept')}</ErrorNotice> : null}
      {check.error ? <ErrorNotice error={check.error} again={check.again} /> : null}
      {unprintable.length > 0 ? (
        <UnprintableCharacters characters={unprintable} form={form} busy={busy} onPrint={() => void finish(true)} />
      ) : null}
      {leftOut ? (
        <Notice tone="sage" title={t('returned.leftOut')}>
          {t('returned.leftOutText')}
        </Notice>
      ) : (
        <>
          <OpenParts filling={filling} check={data} />
          <WrittenBefore filling={filling} />
          <ReadItems filling={filling} reviewed={reviewed} onTick={tick} />
          <GivenSignatures signatures={filling.signatures} name={name} />
        </>
      )}
      {signs && !open && !leftOut ? (
        <div className="own-signature">
          <OwnSignature
            filling={filling}
            signature={signature}
            onChange={(next) => {
              setSignature(next);
              forget();
            }}
          />
        </div>
      ) : null}
      <div className="returned-foot">
        {leftOut ? null : (
          <div className="row wrap">
            <Button disabled={reason !== '' || busy} onClick={() => void finish(false)}>
              {busy ? t('returned.finishing') : t('returned.finish')}
            </Button>
            <span className="ink-2" role="status">
              {reason}
            </span>
          </div>
        )}
        <div className="row wrap">
          {leftOut || waitsForClient(filling) || open || filling.talk.length > 0 ? (
            <HandBackOn clientId={clientId} forms={[form]} title={form.title} />
          ) : null}
          <SetAside fillingId={filling.id} title={form.title} />
        </div>
      </div>
    </article>
  );
};
