import { Button, Group } from '@mantine/core';
import type { FormEvent, JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../shared/appointment.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { ConflictChoice } from '../ui/conflict-choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import type { PracticeLists } from '../ui/use-practice-lists.ts';
import { Meanwhile } from './meanwhile.tsx';
import type { Tried, Tries } from './use-tried.ts';

type Props<N extends Tries, T extends object> = {
  readonly title: string;
  /** As it stood when the dialog was opened. */
  readonly seen: Appointment;
  readonly lists: PracticeLists;
  readonly tried: Tried<N, T>;
  readonly maySkip: boolean;
  readonly yes: string;
  readonly onDone: (done: OutputOf<N>) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Around the fields of a change that is tried: what is wrong, what someone saved meanwhile, and what is in the way. */
export const TriedDialog = <N extends Tries, T extends object>(props: Props<N, T>): JSX.Element => {
  const { title, seen, lists, tried, maySkip, yes, onDone, onClose, children } = props;
  const { t } = useTranslation('ui');
  const { standing, error, problems } = tried;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await tried.save(standing ?? seen);
    if (!done) return;
    onDone(done);
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose} size={640}>
      <form className="fields" onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary problems={problems} attempt={tried.attempt} />
        {standing ? <Meanwhile standing={standing} /> : null}
        {error && !standing ? <ErrorNotice error={error} /> : null}
        {children}
        <ConflictChoice
          days={tried.days}
          names={{ client: seen.chosenName, practitioner: lists.nameOf(seen.practitionerId), room: lists.roomOf(seen.roomId) }}
          maySkip={maySkip}
          despite={tried.despite}
          onDespite={tried.setDespite}
          problems={problems}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" disabled={tried.isSending}>
            {yes}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
};
