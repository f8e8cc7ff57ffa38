import { SegmentedControl } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyArea } from '../../shared/body-areas.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { type Intake, type IntakeEntry, type IntakeItem, safeLetters } from '../../shared/intake.ts';
import { changesSince, entryOf } from '../../shared/intake-rules.ts';
import { sinceWords } from '../dates.ts';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { GoneItems } from './gone-items.tsx';
import { ItemSign } from './item-row.tsx';
import { Said, SaidOnScreen } from './said.tsx';

type LineProps = {
  readonly item: IntakeItem;
  readonly entry: IntakeEntry;
  readonly before: IntakeEntry | null;
  readonly areas: readonly BodyArea[];
};

const ReadLine = ({ item, entry, before, areas }: LineProps): JSX.Element => {
  const { t } = useTranslation('intake');
  return (
    <li className="item item-read">
      <ItemSign item={item} entry={entry} />
      <div className="item-words">
        <span className="item-label">{item.label}</span>
        <span className="item-chips xs ink-2 num">
          {entry.answer && entry.from ? <span>{t(`by.${entry.from}`)}</span> : null}
          {entry.discussedAt ? <span>{t('mark.discussedAt', { time: sinceWords(entry.discussedAt) })}</span> : null}
          {entry.leftAt ? <span>{t('mark.left')}</span> : null}
        </span>
        <div className="item-said">
          {entry.answer ? <Said item={item} entry={entry} areas={areas} /> : null}
          <SaidOnScreen item={item} entry={entry} areas={areas} />
          {before ? (
            <span className="block ink-2">
              {t('item.before')} {before.answer ? <Said item={item} entry={before} areas={areas} /> : t('item.noAnswer')}
            </span>
          ) : null}
          {entry.note ? (
            <span dir="auto" className="block item-note">
              {entry.note}
            </span>
          ) : null}
        </div>
      </div>
    </li>
  );
};

type ReadingProps = { readonly round: Intake; readonly of: OutputOf<'intake.ofClient'> };

/** A round that was finished, as it was; against the one before it, where there is one. */
export const RoundReading = ({ round, of }: ReadingProps): JSX.Element => {
  const { t } = useTranslation('intake');
  const [onlyChanged, setOnlyChanged] = useState(false);
  const earlier = of.rounds.find((one) => one.number === round.number - 1);
  const before = useCall('intake.get', { intakeId: earlier?.id ?? round.id }, { enabled: earlier !== undefined && onlyChanged });
  const hasPlaces = Object.values(round.entries).some(
    ({ answer, clientSaid }) => answer?.kind === 'map' || clientSaid?.answer.kind === 'map',
  );
  const areas = useCall('consentMap.get', { clientId: round.clientId }, { enabled: hasPlaces }).data?.areas ?? [];
  const compared = onlyChanged && earlier ? (before.data ?? null) : null;
  const changed = new Set(compared ? changesSince(of.items, compared.entries, round.entries).map(({ itemId }) => itemId) : []);
  const shown = onlyChanged ? of.items.filter((item) => changed.has(item.id)) : of.items;
  return (
    <>
      {earlier ? (
        <SegmentedControl
          className="reading-filter"
          aria-label={t('filter.which')}
          value={onlyChanged ? 'changed' : 'all'}
          onChange={(next) => setOnlyChanged(next === 'changed')}
          data={[
            { value: 'all', label: t('filter.all') },
            { value: 'changed', label: t('filter.changed') },
          ]}
        />
      ) : null}
      {onlyChanged && before.error ? <ErrorNotice error={before.error} again={before.again} /> : null}
      {onlyChanged && !before.data && !before.error ? <Waiting>{t('reading')}</Waiting> : null}
      {compared && shown.length === 0 ? <p className="md ink-2">{t('filter.none.changed')}</p> : null}
      {safeLetters.map((letter) => {
        const own = shown.filter((item) => item.letter === letter);
        return own.length === 0 ? null : (
          <section key={letter} aria-labelledby={`part-${letter}`} className="safe-part">
            <h3 id={`part-${letter}`} className="safe-title">
              <span className="safe-letter" aria-hidden="true">
                {letter}
              </span>
              {t(`letter.${letter}`)}
            </h3>
            <ul className="items">
              {own.map((item) => (
                <ReadLine
                  key={item.id}
                  item={item}
                  entry={entryOf(round.entries, item.id)}
                  before={compared ? entryOf(compared.entries, item.id) : null}
                  areas={areas}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {onlyChanged ? null : <GoneItems items={of.items} entries={round.entries} />}
    </>
  );
};
