import { Anchor, Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormElement, Signer } from '../../shared/consent-form.ts';
import { momentWords, nowInstant } from '../dates.ts';
import { isSignature, isTheirs, pagesOf } from '../ui/form-pages.ts';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';
import { UnprintableCharacters } from '../ui/unprintable.tsx';
import { ChoicesSummary, pageOfPart } from './choices-summary.tsx';
import { type Around, FlowFrame } from './flow-frame.tsx';
import { choosesPaper, openParts, type Sheet, signedBy, talkParts } from './sheet.ts';
import { Signatures } from './signatures.tsx';
import { signersLeft } from './signers.ts';
import { useCheck } from './use-check.ts';

type SignPageProps = {
  readonly handoverId: string;
  readonly sheet: Sheet;
  readonly around: Around;
  readonly pages: number;
  readonly chosenName: string;
  readonly practitionerName: string;
  readonly flush: () => Promise<boolean>;
  readonly onChange: (alter: (sheet: Sheet) => Sheet, now?: boolean) => void;
  readonly onPage: (page: number) => void;
  readonly onDone: () => void;
};

const Evidence = ({ sheet }: { readonly sheet: Sheet }): JSX.Element => {
  const { t } = useTranslation('handover');
  const [opened] = useState(nowInstant);
  const { title, version, language } = sheet.form;
  const spoken = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  return <p className="evidence num">{t('review.evidence', { title, version, language: spoken, moment: momentWords(opened) })}</p>;
};

/** Why the form is not finished yet, the first thing first. */
const useReason = (sheet: Sheet, left: readonly Signer[], signs: boolean): { readonly words: string; readonly may: boolean } => {
  const { t } = useTranslation('handover');
  const open = openParts(sheet, sheet.form.elements).length;
  if (open > 0) return { words: t('review.toAnswer', { count: open }), may: false };
  const talk = talkParts(sheet).length;
  if (talk > 0) return { words: t(signs ? 'review.toTalk' : 'review.toTalkOnly', { count: talk }), may: true };
  // The choice of paper may itself be signed on paper.
  if (left.length > 0 && choosesPaper(sheet)) return { words: t('review.paper'), may: true };
  return left.length > 0 ? { words: t('review.toGo', { count: left.length }), may: false } : { words: '', may: true };
};

/** What is about to be signed, and the names under it. What is to be talked about first is not signed yet. */
export const SignPage = (props: SignPageProps): JSX.Element => {
  const { handoverId, sheet, around, pages, chosenName, practitionerName, flush, onChange, onPage, onDone } = props;
  const { t } = useTranslation('handover');
  const [standIn, setStandIn] = useState<Signer | null>(null);
  const { known, unprintable, error, again } = useCheck({ handoverId, sheet, flush, isKept: around.keeping.problem === null });
  const top = useRef<HTMLDivElement>(null);
  useTitle(t('window'));
  const odd = sheet.substitutesAgreed ? [] : unprintable;
  useEffect(() => {
    if (error || odd.length > 0) top.current?.scrollIntoView({ block: 'start' });
  }, [error, odd.length]);

  const signs = sheet.form.elements.some(isSignature);
  const left = signersLeft({ form: sheet.form, known, standIn }, sheet.signatures);
  const reason = useReason(sheet, left, signs);
  const later = left.length > 0 && choosesPaper(sheet);
  // A name is written otherwise where it stands; everything else is settled before there is one.
  const settled = odd.every(({ where }) => where.startsWith('signature'));
  const maySign = talkParts(sheet).length === 0 && openParts(sheet, sheet.form.elements).length === 0 && settled;
  const writable = odd
    .map(({ where }) => sheet.form.elements.find((element) => where === `answers.${element.id}` && isTheirs(element)))
    .find((element): element is FormElement => element !== undefined);
  const foot = (
    <>
      <Button
        size="lg"
        className="flow-go"
        disabled={!reason.may || odd.length > 0}
        rightSection={maySign && !later ? undefined : <Icon icon={IconArrowRight} size={24} />}
        onClick={onDone}
      >
        {reason.may && (!maySign || later) ? t('flow.goOn') : t('review.finish')}
      </Button>
      <span className="md ink-2 flow-reason" role="status">
        {odd.length > 0 ? t('review.toDecide') : reason.words}
      </span>
      <span className="grow" />
      <Button size="lg" variant="subtle" onClick={onDone}>
        {t('review.notToday')}
      </Button>
    </>
  );
  return (
    <FlowFrame around={around} page={pages} pages={pages} wide foot={foot}>
      <div ref={top} className="review">
        <PageTitle className="question question-small" focusKey={sheet.id}>
          {sheet.form.title}
        </PageTitle>
        <p className="md ink-2">
          {t('review.readAll', { count: pagesOf(sheet).flat().length })}{' '}
          <Anchor component="button" type="button" inherit className="tall-link" onClick={() => onPage(1)}>
            {t('review.read')}
          </Anchor>
        </p>
        {error ? <ErrorNotice error={error} again={again} /> : null}
        {odd.length > 0 ? (
          <UnprintableCharacters
            characters={odd}
            form={sheet.form}
            busy={false}
            onPrint={() => onChange((now) => ({ ...now, substitutesAgreed: true }), true)}
            {...(writable ? { onWrite: () => onPage(pageOfPart(sheet, writable)) } : {})}
          />
        ) : null}
        {sheet.signAgain ? <Notice tone="wait" title={t('review.signAgain')} live /> : null}
        <ChoicesSummary sheet={sheet} onPage={onPage} />
        {signs && maySign ? (
          <>
            {sheet.form.elements.filter(isSignature).map((element) => (
              <p key={element.id} className="review-intent" dir="auto">
                {element.text}
              </p>
            ))}
            <Signatures
              sheet={sheet}
              chosenName={chosenName}
              practitionerName={practitionerName}
              known={known}
              standIn={standIn}
              onStandIn={(signer) => {
                setStandIn(signer);
                onChange((now) => ({ ...now, signatures: now.signatures.filter((one) => !isReplacedBy(one.signer)) }), true);
              }}
              onSigned={(signer, signature) => onChange((now) => signedBy(now, signer, signature), true)}
            />
            <Evidence sheet={sheet} />
          </>
        ) : null}
      </div>
    </FlowFrame>
  );
};

/** Another one signs in the client's place: what was signed in it before goes. */
const isReplacedBy = (signer: Signer): boolean =>
  signer === 'client' || signer === 'decision_maker' || signer === 'personal_representative';
