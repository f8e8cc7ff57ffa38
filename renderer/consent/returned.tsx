import { IconCircleCheck, IconCircleDashed, IconMessageCircle } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { type JSX, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { leavesOut } from '../../shared/form-answers.ts';
import type { Filling } from '../../shared/handover.ts';
import { draftOf, dropDraft } from '../drafts.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { BackToConsent } from './back-to-consent.tsx';
import { formKey } from './form-key.ts';
import { HandBackOn } from './hand-back-on.tsx';
import { Preparation, preparationKey } from './preparation.ts';
import { ReturnedForm } from './returned-form.tsx';
import { leftToRead, waitsForClient } from './returned-forms.ts';

/** What was typed for a hand-over stands in the forms now; it is no unfinished work any more. */
const usePreparationDone = (clientId: string): void => {
  useEffect(() => {
    const key = preparationKey(clientId);
    if (draftOf(key, Preparation)?.handedOver) void dropDraft(key);
  }, [clientId]);
};

const StateOf = ({ filling }: { readonly filling: Filling }): JSX.Element => {
  const { t } = useTranslation('consent');
  const left = leftToRead(filling);
  if (leavesOut(filling.form, filling.answers)) return <span className="state ink-2">{t('returned.leftOut')}</span>;
  if (filling.talk.length > 0)
    return (
      <span className="state wait">
        <Icon icon={IconMessageCircle} size={18} />
        {t('returned.toTalk', { count: filling.talk.length })}
      </span>
    );
  if (waitsForClient(filling))
    return (
      <span className="state wait">
        <Icon icon={IconCircleDashed} size={18} />
        {t('returned.goesOn')}
      </span>
    );
  return left > 0 ? (
    <span className="state ink-2">
      <Icon icon={IconCircleDashed} size={18} />
      {t('returned.toRead', { count: left })}
    </span>
  ) : (
    <span className="state good">
      <Icon icon={IconCircleCheck} size={18} />
      {t('returned.read')}
    </span>
  );
};

/** What came back besides, and is gone through elsewhere; it stands in the address. */
type Besides = { readonly intake?: true; readonly health?: true };

type ListProps = { readonly clientId: string; readonly fillings: readonly Filling[]; readonly open: string; readonly besides: Besides };

/** The forms of this sitting; one is read at a time. */
const FormsBack = ({ clientId, fillings, open, besides }: ListProps): JSX.Element => {
  const { t } = useTranslation('consent');
  return (
    <nav aria-label={t('returned.forms')} className="returned-forms">
      <ul>
        {fillings.map((filling) => (
          <li key={filling.id}>
            <Link
              to="/clients/$clientId/consent/returned"
              params={{ clientId }}
              search={{ form: formKey(filling.form), ...besides }}
              className="returned-link"
              aria-current={formKey(filling.form) === open ? 'true' : undefined}
              replace
            >
              <span className="b" dir="auto">
                {filling.form.title}
              </span>
              <StateOf filling={filling} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const CameToo = ({ clientId, besides }: { readonly clientId: string; readonly besides: Besides }): JSX.Element => {
  const { t } = useTranslation('consent');
  const health = (
    <ButtonLink to="/clients/$clientId/health" params={{ clientId }} variant="default">
      {t('returned.healthOpen')}
    </ButtonLink>
  );
  const intake = (
    <ButtonLink to="/clients/$clientId/intake" params={{ clientId }} variant="default">
      {t('returned.intakeOpen')}
    </ButtonLink>
  );
  return (
    <>
      {besides.health ? <Notice tone="sage" title={t('returned.health')} actions={health} /> : null}
      {besides.intake ? <Notice tone="sage" title={t('returned.intake')} actions={intake} /> : null}
    </>
  );
};

type ReturnedProps = {
  readonly clientId: string;
  readonly asked: string | undefined;
  readonly besides: Besides;
};

/** Forms that came back from the client, to be read through together, signed and finished one by one. */
export const Returned = ({ clientId, asked, besides }: ReturnedProps): JSX.Element => {
  const { t } = useTranslation('consent');
  const navigate = useNavigate();
  const client = useCall('clients.get', { id: clientId }).data;
  const returned = useCall('handover.returned', { clientId }, { fresh: true });
  usePreparationDone(clientId);
  const fillings = returned.data?.fillings ?? [];
  const open = fillings.find((one) => formKey(one.form) === asked) ?? fillings.find((one) => !waitsForClient(one)) ?? fillings[0];
  const going = fillings.filter(waitsForClient);
  const onSigned = (documentId: string): void =>
    void navigate({
      to: '/clients/$clientId/documents/$documentId',
      params: { clientId, documentId },
      search: { signed: true },
      replace: true,
    });
  return (
    <>
      <PageHead
        title={t('returned.title', { name: client?.chosenName ?? '' })}
        windowTitle={t('returned.window')}
        focusKey={fillings.length}
      />
      <BackToConsent clientId={clientId} />
      <div className="page-body returned">
        {returned.error ? <ErrorNotice error={returned.error} again={returned.again} /> : null}
        {returned.isPending && !returned.error ? <Waiting /> : null}
        <CameToo clientId={clientId} besides={besides} />
        {returned.data && fillings.length === 0 ? (
          <div className="form-column">
            <p className="md ink-2">{t('returned.none')}</p>
            <div>
              <ButtonLink to="/clients/$clientId/consent" params={{ clientId }} variant="default">
                {t('document.back')}
              </ButtonLink>
            </div>
          </div>
        ) : null}
        {fillings.length > 1 && open ? (
          <FormsBack clientId={clientId} fillings={fillings} open={formKey(open.form)} besides={besides} />
        ) : null}
        {going.length > 1 ? <HandBackOn clientId={clientId} forms={going.map(({ form }) => form)} /> : null}
        {open ? (
          <ReturnedForm
            key={`${open.id} ${open.revision}`}
            clientId={clientId}
            name={client?.chosenName ?? ''}
            filling={open}
            onSigned={onSigned}
          />
        ) : null}
      </div>
    </>
  );
};
