import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { touchTime } from '../../shared/session-state.ts';
import { useCall } from '../use-call.ts';
import { useConductor } from './conductor-context.ts';
import { Begin } from './touch-begin.tsx';
import { ChooseChart } from './touch-chart.tsx';
import { Deed } from './touch-deed.tsx';
import { Face } from './touch-face.tsx';
import type { TouchFacts } from './touch-facts.ts';
import { Rehearse, SpokenYes } from './touch-first.tsx';
import { ChosenBy, Firmness, Lying, Minutes } from './touch-how.tsx';
import { Manner } from './touch-manner.tsx';
import { asPlan, type Draft, isOpen, plannedFrom } from './touch-plan.ts';
import { placesToAsk, refusalsAt } from './touch-verdict.ts';
import { Where } from './touch-where.tsx';
import { useBlockDraft } from './use-block-draft.ts';

const minute = 60_000;

/** Hands on so far, and where the line of a first session is. */
const SoFar = ({ facts }: { readonly facts: TouchFacts }): JSX.Element => {
  const { t } = useTranslation('touch');
  const { now } = useConductor();
  const minutes = Math.round(touchTime(facts.state, now()) / minute);
  const line = facts.content.plannedMinutes.firstSession;
  return (
    <p className="ink-2 num">
      {t('soFar.minutes', { count: minutes })}
      {facts.isFirst ? ` ${t('soFar.first', { count: line })}` : ''}
    </p>
  );
};

/** The next block: where on the chart, how beside it, and what stands against it as it is chosen. */
export const Choose = ({ facts }: { readonly facts: TouchFacts }): JSX.Element => {
  const { t } = useTranslation('touch');
  const { session, tell } = useConductor();
  const { draft, set: setDraft, drop } = useBlockDraft(facts);
  const [looked, setLooked] = useState<string | null>(null);
  const [read, setRead] = useState<readonly string[]>([]);
  const planned = plannedFrom(draft, facts);
  const plan = asPlan(planned);
  const asked = useCall('sessions.allowed', { sessionId: session.id, plan }, { enabled: plan !== null, keep: true });
  const verdict = plan === null ? null : (asked.data?.verdict ?? null);
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const toggle = (code: string): void => {
    setLooked(code);
    if (!isOpen(facts.allowed, code)) return;
    const { areas } = planned;
    change({ areas: areas.includes(code) ? areas.filter((one) => one !== code) : [...areas, code] });
  };
  const codes = new Set(verdict?.refused.map(({ code }) => code));
  return (
    <Face
      face="choose"
      title={t('choose.title', { n: facts.state.blocks.length + 1 })}
      focusKey={`choose ${facts.state.blocks.length}`}
      chart={<ChooseChart facts={facts} planned={planned.areas} looked={looked} onLook={setLooked} onToggle={toggle} />}
      foot={
        <>
          {codes.has('spoken-yes') ? <SpokenYes /> : null}
          {codes.has('stop-rehearsed') ? <Rehearse /> : null}
          <Begin
            facts={facts}
            planned={planned}
            verdict={verdict}
            read={read}
            onRead={(more) => setRead([...read, ...more])}
            change={change}
            onBegun={drop}
          />
          <Deed variant="subtle" className="touch-on" onDeed={() => tell('phase', { to: 'ground' })}>
            {t('toGrounding')}
          </Deed>
        </>
      }
    >
      <SoFar facts={facts} />
      <Where
        facts={facts}
        planned={planned.areas}
        looked={looked}
        unasked={placesToAsk(verdict, facts.allowed)}
        onAreas={(areas) => change({ areas })}
        onDraft={setDraft}
      />
      {refusalsAt(t, verdict, 'where', facts.nameOf).map((words) => (
        <p key={words} className="wrong">
          {words}
        </p>
      ))}
      {planned.areas.length > 0 || planned.technique ? (
        <>
          <Manner
            facts={facts}
            planned={planned}
            problems={refusalsAt(t, verdict, 'manner', facts.nameOf)}
            onTechnique={(technique) => change({ technique, level: null })}
            onAreas={(areas) => change({ areas })}
          />
          <Firmness facts={facts} planned={planned} change={change} problems={refusalsAt(t, verdict, 'level', facts.nameOf)} />
          <Minutes planned={planned} change={change} />
          {planned.chosenBy === null ? null : <ChosenBy planned={planned} change={change} />}
          <Lying facts={facts} planned={planned} change={change} />
        </>
      ) : null}
    </Face>
  );
};
