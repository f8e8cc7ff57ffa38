import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../../shared/waitlist.ts';
import type { ChosenClient } from '../ui/client-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DraftForm } from '../ui/draft-form.tsx';
import { ErrorNotice, Notice, said } from '../ui/notice.tsx';
import { type PracticeLists, usePracticeLists } from '../ui/use-practice-lists.ts';
import { useRecordDraft } from '../ui/use-record-draft.ts';
import { useSend } from '../use-call.ts';
import { WaitingFields, waitingFieldId } from './waiting-fields.tsx';
import {
  detailsOf,
  typedOf,
  type WaitingField,
  WaitingTyped,
  waitingChosen,
  waitingDisputed,
  waitingProblems,
  waitingReading,
} from './waiting-form.ts';

/** Whose wishes are changed, or who is added; the client where the address names one. */
export type WaitingAsked = { readonly waiting: Waiting | null; readonly client: ChosenClient | null };

type FormProps = WaitingAsked & { readonly lists: PracticeLists; readonly onClose: () => void };

const blankFor = (client: ChosenClient | null, { services }: PracticeLists): WaitingTyped => {
  const offered = services.filter(({ active }) => active);
  const only = offered.length === 1 ? offered[0]?.id : undefined;
  const nothing = { practitionerId: '', weekdays: [], earliest: '', latest: '', firstDay: '', lastDay: '', shortNotice: false, note: '' };
  return { ...nothing, client, serviceId: only ?? '', version: 0 };
};

const useWaitingDraft = ({ waiting, client, lists, onClose }: FormProps) => {
  const { t } = useTranslation('waitlist');
  const title = waiting === null ? t('form.draft') : t('form.draftChange', { name: waiting.chosenName });
  const add = useSend('waitlist.add');
  const change = useSend('waitlist.change');
  return useRecordDraft<WaitingField, WaitingTyped>({
    about: {
      key: waiting === null ? 'waiting-new' : `waiting-${waiting.id}`,
      title,
      place: `/wait-list?waiting=${waiting?.id ?? 'new'}`,
    },
    shape: WaitingTyped,
    clean: () => (waiting === null ? blankFor(client, lists) : typedOf(waiting)),
    send: (typed) => {
      const details = detailsOf(typed);
      return waiting
        ? change.send({ id: waiting.id, version: typed.version, details })
        : add.send({ clientId: typed.client?.id ?? '', details });
    },
    sending: [add, change],
    standingIn: (current) => {
      const newer = Waiting.safeParse(current).data;
      return newer ? typedOf(newer) : null;
    },
    disputedIn: waitingDisputed,
    onSaved: () => {
      said(t('form.saved'));
      onClose();
    },
  });
};

const WaitingForm = (props: FormProps): JSX.Element => {
  const { lists, waiting, onClose } = props;
  const { t } = useTranslation('waitlist');
  const { t: errors } = useTranslation('errors');
  const { t: times } = useTranslation('appointments');
  const draft = useWaitingDraft(props);
  return (
    <DraftForm
      draft={draft}
      own={waitingProblems(draft.value, { t, errors, times })}
      idOf={waitingFieldId}
      labelOf={(field) => t(`field.${field}`)}
      readingOf={(field, typed) => waitingReading({ t, lists }, field, typed)}
      chosen={waitingChosen}
      save={t('form.save')}
      onClose={onClose}
    >
      {(problems) => (
        <>
          {lists.services.some(({ active }) => active) ? null : <Notice tone="wait" title={t('form.noServices')} />}
          <WaitingFields typed={draft.value} lists={lists} isNew={waiting === null} onChange={draft.set} problems={problems} />
        </>
      )}
    </DraftForm>
  );
};

type DialogProps = {
  /** Null: closed. */
  readonly asked: WaitingAsked | null;
  readonly onClose: () => void;
};

/** Adds somebody to the wait list, or changes their wishes. What is typed is kept when the dialog closes. */
export const WaitingDialog = ({ asked, onClose }: DialogProps): JSX.Element | null => {
  const { t } = useTranslation('waitlist');
  const { lists, error } = usePracticeLists();
  if (asked === null || (lists === null && error === null)) return null;
  return (
    <Dialog title={asked.waiting ? t('changeOf', { name: asked.waiting.chosenName }) : t('form.new')} onClose={onClose} size={640}>
      {error ? <ErrorNotice error={error} /> : null}
      {lists ? <WaitingForm {...asked} lists={lists} onClose={onClose} /> : null}
    </Dialog>
  );
};
