import { keepPreviousData, type QueryClient, useMutation, useQuery } from '@tanstack/react-query';
import type { AppError, Reply } from '../shared/app-error.ts';
import type { CallName, InputOf, OutputOf } from '../shared/calls.ts';
import type { Topic } from '../shared/notices.ts';
import { call, errorOf, unwrap } from './call.ts';

export const keyOf = <N extends CallName>(name: N, input: InputOf<N>): readonly [N, InputOf<N>] => [name, input];

type Asked<N extends CallName> = {
  readonly data: OutputOf<N> | undefined;
  readonly error: AppError | null;
  readonly isPending: boolean;
  readonly isFetching: boolean;
  readonly again: () => Promise<unknown>;
};

/** What a screen shows. `keep` shows the last answer until the next one is there (search as you type); `fresh` asks anew each time the screen comes. */
export const useCall = <N extends CallName>(
  name: N,
  input: InputOf<N>,
  options: { readonly enabled?: boolean; readonly keep?: boolean; readonly fresh?: boolean } = {},
): Asked<N> => {
  const query = useQuery({
    queryKey: keyOf(name, input),
    queryFn: async () => unwrap(await call(name, input)),
    enabled: options.enabled ?? true,
    placeholderData: options.keep ? keepPreviousData : undefined,
    refetchOnMount: options.fresh ? 'always' : true,
  });
  return {
    data: query.data as OutputOf<N> | undefined,
    error: errorOf(query.error),
    isPending: query.isPending,
    isFetching: query.isFetching,
    again: query.refetch,
  };
};

type Sending<N extends CallName> = {
  readonly send: (input: InputOf<N>) => Promise<Reply<OutputOf<N>>>;
  readonly isSending: boolean;
  readonly error: AppError | null;
  /** What came back last, while nothing newer is on its way. */
  readonly value: OutputOf<N> | undefined;
  readonly forget: () => void;
};

/** What a screen asks to be done. Sent once; a failure leaves everything on the screen as it was. */
export const useSend = <N extends CallName>(name: N): Sending<N> => {
  const mutation = useMutation({ mutationFn: async (input: InputOf<N>) => unwrap(await call(name, input)) });
  return {
    send: (input) =>
      mutation.mutateAsync(input).then(
        (value): Reply<OutputOf<N>> => ({ ok: true, value }),
        (failure: unknown): Reply<OutputOf<N>> => ({ ok: false, error: errorOf(failure) ?? { code: 'unexpected', incident: 'window' } }),
      ),
    isSending: mutation.isPending,
    error: errorOf(mutation.error),
    value: mutation.data as OutputOf<N> | undefined,
    forget: mutation.reset,
  };
};

/** What everything that is known of a client decides together. */
const touch = ['readiness.of', 'readiness.many', 'safety.card', 'consentMap.allowed'] as const satisfies readonly CallName[];

/** Which answers a notice makes old. */
const shownBy: Readonly<Record<Topic, readonly CallName[]>> = {
  profile: [
    'logo.get',
    'aftercare.content',
    'profile.get',
    'consent.forms',
    'forms.list',
    'forms.get',
    'consentMap.get',
    'consentMap.sensitiveAreas',
    'crisis.settings',
    'crisis.open',
    ...touch,
  ],
  clients: [
    'clients.timeline',
    'appointments.range',
    'appointments.get',
    'today.get',
    'waitlist.list',
    'waitlist.matches',
    'reminders.today',
    'tasks.list',
    'clients.get',
    'clients.search',
    'clients.lastImport',
    'crisis.open',
    'consent.forms',
    'intake.ofClient',
    ...touch,
  ],
  'client-fields': ['customFields.list', 'tags.list'],
  'client-filters': ['clientFilters.list'],
  consents: [
    'attachments.get',
    'clients.timeline',
    'releases.ofClient',
    'sessions.current',
    'sessions.allowed',
    'consent.ofClient',
    'consent.attention',
    'handover.returned',
    'intake.ofClient',
    ...touch,
  ],
  // The page itself keeps a round it works on in step: asked anew at each save, the trail would be full of openings nobody made. Nor does
  // what an answer of it says of health ask for the round again.
  intake: ['clients.timeline', 'intake.attention', ...touch],
  maps: [
    'clients.timeline',
    'sessions.current',
    'sessions.allowed',
    'consentMap.get',
    'consentMap.history',
    'consentMap.sensitiveAreas',
    ...touch,
    'intake.ofClient',
    'consent.forms',
  ],
  health: ['clients.timeline', ...touch, 'sessions.current', 'sessions.allowed', 'health.findings', 'health.attention', 'crisis.open'],
  safety: [...touch, 'crisis.settings', 'crisis.open', 'aftercare.content'],
  schedule: [
    'clients.timeline',
    'services.list',
    'rooms.list',
    'practitioners.list',
    'hours.get',
    'aftercare.content',
    'appointments.range',
    'appointments.get',
    'appointments.ofClient',
    'appointments.check',
    'appointments.findSlots',
    'today.get',
    'waitlist.list',
    'waitlist.matches',
    'waitlist.freed',
    'reminders.today',
    'reminders.settings',
  ],
  // Sessions of a client are asked for once a visit, by the page itself: each asking stands in the trail, and what is lifted or followed up
  // between sessions changes none of them.
  sessions: [
    'clients.timeline',
    ...touch,
    'sessions.current',
    'sessions.get',
    'sessions.allowed',
    'notes.ofClient',
    'notes.unsigned',
    'incidents.ofClient',
    'incidents.attention',
    'today.get',
    'tasks.list',
  ],
  // The page itself keeps the note it works on; lists are asked anew.
  notes: ['clients.timeline', 'notes.ofClient', 'notes.unsigned', 'notes.search', 'noteTemplates.list', 'snippets.list', 'notes.settings'],
  releases: ['releases.ofClient', 'releases.permits', 'letters.due'],
  // The desk keeps the letter it works on; lists are asked anew.
  letters: ['clients.timeline', 'letters.ofClient', 'letters.due', 'disclosures.ofClient', 'releases.ofClient'],
  tasks: ['clients.timeline', 'tasks.list'],
  contacts: ['contacts.search', 'contacts.get', 'careTeam.of', 'safety.card', 'releases.ofClient'],
  documents: ['clients.timeline', 'documents.ofClient', 'attachments.ofClient', 'attachments.get'],
  forms: ['forms.list', 'forms.get', 'profile.formFacts', 'consent.forms', 'aftercare.content'],
  handover: [
    'consent.ofClient',
    'consent.attention',
    'handover.returned',
    'intake.ofClient',
    'consentMap.get',
    'health.findings',
    'health.attention',
    'crisis.open',
    ...touch,
  ],
  drafts: ['drafts.get'],
  backups: ['backup.settings', 'backup.list'],
  vault: ['vault.status', 'vault.evidence'],
};

/** Notices only invalidate. Gives back how to stop listening. */
export const followNotices = (queries: QueryClient, onLocked: () => void): (() => void) =>
  window.stillpoint.onNotice((notice) => {
    if (notice.kind === 'locked') return onLocked();
    if (notice.kind === 'progress') return;
    const names = new Set<string>(notice.topics.flatMap((topic) => shownBy[topic]));
    void queries.invalidateQueries({ predicate: (query) => names.has(String(query.queryKey[0])) });
  });
