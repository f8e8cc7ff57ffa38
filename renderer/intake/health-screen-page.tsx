import { Button, Switch } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HealthScreen, HealthSection } from '../../shared/health.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { useTitle } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useDraft } from '../use-draft.ts';
import { useRemembered } from '../use-remembered.ts';
import { ScreenReading } from './health-screen-reading.tsx';
import { ScreenSection } from './health-screen-section.tsx';
import { blankIn, nextSection, sectionState } from './health-view.ts';
import { IntakeParts } from './intake-parts.tsx';
import { type Care, useHealth } from './use-health.ts';
import { type Answers, screenKey, Typed, useScreen } from './use-screen.ts';

type PartsProps = {
  readonly care: Care;
  readonly screen: HealthScreen;
  readonly typed: Answers;
  readonly at: string;
  readonly onGo: (id: string) => void;
};

/** Every part with whether it was gone through; a touch goes there. */
const Parts = ({ care, screen, typed, at, onGo }: PartsProps): JSX.Element => {
  const { t } = useTranslation('health');
  return (
    <nav aria-label={t('screen.parts')} className="screen-parts">
      {care.content.sections.map((section) => {
        const { isKept, changed } = sectionState(screen, section, typed);
        const open = changed.length > 0;
        return (
          <button
            key={section.id}
            type="button"
            className="screen-part"
            aria-current={section.id === at ? 'step' : undefined}
            onClick={() => onGo(section.id)}
          >
            <Icon
              icon={isKept && !open ? IconCheck : IconCircleDashed}
              size={18}
              tone={open ? 'wait-ink' : isKept ? 'sage-ink' : 'ink-3'}
            />
            <span>{section.title}</span>
            <span className="visually-hidden">{t(open ? 'screen.partOpen' : isKept ? 'screen.partKept' : 'screen.partNot')}</span>
          </button>
        );
      })}
    </nav>
  );
};

type EndProps = { readonly clientId: string; readonly blank: number; readonly busy: boolean; readonly onEnd: () => void };

/** What is typed, where in the questions somebody is, and what is kept when they say so. */
const useAsking = ({ client, content: { sections } }: Care, screen: HealthScreen) => {
  const { t } = useTranslation('health');
  const navigate = useNavigate();
  const about = {
    key: screenKey(client.id),
    title: t('draft', { name: client.chosenName }),
    place: `/clients/${client.id}/health/questions`,
  };
  const { value, set, drop } = useDraft<Typed>(about, Typed, () => ({ answers: {} }));
  const [onPaper, setOnPaper] = useRemembered(`health-paper-${screen.id}`, () => false);
  const [at, setAt] = useRemembered(`health-part-${screen.id}`, () => nextSection(sections, screen.seen, '')?.id ?? sections[0]?.id ?? '');
  const [disputed, setDisputed] = useState<readonly string[]>([]);
  const { keep, busy, error } = useScreen(screen);
  const from = onPaper ? ('paper' as const) : ('practitioner' as const);
  const without = (ids: readonly string[]): Answers =>
    Object.fromEntries(Object.entries(value.answers).filter(([id]) => !ids.includes(id)));
  const finished = (): void => {
    drop({ answers: {} });
    said(t('screen.finished', { name: client.chosenName }));
    void navigate({ to: '/clients/$clientId/health', params: { clientId: client.id } });
  };
  const keepSection = async (section: HealthSection): Promise<void> => {
    const ids = section.questions.map(({ id }) => id);
    const answers = Object.fromEntries(Object.entries(value.answers).filter(([id]) => ids.includes(id)));
    const saved = await keep({ answers, seen: [section.id], from, done: false });
    if (saved.kind === 'disputed') return setDisputed(saved.questions);
    if (saved.kind !== 'done') return;
    if (saved.screen.doneAt !== null) return finished();
    set({ answers: without(ids) });
    setAt(nextSection(sections, saved.screen.seen, section.id)?.id ?? section.id);
  };
  const end = async (): Promise<void> => {
    const saved = await keep({ answers: value.answers, seen: [], from, done: true });
    if (saved.kind === 'disputed') setDisputed(saved.questions);
    if (saved.kind === 'done') finished();
  };
  const decided = (theirs: readonly string[]): void => {
    setDisputed([]);
    set({ answers: without(theirs) });
  };
  const type = (answers: Answers): void => set({ answers });
  return { typed: value.answers, type, onPaper, setOnPaper, at, setAt, disputed, decided, busy, error, keepSection, end };
};

