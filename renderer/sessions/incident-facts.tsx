import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../shared/incidents.ts';
import { clockTime, momentWords } from '../dates.ts';
import { Fact } from '../ui/fact.tsx';
import type { Labels } from './sessions-content.ts';
import { gradesWords, scaleWords } from './sessions-words.ts';

const Lines = ({ rows }: { readonly rows: readonly { readonly key: string; readonly row: ReactNode }[] }): JSX.Element => (
  <ul className="incident-lines">
    {rows.map(({ key, row }) => (
      <li key={key} dir="auto">
        {row}
      </li>
    ))}
  </ul>
);

type PartProps = { readonly incident: Incident; readonly labels: Labels };

const Seen = ({ incident: { seen }, labels }: PartProps): JSX.Element | null => {
  const { t } = useTranslation('sessions');
  if (seen.length === 0) return null;
  const rows = seen.map((one, index) => ({
    key: `${index} ${one.at}`,
    row: (
      <>
        <span className="num ink-3">{clockTime(one.at)}</span>{' '}
        {[...gradesWords(t, one, labels), one.item, ...one.signs, one.words ? t('incident.quoted', { words: one.words }) : '']
          .filter(Boolean)
          .join('; ')}
      </>
    ),
  }));
  return (
    <Fact label={t('incident.facts.seen')}>
      <Lines rows={rows} />
    </Fact>
  );
};

const Grounding = ({ incident: { grounding } }: Pick<PartProps, 'incident'>): JSX.Element | null => {
  const { t } = useTranslation('sessions');
  if (grounding.length === 0) return null;
  const whats = ['shown', 'again', 'helped', 'left-out'] as const;
  const rows = grounding.map(({ at, title, what }, index) => ({
    key: `${index} ${at}`,
    row: (
      <>
        <span className="num ink-3">{clockTime(at)}</span>{' '}
        {t('incident.groundedAs', { title, what: t(`grounded.${whats.find((one) => one === what) ?? 'shown'}`) })}
      </>
    ),
  }));
  return (
    <Fact label={t('incident.facts.grounding')}>
      <Lines rows={rows} />
    </Fact>
  );
};

const Told = ({ incident: { told } }: Pick<PartProps, 'incident'>): JSX.Element => {
  const { t } = useTranslation('sessions');
  const means = ['phone', 'in-person', 'message', 'letter'] as const;
  const rows = told.map((one, index) => ({
    key: `${index} ${one.at}`,
    row: (
      <>
        <span className="num ink-3">{clockTime(one.at)}</span>{' '}
        {[
          t('event.told', { who: one.who, means: t(`means.${means.find((way) => way === one.means) ?? 'phone'}`) }),
          one.under ? t('event.under', { under: one.under }) : '',
          one.words,
        ]
          .filter(Boolean)
          .join('; ')}
      </>
    ),
  }));
  return <Fact label={t('incident.facts.told')}>{rows.length > 0 ? <Lines rows={rows} /> : t('incident.facts.nobody')}</Fact>;
};

const Moments = ({ incident }: Pick<PartProps, 'incident'>): JSX.Element => {
  const { t } = useTranslation('sessions');
  const { openedAt, handsOffAt, secondsToHandsOff, presentAt, resumedAt } = incident;
  return (
    <>
      <Fact label={t('incident.facts.opened')}>
        <span className="num">{momentWords(openedAt)}</span>, {t(`incident.cause.${incident.cause}`)}
      </Fact>
      {handsOffAt ? (
        <Fact label={t('incident.facts.handsOff')}>
          {t('incident.facts.handsOffAfter', { moment: clockTime(handsOffAt), seconds: secondsToHandsOff ?? 0 })}
        </Fact>
      ) : null}
      <Fact label={t('incident.facts.present')}>{presentAt ? clockTime(presentAt) : t('incident.facts.notPresent')}</Fact>
      <Fact label={t('incident.facts.resumed')}>{resumedAt ? clockTime(resumedAt) : t('incident.facts.notResumed')}</Fact>
    </>
  );
};

/** All that must be written after a flag (redflags.json, documentation), as it was kept. */
export const IncidentFacts = ({ incident, labels }: PartProps): JSX.Element => {
  const { t } = useTranslation('sessions');
  const { distress, disposition, done, wayHome, left, afterwards, tell } = incident;
  const grades = gradesWords(t, incident, labels);
  const ways = ['go-on-gently', 'end', 'refer-now', 'emergency'] as const;
  const way = ways.find((one) => one === disposition);
  return (
    <dl className="facts incident-facts">
      <Moments incident={incident} />
      {grades.length > 0 ? <Fact label={t('incident.facts.grades')}>{grades.join('; ')}</Fact> : null}
      <Fact label={t('incident.facts.distress')}>
        {t('incident.facts.distressWords', {
          before: scaleWords(t, distress.before),
          at: scaleWords(t, distress.at),
          after: scaleWords(t, distress.after),
        })}
      </Fact>
      {done.length > 0 ? (
        <Fact label={t('incident.facts.done')}>
          <Lines rows={done.map((row, index) => ({ key: `${index} ${row}`, row }))} />
        </Fact>
      ) : null}
      <Seen incident={incident} labels={labels} />
      <Grounding incident={incident} />
      {way ? <Fact label={t('incident.facts.disposition')}>{t(`disposition.${way}`)}</Fact> : null}
      <Told incident={incident} />
      {wayHome ? <Fact label={t('incident.facts.wayHome')}>{wayHome}</Fact> : null}
      {left ? <Fact label={t('incident.facts.left')}>{left}</Fact> : null}
      {tell.length > 0 ? <Fact label={t('incident.facts.tell')}>{tell.join(' ')}</Fact> : null}
      {afterwards ? <Fact label={t('incident.facts.afterwards')}>{afterwards}</Fact> : null}
      <Fact label={t('incident.facts.practitioner')}>
        {incident.practitionerName}. <span className="ink-2">{t('incident.facts.noStory')}</span>
      </Fact>
    </dl>
  );
};
