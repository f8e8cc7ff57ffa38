import { Button, Checkbox, Radio } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type Consent, Withdrawal } from '../../shared/consent.ts';
import type { ConsentForm, FormElement } from '../../shared/consent-form.ts';
import { limits } from '../../shared/limits.ts';
import { momentWords } from '../dates.ts';
import { AnswerWords } from '../ui/answer-words.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { DraftState } from '../ui/draft-state.tsx';
import { Field, Marked, Wrong } from '../ui/field.tsx';
import { ErrorNotice, Notice, said } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { tooLong } from '../ui/too-long.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useCall, useSend } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { formKey, keyOfForm } from './form-key.ts';
import { SignedHow } from './form-row.tsx';

const people = Withdrawal.shape.by.options;

const TakingBack = z.strictObject({
  whole: z.boolean(),
  parts: z.array(z.string()),
  by: Withdrawal.shape.by,
  words: z.string(),
});
type TakingBack = z.infer<typeof TakingBack>;

const nothingYet: TakingBack = { whole: true, parts: [], by: 'client', words: '' };

const canGo: readonly FormElement['asks'][] = ['touch', 'permission', 'agreement', 'arrangement', 'person'];

/** Parts that were said yes to and are not taken back yet. */
const partsIn = (form: ConsentForm, consent: Consent): readonly FormElement[] => {
  const gone = new Set(consent.withdrawals.flatMap((one) => one.parts));
  return form.elements.filter(({ id, asks }) => {
    const answer = consent.answers[id];
    return canGo.includes(asks) && answer !== undefined && answer.kind !== 'declined' && !gone.has(id);
  });
};

type PartsProps = {
  readonly form: ConsentForm;
  readonly consent: Consent;
  readonly chosen: readonly string[];
  readonly onChosen: (parts: string[]) => void;
  readonly problem: string | undefined;
};

const Parts = ({ form, consent, chosen, onChosen, problem }: PartsProps): JSX.Element => {
  const { t } = useTranslation('consent');
  return (
    <Marked wrong={problem !== undefined}>
      <Checkbox.Group label={t('takeBack.which')} value={[...chosen]} onChange={onChosen} className="forms">
        {problem ? <Wrong>{problem}</Wrong> : null}
        {partsIn(form, consent).map((element) => (
          <Checkbox
            key={element.id}
            value={element.id}
            label={element.title}
            description={<AnswerWords form={form} element={element} answer={consent.answers[element.id]} />}
          />
        ))}
      </Checkbox.Group>
    </Marked>
  );
};

type TakeBackProps = { readonly clientId: string; readonly consent: Consent };

