import { Button, Checkbox } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type JSX, type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { AppError } from '../../shared/app-error.ts';
import type { BodyArea } from '../../shared/body-areas.ts';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import type { AreaControls } from '../ui/area-list-row.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { ChartAndList } from '../ui/chart-and-list.tsx';
import { DraftState } from '../ui/draft-state.tsx';
import { Field, Marked, Wrong } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, Notice, said } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useDraft } from '../use-draft.ts';
import { type Care, placeNames } from './use-health.ts';

const Chosen = z.strictObject({ areas: z.array(z.string()), version: z.number(), reason: z.string().default('') });

type Kept = { readonly kind: 'done' } | { readonly kind: 'meanwhile'; readonly version: number } | { readonly kind: 'failed' };

type Props = {
  readonly care: Care;
  /** The condition or the medicine. */
  readonly about: string;
  readonly draftKey: string;
  readonly place: string;
  /** A place that is closed, or one that takes only light contact. */
  readonly what: 'close' | 'light';
  readonly marked: readonly string[] | null;
  readonly suggested: readonly string[];
  readonly version: number;
  readonly busy: boolean;
  readonly error: AppError | null;
  /** What somebody else did first. */
  readonly meanwhile: ReactNode;
  readonly onKeep: (areas: readonly string[], version: number, reason: string) => Promise<Kept>;
};

type SuggestedProps = {
  readonly care: Care;
  readonly suggested: readonly string[];
  readonly chosen: readonly string[];
  readonly onChosen: (next: readonly string[]) => void;
};

/** Places the condition itself names: offered, and marked only when somebody says so. */
const Suggested = ({ care, suggested, chosen, onChosen }: SuggestedProps): JSX.Element => {
  const { t } = useTranslation('health');
  const known = suggested.filter((code) => care.areas.some((area) => area.code === code));
  if (known.length === 0) return <p className="ink-2">{t('places.askWhere')}</p>;
  return (
    <Checkbox.Group
      label={t('places.suggested')}
      description={t('places.suggestedHelp')}
      value={known.filter((code) => chosen.includes(code))}
      onChange={(next) => onChosen([...chosen.filter((code) => !known.includes(code)), ...next])}
    >
      <div className="map-places">
        {known.map((code) => (
          <Checkbox key={code} value={code} label={care.areas.find((area) => area.code === code)?.label ?? code} />
        ))}
      </div>
    </Checkbox.Group>
  );
};

type HiddenProps = {
  readonly hidden: readonly BodyArea[];
  readonly chosen: readonly string[];
  readonly onChosen: (next: readonly string[]) => void;
};

/** Places that stand on no chart here, because no touch is offered there: a condition may be there all the same. */
const HiddenPlaces = ({ hidden, chosen, onChosen }: HiddenProps): JSX.Element | null => {
  const { t } = useTranslation('health');
  if (hidden.length === 0) return null;
  return (
    <Checkbox.Group
      label={t('places.hidden')}
      value={hidden.map(({ code }) => code).filter((code) => chosen.includes(code))}
      onChange={(next) => onChosen([...chosen.filter((code) => !hidden.some((area) => area.code === code)), ...next])}
    >
      <div className="map-places">
        {hidden.map(({ code, label }) => (
          <Checkbox key={code} value={code} label={label} />
        ))}
      </div>
    </Checkbox.Group>
  );
};

type TakenOffProps = {
  readonly care: Care;
  readonly off: readonly string[];
  readonly reason: string;
  readonly problem: string | undefined;
  readonly onReason: (reason: string) => void;
};

const reasonId = 'places-reason';

/** A place that was closed opens again: that is written down with a reason. */
const TakenOff = ({ care, off, reason, problem, onReason }: TakenOffProps): JSX.Element | null => {
  const { t } = useTranslation('health');
  if (off.length === 0) return null;
  return (
    <Field
      id={reasonId}
      label={t('places.reason')}
      help={t('places.reasonHelp', { count: off.length, places: placeNames(care.areas, off) })}
      value={reason}
      onChange={onReason}
      rows={2}
      problem={problem}
    />
  );
};

type FootProps = Pick<Props, 'care' | 'what' | 'draftKey' | 'busy'> & {
  readonly chosen: readonly string[];
  readonly problem: string | undefined;
  readonly onKeep: () => void;
  readonly onLeave: () => void;
};

/** What is marked, and the button that says how many places it is about. */
const Foot = ({ care, what, draftKey, busy, chosen, problem, onKeep, onLeave }: FootProps): JSX.Element => {
  const { t } = useTranslation('health');
  return (
    <Marked wrong={problem !== undefined}>
      <div className="places-foot">
        <p role="status" className="num">
          {chosen.length === 0 ? t('places.chosenNone') : t('places.chosen', { count: chosen.length })}{' '}
          <span className="ink-2">{placeNames(care.areas, chosen)}</span>
        </p>
        {problem ? <Wrong>{problem}</Wrong> : null}
        <div className="row wrap form-actions">
          <Button disabled={busy} onClick={onKeep}>
            {chosen.length === 0 ? t('places.confirmNone') : t(`places.${what}`, { count: chosen.length })}
          </Button>
          <ButtonLink to="/clients/$clientId/health" params={{ clientId: care.client.id }} variant="subtle" onClick={onLeave}>
            {t('decide.leave')}
          </ButtonLink>
          <DraftState of={draftKey} />
        </div>
      </div>
    </Marked>
  );
};

