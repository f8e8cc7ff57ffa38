import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { clearanceWays } from '../../shared/clearance.ts';
import type { CareTeamMember } from '../../shared/contacts.ts';
import type { Finding } from '../../shared/finding.ts';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { today, typedDay } from '../dates.ts';
import { dayProblem } from '../ui/day-problem.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useCall, useSend } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { suggestedQuestion } from './clearance-words.ts';
import type { Care } from './use-health.ts';

/** `to`: the id of a member of the care team, `directory` with `contactId`, or `name`. `question`: null while nobody changed the suggestion. */
const Asking = z.strictObject({
  findings: z.array(z.string()),
  to: z.string(),
  contactId: z.string(),
  query: z.string(),
  name: z.string(),
  way: z.string(),
  day: z.string(),
  question: z.string().nullable(),
});
export type Asking = z.infer<typeof Asking>;

export type AskWith = {
  readonly care: Care;
  readonly findings: readonly Finding[];
  readonly members: readonly CareTeamMember[];
  readonly asked: readonly string[];
};

/** A request as it is put together: what it holds, what it still needs, and how it is kept. */
export const useClearanceAsk = ({ care, findings, members, asked }: AskWith) => {
  const { t } = useTranslation('clearance');
  const { t: errors } = useTranslation('errors');
  const { client, content } = care;
  // Begun from another finding it is another request.
  const [first] = asked;
  const key = `clearance-${client.id}${first ? `-${first}` : ''}`;
  const place = `/clients/${client.id}/clearance/new${first ? `?finding=${first}` : ''}`;
  const about = { key, title: t('ask.draft', { name: client.chosenName }), place };
  const begun = (): Asking => ({
    findings: asked.filter((id) => findings.some((one) => one.id === id)),
    to: '',
    contactId: '',
    query: '',
    name: '',
    way: '',
    day: typedDay(today()),
    question: null,
  });
  const { value, set, drop, found } = useDraft(about, Asking, begun);
  const [attempt, setAttempt] = useState(0);
  const { send, isSending, error, forget } = useSend('clearance.request');
  const picked = useCall('contacts.get', { id: value.contactId }, { enabled: value.to === 'directory' && value.contactId !== '' });

  const chosen = findings.filter(({ id }) => value.findings.includes(id));
  const member = members.find(({ contact }) => contact.id === value.to)?.contact;
  const contact = value.to === 'directory' ? picked.data?.contact : member;
  const of = value.to === 'name' ? value.name.trim() : (contact?.name ?? '');
  const way = clearanceWays.find((one) => one === value.way);
  const day = calendarDayFromTyped(value.day);
  const suggestion = suggestedQuestion(t, chosen, content.sections);
  const question = value.question ?? suggestion;

  const problem = (field: string, label: string, text: string | null): readonly FieldProblem[] => (text ? [{ field, label, text }] : []);
  const longName = tooLong(value.name, limits.namePart);
  const longQuestion = tooLong(question, limits.paragraph);
  const nameProblem = longName ? errors('problem.too-long', longName) : shows(value.name) ? null : t('ask.nameNeeded');
  const problems: readonly FieldProblem[] = [
    ...problem('about', t('ask.about'), chosen.length === 0 ? t('ask.aboutNeeded') : null),
    ...(value.to === 'name'
      ? problem('name', t('ask.name'), nameProblem)
      : problem('to', t('ask.who'), contact ? null : t('ask.whoNeeded'))),
    ...problem('how', t('ask.how'), way ? null : t('ask.howNeeded')),
    ...problem('day', t('ask.day'), day ? (day > today() ? t('ask.future') : null) : (dayProblem(value.day, errors) ?? t('ask.dayNeeded'))),
    ...problem('question', t('ask.question'), longQuestion ? errors('problem.too-long', longQuestion) : null),
  ];
  const shown = attempt > 0 ? problems : [];

  /** Gives back who was asked; null where it was not kept. */
  const keep = async (): Promise<string | null> => {
    setAttempt(attempt + 1);
    if (problems.length > 0 || isSending || !way || !day) return null;
    const reply = await send({
      clientId: client.id,
      findingIds: chosen.map(({ id }) => id),
      contactId: contact?.id ?? null,
      of,
      way,
      question,
      askedOn: day,
    });
    if (!reply.ok) return null;
    drop();
    return reply.value.of;
  };
  return {
    key,
    value,
    found,
    chosen,
    contact,
    question,
    suggestion,
    shown,
    attempt,
    error,
    isSending,
    problemOf: (field: string): string | undefined => shown.find((one) => one.field === field)?.text,
    change: (more: Partial<Asking>): void => {
      forget();
      set({ ...value, ...more });
    },
    startAnew: (): void => {
      forget();
      setAttempt(0);
      drop(begun());
    },
    keep,
  };
};
export type ClearanceAsk = ReturnType<typeof useClearanceAsk>;
