import { Button } from '@mantine/core';
import { IconCalendarOff, IconCalendarPlus, IconPlus } from '@tabler/icons-react';
import { type JSX, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoursException } from '../../../shared/hours.ts';
import type { Practitioner } from '../../../shared/people-and-rooms.ts';
import { daySpanWords, fullDayWords } from '../../dates.ts';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNotice, Notice, said } from '../../ui/notice.tsx';
import { useSend } from '../../use-call.ts';
import { AbsenceEdit, type AddedAbsence } from './absence-edit.tsx';
import { anew, useOpenForm } from './use-open-form.ts';

const daysOf = ({ firstDay, lastDay }: HoursException): string =>
  firstDay === lastDay ? fullDayWords(firstDay) : daySpanWords(firstDay, lastDay);

const useTimesOf = (): ((one: HoursException) => string) => {
  const { t } = useTranslation('schedule');
  return ({ from, to }) =>
    from === null && to === null ? t('setup.away.part.whole') : t('setup.away.times', { from: from ?? '00:00', to: to ?? '24:00' });
};

type RowProps = { readonly one: HoursException; readonly name: string; readonly onRemove: () => void };

const Row = ({ one, name, onRemove }: RowProps): JSX.Element => {
  const { t } = useTranslation('schedule');
  const timesOf = useTimesOf();
  const isAway = one.kind === 'absent';
  const kind = t(`setup.away.kind.${one.kind}`);
  return (
    <li className="setup-line">
      <Icon icon={isAway ? IconCalendarOff : IconCalendarPlus} tone={isAway ? 'ink-2' : 'sage-ink'} />
      <div className="grow">
        <div className="md b num">{daysOf(one)}</div>
        <div className="ink-2 num" dir="auto">
          {[name, kind, timesOf(one), one.note].filter((part) => part !== '').join(' · ')}
        </div>
      </div>
      <Button variant="subtle" aria-label={t('setup.away.removeOf', { kind, days: daysOf(one) })} onClick={onRemove}>
        {t('setup.away.remove')}
      </Button>
    </li>
  );
};

type Props = {
  readonly exceptions: readonly HoursException[];
  readonly practitioners: readonly Practitioner[];
  /** Whose a new one is to begin with. */
  readonly own: string;
};

/** Days on which the usual week does not hold. */
export const Absences = ({ exceptions, practitioners, own }: Props): JSX.Element => {
  const { t } = useTranslation('schedule');
  const form = useOpenForm('absence', 'kind');
  const title = useRef<HTMLHeadingElement>(null);
  const [added, setAdded] = useState<AddedAbsence | null>(null);
  const { send: add } = useSend('hours.addException');
  const { send, error } = useSend('hours.removeException');
  const active = practitioners.filter((one) => one.active);
  const nameOf = (id: string): string => (practitioners.length > 1 ? (practitioners.find((one) => one.id === id)?.name ?? '') : '');

  const remove = async (one: HoursException): Promise<void> => {
    const reply = await send({ id: one.id });
    if (!reply.ok) return;
    const { id: _id, ...details } = one;
    title.current?.focus();
    setAdded(null);
    said(t('setup.away.removed', { days: daysOf(one) }), { word: t('setup.away.undo'), run: () => void add(details) });
  };
  return (
    <section className="setup-part" aria-labelledby="away-title">
      <h3 id="away-title" ref={title} tabIndex={-1} className="lg b">
        {t('setup.away.title')}
      </h3>
      <p className="ink-2">{t('setup.away.lead')}</p>
      {added && added.appointmentsInIt > 0 ? (
        <Notice tone="wait" title={t('setup.away.standing', { count: added.appointmentsInIt, days: daysOf(added.exception) })} live>
          {t('setup.away.standingText')}
        </Notice>
      ) : null}
      {error ? <ErrorNotice error={error} /> : null}
      {exceptions.length > 0 ? (
        <ul className="card setup-lines" aria-labelledby="away-title">
          {exceptions.map((one) => (
            <Row key={one.id} one={one} name={nameOf(one.practitionerId)} onRemove={() => void remove(one)} />
          ))}
        </ul>
      ) : (
        <p>{t('setup.away.none')}</p>
      )}
      {active.length === 0 ? null : form.open === anew ? (
        <div className="card setup-new">
          <AbsenceEdit
            practitioners={active}
            own={own}
            onSaved={(saved) => {
              setAdded(saved);
              said(t(`setup.away.saved.${saved.exception.kind}`, { days: daysOf(saved.exception) }));
              form.close();
            }}
            onClose={form.close}
          />
        </div>
      ) : (
        <Button
          id={form.buttonId(anew)}
          variant="default"
          leftSection={<Icon icon={IconPlus} />}
          className="setup-add"
          onClick={() => form.show(anew)}
        >
          {form.begun(anew) ? t('setup.goOn') : t('setup.away.add')}
        </Button>
      )}
    </section>
  );
};
