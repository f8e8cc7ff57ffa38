import type { InputOf } from '../../shared/calls.ts';
import { type Answers, isAsked, partsToReview } from '../../shared/form-answers.ts';
import type { LetterDocument } from '../../shared/letter-document.ts';
import type { OpenLetter } from '../../shared/letters.ts';
import { filledIn, passphrase } from '../assure/trial-records.ts';
import { type Desk, openDesk } from './large-practice.ts';
import { type Row, repeated, timed, timesOf } from './measure.ts';

const lettersBefore = 60;

const multi = (...values: readonly string[]): Answers[string] => ({ kind: 'multi', values: [...values], other: '' });
const choice = (value: string): Answers[string] => ({ kind: 'choice', value, other: '' });

const saysYes: Answers = {
  direction: choice('to'),
  desc: multi('attendance', 'plan', 'response'),
  purpose: multi('coordinate_care'),
  'special-categories': multi('none'),
  expire: choice('event'),
  'expire-event': { kind: 'text', text: 'when we finish our work' },
};

/** Somebody outside whom the client lets us write to, by the way a person takes. */
const permitted = async (desk: Desk, clientId: string): Promise<string> => {
  const { id: contactId } = await desk.call('contacts.create', {
    kind: 'person',
    name: 'Dr. S. Okafor',
    profession: 'psychologist',
    organisation: 'Riverside Clinic',
    phone: '519 555 0110',
    email: '',
    address: '4 Bridge Street, Guelph',
    note: '',
  });
  const draft = await desk.call('releases.prepare', { clientId, contactId, direction: 'to' });
  const { handoverId } = await desk.call('handover.begin', {
    clientId,
    forms: [{ formId: 'release-of-information', blanks: { release: draft.id } }],
  });
  const filling = (await desk.call('handover.current', {})).fillings[0]!;
  const { form } = filling;
  const { authority: _, ...filled } = filledIn(form).answers;
  const all: Answers = { ...filled, ...saysYes };
  const asked = form.elements.filter((element) => isAsked(form, element, all)).map(({ id }) => id);
  const answers = Object.fromEntries(Object.entries(all).filter(([id]) => asked.includes(id)));
  await desk.call('handover.answer', { ...filledIn(form), answers, handoverId, fillingId: filling.id, revision: filling.revision });
  await desk.call('handover.end', { handoverId, passphrase });
  await desk.call('handover.review', { fillingId: filling.id, reviewed: [...partsToReview(form, answers)] });
  await desk.call('releases.grant', { fillingId: filling.id, shownSha256: form.shownSha256, signatures: [] });
  return contactId;
};

/** Somebody typed into every blank. */
const withBlanksFilled = (document: LetterDocument): LetterDocument =>
  document.map((block) =>
    block.type === 'paragraph'
      ? {
          ...block,
          content: block.content.map((inline) =>
            inline.type === 'field' && inline.value === '' ? { ...inline, value: 'slower and warmer than before', typed: true } : inline,
          ),
        }
      : block,
  );

const savedAs = ({ letter }: OpenLetter): InputOf<'letters.save'> => {
  const { id, version, document, facts, purpose, exception, part2, clientNamed } = letter;
  return { id, version, draft: { document: withBlanksFilled(document), facts, purpose, exception, part2, clientNamed } };
};

const signature = { signer: 'practitioner', method: 'typed', name: 'Hana Lindqvist' } as const;

/** Letters about a client with years of sessions, and the whole of what is kept about them on one paper. */
export const letters = async (folder: string, clientId: string): Promise<Row[]> => {
  const desk = openDesk(folder);
  await desk.call('vault.unlock', { passphrase });
  const contactId = await permitted(desk, clientId);
  const times = { begun: [] as number[], saved: [] as number[], final: [] as number[] };
  for (let run = 0; run < lettersBefore; run += 1) {
    let open: OpenLetter | null = null;
    const to = { kind: 'contact', contactId } as const;
    times.begun.push(
      await timed(async () => {
        open = await desk.call('letters.compose', { clientId, kindId: 'progress-update', to });
      }),
    );
    const asked = savedAs(open!);
    times.saved.push(
      await timed(async () => {
        open = await desk.call('letters.save', asked);
      }),
    );
    const { id, version } = open!.letter;
    await desk.call('letters.preview', { id, version, way: 'read-here' });
    times.final.push(await timed(() => desk.call('letters.finalise', { id, version, signature, looked: true })));
    await desk.call('letters.handedOver', { id, on: open!.letter.createdAt.slice(0, 10), way: 'by hand' });
  }
  const [cold, ...warm] = times.final;
  const final = timesOf(warm);
  const listed = await repeated(60, () => desk.call('letters.ofClient', { clientId }));
  const due = await repeated(60, () => desk.call('letters.due', {}));
  const shared = await repeated(60, () => desk.call('releases.ofClient', { clientId }));
  const left = await repeated(60, () => desk.call('disclosures.ofClient', { clientId }));
  const record = await repeated(3, () => desk.call('paper.record', { clientId }));
  await desk.close();
  return [
    { what: 'a letter begun from the record, p95', budget: 50, measured: timesOf(times.begun).p95, unit: 'ms' },
    { what: 'a letter saved, acknowledged, p95', budget: 20, measured: timesOf(times.saved).p95, unit: 'ms' },
    { what: 'a letter finalised with its PDF, first in a process', budget: null, measured: cold!, unit: 'ms' },
    { what: 'a letter finalised with its PDF, p50', budget: 150, measured: final.p50, unit: 'ms' },
    { what: 'a letter finalised with its PDF, p95', budget: 150, measured: final.p95, unit: 'ms' },
    { what: `the letters of a client, of ${lettersBefore}, p95`, budget: 50, measured: listed.p95, unit: 'ms' },
    { what: 'letters and updates due, p95', budget: 50, measured: due.p95, unit: 'ms' },
    { what: 'the permissions of a client, p95', budget: 50, measured: shared.p95, unit: 'ms' },
    { what: 'what left the practice, p95', budget: 50, measured: left.p95, unit: 'ms' },
    { what: 'the whole record of a client with 300 sessions, p50', budget: null, measured: record.p50, unit: 'ms' },
  ];
};
