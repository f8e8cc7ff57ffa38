import { Button, NativeSelect, Radio } from '@mantine/core';
import type { TFunction } from 'i18next';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { limits } from '../../shared/limits.ts';
import { suggestClasses } from '../../shared/medicine-suggestions.ts';
import type { Medicine, MedicineClass } from '../../shared/medicines.ts';
import { shows } from '../../shared/text.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import { typedDay } from '../dates.ts';
import { dayProblem } from '../ui/day-problem.ts';
import { DraftState } from '../ui/draft-state.tsx';
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Notice, SaveError, said } from '../ui/notice.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useDraft } from '../use-draft.ts';
import { medicineLine } from './medicines-words.ts';
import type { Care } from './use-health.ts';
import { useMedicine } from './use-medicine.ts';

/** `kind`: a class, `none`, or `not-yet`. */
const Typed = z.strictObject({ name: z.string(), kind: z.string(), note: z.string(), until: z.string(), version: z.number() });
type Typed = z.infer<typeof Typed>;

export const medicineKey = ({ clientId, id }: Pick<Medicine, 'clientId' | 'id'>): string => `health-${clientId}/medicine-${id}`;

const asTyped = ({ name, match, classId, note, takenUntil, version }: Medicine): Typed => ({
  name,
  kind: match === 'class' && classId ? classId : match,
  note,
  until: typedDay(takenUntil),
  version,
});