/** Ends the round before every part is kept, with what that means for what is blank. */
const End = ({ clientId, blank, busy, onEnd }: EndProps): JSX.Element => {
  const { t } = useTranslation('health');
  const [asking, setAsking] = useState(false);
  return (
    <div className="intake-finish">
      <p className="ink-2">{t('screen.endText')}</p>
      <div className="row wrap form-actions">
        <Button variant="default" disabled={busy} onClick={() => setAsking(true)}>
          {t('screen.end')}
        </Button>
        <ButtonLink
          to="/clients/$clientId/health"
          params={{ clientId }}
          variant="subtle"
          leftSection={<Icon icon={IconArrowLeft} size={18} />}
        >
          {t('back')}
        </ButtonLink>
      </div>
      <Confirm
        opened={asking}
        title={t('screen.endTitle')}
        text={blank > 0 ? t('screen.endBlank', { count: blank }) : t('screen.endWhole')}
        yes={t('screen.endYes')}
        no={t('screen.endNo')}
        busy={busy}
        onNo={() => setAsking(false)}
        onYes={() => {
          setAsking(false);
          onEnd();
        }}
      />
    </div>
  );
};

const Asking = ({ care, screen }: { readonly care: Care; readonly screen: HealthScreen }): JSX.Element => {
  const { t } = useTranslation('health');
  const { sections } = care.content;
  const asking = useAsking(care, screen);
  const { typed, busy } = asking;
  const section = sections.find(({ id }) => id === asking.at) ?? sections[0];
  if (!section) return <p className="ink-2">{t('screen.nothing')}</p>;
  const left = sections.filter(({ id }) => !screen.seen.includes(id));
  return (
    <>
      <div className="row wrap">
        <p className="grow ink-2 num" role="status">
          {t('screen.progress', { done: screen.seen.length, of: sections.length })}
        </p>
        <Switch
          className="on-paper"
          label={t('screen.onPaper', { name: care.client.chosenName })}
          checked={asking.onPaper}
          onChange={(event) => asking.setOnPaper(event.currentTarget.checked)}
        />
      </div>
      {asking.error ? <ErrorNotice error={asking.error} /> : null}
      <div className="screen-room">
        <Parts care={care} screen={screen} typed={typed} at={section.id} onGo={asking.setAt} />
        <ScreenSection
          key={section.id}
          screen={screen}
          section={section}
          typed={typed}
          disputed={asking.disputed.filter((id) => section.questions.some((one) => one.id === id))}
          busy={busy}
          isLast={left.length === 1 && left[0]?.id === section.id}
          onTyped={asking.type}
          onKeep={() => void asking.keepSection(section)}
          onDecided={asking.decided}
        />
      </div>
      <End clientId={care.client.id} blank={blankIn(sections, screen, typed)} busy={busy} onEnd={() => void asking.end()} />
    </>
  );
};

/** The health questions, asked together or typed in from paper; a round that was finished is read. */
export const HealthScreenPage = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('health');
  const { care, error, again } = useHealth(clientId);
  const heading = useRef<HTMLHeadingElement>(null);
  const isRead = care !== null;
  useEffect(() => {
    if (isRead) heading.current?.focus({ preventScroll: true });
  }, [isRead]);
  useTitle(t('ways.title'));
  const open = care?.of.open ?? null;
  return (
    <section className="intake health" aria-labelledby="screen-title">
      <IntakeParts clientId={clientId} />
      <h2 ref={heading} tabIndex={-1} id="screen-title" className="section-title">
        {open && open.number > 1 ? t('screen.review', { number: open.number - 1 }) : t('ways.title')}
      </h2>
      {error ? <ErrorNotice error={error} again={again} /> : null}
      {!care && !error ? <Waiting>{t('reading')}</Waiting> : null}
      {care && open && care.canWork ? <Asking key={open.id} care={care} screen={open} /> : null}
      {care && !(open && care.canWork) ? <ScreenReading care={care} /> : null}
    </section>
  );
};
