import { Button, Radio } from '@mantine/core';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type Finding, FindingKind } from '../../shared/finding.ts';
import type { Decision } from '../../shared/health.ts';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import { DraftState } from '../ui/draft-state.tsx';
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx';
import { Field, Marked, Wrong } from '../ui/field.tsx';
import { Notice, SaveError, said } from '../ui/notice.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useDraft } from '../use-draft.ts';
import { eventReason, eventWords, numbered } from './findings-words.ts';
import { QuickReasons } from './health-quick.tsx';
import { eventsSince, isUrgent, kindsAbove, kindsBelow, opensTouch } from './health-view.ts';
import { useDecide } from './use-decide.ts';
import type { Care } from './use-health.ts';

export const deciding = ['raise', 'lower', 'resolve'] as const;
export type Deciding = (typeof deciding)[number];

/** `version`: as it was when somebody began to write; `seen`: as it was when they last looked at what changed since. */
export const Decided = z.strictObject({ kind: FindingKind.nullable(), reason: z.string(), version: z.number(), seen: z.number() });
type Decided = z.infer<typeof Decided>;
export const decideKey = (finding: Finding, what: Deciding): string => `health-${finding.clientId}/${what}-${finding.id}`;

const decisionOf = (what: Deciding, { kind, reason }: Decided): Decision | null => {
  if (what === 'resolve') return { what, reason };
  return kind ? { what, kind, reason } : null;
};

/** What it does, said before it is done. */
const Meaning = ({ finding, what, kind }: { readonly finding: Finding; readonly what: Deciding; readonly kind: FindingKind | null }) => {
  const { t } = useTranslation('health');
  if (what === 'raise') return <p className="ink-2">{t('decide.raiseText')}</p>;
  const opens = what === 'resolve' ? opensTouch(finding, null) : kind !== null && opensTouch(finding, kind);
  if (!opens) return <p className="ink-2">{t(what === 'lower' ? 'decide.lowerText' : 'decide.resolveText')}</p>;
  return (
    <Notice tone="wait" title={t('decide.opens')}>
      {isUrgent(finding) ? t('decide.opensUrgent') : t('decide.opensText')}
    </Notice>
  );
};

type Props = { readonly finding: Finding; readonly what: Deciding; readonly care: Care; readonly onDone: () => void };

/** Raised, lowered or resolved: with a reason where it takes something away. */
export const DecideForm = ({ finding, what, care, onDone }: Props): JSX.Element => {
  const { t } = useTranslation('health');
  const { t: tErrors } = useTranslation('errors');
  const { client, areas } = care;
  const key = decideKey(finding, what);
  const about = { key, title: t('draft', { name: client.chosenName }), place: `/clients/${client.id}/health` };
  const { value, set, drop, found } = useDraft(about, Decided, () => ({
    kind: null,
    reason: '',
    version: finding.version,
    seen: finding.version,
  }));
  const { decide, busy, error } = useDecide(client.id);
  const meanwhile = eventsSince(finding, value.version);
  const [attempt, setAttempt] = useState(0);
  const box = useRef<HTMLFieldSetElement>(null);
  // Begun by a button that is gone now, or moved to another place with its finding; come back to with the page, the page's heading has it.
  useEffect(() => {
    if (document.activeElement === document.body || !found) box.current?.focus({ preventScroll: true });
  }, [found]);
  const kinds = what === 'raise' ? kindsAbove(finding) : what === 'lower' ? kindsBelow(finding) : [];
  const kind = value.kind && kinds.includes(value.kind) ? value.kind : null;
  const long = tooLong(value.reason, limits.paragraph);
  const ids = { kind: `kind-${finding.id}`, reason: `reason-${finding.id}`, meanwhile: `meanwhile-${finding.id}` };
  const problems: readonly FieldProblem[] = [
    ...(what !== 'resolve' && kind === null ? [{ field: ids.kind, label: t(`decide.${what}To`), text: t('decide.chooseKind') }] : []),
    ...(long ? [{ field: ids.reason, label: t('decide.reason'), text: tErrors('problem.too-long', long) }] : []),
    ...(what !== 'raise' && !shows(value.reason) ? [{ field: ids.reason, label: t('decide.reason'), text: t('decide.needed') }] : []),
  ];
  const shown = attempt > 0 ? problems : [];
  const problemOf = (field: string): string | undefined => shown.find((one) => one.field === field)?.text;

  const keep = async (): Promise<void> => {
    setAttempt(attempt + 1);
    const decision = decisionOf(what, { ...value, kind });
    if (problems.length > 0 || !decision) return;
    const look = ({ version }: Pick<Finding, 'version'>): void => {
      set({ ...value, seen: version });
      requestAnimationFrame(() => document.getElementById(ids.meanwhile)?.focus());
    };
    if (finding.version > value.seen) return look(finding);
    const done = await decide(finding.id, value.seen, decision, look);
    if (done.kind !== 'done') return;
    drop();
    said(t(`decide.${what}Done`, { condition: finding.item.condition }));
    onDone();
  };
  return (
    <fieldset ref={box} tabIndex={-1} className="decide" aria-label={t(`decide.${what}Of`, { condition: finding.item.condition })}>
      <ErrorSummary problems={shown} attempt={attempt} />
      {error ? <SaveError error={error} /> : null}
      {meanwhile.length > 0 ? (
        <div id={ids.meanwhile} tabIndex={-1} role="alert">
          <Notice tone="wait" title={t('decide.meanwhile')}>
            {numbered(meanwhile).map(({ number, event }) => (
              <span key={number} className="block num" dir="auto">
                {eventWords(t, event, areas)}
                {eventReason(event) ? ` “${eventReason(event)}”` : ''}
              </span>
            ))}
            {t('decide.meanwhileText')}
          </Notice>
        </div>
      ) : null}
      {what === 'resolve' ? null : (
        <Marked wrong={problemOf(ids.kind) !== undefined}>
          <Radio.Group
            id={ids.kind}
            label={t(`decide.${what}To`)}
            value={kind ?? ''}
            onChange={(next) => set({ ...value, kind: kinds.find((one) => one === next) ?? null })}
            error={problemOf(ids.kind) ? <Wrong>{problemOf(ids.kind)}</Wrong> : undefined}
          >
            <div className="decide-kinds">
              {kinds.map((one) => (
                <Radio key={one} value={one} label={t(`weight.${one}`)} description={t(`meaning.${one}`)} />
              ))}
            </div>
          </Radio.Group>
        </Marked>
      )}
      <Field
        id={ids.reason}
        label={t(what === 'raise' ? 'decide.reasonIfAny' : 'decide.reason')}
        value={value.reason}
        onChange={(reason) => set({ ...value, reason })}
        rows={2}
        problem={problemOf(ids.reason)}
      />
      {what === 'raise' ? null : <QuickReasons of={what} value={value.reason} onReason={(reason) => set({ ...value, reason })} />}
      <Meaning finding={finding} what={what} kind={kind} />
      <div className="row wrap form-actions">
        <Button variant="default" disabled={busy} onClick={() => void keep()}>
          {t(`decide.${what}Yes`)}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            drop();
            onDone();
          }}
        >
          {t('decide.leave')}
        </Button>
        <DraftState of={key} />
      </div>
    </fieldset>
  );
};
