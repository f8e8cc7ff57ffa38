import { Button } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/calls.ts';
import type { PractitionerHours } from '../../../shared/hours.ts';
import type { Practitioner } from '../../../shared/people-and-rooms.ts';
import { addDays } from '../../../shared/schedule-time.ts';
import { today } from '../../dates.ts';
import { isClinical, usePractice } from '../../practice.ts';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall, useSend } from '../../use-call.ts';
import { Absences } from './absences.tsx';
import { OfferedList } from './offered-list.tsx';
import { PractitionerEdit } from './practitioner-edit.tsx';
import { useOpenForm } from './use-open-form.ts';
import { useTurn } from './use-turn.ts';
import { WeekEdit } from './week-edit.tsx';
import { weekWords } from './week-words.ts';
import './schedule-settings.css';

/** As many days ahead as may be asked for at once. */
const ahead = 399;

type PeopleProps = { readonly people: OutputOf<'practitioners.list'>; readonly hours: readonly PractitionerHours[] };

const People = ({ people, hours }: PeopleProps): JSX.Element => {
  const { t } = useTranslation('schedule');
  const practice = usePractice();
  const names = useOpenForm('practitioner', 'name');
  const weeks = useOpenForm('hours', 'monday-0-from');
  const { turn, error } = useTurn(useSend('practitioners.save'), ({ name, active }: Practitioner) => ({ name, active }));
  const hoursOf = (id: string): PractitionerHours | undefined => hours.find((one) => one.practitionerId === id);
  const about = ({ id }: Practitioner): JSX.Element => (
    <>
      {id === people.own ? <div>{t('setup.people.own')}</div> : null}
      {(weeks.open === id ? [] : weekWords(t, hoursOf(id))).map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  );
  const changeHours = ({ id, name }: Practitioner): JSX.Element | null =>
    isClinical(practice) && weeks.open !== id ? (
      <Button
        id={weeks.buttonId(id)}
        variant="default"
        leftSection={<Icon icon={IconClock} size={18} />}
        aria-label={t(weeks.begun(id) ? 'setup.hours.goOnOf' : 'setup.hours.changeOf', { name })}
        onClick={() => weeks.show(id)}
      >
        {t(weeks.begun(id) ? 'setup.goOn' : 'setup.hours.change')}
      </Button>
    ) : null;
  const week = ({ id, name }: Practitioner): JSX.Element | null => {
    const own = hoursOf(id);
    return isClinical(practice) && own && weeks.open === id ? <WeekEdit hours={own} name={name} onClose={weeks.close} /> : null;
  };
  return (
    <>
      {practice.role === 'owner' ? null : <p className="ink-2">{t('setup.people.ownerChanges')}</p>}
      {error ? <ErrorNotice error={error} /> : null}
      <OfferedList
        label={t('setup.people.list')}
        all={people.practitioners}
        form={names}
        mayChange={practice.role === 'owner'}
        change={{ word: t('setup.people.rename'), named: (name) => t('setup.people.edit', { name }) }}
        about={about}
        more={changeHours}
        below={week}
        edit={(one) => <PractitionerEdit practitioner={one} onClose={names.close} />}
        add={t('setup.people.add')}
        onTurn={(one, active) => void turn(one, active)}
      />
    </>
  );
};

/** Who treats here, when they are there in a usual week, and on which days it is otherwise. */
export const HoursSettings = (): JSX.Element => {
  const { t } = useTranslation('schedule');
  const people = useCall('practitioners.list', {});
  const from = today();
  const hours = useCall('hours.get', { from, to: addDays(from, ahead) }, { keep: true });
  const error = people.error ?? hours.error;
  if (error) return <ErrorNotice error={error} again={() => Promise.all([people.again(), hours.again()])} />;
  if (!people.data || !hours.data) return <Waiting />;
  const { practitioners, own } = people.data;
  const active = practitioners.filter((one) => one.active);
  return (
    <div className="setup-page">
      <p className="ink-2 lead">{t('setup.people.lead')}</p>
      <People people={people.data} hours={hours.data.hours} />
      <Absences
        exceptions={hours.data.exceptions}
        practitioners={practitioners}
        own={(active.find(({ id }) => id === own) ?? active[0])?.id ?? ''}
      />
    </div>
  );
};