/** A box in each row of the list; a touch on the chart does the same. */
const useTicks = (toggle: (code: string) => void): AreaControls => {
  const { t } = useTranslation('health');
  return useCallback(
    ({ code, label }, mark, { tabStop, nameId }) => (
      <Checkbox
        checked={mark.limited ?? false}
        tabIndex={tabStop ? undefined : -1}
        aria-label={t('places.markOf', { place: label })}
        aria-describedby={nameId}
        className="place-tick"
        onChange={() => toggle(code)}
      />
    ),
    [t, toggle],
  );
};

/** Where something is: marked on the chart or in the list, and closed once it is confirmed. */
export const MarkPlaces = (props: Props): JSX.Element => {
  const { care, about, draftKey, place, what, marked, suggested, version, busy, error, meanwhile, onKeep } = props;
  const { t } = useTranslation('health');
  const navigate = useNavigate();
  const { t: errors } = useTranslation('errors');
  const { client, areas } = care;
  const draft = { key: draftKey, title: t('draft', { name: client.chosenName }), place };
  const { value, set, drop } = useDraft(draft, Chosen, () => ({ areas: [...(marked ?? [])], version, reason: '' }));
  const [tried, setTried] = useState(false);
  const chosen = value.areas;
  // What is limited by health may be any place, also one nobody is offered touch at.
  const shown = useMemo(
    () => areas.filter((area) => area.tier !== 'written_specific' || area.turnedOn).map((area) => ({ ...area, offered: true })),
    [areas],
  );
  const hidden = areas.filter((area) => !shown.some(({ code }) => code === area.code));
  const marks = Object.fromEntries(
    chosen.map((code) => [code, what === 'close' ? ({ state: 'no', limited: true } as const) : { limited: true }]),
  );
  const choose = (next: readonly string[]): void => set({ ...value, areas: [...next] });
  const latest = useRef({ chosen, choose });
  latest.current = { chosen, choose };
  const toggle = useCallback((code: string): void => {
    const { chosen: now, choose: put } = latest.current;
    put(now.includes(code) ? now.filter((one) => one !== code) : [...now, code]);
  }, []);
  const controls = useTicks(toggle);
  const off = what === 'close' ? (marked ?? []).filter((code) => !chosen.includes(code)) : [];
  const long = tooLong(value.reason, limits.paragraph);
  const reasonProblem = off.length === 0 ? null : long ? errors('problem.too-long', long) : shows(value.reason) ? null : t('decide.needed');
  const keep = async (): Promise<void> => {
    setTried(true);
    if (chosen.length === 0) return;
    if (reasonProblem) return document.getElementById(reasonId)?.focus();
    const done = await onKeep(chosen, value.version, off.length > 0 ? value.reason : '');
    if (done.kind === 'meanwhile') set({ ...value, version: done.version });
    if (done.kind !== 'done') return;
    drop();
    said(t(`places.${what}Done`, { count: chosen.length }));
    void navigate({ to: '/clients/$clientId/health', params: { clientId: client.id }, replace: true });
  };
  return (
    <>
      <PageHead title={t('places.title')} sub={<span dir="auto">{t('places.sub', { about, name: client.chosenName })}</span>} />
      <div className="page-body map-page places-page">
        <div>
          <ButtonLink
            to="/clients/$clientId/health"
            params={{ clientId: client.id }}
            variant="subtle"
            leftSection={<Icon icon={IconArrowLeft} size={18} />}
          >
            {t('back')}
          </ButtonLink>
        </div>
        {error ? <ErrorNotice error={error} /> : null}
        {meanwhile ? (
          <Notice tone="wait" title={t('decide.meanwhile')} live>
            {meanwhile} {t('decide.meanwhileText')}
          </Notice>
        ) : null}
        <p className="md">{t(`places.${what}Text`)}</p>
        <Suggested care={care} suggested={suggested} chosen={chosen} onChosen={choose} />
        <ChartAndList areas={shown} marks={marks} onPick={toggle} controls={controls} />
        <HiddenPlaces hidden={hidden} chosen={chosen} onChosen={choose} />
        <TakenOff
          care={care}
          off={off}
          reason={value.reason}
          problem={tried && reasonProblem ? reasonProblem : undefined}
          onReason={(reason) => set({ ...value, reason })}
        />
        <Foot
          care={care}
          what={what}
          draftKey={draftKey}
          busy={busy}
          chosen={chosen}
          problem={tried && chosen.length === 0 ? t('places.none') : undefined}
          onKeep={() => void keep()}
          onLeave={() => drop()}
        />
      </div>
    </>
  );
};
