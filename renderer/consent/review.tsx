import { Anchor, Button } from '@mantine/core';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { legalNameOf } from '../../shared/clients.ts';
import { type Consent } from '../../shared/consent.ts';
import { isSigned, type Signature } from '../../shared/signatures.ts';
import { call } from '../call.ts';
import { momentWords, nowInstant } from '../dates.ts';
import { usePractice } from '../practice.ts';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';
import { SignatureField } from '../ui/signature-field.tsx';
import { useCall } from '../use-call.ts';
import { ChoicesSummary } from './choices-summary.tsx';
import { FlowFrame } from './flow-frame.tsx';
import { remaining, type Signing, signedBy, withForm } from './signing.ts';
import { inBlank, UnprintableCharacters } from './unprintable.tsx';
import { useFinish } from './use-finish.ts';

type ReviewProps = {
  readonly clientId: string;
  readonly signing: Signing;
  readonly pages: number;
  readonly onChange: (signing: Signing) => void;
  readonly onPage: (page: number) => void;
  readonly onBack: () => void;
  readonly onPause: () => void;
  readonly onNotToday: () => void;
  /** Back to where the blanks of this signing are filled. */
  readonly onBlanks: () => void;
  readonly onSigned: (consent: Consent) => void;
};

const signersHere = ['client', 'practitioner'] as const;

/** What is about to be signed, and the names under it. */
export const Review = (props: ReviewProps): JSX.Element => {
  const { clientId, signing, pages, onChange, onPage, onBack, onPause, onNotToday, onBlanks, onSigned } = props;
  const { t } = useTranslation('consent');
  const { t: tUi } = useTranslation('ui');
  const practice = usePractice();
  const client = useCall('clients.get', { id: clientId }).data;
  const [opened] = useState(nowInstant);
  const [methods, setMethods] = useState<Record<Signature['signer'], Signature['method']>>({
    client: signing.signatures.find((one) => one.signer === 'client')?.method ?? 'drawn',
    practitioner: signing.signatures.find((one) => one.signer === 'practitioner')?.method ?? 'drawn',
  });
  const { busy, error, unprintable, finish, forget } = useFinish(clientId, signing, onSigned);
  const top = useRef<HTMLDivElement>(null);
  useTitle(t('review.title'));
  useEffect(() => {
    if (error || unprintable.length > 0) top.current?.scrollIntoView({ block: 'start' });
  }, [error, unprintable]);

  const signers = signing.form.elements.flatMap((element) => element.signers);
  const intent = signing.form.elements.find((element) => element.capture === 'signature');
  const elsewhere = signers.filter((signer) => !signersHere.some((one) => one === signer));
  const names: Record<Signature['signer'], string> = {
    client: client ? legalNameOf(client) : '',
    practitioner: [practice.practitionerName, practice.credential].filter((part) => part).join(', '),
  };
  const signatureOf = (signer: Signature['signer']): Signature | undefined => signing.signatures.find((one) => one.signer === signer);
  const left = remaining(signing);
  const reason =
    left === null
      ? ''
      : left.is === 'sign'
        ? t('review.toGo', { count: left.count })
        : left.is === 'talk'
          ? t('review.toTalk', { count: left.count })
          : t('review.toAnswer', { count: left.count });
  const used = new Set(signersHere.filter((signer) => signers.includes(signer)).map((signer) => methods[signer]));

  /** The text changed under us: same answers, the new text, no signature carried over. */
  const readAgain = async (): Promise<void> => {
    const reply = await call('consent.forms', { clientId, blanks: { ...signing.blanks } });
    const form = reply.ok ? reply.value.forms.find((one) => one.id === signing.form.id) : undefined;
    if (form && form.unfilled.length === 0) onChange(withForm(signing, form, signing.blanks));
    else if (form) onBlanks();
  };

  const foot = (
    <>
      <Button size="lg" className="flow-go" disabled={left !== null || busy || elsewhere.length > 0} onClick={() => void finish(false)}>
        {busy ? t('review.finishing') : t('review.finish')}
      </Button>
      <span className="md ink-2 flow-reason" role="status">
        {reason}
      </span>
      <span className="grow" />
      <Button size="lg" variant="subtle" onClick={onNotToday}>
        {t('review.notToday')}
      </Button>
    </>
  );
  return (
    <FlowFrame page={pages} pages={pages} wide onBack={onBack} onPause={onPause} foot={foot}>
      <div ref={top} className="review">
        <PageTitle className="question question-small" focusKey="review">
          {signing.form.title}
        </PageTitle>
        {error ? (
          <ErrorNotice error={error}>
            {t('review.kept')}{' '}
            {error.code === 'refused' && error.reason === 'form-changed' ? (
              <Button variant="default" onClick={() => void readAgain()}>
                {t('review.readAgain')}
              </Button>
            ) : null}
          </ErrorNotice>
        ) : null}
        {unprintable.length > 0 ? (
          <UnprintableCharacters
            characters={unprintable}
            form={signing.form}
            busy={busy}
            onPrint={() => void finish(true)}
            onWrite={(page) => {
              forget();
              if (unprintable.some((one) => inBlank(signing, one))) onBlanks();
              else if (page !== null) onPage(page);
            }}
          />
        ) : null}
        <Anchor component="button" type="button" size="md" className="tall-link" onClick={() => onPage(1)}>
          {t('review.read')}
        </Anchor>
        {signing.changed === 'answers' ? <Notice tone="wait" title={t('review.signAgain')} live /> : null}
        <ChoicesSummary signing={signing} onPage={onPage} />
        {intent ? (
          <p className="review-intent" dir="auto">
            {intent.text}
          </p>
        ) : null}
        {elsewhere.map((signer) => (
          <Notice key={signer} tone="wait" title={t('review.notHere', { role: t(`review.role.${signer}`) })} />
        ))}
        <div className="sigs">
          {signersHere
            .filter((signer) => signers.includes(signer))
            .map((signer) => (
              <SignatureField
                key={signer}
                id={`signature-${signer}`}
                name={names[signer]}
                signer={signer}
                method={methods[signer]}
                onMethod={(method) => setMethods({ ...methods, [signer]: method })}
                signature={signatureOf(signer)}
                onChange={(signature) => onChange(signedBy(signing, signer, signature))}
                waitsFor={
                  signer === 'practitioner' && signers.includes('client') && !isSigned(signatureOf('client'))
                    ? tUi('signature.waitsFor', { name: names.client })
                    : null
                }
                turn={t('review.turn', { name: signer === 'client' ? (client?.chosenName ?? '') : practice.practitionerName })}
                intent={signing.form.intents[signer]}
              />
            ))}
        </div>
        <p className="evidence num">
          {t('review.evidence', {
            title: signing.form.title,
            version: signing.form.version,
            language: new Intl.DisplayNames('en', { type: 'language' }).of(signing.form.language) ?? signing.form.language,
            moment: momentWords(opened),
            zone: practice.zone.split('/').at(-1)?.replaceAll('_', ' '),
            methods: t(used.size > 1 ? 'review.drawnTyped' : used.has('typed') ? 'review.typed' : 'review.drawn'),
          })}
        </p>
      </div>
    </FlowFrame>
  );
};
