import { Button, Select } from '@mantine/core';
import { type JSX, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IcsEvent } from '../../shared/calendar.ts';
import type { InputOf, OutputOf } from '../../shared/calls.ts';
import { dayWords, nowInstant } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Wrong } from '../ui/field.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import type { PracticeLists } from '../ui/use-practice-lists.ts';
import { useSend } from '../use-call.ts';
import { LaneChoice } from './choices.tsx';
import { type Becomes, type Choices, inOrder, takenFrom, withKnown, withRestAway } from './import-choices.ts';
import { ImportTable } from './import-table.tsx';

type Read = OutputOf<'calendar.readIcs'>;
export type TakenOver = OutputOf<'calendar.importIcs'>;

type For = { readonly serviceId: string; readonly practitionerId: string; readonly roomId: string | null };
type ForProps = { readonly lists: PracticeLists; readonly value: For; readonly onChange: (value: For) => void };

const none = 'none';

/** What holds for all that is taken over. */
const ForAll = ({ lists, value, onChange }: ForProps): JSX.Element => {
  const { t } = useTranslation('exchange');
  const rooms = lists.rooms.filter(({ active }) => active);
  return (
    <section className="fields" aria-labelledby="import-for">
      <h2 id="import-for" className="section-title">
        {t('import.as')}
      </h2>
      <div className="import-for">
        <Select
          label={t('import.service')}
          description={t('import.serviceHelp')}
          allowDeselect={false}
          data={lists.services.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))}
          value={value.serviceId}
          onChange={(serviceId) => onChange({ ...value, serviceId: serviceId ?? value.serviceId })}
        />
        <LaneChoice
          lists={lists}
          value={value.practitionerId}
          onChange={(practitionerId) => onChange({ ...value, practitionerId: practitionerId ?? value.practitionerId })}
          everyone={false}
        />
        {rooms.length > 0 ? (
          <Select
            label={t('import.room')}
            allowDeselect={false}
            data={[{ value: none, label: t('import.noRoom') }, ...rooms.map(({ id, name }) => ({ value: id, label: name }))]}
            value={value.roomId ?? none}
            onChange={(roomId) => onChange({ ...value, roomId: roomId === none ? null : roomId })}
          />
        ) : null}
      </div>
    </section>
  );
};

type BulkProps = { readonly events: readonly IcsEvent[]; readonly choices: Choices; readonly onChoices: (choices: Choices) => void };

const Bulk = ({ events, choices, onChoices }: BulkProps): JSX.Element => {
  const { t } = useTranslation('exchange');
  return (
    <fieldset className="import-bulk">
      <legend>{t('import.bulk')}</legend>
      <div className="row wrap">
        <Button variant="default" onClick={() => onChoices(withKnown(events, choices, nowInstant()))}>
          {t('import.known')}
        </Button>
        <Button variant="default" onClick={() => onChoices(withRestAway(events, choices, nowInstant()))}>
          {t('import.restAway')}
        </Button>
        <Button variant="subtle" onClick={() => onChoices(new Map())}>
          {t('import.nothing')}
        </Button>
      </div>
    </fieldset>
  );
};

const Outside = ({ outside, from, until }: Read): JSX.Element | null => {
  const { t } = useTranslation('exchange');
  if (outside === 0) return null;
  return <p className="ink-2">{t('import.outside', { count: outside, from: dayWords(from), until: dayWords(until) })}</p>;
};

/** Without a service there is nothing an appointment could be for. */
const NoService = (): JSX.Element => {
  const { t } = useTranslation('exchange');
  const actions = (
    <ButtonLink to="/settings/$section" params={{ section: 'services' }} variant="default">
      {t('import.toServices')}
    </ButtonLink>
  );
  return (
    <Notice tone="wait" title={t('import.noService')} actions={actions}>
      {t('import.noServiceText')}
    </Notice>
  );
};

type PreviewProps = {
  readonly read: Read;
  readonly uploadId: InputOf<'calendar.importIcs'>['uploadId'];
  readonly lists: PracticeLists;
  readonly onDone: (taken: TakenOver, firstAt: string) => void;
};

type SumProps = {
  readonly count: number;
  readonly wanting: number;
  readonly tried: boolean;
  readonly busy: boolean;
  readonly onTake: () => void;
};

/** How many are chosen, what that means, and the button. */
const Sum = ({ count, wanting, tried, busy, onTake }: SumProps): JSX.Element => {
  const { t } = useTranslation('exchange');
  return (
    <div className="import-sum fields">
      <p role="status">
        <span className="b">{count + wanting === 0 ? t('import.sumNone') : t('import.sum', { count: count + wanting })}</span>{' '}
        <span className="ink-2">{t('import.despite')}</span>
      </p>
      {tried && wanting > 0 ? <Wrong>{t('import.clientNeeded', { count: wanting })}</Wrong> : null}
      <div className="row">
        <Button disabled={busy || count + wanting === 0} onClick={onTake}>
          {busy ? t('import.taking') : t('import.action')}
        </Button>
      </div>
    </div>
  );
};

/** What is in the file, with a choice for each; nothing is kept of it until it is taken over. */
export const ImportPreview = ({ read, uploadId, lists, onDone }: PreviewProps): JSX.Element => {
  const [events] = useState(() => inOrder(read.events, nowInstant()));
  const [choices, setChoices] = useState<Choices>(() => withKnown(read.events, new Map(), nowInstant()));
  const service = lists.services.find(({ active }) => active);
  const lane = lists.own ?? lists.practitioners.find(({ active }) => active)?.id ?? '';
  const [asked, setAsked] = useState<For>({ serviceId: '', practitionerId: lane, roomId: null });
  const [tried, setTried] = useState(false);
  const { send, isSending, error } = useSend('calendar.importIcs');
  const chosen = useCallback((index: number, becomes: Becomes) => setChoices((before) => new Map(before).set(index, becomes)), []);

  const value = { ...asked, serviceId: asked.serviceId || (service?.id ?? '') };
  const taken = takenFrom(events, choices, value.serviceId);
  const take = async (): Promise<void> => {
    setTried(true);
    if (taken.withoutClient > 0) return;
    const { practitionerId, roomId } = value;
    const reply = await send({ uploadId, practitionerId, roomId, choices: [...taken.choices] });
    if (reply.ok) onDone(reply.value, taken.choices[0]?.startsAt ?? '');
  };
  if (!service) return <NoService />;
  return (
    <>
      <ForAll lists={lists} value={value} onChange={setAsked} />
      <Bulk events={events} choices={choices} onChoices={setChoices} />
      <ImportTable events={events} choices={choices} onChange={chosen} />
      <Outside {...read} />
      <Sum count={taken.choices.length} wanting={taken.withoutClient} tried={tried} busy={isSending} onTake={() => void take()} />
      {error ? <ErrorNotice error={error} /> : null}
    </>
  );
};
