import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowRight } from '@tabler/icons-react';
import { Navigate, useBlocker, useNavigate } from '@tanstack/react-router';
import { type JSX, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consent } from '../../shared/consent.ts';
import { changeDraft, draftOf, dropDraft } from '../drafts.ts';
import { Confirm } from '../ui/confirm.tsx';
import { DraftState } from '../ui/draft-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { pagesOf, type Signing, signingKey, withForm } from './filled-form.ts';
import { FlowFrame } from './flow-frame.tsx';
import { PartPage } from './part-page.tsx';
import { Resting } from './resting.tsx';
import { Review } from './review.tsx';
import { blanksKey, SigningDraft } from './signing-draft.ts';
import { Thanks } from './thanks.tsx';

type FlowProps = { readonly clientId: string; readonly start: Signing };

const Opening = ({
  signing,
  pages,
  onBegin,
  onBack,
  onPause,
}: {
  readonly signing: Signing;
  readonly pages: number;
  readonly onBegin: () => void;
  readonly onBack: () => void;
  readonly onPause: () => void;
}): JSX.Element => {
  const { t } = useTranslation('handover');
  useTitle(signing.form.clientTitle);
  const foot = (
    <Button size="lg" className="flow-go" rightSection={<Icon icon={IconArrowRight} size={24} />} onClick={onBegin}>
      {t('flow.begin')}
    </Button>
  );
  return (
    <FlowFrame page={1} pages={pages} onBack={onBack} onPause={onPause} foot={foot}>
      <section className="part">
        <PageTitle className="question" focusKey={0}>
          {signing.form.clientTitle}
        </PageTitle>
        {signing.changed === 'form' ? (
          <Notice tone="wait" title={t('flow.formChanged')} live>
            {t('flow.formChangedText')}
          </Notice>
        ) : null}
        <p className="part-text">{signing.form.intro}</p>
        <p className="part-text">{t('flow.kept')}</p>
      </section>
    </FlowFrame>
  );
};

/** The signing from first page to thanks. What is answered is a draft, and dropped at the end. */
const Flow = ({ clientId, start }: FlowProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const navigate = useNavigate();
  const [signing, setSigning] = useState(start);
  const [state, setState] = useState<'reading' | 'resting' | 'signed'>('reading');
  const [leaving, setLeaving] = useState(false);
  const [consent, setConsent] = useState<Consent | null>(null);
  const key = signingKey(clientId, signing.form.id);
  const parts = pagesOf(signing.form);
  const pages = parts.length + 2;

  const change = (next: Signing): void => {
    changeDraft(key, next);
    setSigning(next);
  };
  const goTo = (page: number, from: Signing = signing): void => change({ ...from, page: Math.min(Math.max(page, 0), pages - 1) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page begins at its top
  useEffect(() => {
    if (state !== 'reading') return;
    document.querySelector('.flow-body')?.scrollTo(0, 0);
    window.scrollTo(0, 0);
  }, [state, signing.page]);

  // The client has the screen: the way back in the history asks first, and after the thanks it leads nowhere.
  useBlocker({
    shouldBlockFn: useCallback(() => {
      setLeaving(true);
      return true;
    }, []),
    enableBeforeUnload: false,
  });
  const drop = (): void => {
    void dropDraft(key);
    void dropDraft(blanksKey(clientId));
  };
  const leave = (): void => {
    drop();
    void navigate({ to: '/clients/$clientId/consent', params: { clientId }, replace: true, ignoreBlocker: true });
  };
  const onBack = (): void => (signing.page === 0 ? setLeaving(true) : goTo(signing.page - 1));
  const onPause = (): void => setState('resting');

  if (consent) return <Thanks clientId={clientId} documentId={consent.documentId} />;
  const elements = parts[signing.page - 1];
  return (
    <>
      {state === 'resting' ? (
        <Resting onGoOn={() => setState('reading')} onStop={() => setLeaving(true)} />
      ) : signing.page === 0 ? (
        <Opening signing={signing} pages={pages} onBegin={() => goTo(1)} onBack={onBack} onPause={onPause} />
      ) : elements ? (
        <PartPage
          key={signing.page}
          signing={signing}
          elements={elements}
          page={signing.page + 1}
          pages={pages}
          onChange={change}
          onGoOn={(next) => goTo(signing.page + 1, next)}
          onBack={onBack}
          onPause={onPause}
        />
      ) : (
        <Review
          clientId={clientId}
          signing={signing}
          pages={pages}
          onChange={change}
          onPage={(page) => goTo(page)}
          onBack={onBack}
          onPause={onPause}
          onNotToday={() => setLeaving(true)}
          onBlanks={() =>
            void navigate({ to: '/clients/$clientId/consent/prepare', params: { clientId }, replace: true, ignoreBlocker: true })
          }
          onSigned={(signed) => {
            drop();
            setConsent(signed);
          }}
        />
      )}
      <div className="flow-kept">
        <DraftState of={key} quiet />
      </div>
      <Confirm
        opened={leaving}
        title={t('leave.title')}
        text={t('leave.text')}
        yes={t('leave.yes')}
        no={t('leave.no')}
        onYes={leave}
        onNo={() => setLeaving(false)}
      />
    </>
  );
};

/** Without a prepared form there is nothing to read yet; a kept one is read as it stands now. */
export const SignConsent = ({ clientId, formId }: { readonly clientId: string; readonly formId: string }): JSX.Element => {
  const [kept] = useState(() => draftOf(signingKey(clientId, formId), SigningDraft));
  const asked = useCall('consent.forms', { clientId, blanks: { ...kept?.blanks } }, { enabled: kept !== undefined });
  const [start, setStart] = useState<Signing | null>(null);
  // A client reads this screen: no notice about anyone else may lie over it.
  useEffect(() => notifications.clean(), []);
  if (start) return <Flow clientId={clientId} start={start} />;
  if (kept && asked.isFetching) return <Waiting />;
  const form = asked.data?.forms.find((one) => one.id === formId);
  if (kept && form && form.unfilled.length === 0) {
    setStart(withForm(kept, form, kept.blanks));
    return <Waiting />;
  }
  return <Navigate to="/clients/$clientId/consent/prepare" params={{ clientId }} replace />;
};
