import type { Reply } from '../../shared/app-error.ts';
import type { InputOf, OutputOf } from '../../shared/calls.ts';
import type { Answers } from '../../shared/form-answers.ts';
import type { Filled, Filling, Handover } from '../../shared/handover.ts';
import { type Intake, intakeFormId } from '../../shared/intake.ts';
import { clientDetails, type TestWorld, testPassphrase, testWorld } from '../practice/practice.test-world.ts';

/** A client in their first round, shared by the tests of the intake. */
export type IntakeWorld = {
  readonly world: TestWorld;
  readonly clientId: string;
  /** The open round as it stands. */
  readonly open: () => Promise<Intake>;
  readonly save: (changes: InputOf<'intake.save'>['changes'], revision?: number) => Promise<Reply<OutputOf<'intake.save'>>>;
  /** The screen is with the client, with these forms; the intake alone unless told. */
  readonly handOver: (...formIds: readonly string[]) => Promise<Handover>;
  /** What the client leaves on the screen, kept. */
  readonly answer: (handover: Handover, given: Partial<Filled>, revision?: number) => Promise<Reply<OutputOf<'handover.answer'>>>;
  readonly end: (handover: Handover) => Promise<Reply<OutputOf<'handover.end'>>>;
};

const untouched: Filled = { answers: {}, talk: [], seen: [], signatures: [], substitutesAgreed: false, page: 0 };

export const intakeIn = (handover: Handover): Filling => {
  const filling = handover.fillings.find(({ form }) => form.id === intakeFormId);
  if (!filling) throw new Error('the intake is not on the screen');
  return filling;
};

export const begunIntake = async (details: Partial<InputOf<'clients.create'>> = {}): Promise<IntakeWorld> => {
  const world = await testWorld();
  const { id: clientId } = await world.ok('clients.create', { ...clientDetails, ...details });
  await world.ok('intake.start', { clientId });
  const open = async (): Promise<Intake> => {
    const round = (await world.ok('intake.ofClient', { clientId })).open;
    if (!round) throw new Error('no round is open');
    return round;
  };
  return {
    world,
    clientId,
    open,
    save: async (changes, revision) => {
      const round = await open();
      return world.call('intake.save', { intakeId: round.id, revision: revision ?? round.revision, changes });
    },
    handOver: async (...formIds) => {
      const forms = formIds.length > 0 ? formIds : [intakeFormId];
      await world.ok('handover.begin', { clientId, forms: forms.map((formId) => ({ formId })) });
      return world.ok('handover.current', {});
    },
    answer: (handover, given, revision) => {
      const filling = intakeIn(handover);
      const call = { handoverId: handover.id, fillingId: filling.id, revision: revision ?? filling.revision };
      return world.call('handover.answer', {
        ...untouched,
        answers: filling.answers,
        seen: filling.form.elements.map(({ id }) => id),
        ...given,
        ...call,
      });
    },
    end: (handover) => world.call('handover.end', { handoverId: handover.id, passphrase: testPassphrase }),
  };
};

/** One answer of each kind a client gives. */
export const someAnswers: Answers = {
  's-own-choice': { kind: 'choice', value: 'yes', other: '' },
  's-distress': { kind: 'scale', value: 4 },
  's-body-now': { kind: 'text', text: 'My neck is stiff' },
  's-emergency-contact': { kind: 'contacts', people: [{ name: 'Jo Rosario', role: 'sister', phone: '416 555 0143' }] },
  's-what-helps': { kind: 'multi', values: ['feet_down', 'other'], other: 'My dog' },
  'a-areas': { kind: 'map', areas: { 'B-TRAP-L': 'yes', 'B-NECK': 'ask' }, ceilings: { 'B-NECK': 1 } },
  'a-contact-level': { kind: 'choice', value: 'C2', other: '' },
};
