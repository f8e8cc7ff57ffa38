import { Button, Modal } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../../shared/waitlist.ts';
import type { ChosenClient } from '../ui/client-picker.tsx';
import { Conflict } from '../ui/conflict.tsx';
import { DraftState } from '../ui/draft-state.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { ErrorNotice, Notice, said } from '../ui/notice.tsx';
import { type PracticeLists, usePracticeLists } from '../ui/use-practice-lists.ts';
import { useSend } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { WaitingFields, waitingFieldId } from './waiting-fields.tsx';
import { detailsOf, typedOf, WaitingTyped, waitingChosen, waitingDisputed, waitingProblems, waitingReading } from './waiting-form.ts';

/** Whose wishes are changed, or who is added; the client where the address names one. */
export type WaitingAsked = { readonly waiting: Waiting | null; readonly client: ChosenClient | null };

type FormProps = WaitingAsked & { readonly lists: PracticeLists; readonly onClose: () => void };

const blankFor = (client: ChosenClient | null, { services }: PracticeLists): WaitingTyped => {
  const offered = services.filter(({ active }) => active);
  const only = offered.length === 1 ? offered[0]?.id : undefined;
  const nothing = { practitionerId: '', weekdays: [], earliest: '', latest: '', firstDay: '', lastDay: '', shortNotice: false, note: '' };
  return { ...nothing, client, serviceId: only ?? '', version: 0 };
};

const useWaitingForm = ({ waiting, client, lists, onClose }: FormProps) => {
  const { t } = useTranslation('waitlist');
  const key = waiting === null ? 'waiting-new' : `waiting-${waiting.id}`;
  const title = waiting === null ? t('form.draft') : t('form.draftChange', { name: waiting.chosenName });
  const place = `/wait-list?waiting=${waiting?.id ?? 'new'}`;
  const clean = (): WaitingTyped => (waiting === null ? blankFor(client, lists) : typedOf(waiting));
  const draft = useDraft({ key, title, place }, WaitingTyped, clean);
  const add = useSend('waitlist.add');
  const change = useSend('waitlist.change');
  const [theirs, setTheirs] = useState<WaitingTyped | null>(null);
  const save = async (typed: WaitingTyped): Promise<void> => {
    const details = detailsOf(typed);
    const reply = waiting
      ? await change.send({ id: waiting.id, version: typed.version, details })
      : await add.send({ clientId: typed.client?.id ?? '', details });
    const newer = !reply.ok && reply.error.code === 'conflict' ? Waiting.safeParse(reply.error.current).data : undefined;
    // What somebody saved meanwhile may be just what was typed.
    if (reply.ok || (newer && waitingDisputed(typed, typedOf(newer)).length === 0)) {
      draft.drop();
      said(t('form.saved'));
      return onClose();
    }
    setTheirs(newer ? typedOf(newer) : null);
  };
  const error = add.error ?? change.error;
  return { ...draft, key, theirs, save, startOver: () => draft.drop(clean()), isSending: add.isSending || change.isSending, error };
};

const WaitingForm = (props: FormProps): JSX.Element => {
  const { lists, waiting, onClose } = props;
  const { t } = useTranslation('waitlist');
  const { t: errors } = useTranslation('errors');
  const { t: times } = useTranslation('appointments');
  const { value, set, found, key, theirs, save, startOver, isSending, error } = useWaitingForm(props);
  const [attempt, setAttempt] = useState(0);
  const own = waitingProblems(value, { t, errors, times });
  const problems = attempt > 0 ? own : [];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (own.length === 0) void save(value);
  };
  const disputed = theirs ? waitingDisputed(value, theirs) : [];
  if (theirs && disputed.length > 0) {
    return (
      <Conflict
        differences={disputed.map((field) => ({
          field,
          label: t(`field.${field}`),
          theirs: waitingReading({ t, lists }, field, theirs),
          yours: waitingReading({ t, lists }, field, value),
        }))}
        busy={isSending}
        onChosen={(sides) => {
          const chosen = waitingChosen(value, theirs, sides);
          set(chosen);
          void save(chosen);
        }}
      />
    );
  }
  return (
    <form className="fields" onSubmit={submit} noValidate>
      {found ? (
        <Notice
          tone="wait"
          title={t('form.found')}
          actions={
            <Button variant="default" onClick={startOver}>
              {t('form.startOver')}
            </Button>
          }
        />
      ) : null}
      {lists.services.some(({ active }) => active) ? null : <Notice tone="wait" title={t('form.noServices')} />}
      <ErrorSummary problems={problems} attempt={attempt} idOf={waitingFieldId} />
      {error && problems.length === 0 ? <ErrorNotice error={error} /> : null}
      <WaitingFields typed={value} lists={lists} isNew={waiting === null} onChange={set} problems={problems} />
      <div className="row wrap form-actions">
        <Button type="submit" disabled={isSending}>
          {t(isSending ? 'form.saving' : 'form.save')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('form.cancel')}
        </Button>
        <DraftState of={key} />
      </div>
    </form>
  );
};

type DialogProps = {
  /** Null: closed. */
  readonly asked: WaitingAsked | null;
  readonly onClose: () => void;
};

/** Adds somebody to the wait list, or changes their wishes. What is typed is kept when the dialog closes. */
export const WaitingDialog = ({ asked, onClose }: DialogProps): JSX.Element => {
  const { t } = useTranslation('waitlist');
  const { t: ui } = useTranslation('ui');
  const { lists, error } = usePracticeLists();
  return (
    <Modal
      opened={asked !== null}
      onClose={onClose}
      size={600}
      title={
        <span className="lg b" dir="auto">
          {asked?.waiting ? t('changeOf', { name: asked.waiting.chosenName }) : t('form.new')}
        </span>
      }
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      {error ? <ErrorNotice error={error} /> : null}
      {asked && lists ? <WaitingForm {...asked} lists={lists} onClose={onClose} /> : null}
    </Modal>
  );
};
