import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clearance } from '../../shared/clearance.ts';
import { latestEnd, needsPaper } from '../../shared/clearance-rules.ts';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { dayWords, lastDayWords, today, typedDay } from '../dates.ts';
import { dayProblem } from '../ui/day-problem.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useSend } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { endsOnFrom, minutesFrom, scopeFrom, TypedReply } from './clearance-rule.ts';
import type { Care } from './use-health.ts';

/** What keeps an answer from being recorded, in the order of the form. */
const useProblems = (value: TypedReply, clearance: Clearance, care: Care): readonly FieldProblem[] => {
  const { t } = useTranslation('clearance');
  const { t: errors } = useTranslation('errors');
  const problem = (field: string, label: string, text: string | null): readonly FieldProblem[] => (text ? [{ field, label, text }] : []);
  const long = (text: string, limit: number): string | null => {
    const over = tooLong(text, limit);
    return over ? errors('problem.too-long', over) : null;
  };
  const day = calendarDayFromTyped(value.day);
  const lastDay = calendarDayFromTyped(value.lastDay);
  const ofDay = (): string | null => {
    if (!day) return dayProblem(value.day, errors) ?? t('ask.dayNeeded');
    if (day > today()) return t('ask.future');
    return day < clearance.askedOn ? t('record.dayEarly', { day: dayWords(clearance.askedOn) }) : null;
  };
  const ofLastDay = (): string | null => {
    if (value.until !== 'day') return null;
    if (!lastDay) return dayProblem(value.lastDay, errors) ?? t('record.lastDayNeeded');
    if (day && lastDay < day) return t('record.lastDayEarly');
    const endsOn = endsOnFrom(value);
    return day && endsOn && endsOn > latestEnd(day) ? t('record.lastDayLate', { day: lastDayWords(latestEnd(day)) }) : null;
  };
  const ofPaper = (): string | null => {
    if (value.outcome !== 'cleared' || value.way !== 'client' || value.documentId !== '') return null;
    const findings = care.of.findings.filter((finding) => clearance.findingIds.includes(finding.id));
    return needsPaper(findings) ? t('record.documentNeeded') : null;
  };
  const noMinutes = value.minutes.trim() !== '' && minutesFrom(value.minutes) === null;
  const noPlaces = value.where === 'places' && value.areas.length === 0;
  return [
    ...problem('outcome', t('record.outcome'), value.outcome === '' ? t('record.outcomeNeeded') : null),
    ...problem('from', t('record.from'), shows(value.from) ? long(value.from, limits.namePart) : t('record.fromNeeded')),
    ...problem('day', t('record.day'), ofDay()),
    ...(value.outcome === 'cleared'
      ? [
          ...problem('where', t('record.where'), noPlaces ? t('record.placesNeeded') : null),
          ...problem('minutes', t('record.minutes'), noMinutes ? t('record.minutesWrong') : null),
          ...problem('limits', t('record.limits'), long(value.limits, limits.paragraph)),
          ...problem('until', t('record.until'), value.until === '' ? t('record.untilNeeded') : null),
          ...problem('last-day', t('record.lastDay'), ofLastDay()),
        ]
      : []),
    ...problem('words', t('record.words'), long(value.words, limits.paragraph)),
    ...problem('document', t('record.document'), ofPaper()),
  ];
};

/** The answer to one request as it is typed in, and how it is kept. */
export const useClearanceRecord = (clearance: Clearance, care: Care) => {
  const { t } = useTranslation('clearance');
  const { id, clientId, of, way } = clearance;
  const key = `clearance-answer-${id}`;
  const about = { key, title: t('record.draft', { name: care.client.chosenName }), place: `/clients/${clientId}/clearance/${id}` };
  const begun = (): TypedReply => ({
    outcome: '',
    from: of,
    way,
    day: typedDay(today()),
    where: 'all',
    areas: [],
    ceiling: '',
    minutes: '',
    limits: '',
    until: '',
    lastDay: '',
    words: '',
    documentId: '',
  });
  const { value, set, drop, found } = useDraft(about, TypedReply, begun);
  const [attempt, setAttempt] = useState(0);
  const { send, isSending, error, forget } = useSend('clearance.record');
  const problems = useProblems(value, clearance, care);
  const shown = attempt > 0 ? problems : [];

  const keep = async (): Promise<boolean> => {
    setAttempt(attempt + 1);
    const { outcome } = value;
    const receivedOn = calendarDayFromTyped(value.day);
    if (problems.length > 0 || isSending || outcome === '' || !receivedOn) return false;
    const cleared = outcome === 'cleared';
    const reply = await send({
      clearanceId: id,
      receivedOn,
      from: value.from,
      way: value.way,
      outcome,
      scope: cleared ? scopeFrom(value) : null,
      endsOn: cleared ? endsOnFrom(value) : null,
      words: value.words,
      documentId: value.documentId || null,
    });
    if (reply.ok) drop();
    return reply.ok;
  };
  return {
    key,
    value,
    found,
    shown,
    attempt,
    error,
    isSending,
    problemOf: (field: string): string | undefined => shown.find((one) => one.field === field)?.text,
    change: (more: Partial<TypedReply>): void => {
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
export type ClearanceRecord = ReturnType<typeof useClearanceRecord>;
