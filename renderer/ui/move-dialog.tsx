import { Button, Group } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentLine } from '../../shared/appointment.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { fullDayWords } from '../dates.ts';
import { Conflict } from './conflict.tsx';
import { ConflictChoice, LeftOut } from './conflict-choice.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { whenChosen, whenDifferences } from './moved-meanwhile.ts';
import { ErrorNotice, SaveError, said } from './notice.tsx';
import { ScopeChoice } from './scope-choice.tsx';
import { useMove } from './use-move.ts';
import { type PracticeLists, usePracticeLists } from './use-practice-lists.ts';
import { TimeFields, WhereFields } from './when-fields.tsx';
import { type WhenMinutes, whenFrom } from './when-form.ts';

type Props = {
  readonly line: AppointmentLine;
  /** Where it is to go, as far as that was said by a drop or a key. */
  readonly to?: Partial<WhenMinutes>;
  readonly onClose: () => void;
  readonly onMoved?: (done: OutputOf<'appointments.move'>) => void;
};

const MoveForm = ({ line: now, to, lists, onClose, onMoved }: Props & { readonly lists: PracticeLists }): JSX.Element => {
  const { t } = useTranslation('appointments');
  const { t: tUi } = useTranslation('ui');
  // As it stood when this was opened: what someone does meanwhile is shown, not done over.
  const [line] = useState(now);
  const moving = useMove(line, to);
  const { typed, days, standing, checked } = moving;
  const when = whenFrom(typed);
  const done = async (...wanted: Parameters<typeof moving.move>): Promise<void> => {
    const reply = await moving.move(...wanted);
    if (!reply) return;
    const { day, time } = reply.appointment;
    said(t(reply.changed > 1 ? 'move.doneMany' : 'move.done', { count: reply.changed, day: fullDayWords(day), time }));
    onMoved?.(reply);
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void done();
  };
  const differences = standing ? whenDifferences({ theirs: standing, yours: typed, lists, t }) : [];
  if (standing && differences.length > 0) {
    return (
      <Conflict
        differences={differences}
        busy={moving.isSending}
        done={t('meanwhile.save')}
        onChosen={(sides) => {
          const chosen = whenChosen(standing, typed, sides);
          const same = whenDifferences({ theirs: standing, yours: chosen, lists, t }).length === 0;
          if (same) return onClose();
          moving.setTyped(chosen);
          void done(chosen, standing.version);
        }}
      />
    );
  }
  const names = { client: line.chosenName, practitioner: lists.nameOf(typed.practitionerId), room: lists.roomOf(typed.roomId) };
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <ErrorSummary problems={moving.problems} attempt={moving.attempt} idOf={(field) => idOf(field)} />
      {moving.error && moving.error.code !== 'conflict' ? <SaveError error={moving.error} /> : null}
      <TimeFields prefix="move-" typed={typed} onChange={moving.setTyped} problems={moving.problems} />
      <WhereFields prefix="move-" typed={typed} onChange={moving.setTyped} lists={lists} problems={moving.problems} />
      {line.seriesId ? <ScopeChoice scope={moving.scope} onScope={moving.setScope} /> : null}
      {checked?.leftOut && when ? <LeftOut day={when.day} time={when.time} /> : null}
      <ConflictChoice
        days={days}
        names={names}
        maySkip={moving.scope !== 'this'}
        despite={moving.despite}
        onDespite={moving.setDespite}
        problems={moving.problems}
      />
      <Group justify="flex-end" gap="sm">
        <Button variant="subtle" onClick={onClose}>
          {tUi('cancel')}
        </Button>
        <Button type="submit" disabled={moving.isSending}>
          {t('move.yes')}
        </Button>
      </Group>
    </form>
  );
};

const idOf = (field: string): string => (field === 'despite' || field === 'reason' ? field : `move-${field}`);

/** Another time, length, practitioner or room, said in fields: for the keyboard, and for what a drop cannot say. */
export const MoveDialog = (props: Props): JSX.Element => {
  const { t } = useTranslation('appointments');
  const { lists, error } = usePracticeLists();
  return (
    <Dialog title={t('move.title', { name: props.line.chosenName })} onClose={props.onClose} size={640}>
      {error ? <ErrorNotice error={error} /> : null}
      {lists ? <MoveForm {...props} lists={lists} /> : null}
    </Dialog>
  );
};
