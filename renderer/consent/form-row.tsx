import {
  IconArrowBackUp,
  IconBook2,
  IconCircleDashed,
  IconClock,
  IconFileCheck,
  IconFileText,
  IconRefresh,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consent } from '../../shared/consent.ts';
import type { FormState } from '../../shared/consent-state.ts';
import { dayWords, momentWords, today } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { stateWords } from '../ui/form-standing.ts';
import { Icon } from '../ui/icon.tsx';
import { keyOfForm } from './form-key.ts';
import { isForOneRecipient } from './suggested-forms.ts';

const icons: Readonly<Record<FormState['state'], TablerIcon>> = {
  'not-signed': IconCircleDashed,
  'to-review': IconBook2,
  'in-force': IconFileCheck,
  'ends-soon': IconClock,
  ended: IconClock,
  'sign-again': IconRefresh,
  withdrawn: IconArrowBackUp,
};

const toneOf = ({ state }: FormState) =>
  state === 'in-force' ? 'sage-ink' : state === 'not-signed' || state === 'withdrawn' ? 'ink-3' : 'wait-ink';
const classOf = ({ state }: FormState): string =>
  state === 'in-force' ? 'good' : state === 'not-signed' || state === 'withdrawn' ? 'ink-2' : 'wait b';

/** Where a form stands, with its sign. */
export const FormStanding = ({ form }: { readonly form: FormState }): JSX.Element => {
  const { t } = useTranslation('consent');
  return <span className={classOf(form)}>{stateWords(t, form, today())}</span>;
};

type RowProps = {
  readonly clientId: string;
  readonly form: FormState;
  /** The newest signed one. */
  readonly consent: Consent | undefined;
  readonly archived: boolean;
};

const NextStep = ({ clientId, form }: Pick<RowProps, 'clientId' | 'form'>): JSX.Element | null => {
  const { t } = useTranslation('consent');
  const { title, state } = form;
  if (state === 'in-force') return null;
  if (state === 'to-review') {
    return (
      <ButtonLink
        to="/clients/$clientId/consent/returned"
        params={{ clientId }}
        search={{ form: keyOfForm(form) }}
        variant="default"
        aria-label={t('tab.readOf', { title })}
      >
        {t('tab.read')}
      </ButtonLink>
    );
  }
  const again = state !== 'not-signed';
  if (isForOneRecipient(form.formId)) {
    return (
      <ButtonLink
        to="/clients/$clientId/releases/new"
        params={{ clientId }}
        variant="default"
        aria-label={t(again ? 'tab.againOf' : 'tab.prepareOf', { title })}
      >
        {t(again ? 'tab.again' : 'tab.prepareOne')}
      </ButtonLink>
    );
  }
  return (
    <ButtonLink
      to="/clients/$clientId/consent/prepare"
      params={{ clientId }}
      search={{ form: keyOfForm(form) }}
      variant="default"
      aria-label={t(again ? 'tab.againOf' : 'tab.prepareOf', { title })}
    >
      {t(again ? 'tab.again' : 'tab.prepareOne')}
    </ButtonLink>
  );
};

/** A signature that still says something can be taken back. */
export const canBeTakenBack = (form: Pick<FormState, 'state' | 'consentId'>): boolean =>
  form.consentId !== null && form.state !== 'withdrawn' && form.state !== 'ended';

export const TakenBackLine = ({ consent }: { readonly consent: Consent }): JSX.Element | null => {
  const { t } = useTranslation('consent');
  const whole = consent.withdrawals.find((one) => one.parts.length === 0);
  return whole ? (
    <div className="ink-2 num">
      <time dateTime={whole.withdrawnAt}>{t('tab.takenBackOn', { moment: momentWords(whole.withdrawnAt) })}</time>
    </div>
  ) : null;
};

/** When it was signed, and on what; by hand it has a day and somebody who saw the original. */
export const SignedHow = ({ consent }: { readonly consent: Consent }): JSX.Element => {
  const { t } = useTranslation('consent');
  const { paper, signedAt, formVersion } = consent;
  const version = t('tab.version', { version: formVersion });
  if (!paper) {
    return (
      <>
        <time dateTime={signedAt}>{t('tab.signed', { moment: momentWords(signedAt) })}</time> · {version}
      </>
    );
  }
  return (
    <>
      <time dateTime={paper.signedOn}>{t('tab.signedOnPaper', { day: dayWords(paper.signedOn) })}</time> ·{' '}
      <span dir="auto">{t('tab.seenBy', { name: paper.seenName })}</span> · {version}
    </>
  );
};

const SignedLine = ({ form, consent }: { readonly form: FormState; readonly consent: Consent }): JSX.Element => {
  const { t } = useTranslation('consent');
  const whole = consent.withdrawals.some((one) => one.parts.length === 0);
  const parts = form.partsWithdrawn.length;
  return (
    <>
      <div className="ink-2 num">
        <SignedHow consent={consent} />
      </div>
      <TakenBackLine consent={consent} />
      {parts > 0 && !whole ? <div className="wait b">{t('tab.partsTakenBack', { count: parts })}</div> : null}
      {form.newerText && form.state !== 'sign-again' ? <div className="ink-2">{t('tab.newerText')}</div> : null}
    </>
  );
};

/** One form of one client: what it is, where it stands, and the next thing to do with it. */
export const FormRow = ({ clientId, form, consent, archived }: RowProps): JSX.Element => {
  const { t } = useTranslation('consent');
  const { title } = form;
  return (
    <li>
      <Icon icon={icons[form.state]} tone={toneOf(form)} />
      <div className="grow">
        <div className="md b" dir="auto">
          {title}
        </div>
        <FormStanding form={form} />
        {consent ? <SignedLine form={form} consent={consent} /> : null}
      </div>
      <div className="row wrap form-row-actions">
        {consent && canBeTakenBack(form) ? (
          <ButtonLink
            to="/clients/$clientId/consent/$consentId/take-back"
            params={{ clientId, consentId: consent.id }}
            variant="subtle"
            aria-label={t('tab.takeBackOf', { title })}
          >
            {t('tab.takeBack')}
          </ButtonLink>
        ) : null}
        {consent ? <OpenPdf clientId={clientId} consent={consent} /> : null}
        {archived ? null : <NextStep clientId={clientId} form={form} />}
      </div>
    </li>
  );
};

export const OpenPdf = ({ clientId, consent }: { readonly clientId: string; readonly consent: Consent }): JSX.Element => {
  const { t } = useTranslation('consent');
  const { paper } = consent;
  return (
    <ButtonLink
      to="/clients/$clientId/documents/$documentId"
      params={{ clientId, documentId: consent.documentId }}
      variant="default"
      leftSection={<Icon icon={IconFileText} />}
      aria-label={
        paper
          ? t('tab.openScanOf', { title: consent.title, day: dayWords(paper.signedOn) })
          : t('tab.openOf', { title: consent.title, moment: momentWords(consent.signedAt) })
      }
    >
      {t(paper ? 'tab.openScan' : 'tab.open')}
    </ButtonLink>
  );
};
