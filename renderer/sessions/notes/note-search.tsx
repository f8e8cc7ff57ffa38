import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/calls.ts';
import { shows } from '../../../shared/text.ts';
import { numberWords } from '../../dates.ts';
import type { ChosenClient } from '../../ui/client-picker.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { PageHead } from '../../ui/page.tsx';
import { useFocusAfterDeed } from '../../ui/use-focus-after-deed.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall } from '../../use-call.ts';
import { useRemembered } from '../../use-remembered.ts';
import { firstHits, mostHits, nothingAsked, problemsOf, searchOf } from './note-search-asked.ts';
import { NoteSearchFields } from './note-search-fields.tsx';
import { NoteHits } from './note-search-hits.tsx';
import './notes-list.css';

type Found = OutputOf<'notes.search'>;

/** How many there are, as far as they were counted. */
const useCountWords = (): ((found: Found) => string) => {
  const { t } = useTranslation('notelists');
  return ({ total, atLeast }) => (atLeast ? t('search.atLeast', { total: numberWords(total) }) : t('search.found', { count: total }));
};

type FootProps = { readonly found: Found; readonly onMore: (() => void) | null };

const Foot = ({ found, onMore }: FootProps): JSX.Element => {
  const { t } = useTranslation('notelists');
  const countWords = useCountWords();
  const isCut = found.atLeast || found.total > found.hits.length;
  return (
    <div className="list-foot ink-2">
      <span className="num">
        {isCut ? t('search.shown', { shown: numberWords(found.hits.length), found: countWords(found) }) : countWords(found)}
      </span>
      {isCut && onMore ? (
        <Button variant="default" onClick={onMore}>
          {t('search.more')}
        </Button>
      ) : null}
      {isCut && !onMore ? <span>{t('search.narrow')}</span> : null}
      <span className="grow" />
      <span className="xs ink-3">{t('search.keys')}</span>
    </div>
  );
};

/** The button that brings more goes with it: reading goes on at the first of them. */
const firstOfMore = (list: HTMLElement): HTMLElement | null => list.querySelectorAll('a').item(firstHits);

const Search = ({ client }: { readonly client: ChosenClient | null }): JSX.Element => {
  const { t } = useTranslation('notelists');
  const { t: errors } = useTranslation('errors');
  const [asked, ask] = useRemembered(`note-search-${client?.id ?? ''}`, () => nothingAsked(client));
  const [settled] = useDebouncedValue(asked, 150);
  const problems = problemsOf(asked, { notelists: t, errors });
  const isAsked = shows(asked.query) && Object.keys(problems).length === 0;
  const isAskable = shows(settled.query) && Object.keys(problemsOf(settled, { notelists: t, errors })).length === 0;
  const { data, error, again } = useCall('notes.search', searchOf(settled), { enabled: isAskable, keep: true });
  const found = isAsked ? data : undefined;
  const { box: list, onDeed } = useFocusAfterDeed<HTMLOListElement>(found?.hits.map(({ id }) => id).join() ?? '', firstOfMore);
  const countWords = useCountWords();
  const showMore = (): void => {
    ask({ ...asked, limit: mostHits });
    onDeed();
  };
  const isNone = found !== undefined && found.hits.length === 0;
  return (
    <>
      <NoteSearchFields asked={asked} problems={problems} onAsk={ask} onDown={() => list.current?.querySelector('a')?.focus()} />
      <p className="visually-hidden" role="status">
        {found ? countWords(found) : ''}
      </p>
      {isAsked && error ? <ErrorNotice error={error} again={again} /> : null}
      {isAsked && !found && !error ? <Waiting /> : null}
      {shows(asked.query) ? null : <p className="ink-2 note-search-hint">{t('search.hint')}</p>}
      {isNone && !error ? (
        <div className="empty">
          <h2 className="empty-title" dir="auto">
            {t('search.none', { query: settled.query.trim() })}
          </h2>
          <p className="md ink-2">{t('search.noneText')}</p>
        </div>
      ) : null}
      {found && !isNone ? (
        <>
          <NoteHits ref={list} hits={found.hits} />
          <Foot found={found} onMore={asked.limit < mostHits ? showMore : null} />
        </>
      ) : null}
    </>
  );
};

/** Of whom it is asked, once their name is known. */
const SearchOfClient = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { data, error, again } = useCall('clients.get', { id: clientId });
  if (error) return <ErrorNotice error={error} again={again} />;
  return data ? <Search client={{ id: data.id, name: data.chosenName }} /> : <Waiting />;
};

/** Words looked for in notes, of one client or of all. */
export const NoteSearch = ({ clientId }: { readonly clientId: string | null }): JSX.Element => {
  const { t } = useTranslation('notelists');
  return (
    <>
      <PageHead title={t('search.title')} />
      <div className="page-body list-page">{clientId === null ? <Search client={null} /> : <SearchOfClient clientId={clientId} />}</div>
    </>
  );
};
