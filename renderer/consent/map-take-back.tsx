import { Button, Checkbox, Radio } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type JSX, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { OutputOf } from '../../shared/calls.ts';
import { limits } from '../../shared/limits.ts';
import { regionsIn } from '../ui/areas.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { DraftState } from '../ui/draft-state.tsx';
import { Field, Marked, Wrong } from '../ui/field.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { tooLong } from '../ui/too-long.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { openOn, placeName } from './map-view.ts';
import { useTakeBackPlaces } from './use-take-back-places.ts';

const TakingBack = z.strictObject({ all: z.boolean(), places: z.array(z.string()), words: z.string() });

type Found = OutputOf<'consentMap.get'>;
type PlacesProps = {
  readonly found: Found;
  readonly chosen: readonly string[];
  readonly onChosen: (places: string[]) => void;
  readonly problem: string | undefined;
};

/** Every place that is open, from the head down, and last those the chart does not know any more. */
const Places = ({ found: { map, areas }, chosen, onChosen, problem }: PlacesProps): JSX.Element => {
  const { t } = useTranslation('maps');
  const { t: tChart } = useTranslation('chart');
  const open = openOn(map);
  const unknown = open.filter((code) => !areas.some((area) => area.code === code));
  return (
    <Marked wrong={problem !== undefined}>
      <Checkbox.Group label={t('takeBack.which')} value={[...chosen]} onChange={onChosen} className="forms">
        {problem ? <Wrong>{problem}</Wrong> : null}
        {regionsIn(areas.filter(({ code }) => open.includes(code))).map(({ region, places }) => (
          <fieldset key={region} className="map-places">
            <legend className="map-changes-title">{tChart(`region.${region}`)}</legend>
            {places.map(({ code, label }) => (
              <Checkbox key={code} value={code} label={label} />
            ))}
          </fieldset>
        ))}
        {unknown.map((code) => (
          <Checkbox key={code} value={code} label={placeName(t, areas, code)} />
        ))}
      </Checkbox.Group>
    </Marked>
  );
};

type FormProps = { readonly clientId: string; readonly name: string; readonly found: Found; readonly asked: string | undefined };

const TakeBackForm = ({ clientId, name, found, asked }: FormProps): JSX.Element => {
  const { t } = useTranslation('maps');
  const { t: tErrors } = useTranslation('errors');
  const navigate = useNavigate();
  const key = `map-take-back-${clientId}`;
  const place = `/clients/${clientId}/map/take-back`;
  const about = { key, title: t('takeBack.draft', { name }), place };
  const open = openOn(found.map);
  const { value, set, drop } = useDraft(about, TakingBack, () => ({
    all: false,
    places: asked !== undefined && open.includes(asked) ? [asked] : [],
    words: '',
  }));
  const { takeBack, error, isSending } = useTakeBackPlaces(clientId);
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  // Taken back elsewhere meanwhile: nothing is left to do there.
  const chosen = value.places.filter((code) => open.includes(code));
  const long = tooLong(value.words, limits.paragraph);
  const noPlaces = !value.all && chosen.length === 0;

  const go = async (): Promise<void> => {
    setAsking(false);
    const [first] = chosen;
    const done = value.all
      ? t('takeBack.doneAll')
      : chosen.length === 1 && first
        ? t('takeBack.done', { place: placeName(t, found.areas, first) })
        : t('takeBack.doneSome', { count: chosen.length });
    if (!(await takeBack({ areas: value.all ? open : chosen, words: value.words, done }))) return;
    drop();
    void navigate({ to: '/clients/$clientId/map', params: { clientId }, replace: true });
  };
  const press = (): void => {
    setTried(true);
    // What it needs stands further up, often out of sight.
    if (noPlaces) body.current?.querySelector<HTMLElement>('input[type="checkbox"]')?.focus();
    if (isSending || long || noPlaces) return;
    if (value.all) setAsking(true);
    else void go();
  };
  return (
    <div ref={body} className="page-body form-column">
      {error ? <ErrorNotice error={error} /> : null}
      <p className="md">{t('takeBack.text')}</p>
      <Radio.Group
        label={t('takeBack.what')}
        value={value.all ? 'all' : 'places'}
        onChange={(what) => set({ ...value, all: what === 'all' })}
        className="forms"
      >
        <Radio value="places" label={t('takeBack.places')} />
        <Radio value="all" label={t('takeBack.all')} />
      </Radio.Group>
      {value.all ? null : (
        <Places
          found={found}
          chosen={chosen}
          onChosen={(places) => set({ ...value, places })}
          problem={tried && noPlaces ? t('takeBack.noPlaces') : undefined}
        />
      )}
      <Field
        id="words"
        label={t('takeBack.words')}
        help={t('takeBack.wordsHelp')}
        value={value.words}
        onChange={(words) => set({ ...value, words })}
        rows={3}
        problem={long ? tErrors('problem.too-long', long) : undefined}
      />
      <DraftState of={key} />
      <div className="row wrap form-actions">
        <Button onClick={press}>{t('takeBack.yes')}</Button>
        <ButtonLink to="/clients/$clientId/map" params={{ clientId }} variant="subtle" onClick={() => drop()}>
          {t('takeBack.no')}
        </ButtonLink>
      </div>
      <Confirm
        opened={asking}
        title={t('takeBack.confirmTitle')}
        text={t('takeBack.confirmText', { name })}
        yes={t('takeBack.confirmYes')}
        no={t('takeBack.no')}
        busy={isSending}
        onNo={() => setAsking(false)}
        onYes={() => void go()}
      />
    </div>
  );
};

type PageProps = { readonly clientId: string; readonly asked: string | undefined };

/** Several places, or everything, with the client's own words. */
export const MapTakeBack = ({ clientId, asked }: PageProps): JSX.Element => {
  const { t } = useTranslation('maps');
  const client = useCall('clients.get', { id: clientId });
  const found = useCall('consentMap.get', { clientId });
  const failed = found.error ?? client.error;
  const name = client.data?.chosenName;
  return (
    <>
      <PageHead title={t('takeBack.title')} sub={name ? <span dir="auto">{name}</span> : undefined} />
      {failed ? (
        <div className="page-body">
          <ErrorNotice error={failed} again={found.error ? found.again : client.again} />
        </div>
      ) : null}
      {!failed && (!found.data || !client.data) ? <Waiting>{t('reading')}</Waiting> : null}
      {found.data && openOn(found.data.map).length === 0 ? (
        <div className="page-body form-column">
          <Notice tone="sage" title={t('takeBack.nothing')}>
            {t('takeBack.nothingText')}
          </Notice>
          <ButtonLink to="/clients/$clientId/map" params={{ clientId }} variant="default">
            {t('back')}
          </ButtonLink>
        </div>
      ) : null}
      {found.data && name && openOn(found.data.map).length > 0 ? (
        <TakeBackForm clientId={clientId} name={name} found={found.data} asked={asked} />
      ) : null}
    </>
  );
};
