import {
  IconAdjustmentsHorizontal,
  IconBan,
  IconCircleCheck,
  IconClipboardText,
  IconHourglass,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Readiness, ReadinessCode, ReadinessState } from '../../shared/readiness.ts';
import { Icon } from './icon.tsx';
import { groupsOf, groupWords, namesIn, nextWords, type ReasonGroup } from './readiness-words.ts';

const icons: Readonly<Record<ReadinessState, TablerIcon>> = {
  'not-now': IconBan,
  'needs-clearance': IconHourglass,
  waiting: IconClipboardText,
  'ready-with-limits': IconAdjustmentsHorizontal,
  ready: IconCircleCheck,
};

/** Whether hands-on work may begin: a sign and its word. An emergency alone is red. */
export const ReadinessMark = ({ readiness: { state, reasons } }: { readonly readiness: Readiness }): JSX.Element => {
  const { t } = useTranslation('readiness');
  const isEmergency = reasons.some(({ code }) => code === 'emergency');
  return (
    <span className="readiness-mark" data-state={isEmergency ? 'emergency' : state}>
      <Icon icon={icons[state]} />
      <span>
        <span className="visually-hidden">{t('title')}: </span>
        {t(`state.${state}`)}
      </span>
    </span>
  );
};

type Page = 'health' | 'consent' | 'intake' | 'clearance' | 'sessions';

/** Where something can be done about it. */
const pageOf: Readonly<Record<ReadinessCode, Page>> = {
  emergency: 'health',
  'refer-now': 'health',
  absolute: 'health',
  hold: 'sessions',
  'records-merged': 'consent',
  'guardian-missing': 'consent',
  'medicine-none': 'health',
  clearance: 'clearance',
  'places-to-mark': 'health',
  'not-answered': 'health',
  'change-open': 'health',
  'no-health-screen': 'health',
  'health-screen-open': 'health',
  'no-intake': 'intake',
  'no-consent': 'consent',
  'consent-ended': 'consent',
  'consent-withdrawn': 'consent',
  'consent-sign-again': 'consent',
  'decision-maker-missing': 'consent',
  cleared: 'clearance',
  'talk-first': 'health',
  'dissociation-plan': 'health',
  local: 'health',
  modify: 'health',
  'medicine-cap': 'health',
  'medicine-to-match': 'health',
  'medicine-to-list': 'health',
  'medicines-not-told': 'health',
  'ask-today': 'health',
};

/** Names beyond this many wait behind a button, unless they keep hands off. */
const few = 3;

const Names = ({ group }: { readonly group: ReasonGroup }): JSX.Element | null => {
  const { t } = useTranslation('readiness');
  const [all, setAll] = useState(false);
  const names = namesIn(group);
  const folds = group.state === 'ready-with-limits' && names.length > few + 1;
  if (names.length === 0) return null;
  const shown = folds && !all ? names.slice(0, few) : names;
  return (
    <>
      <ul className="readiness-names">
        {[...new Set(shown)].map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      {folds ? (
        <button type="button" className="fold-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('fewer') : t('more', { count: names.length - few })}
        </button>
      ) : null}
    </>
  );
};

const Group = ({ clientId, group }: { readonly clientId: string; readonly group: ReasonGroup }): JSX.Element => {
  const { t } = useTranslation('readiness');
  const page = pageOf[group.code];
  const next = nextWords(t, group);
  return (
    <li>
      <span className={group.state === 'ready-with-limits' ? 'b' : 'b wait'}>{groupWords(t, group)}</span>
      <Names group={group} />
      <Link to={`/clients/$clientId/${page}`} params={{ clientId }} className="text-link readiness-next">
        {next}
      </Link>
    </li>
  );
};

type ReasonsProps = {
  readonly clientId: string;
  readonly readiness: Readiness;
  /** How many groups stand there at once; all where it is left out. */
  readonly few?: number;
};

/** Why, the most careful first: what is alike stands together, with what to do next and the way there. */
export const ReadinessReasons = ({ clientId, readiness: { reasons }, few }: ReasonsProps): JSX.Element | null => {
  const { t } = useTranslation('readiness');
  const [all, setAll] = useState(false);
  const groups = groupsOf(reasons);
  if (groups.length === 0) return null;
  const folds = few !== undefined && groups.length > few + 1;
  return (
    <>
      <ul className="readiness-reasons">
        {(folds && !all ? groups.slice(0, few) : groups).map((group) => (
          <Group key={`${group.state} ${group.code}`} clientId={clientId} group={group} />
        ))}
      </ul>
      {folds ? (
        <button type="button" className="fold-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('fewer') : t('moreReasons', { count: groups.length - few })}
        </button>
      ) : null}
    </>
  );
};
