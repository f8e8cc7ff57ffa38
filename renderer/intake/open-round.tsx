import { Button, Switch } from '@mantine/core';
import { type JSX, type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import type { Intake, IntakeItem } from '../../shared/intake.ts';
import { entryOf, openItems, partProgress } from '../../shared/intake-rules.ts';
import { nowInstant, sinceWords } from '../dates.ts';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { useCall } from '../use-call.ts';
import { useRemembered } from '../use-remembered.ts';
import { answeredOnScreen, type Filter, firstToTalk, isUntouched, nextOpen, shownBy } from './entries.ts';
import { Finish } from './finish.tsx';
import { GoneItems } from './gone-items.tsx';
import { Guidance } from './guidance.tsx';
import { goToItem, ItemList } from './item-list.tsx';
import { ItemFilter, Letters, NextOpen } from './round-bar.tsx';
import { Rounds } from './rounds.tsx';
import { withChange } from './unsaved.ts';
import { useRound } from './use-round.ts';
import { WaysForClient } from './ways.tsx';
import type { Work } from './work.ts';

type OpenProps = { readonly client: Client; readonly open: Intake; readonly of: OutputOf<'intake.ofClient'> };

const useWork = ({ client, open, of }: OpenProps, onPaper: boolean): Work => {
  const round = useRound(client, open);
  const hasPlaces = Object.values(open.entries).some((entry) => entry.answer?.kind === 'map');
  const areas = useCall('consentMap.get', { clientId: client.id }, { enabled: hasPlaces }).data?.areas ?? [];
  const { intake, unsaved, change } = round;
  const now = nowInstant();
  const changed = Object.entries(unsaved.items).map(
    ([id, work]) => [id, withChange(entryOf(intake.entries, id), work.change, now)] as const,
  );
  return {
    client,
    of,
    areas,
    round,
    entries: { ...intake.entries, ...Object.fromEntries(changed) },
    onPaper,
    change: (item: IntakeItem, one, typing) => change(item.id, one, typing),
  };
};

/** What came back from the client, before anybody went through it. */
const CameBack = ({ work, onBegin }: { readonly work: Work; readonly onBegin: () => void }): JSX.Element | null => {
  const { t } = useTranslation('intake');
  const answered = answeredOnScreen(work.round.intake);
  if (!answered || !isUntouched(work.round.intake)) return null;
  const talk = Object.values(work.entries).filter((entry) => entry.talk).length;
  return (
    <Notice
      tone="wait"
      title={t('cameBack.title', { name: work.client.chosenName, count: answered.count, time: sinceWords(answered.at) })}
      actions={<Button onClick={onBegin}>{t('cameBack.begin')}</Button>}
    >
      {talk > 0 ? t('cameBack.talk', { count: talk }) : t('cameBack.text')}
    </Notice>
  );
};

/** The round that is open: item by item, each change kept by itself. */
export const OpenRound = ({ title, ...props }: OpenProps & { readonly title: ReactNode }): JSX.Element => {
  const { t } = useTranslation('intake');
  const { client, open, of } = props;
  const { id: clientId, chosenName: name } = client;
  const [onPaper, setOnPaper] = useRemembered(`intake-paper-${open.id}`, () => false);
  const work = useWork(props, onPaper);
  const { round, entries } = work;
  const [openId, setOpenId] = useState<string | null>(null);
  const [filter, setFilter] = useState<Filter>('all');
  // What a filter shows stays where it is while it is worked on.
  const [shown, setShown] = useState<ReadonlySet<string> | null>(null);
  const before = of.newest?.entries ?? null;
  const [summoned, setSummoned] = useState<string | null>(null);
  const seen = new Set([...(shown ?? of.items.map((item) => item.id)), ...(summoned ? [summoned] : [])]);

  const onOpen = useCallback((id: string | null): void => setOpenId(id), []);
  const go = (id: string | null): void => {
    setOpenId(id);
    if (id === null) return;
    setSummoned(id);
    requestAnimationFrame(() => goToItem(id));
  };
  const left = openItems(of.items, entries).length;
  return (
    <>
      <div className="row wrap intake-head">
        <div className="grow">
          {title}
          <span className="ink-2 num">{t('begun', { day: sinceWords(open.startedAt) })}</span>
        </div>
        <div className="row wrap intake-ways">
          <WaysForClient clientId={clientId} name={name} paper={t('ways.blank')} />
        </div>
      </div>
      {round.error ? <ErrorNotice error={round.error} again={round.flush} /> : null}
      <CameBack work={work} onBegin={() => go(firstToTalk(of.items, entries))} />
      <div className="round-bar">
        <Letters progress={partProgress(of.items, entries)} />
        <NextOpen round={round} onNext={left > 0 ? () => go(nextOpen(of.items, entries, openId) ?? openId) : null} />
      </div>
      <div className="row wrap intake-tools">
        <Switch
          label={t('onPaper', { name })}
          checked={onPaper}
          onChange={(event) => setOnPaper(event.currentTarget.checked)}
          className="on-paper grow"
        />
        <ItemFilter
          filter={filter}
          hasBefore={before !== null}
          onFilter={(next) => {
            setFilter(next);
            setSummoned(null);
            setShown(next === 'all' ? null : shownBy(next, of.items, entries, before));
          }}
        />
      </div>
      <Guidance items={of.items} entries={entries} onOpen={go} />
      {seen.size === 0 ? <p className="md ink-2">{t(`filter.none.${filter}`)}</p> : null}
      <p className="visually-hidden" id="item-keys">
        {t('keys')}
      </p>
      <ItemList work={work} shown={seen} openId={openId} onOpen={onOpen} onNext={(after) => go(nextOpen(of.items, entries, after))} />
      <GoneItems items={of.items} entries={entries} />
      <Finish work={work} onOpen={go} />
      <Rounds clientId={clientId} rounds={of.rounds.filter((one) => one.reviewedAt !== null)} />
    </>
  );
};