/** What is to be known of a kind: what to take care of, what to ask, and when to ask for help. */
const ClassFacts = ({ of }: { readonly of: MedicineClass }): JSX.Element => {
  const { t } = useTranslation('health');
  const lines = [
    { label: t('medicine.caution'), words: of.caution },
    { label: t('medicine.ask'), words: of.ask },
    { label: t('medicine.urgentIf'), words: of.urgentIf },
  ];
  return (
    <dl className="finding-facts">
      {lines
        .filter(({ words }) => words !== '')
        .map(({ label, words }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
    </dl>
  );
};

type KindProps = {
  readonly value: string;
  readonly name: string;
  readonly classes: readonly MedicineClass[];
  readonly onKind: (kind: string) => void;
};

/** Which kind of medicine it is: what it looks like comes first, and nothing is chosen unasked. */
const Kind = ({ value, name, classes, onKind }: KindProps): JSX.Element => {
  const { t } = useTranslation('health');
  const suggested = suggestClasses(name, classes);
  const isOther = classes.some(({ id }) => id === value) && !suggested.some(({ id }) => id === value);
  const chosen = classes.find(({ id }) => id === value);
  const [other, setOther] = useState(isOther);
  return (
    <>
      <Radio.Group
        label={t('medicine.kind')}
        description={suggested.length > 0 ? t('medicine.kindSuggested') : t('medicine.kindNone')}
        value={other || isOther ? 'other' : value}
        onChange={(next) => {
          setOther(next === 'other');
          if (next !== 'other') onKind(next);
        }}
      >
        <div className="decide-kinds">
          {suggested.map(({ id, label, examples }) => (
            <Radio key={id} value={id} label={label} description={examples.join(', ')} />
          ))}
          <Radio value="other" label={t(suggested.length > 0 ? 'medicine.anotherKind' : 'medicine.chooseKind')} />
          <Radio value="none" label={t('medicine.match.none')} description={t('medicine.noneText')} />
          <Radio value="not-yet" label={t('medicine.match.not-yet')} />
        </div>
      </Radio.Group>
      {other || isOther ? (
        <NativeSelect
          label={t('medicine.whichKind')}
          value={isOther ? value : ''}
          onChange={(event) => {
            if (event.currentTarget.value) onKind(event.currentTarget.value);
          }}
          data={[
            { value: '', label: t('medicine.choose') },
            ...classes.map(({ id, label, examples }) => ({ value: id, label: `${label} (${examples.join(', ')})` })),
          ]}
        />
      ) : null}
      {chosen ? <ClassFacts of={chosen} /> : null}
    </>
  );
};

type Ids = { readonly name: string; readonly note: string; readonly until: string };
type Words = { readonly health: TFunction<'health'>; readonly errors: TFunction<'errors'> };

/** What keeps it from being kept, each beside its field. */
const problemsOf = (t: Words, ids: Ids, { name, note, until }: Typed): readonly FieldProblem[] => {
  const tooMuch = (text: string, limit: number): string | null => {
    const long = tooLong(text, limit);
    return long ? t.errors('problem.too-long', long) : null;
  };
  return [
    { field: ids.name, label: t.health('medicine.name'), text: shows(name) ? tooMuch(name, limits.namePart) : t.health('decide.needed') },
    { field: ids.note, label: t.health('medicine.note'), text: tooMuch(note, limits.paragraph) },
    { field: ids.until, label: t.health('medicine.until'), text: dayProblem(until, t.errors) },
  ].flatMap(({ text, ...field }) => (text === null ? [] : [{ ...field, text }]));
};

type Props = { readonly medicine: Medicine; readonly care: Care; readonly onDone: () => void };

/** One medicine: what it is called, what kind it is, and until when it was taken. */
export const MedicineForm = ({ medicine, care, onDone }: Props): JSX.Element => {
  const { t } = useTranslation('health');
  const { t: tErrors } = useTranslation('errors');
  const { client, content } = care;
  const key = medicineKey(medicine);
  const about = { key, title: t('draft', { name: client.chosenName }), place: `/clients/${client.id}/health` };
  const { value, set, drop } = useDraft(about, Typed, () => asTyped(medicine));
  const { keep, busy, error, meanwhile } = useMedicine(client.id);
  const [attempt, setAttempt] = useState(0);
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  const ids = { name: `name-${medicine.id}`, note: `note-${medicine.id}`, until: `until-${medicine.id}` };
  const problems = problemsOf({ health: t, errors: tErrors }, ids, value);
  const shown = attempt > 0 ? problems : [];
  const problemOf = (field: string): string | undefined => shown.find((one) => one.field === field)?.text;
  const press = async (): Promise<void> => {
    setAttempt(attempt + 1);
    if (problems.length > 0) return;
    const of = content.classes.find(({ id }) => id === value.kind);
    const done = await keep({
      id: medicine.id,
      version: value.version,
      name: value.name,
      match: of ? 'class' : value.kind === 'none' ? 'none' : 'not-yet',
      classId: of?.id ?? null,
      // Places stay with the kind they were marked for.
      areas: of?.id === medicine.classId && of?.scope === 'site' ? medicine.areas : null,
      note: value.note,
      takenUntil: calendarDayFromTyped(value.until),
    });
    if (done.kind === 'meanwhile') set({ ...value, version: done.medicine.version });
    if (done.kind !== 'done') return;
    drop();
    said(t('medicine.kept', { name: value.name }));
    onDone();
  };
  return (
    <fieldset ref={box} tabIndex={-1} className="decide" aria-label={t('medicine.changeOf', { name: medicine.name })}>
      <ErrorSummary problems={shown} attempt={attempt} />
      {error ? <SaveError error={error} /> : null}
      {meanwhile ? (
        <Notice tone="wait" title={t('medicine.meanwhile')} live>
          {medicineLine(t, meanwhile, care)} {t('decide.meanwhileText')}
        </Notice>
      ) : null}
      <Field
        id={ids.name}
        label={t('medicine.name')}
        value={value.name}
        onChange={(name) => set({ ...value, name })}
        width={420}
        problem={problemOf(ids.name)}
      />
      <Kind value={value.kind} name={value.name} classes={content.classes} onKind={(kind) => set({ ...value, kind })} />
      <Field
        id={ids.note}
        label={t('medicine.note')}
        help={t('medicine.noteHelp')}
        value={value.note}
        onChange={(note) => set({ ...value, note })}
        rows={2}
        problem={problemOf(ids.note)}
      />
      <Field
        id={ids.until}
        label={t('medicine.until')}
        help={t('medicine.untilHelp')}
        value={value.until}
        onChange={(until) => set({ ...value, until })}
        width={240}
        problem={problemOf(ids.until)}
      />
      <div className="row wrap form-actions">
        <Button disabled={busy} onClick={() => void press()}>
          {t('medicine.keep')}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            drop();
            onDone();
          }}
        >
          {t('decide.leave')}
        </Button>
        <DraftState of={key} />
      </div>
    </fieldset>
  );
};
