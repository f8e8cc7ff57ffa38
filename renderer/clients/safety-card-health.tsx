import { IconHeartbeat, IconPill } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { SafetyCard } from '../../shared/safety.ts';
import { dayWords } from '../dates.ts';
import { Line, Names, Rows } from './safety-card-line.tsx';

type Found = SafetyCard['health'][number];

const FoundRow = ({ found, blocks }: { readonly found: Found; readonly blocks: boolean }): JSX.Element => {
  const { t } = useTranslation('safety');
  return (
    <>
      <span className={blocks ? 'b wait block' : 'b block'}>{found.condition}</span>
      {found.line ? <span className="block">{found.line}</span> : null}
      {found.places.length > 0 ? (
        <span className="block">
          {t('placesOut')} <Names names={found.places} few={6} />
        </span>
      ) : null}
      {found.until ? <span className="ink-2 block">{t('until', { day: dayWords(found.until) })}</span> : null}
    </>
  );
};

const blocking: readonly string[] = ['not-now', 'needs-clearance'];

/** What was found, the most careful first. Blanks are told where readiness says how many, and listed where they are asked again. */
export const Health = ({ card }: { readonly card: SafetyCard }): JSX.Element => {
  const { t } = useTranslation('safety');
  const { reasons } = card.readiness;
  const blanks = card.health.filter(({ toAsk }) => toAsk);
  const blocked = new Set(reasons.filter(({ state }) => blocking.includes(state)).map(({ findingId }) => findingId));
  const found = card.health.filter(({ toAsk }) => !toAsk);
  const notAsked = reasons.some(({ code }) => code === 'no-health-screen' || code === 'health-screen-open');
  return (
    <Line icon={IconHeartbeat} label={t('health')}>
      {found.length > 0 ? (
        <Rows
          few={5}
          rows={found.map((one) => ({ key: one.findingId, row: <FoundRow found={one} blocks={blocked.has(one.findingId)} /> }))}
        />
      ) : null}
      {found.length === 0 && blanks.length === 0 ? t(notAsked ? 'notAskedToTheEnd' : 'nothingFound') : null}
      {blanks.length > 0 ? (
        <Link to="/clients/$clientId/health" params={{ clientId: card.clientId }} className="tall-link">
          {t('blanks', { count: blanks.length })}
        </Link>
      ) : null}
    </Line>
  );
};

type Taken = SafetyCard['medicines'][number];

const TakenRow = ({ taken }: { readonly taken: Taken }): JSX.Element => {
  const { t } = useTranslation('safety');
  return (
    <>
      <span className="b block">{taken.name}</span>
      {taken.line ? <span className="block">{taken.line}</span> : null}
      {taken.places.length > 0 ? (
        <span className="block">
          {t('there')} <Names names={taken.places} few={6} />
        </span>
      ) : null}
    </>
  );
};

/** What is taken now, what caps contact most first. */
export const Medicines = ({ medicines }: Pick<SafetyCard, 'medicines'>): JSX.Element | null => {
  const { t } = useTranslation('safety');
  if (medicines.length === 0) return null;
  // A name may stand there twice: its place in the list is its own.
  const rows = medicines.map((taken, index) => ({ key: `${index} ${taken.name}`, row: <TakenRow taken={taken} /> }));
  return (
    <Line icon={IconPill} label={t('medicines')}>
      <Rows rows={rows} few={5} />
    </Line>
  );
};
