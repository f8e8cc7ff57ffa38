import type { Reply } from '../../shared/app-error.ts';
import type { InputOf } from '../../shared/calls.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { type Answers, isAsked, partsToReview } from '../../shared/form-answers.ts';
import type { InformationKind, Release, ReleaseForm, SharingDirection, SharingPurpose } from '../../shared/releases.ts';
import type { Signature } from '../../shared/signatures.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { answersTo, factsFilled, filledIn, handOver, signatures } from '../consent/consent.test-world.ts';
import { clientDetails, profileDetails, type TestWorld, testPassphrase, testWorld } from '../practice/practice.test-world.ts';

/** A client and somebody outside, and permissions signed the way they are signed in the practice. */

export const okafor: InputOf<'contacts.create'> = {
  kind: 'person',
  name: 'Dr. S. Okafor',
  profession: 'psychologist',
  organisation: 'Riverside Clinic',
  phone: '519 555 0110',
  email: '',
  address: '4 Bridge Street, Guelph',
  note: '',
};

export type ReleaseWorld = {
  readonly world: TestWorld;
  readonly clientId: string;
  readonly contactId: string;
};

/** `place` and `zone` are the practice's. */
export const releaseWorld = async ({
  place,
  zone,
}: {
  readonly place: string;
  readonly zone: string;
} = profileDetails): Promise<ReleaseWorld> => {
  const world = await testWorld();
  const { version } = await world.ok('profile.get', {});
  await world.ok('profile.update', { version, details: { ...profileDetails, place, zone } });
  await factsFilled(world);
  const { id: clientId } = await world.ok('clients.create', clientDetails);
  const { id: contactId } = await world.ok('contacts.create', okafor);
  return { world, clientId, contactId };
};

/** What the client answers. */
export type Chosen = {
  readonly kinds: readonly InformationKind[];
  readonly measures: readonly string[];
  readonly purposes: readonly SharingPurpose[];
  readonly direction: SharingDirection;
  readonly ends: CalendarDay | { readonly event: string };
  readonly special: readonly string[];
  readonly authority: string;
};

export const chosen: Chosen = {
  kinds: ['attendance', 'plan', 'response'],
  measures: [],
  purposes: ['coordinate_care'],
  direction: 'to',
  ends: { event: 'when we finish our work' },
  special: ['none'],
  authority: '',
};

const choice = (value: string): Answers[string] => ({ kind: 'choice', value, other: '' });
const multi = (values: readonly string[]): Answers[string] => ({ kind: 'multi', values: [...values], other: '' });

export const answersOf = (form: ConsentForm, given: Chosen): Answers => {
  const all: Answers = {
    ...answersTo(form),
    direction: choice(given.direction),
    desc: multi(given.kinds),
    scores: multi(given.measures),
    'special-categories': multi(given.special),
    ...(typeof given.ends === 'string'
      ? { expire: choice('date'), 'expire-date': { kind: 'date', day: given.ends } }
      : { expire: choice('event'), 'expire-event': { kind: 'text', text: given.ends.event } }),
    ...(form.id === 'release-of-information' ? { purpose: multi(given.purposes) } : {}),
    ...(given.authority ? { authority: { kind: 'text', text: given.authority } } : {}),
  };
  if (!given.authority) delete all.authority;
  return Object.fromEntries(
    form.elements.flatMap((element) => {
      const answer = all[element.id];
      return answer && isAsked(form, element, all) ? [[element.id, answer]] : [];
    }),
  );
};

export type Returned = { readonly fillingId: string; readonly shownSha256: string; readonly form: ConsentForm };

/** A form made ready for somebody, filled in as told, given back and read through. */
export const returnedFor = async (
  world: TestWorld,
  { id, clientId, formId }: Pick<Release, 'id' | 'clientId' | 'formId'>,
  given: Partial<Chosen> = {},
  signed: readonly Signature[] = signatures.filter(({ signer }) => signer === 'client'),
): Promise<Returned> => {
  const { id: handoverId, fillings } = await handOver(world, clientId, { formId, area: null, blanks: { release: id }, answers: {} });
  const [filling] = fillings;
  if (!filling) throw new Error('nothing was handed over');
  const { form } = filling;
  const filled = filledIn(form, { answers: answersOf(form, { ...chosen, ...given }), signatures: [...signed] });
  await world.ok('handover.answer', { ...filled, handoverId, fillingId: filling.id, revision: filling.revision });
  await world.ok('handover.end', { handoverId, passphrase: testPassphrase });
  await world.ok('handover.review', { fillingId: filling.id, reviewed: [...partsToReview(form, filled.answers)] });
  return { fillingId: filling.id, shownSha256: form.shownSha256, form };
};

/** What finishes it: nobody of the practice signs a permission to share. */
export const finishing = ({ fillingId, shownSha256 }: Returned): InputOf<'releases.grant'> => ({ fillingId, shownSha256, signatures: [] });

export const grant = async (world: TestWorld, back: Returned): Promise<Reply<Release>> => world.call('releases.grant', finishing(back));

type Made = Partial<Chosen> & { readonly formId?: ReleaseForm; readonly ready?: SharingDirection; readonly replaces?: string };

/** A permission in force. `ready`: the way it was made ready for. */
export const permission = async (
  { world, clientId, contactId }: ReleaseWorld,
  { formId = 'release-of-information', ready = 'both', replaces, ...given }: Made = {},
): Promise<Release> => {
  const draft = await world.ok('releases.prepare', { clientId, contactId, formId, direction: ready, replaces: replaces ?? null });
  return world.ok('releases.grant', finishing(await returnedFor(world, draft, given)));
};

export const progress = {
  direction: 'to',
  kinds: ['attendance', 'response'],
  purpose: 'coordinate_care',
} as const satisfies Partial<InputOf<'releases.permits'>>;

/** What the gate says of a letter about visits and responses, to this contact. */
export const askGate = ({ world, clientId, contactId }: ReleaseWorld, asked: Partial<InputOf<'releases.permits'>> = {}): Promise<unknown> =>
  world.ok('releases.permits', { clientId, contactId, ...progress, kinds: [...progress.kinds], ...asked });
