import { type JSX, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../ui/notice.tsx';
import { useTitle } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { begunFor } from './findings-body.tsx';
import { Findings } from './findings-list.tsx';
import { AskAgain } from './health-ask-again.tsx';
import { Changes } from './health-change.tsx';
import { HealthReadiness } from './health-readiness.tsx';
import { listsOf } from './health-view.ts';
import { HealthQuestions } from './health-ways.tsx';
import { IntakeParts } from './intake-parts.tsx';
import { Medicines } from './medicines-list.tsx';
import { type Care, useHealth } from './use-health.ts';

const Parts = ({ care }: { readonly care: Care }): JSX.Element => {
  const { of } = care;
  const lists = listsOf(of.findings);
  // What is not asked yet, or not to the end, is the next thing to do.
  const isAsked = of.screens.length > 0 && of.open === null;
  // What somebody began to write about a finding stands open when they come back to it.
  const [openId, setOpenId] = useState<string | null>(() => of.findings.find((one) => begunFor(one) !== null)?.id ?? null);
  const go = useCallback((id: string): void => {
    setOpenId(id);
    requestAnimationFrame(() => {
      const line = document.getElementById(`finding-${id}`) ?? document.querySelector<HTMLElement>(`[data-finding="${id}"] button`);
      line?.scrollIntoView({ block: 'center' });
      line?.focus({ preventScroll: true });
    });
  }, []);
  return (
    <>
      <HealthReadiness clientId={care.client.id} onFinding={go} />
      {isAsked ? null : <HealthQuestions care={care} />}
      {of.screens.length > 0 || of.changes.length > 0 ? <Changes care={care} /> : null}
      <AskAgain lists={lists} care={care} />
      <Findings lists={lists} care={care} openId={openId} onOpen={setOpenId} />
      <Medicines care={care} />
      {isAsked ? <HealthQuestions care={care} /> : null}
    </>
  );
};

/** A client's health: whether touch may begin, what was found, and what is still to be asked. */
export const HealthTab = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('health');
  const { care, error, again } = useHealth(clientId);
  const heading = useRef<HTMLHeadingElement>(null);
  const isRead = care !== null;
  // A tab opens in place: keyboard and screen reader go on at its heading.
  useLayoutEffect(() => {
    if (isRead) heading.current?.focus({ preventScroll: true });
  }, [isRead]);
  // After the heading of the whole page, where that is new too.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useTitle(t('title'));
  return (
    <section className="intake health" aria-labelledby="health-title">
      <IntakeParts clientId={clientId} />
      <h2 ref={heading} tabIndex={-1} id="health-title" className="section-title">
        {t('title')}
      </h2>
      {error ? <ErrorNotice error={error} again={again} /> : null}
      {!care && !error ? <Waiting>{t('reading')}</Waiting> : null}
      {care ? <Parts key={clientId} care={care} /> : null}
    </section>
  );
};
