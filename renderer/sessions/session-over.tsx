import { IconHomeHeart, IconPencilPlus } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { touchTime } from '../../shared/session-state.ts';
import { clockTime } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { elapsedWords } from './elapsed.ts';
import './closing.css';

type Told = OutputOf<'sessions.get'>;

const Kept = ({ told: { startedAt, endedAt, state, end, now } }: { readonly told: Told }): JSX.Element => {
  const { t } = useTranslation('closing');
  // In whole seconds as the summary of the session has it, wherever it is read later.
  const time = elapsedWords(Math.round(touchTime(state, now) / 1_000) * 1_000);
  const { blocks, stops, aftercare } = state;
  const tasks = end?.tasks.length ?? 0;
  return (
    <ul className="closing-kept md">
      <li className="num">{t('over.time', { from: clockTime(startedAt), to: endedAt ? clockTime(endedAt) : '' })}</li>
      <li>{blocks.length > 0 ? t('over.touch', { count: blocks.length, time }) : t('over.noTouch')}</li>
      {stops.length > 0 ? <li>{t('over.stops', { count: stops.length })}</li> : null}
      {aftercare && aftercare.items.length > 0 ? <li>{t('over.aftercare', { count: aftercare.items.length })}</li> : null}
      {tasks > 0 ? <li>{t('over.tasks', { count: tasks })}</li> : null}
    </ul>
  );
};

const Over = ({ told }: { readonly told: Told }): JSX.Element => {
  const { t } = useTranslation('closing');
  const { clientId, chosenName, id } = told;
  const holds = useCall('incidents.ofClient', { clientId }).data?.holds ?? [];
  const isHeld = holds.some(({ sessionId, ended }) => sessionId === id && ended === null);
  return (
    <>
      <Kept told={told} />
      {isHeld ? <Notice tone="wait" title={t('over.held')} /> : null}
      <div className="row wrap">
        <ButtonLink to="/notes/new" search={{ clientId, sessionId: id }} leftSection={<Icon icon={IconPencilPlus} />}>
          {t('over.note')}
        </ButtonLink>
        <ButtonLink
          to="/clients/$clientId/aftercare"
          params={{ clientId }}
          search={{ sessionId: id }}
          variant="default"
          leftSection={<Icon icon={IconHomeHeart} />}
        >
          {t('over.sheet')}
        </ButtonLink>
        <ButtonLink to="/" variant="default">
          {t('over.today')}
        </ButtonLink>
        <ButtonLink to="/clients/$clientId" params={{ clientId }} variant="default">
          {t('over.client', { name: chosenName })}
        </ButtonLink>
        <ButtonLink to="/clients/$clientId/sessions/$sessionId" params={{ clientId, sessionId: id }} variant="subtle">
          {t('over.reading')}
        </ButtonLink>
      </div>
    </>
  );
};

/** What stands when a session was closed: calm, what was kept, and where to go on. */
export const SessionOver = ({ sessionId }: { readonly sessionId: string }): JSX.Element => {
  const { t } = useTranslation('closing');
  const { data, error, again } = useCall('sessions.get', { sessionId }, { fresh: true });
  useTitle(t('over.title'));
  return (
    <main className="alone">
      <div className="closing-over">
        <PageTitle>{t('over.title')}</PageTitle>
        <p className="md ink-2">{t('over.text')}</p>
        {error ? <ErrorNotice error={error} again={again} /> : null}
        {data ? <Over told={data} /> : error ? null : <Waiting />}
      </div>
    </main>
  );
};