const TakeBackForm = ({ clientId, consent }: TakeBackProps): JSX.Element => {
  const { t } = useTranslation('consent');
  const { t: tErrors } = useTranslation('errors');
  const navigate = useNavigate();
  const { title } = consent;
  const key = `take-back-${consent.id}`;
  const place = `/clients/${clientId}/consent/${consent.id}/take-back`;
  const { value, set, drop } = useDraft({ key, title: t('takeBack.draft', { title }), place }, TakingBack, () => nothingYet);
  const form = useCall('consent.forms', { clientId, blanks: {} }, { enabled: !value.whole });
  const shown = form.data?.forms.find((one) => formKey(one) === keyOfForm(consent));
  const { send, isSending, error } = useSend('consent.withdraw');
  const [tried, setTried] = useState(false);
  const [looks, setLooks] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const isShown = shown !== undefined;
  // What it needs stands further up, often out of sight, and may still be on its way.
  useEffect(() => {
    if (!looks || !isShown) return;
    body.current?.querySelector<HTMLElement>('input[type="checkbox"]')?.focus();
    setLooks(false);
  }, [looks, isShown]);
  const long = tooLong(value.words, limits.paragraph);
  const noParts = !value.whole && value.parts.length === 0;

  const takeBack = async (): Promise<void> => {
    setTried(true);
    setLooks(noParts);
    if (isSending || long || noParts) return;
    const { by, words } = value;
    const reply = await send({ consentId: consent.id, by, words, parts: value.whole ? [] : value.parts });
    if (!reply.ok) return;
    drop();
    said(value.whole ? t('takeBack.done', { title }) : t('takeBack.doneParts', { title, count: value.parts.length }));
    void navigate({ to: '/clients/$clientId/consent', params: { clientId }, replace: true });
  };
  return (
    <div ref={body} className="page-body form-column">
      {error ? <ErrorNotice error={error} /> : null}
      <p className="md">{t('takeBack.text')}</p>
      <Radio.Group
        label={t('takeBack.what')}
        value={value.whole ? 'whole' : 'parts'}
        onChange={(what) => set({ ...value, whole: what === 'whole' })}
        className="forms"
      >
        <Radio value="whole" label={t('takeBack.whole')} />
        <Radio value="parts" label={t('takeBack.parts')} />
      </Radio.Group>
      {value.whole ? null : form.error ? <ErrorNotice error={form.error} again={form.again} /> : null}
      {!value.whole && shown ? (
        <Parts
          form={shown}
          consent={consent}
          chosen={value.parts}
          onChosen={(parts) => set({ ...value, parts })}
          problem={tried && noParts ? t('takeBack.noParts') : undefined}
        />
      ) : null}
      <Radio.Group
        label={t('takeBack.by')}
        value={value.by}
        onChange={(by) => set({ ...value, by: Withdrawal.shape.by.catch('client').parse(by) })}
        className="forms"
      >
        {people.map((by) => (
          <Radio key={by} value={by} label={t(`role.${by}`)} />
        ))}
      </Radio.Group>
      <Field
        id="words"
        label={t('takeBack.words')}
        help={t('takeBack.wordsHelp')}
        value={value.words}
        onChange={(words) => set({ ...value, words })}
        rows={3}
        problem={long ? tErrors('problem.too-long', long) : undefined}
      />
      <DraftState of={key} />
      <div className="row wrap form-actions">
        <Button disabled={isSending} onClick={() => void takeBack()}>
          {t('takeBack.yes', { title })}
        </Button>
        <ButtonLink to="/clients/$clientId/consent" params={{ clientId }} variant="subtle" onClick={() => drop()}>
          {t('takeBack.no')}
        </ButtonLink>
      </div>
    </div>
  );
};

/** A yes is taken back by saying so: one page that names the form, one press, and it is done. */
export const TakeBack = ({ clientId, consentId }: { readonly clientId: string; readonly consentId: string }): JSX.Element => {
  const { t } = useTranslation('consent');
  const list = useCall('consent.ofClient', { clientId });
  const consent = list.data?.consents.find((one) => one.id === consentId);
  const whole = consent?.withdrawals.find((one) => one.parts.length === 0);
  const back = (
    <ButtonLink to="/clients/$clientId/consent" params={{ clientId }} variant="default">
      {t('document.back')}
    </ButtonLink>
  );
  return (
    <>
      <PageHead
        title={consent ? t('takeBack.title', { title: consent.title }) : t('tab.takeBack')}
        windowTitle={t('tab.takeBack')}
        sub={consent ? <SignedHow consent={consent} /> : undefined}
      />
      {list.error || (list.data && !consent) || whole ? (
        <div className="page-body form-column">
          {list.error ? <ErrorNotice error={list.error} again={list.again} /> : null}
          {list.data && !consent ? <ErrorNotice error={{ code: 'not-found', what: 'consent' }} /> : null}
          {whole ? <Notice tone="sage" title={t('tab.takenBackOn', { moment: momentWords(whole.withdrawnAt) })} /> : null}
          {back}
        </div>
      ) : null}
      {list.isPending && !list.error ? <Waiting /> : null}
      {consent && !whole ? <TakeBackForm clientId={clientId} consent={consent} /> : null}
    </>
  );
};
