import { Button, NativeSelect } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentMap } from '../../shared/consent-map.ts';
import { type ChangeKind, changesBetween } from '../../shared/map-changes.ts';
import { momentWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { BackToMap } from './back-to-map.tsx';
import { MapComparison } from './map-comparison.tsx';
import { MapReading } from './map-reading.tsx';
import { sourceIcons } from './map-source.ts';
import { madeWords } from './map-view.ts';

/** "2 opened · 1 closed", against the map before. */
const useChangedWords = (): ((map: ConsentMap, before: ConsentMap | undefined) => string) => {
  const { t } = useTranslation('maps');
  return (map, before) => {
    const { places, ceiling } = changesBetween(before ?? null, map);
    const count = (...kinds: readonly ChangeKind[]): number => places.filter(({ kind }) => kinds.includes(kind)).length;
    const told = [
      { count: count('opened'), words: t('history.opened', { count: count('opened') }) },
      { count: count('closed'), words: t('history.closed', { count: count('closed') }) },
      { count: count('wider', 'narrower'), words: t('history.other', { count: count('wider', 'narrower') }) },
      { count: ceiling && before ? 1 : 0, words: t('history.firmness') },
    ].filter((one) => one.count > 0);
    const words = told.length > 0 ? told.map((one) => one.words).join(' · ') : t('history.nothing');
    return before ? words : `${t('history.firstMap')}, ${words}`;
  };
};

type ListProps = { readonly clientId: string; readonly maps: readonly ConsentMap[] };

const MapList = ({ clientId, maps }: ListProps): JSX.Element => {
  const { t } = useTranslation('maps');
  const changed = useChangedWords();
  return (
    <ul className="consent-list">
      {maps.map((map, index) => (
        <li key={map.id}>
          <Icon icon={sourceIcons[map.source]} tone="ink-3" />
          <div className="grow">
            <div className="md b num">{madeWords(t, map)}</div>
            <div className="ink-2">
              {index === 0 ? <b className="good">{t('history.inForce')} · </b> : null}
              {changed(map, maps[index + 1])}
            </div>
            {map.words ? <div dir="auto">{t('said', { words: map.words })}</div> : null}
          </div>
          <ButtonLink
            to="/clients/$clientId/map/history"
            params={{ clientId }}
            search={{ map: map.id }}
            variant="default"
            aria-label={t('history.readOf', { made: madeWords(t, map) })}
          >
            {t('history.read')}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
};

/** Which two; the two newest unless others are chosen. */
const ChooseTwo = ({ clientId, maps }: ListProps): JSX.Element => {
  const { t } = useTranslation('maps');
  const navigate = useNavigate();
  const [after, setAfter] = useState(maps[0]?.id ?? '');
  const [before, setBefore] = useState(maps[1]?.id ?? '');
  const data = maps.map((map) => ({ value: map.id, label: madeWords(t, map) }));
  return (
    <div className="row wrap map-choose-two">
      <NativeSelect label={t('history.before')} data={data} value={before} onChange={(event) => setBefore(event.currentTarget.value)} />
      <NativeSelect label={t('history.after')} data={data} value={after} onChange={(event) => setAfter(event.currentTarget.value)} />
      <Button
        variant="default"
        onClick={() => void navigate({ to: '/clients/$clientId/map/history', params: { clientId }, search: { before, after } })}
      >
        {t('history.compare')}
      </Button>
    </div>
  );
};

export type Chosen = { readonly map?: string; readonly before?: string; readonly after?: string };

/** Every map there was, one of them, or two beside each other. */
export const MapHistory = ({ clientId, chosen }: { readonly clientId: string; readonly chosen: Chosen }): JSX.Element => {
  const { t } = useTranslation('maps');
  const client = useCall('clients.get', { id: clientId }).data;
  const history = useCall('consentMap.history', { clientId });
  const maps = history.data?.maps ?? [];
  const areas = history.data?.areas ?? [];
  const one = (id: string | undefined): ConsentMap | undefined => maps.find((map) => map.id === id);
  const [read, before, after] = [one(chosen.map), one(chosen.before), one(chosen.after)];
  const isChosen = chosen.map !== undefined || chosen.before !== undefined;
  const title = read ? t('history.one', { moment: momentWords(read.madeAt) }) : before && after ? t('history.compare') : t('history.title');
  return (
    <>
      <PageHead
        title={title}
        focusKey={`${chosen.map} ${chosen.before} ${chosen.after}`}
        sub={client ? <span dir="auto">{client.chosenName}</span> : undefined}
      />
      {isChosen ? (
        <div className="document-back">
          <ButtonLink
            to="/clients/$clientId/map/history"
            params={{ clientId }}
            search={{}}
            variant="subtle"
            leftSection={<Icon icon={IconArrowLeft} />}
          >
            {t('history.back')}
          </ButtonLink>
        </div>
      ) : (
        <BackToMap clientId={clientId} />
      )}
      <div className="page-body map-page">
        {history.error ? <ErrorNotice error={history.error} again={history.again} /> : null}
        {history.isPending && !history.error ? <Waiting>{t('reading')}</Waiting> : null}
        {history.data && maps.length === 0 ? <p className="md ink-2">{t('history.none')}</p> : null}
        {history.data && isChosen && !read && !(before && after) ? <ErrorNotice error={{ code: 'not-found', what: 'map' }} /> : null}
        {read ? <MapReading map={read} areas={areas} isOld={read.id !== maps[0]?.id} /> : null}
        {before && after ? <MapComparison before={before} after={after} areas={areas} /> : null}
        {!isChosen && maps.length > 1 ? <ChooseTwo clientId={clientId} maps={maps} /> : null}
        {!isChosen && maps.length > 0 ? <MapList clientId={clientId} maps={maps} /> : null}
      </div>
    </>
  );
};
