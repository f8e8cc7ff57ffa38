import { Button, Select } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/calls.ts';
import { reminderFacts, reminderPlaceholders, reminderText, reminderWordsToBeginWith } from '../../../shared/reminder-words.ts';
import { addDays } from '../../../shared/schedule-time.ts';
import { today } from '../../dates.ts';
import { usePractice } from '../../practice.ts';
import { Field } from '../../ui/field.tsx';
import { ErrorNotice, said } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall, useSend } from '../../use-call.ts';
import { EditForm } from './edit-form.tsx';
import {
  bracesOf,
  type ReminderField,
  reminderFields,
  reminderFrom,
  reminderProblems,
  reminderStanding,
  TypedReminder,
  typedReminder,
} from './reminder-form.ts';
import { useEditing } from './use-editing.ts';
import './reminder-settings.css';
import './schedule-settings.css';

type Settings = OutputOf<'reminders.settings'>;

const key = 'reminder-words';

/** The words with somebody's name in them, as they would be sent. */
const Preview = ({ words }: { readonly words: string }): JSX.Element => {
  const { t } = useTranslation('reminders');
  const { place, practiceName, practitionerName } = usePractice();
  const day = addDays(today(), 1);
  const sample = { name: t('set.sample'), day, time: '15:00', practice: practiceName, practitioner: practitionerName };
  return (
    <section aria-labelledby="reminder-preview">
      <h4 id="reminder-preview" className="b">
        {t('set.preview')}
      </h4>
      <p className="reminder-preview" dir="auto">
        {reminderText(words, reminderFacts(sample, place))}
      </p>
    </section>
  );
};

const Placeholders = (): JSX.Element => {
  const { t } = useTranslation('reminders');
  return (
    <section aria-labelledby="reminder-placeholders">
      <h4 id="reminder-placeholders" className="b">
        {t('set.placeholders')}
      </h4>
      <dl className="reminder-placeholders">
        {reminderPlaceholders.map((one) => (
          <div key={one} className="row wrap">
            <dt>
              <code>{bracesOf([one])}</code>
            </dt>
            <dd className="ink-2">{t(`set.placeholder.${one}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

const daysChoice = [1, 2, 3, 4, 5, 6, 7] as const;

const ReminderEdit = ({ settings }: { readonly settings: Settings }): JSX.Element => {
  const { t } = useTranslation('reminders');
  const { t: errors } = useTranslation('errors');
  const { send, ...sending } = useSend('reminders.set');
  const editing = useEditing<ReminderField, string, Settings>({
    about: { key, title: t('set.draft'), place: '/settings/reminders' },
    fields: reminderFields,
    shape: TypedReminder,
    start: { version: settings.version, typed: typedReminder(settings) },
    send: ({ version, typed }) => send({ version, settings: reminderFrom(TypedReminder.parse(typed)) }),
    sending,
    standingIn: reminderStanding,
  });
  const typed = TypedReminder.parse(editing.typed);
  return (
    <EditForm
      of={key}
      title={t('set.title')}
      editing={editing}
      own={reminderProblems(typed, { t, errors })}
      labelOf={(field) => t(`set.${field}`)}
      reading={(field, value) => (field === 'daysBefore' ? t('set.days', { count: Number(value) }) : value)}
      onSaved={() => said(t('set.saved'))}
      onClose={() => undefined}
      fields={(problemOf) => (
        <div className="fields">
          <Select
            id={`${key}-daysBefore`}
            label={t('set.daysBefore')}
            description={t('set.daysBeforeHelp')}
            data={daysChoice.map((count) => ({ value: String(count), label: t('set.days', { count }) }))}
            value={typed.daysBefore}
            allowDeselect={false}
            maw={320}
            onChange={(days) => days && editing.type('daysBefore', days)}
          />
          <Field
            id={`${key}-words`}
            label={t('set.words')}
            help={t('set.wordsHelp')}
            value={typed.words}
            onChange={(words) => editing.type('words', words)}
            problem={problemOf('words')}
            rows={5}
          />
          {typed.words === reminderWordsToBeginWith ? null : (
            <div>
              <Button variant="subtle" onClick={() => editing.type('words', reminderWordsToBeginWith)}>
                {t('set.restore')}
              </Button>
            </div>
          )}
          <Placeholders />
          <Preview words={typed.words} />
        </div>
      )}
    />
  );
};

/** How many days ahead people are reminded, and in which words. */
export const ReminderSettings = (): JSX.Element => {
  const { t } = useTranslation('reminders');
  const isOwner = usePractice().role === 'owner';
  const settings = useCall('reminders.settings', {});
  if (settings.error) return <ErrorNotice error={settings.error} again={settings.again} />;
  if (!settings.data) return <Waiting />;
  const { daysBefore, words, version } = settings.data;
  return (
    <div className="setup-page">
      <p className="ink-2 lead">{t('set.lead')}</p>
      {isOwner ? (
        <ReminderEdit key={version} settings={settings.data} />
      ) : (
        <>
          <p className="ink-2">{t('set.ownerChanges')}</p>
          <p>{t('set.days', { count: daysBefore })}</p>
          <Preview words={words} />
        </>
      )}
    </div>
  );
};
