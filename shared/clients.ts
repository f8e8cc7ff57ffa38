import { z } from 'zod';
import { call, clinical, reception } from './call.ts';
import { CustomValues } from './custom-fields.ts';
import { Id } from './ids.ts';
import { limits } from './limits.ts';
import { Tags } from './tags.ts';
import { Name, OptionalName, shows, TextLine } from './text.ts';
import { CalendarDay, Instant } from './time.ts';

const Email = z.union([
  z.literal(''),
  z
    .string()
    .trim()
    .max(limits.namePart)
    .regex(/^[^\s@]+@[^\s@]+$/, 'not-an-email'),
]);

export const EmergencyContact = z.strictObject({ name: Name, relation: OptionalName, phone: OptionalName });
export type EmergencyContact = z.infer<typeof EmergencyContact>;

/** Who speaks for them before the law: a parent, or whom a court named. */
export const Guardian = EmergencyContact.extend({ email: Email });
export type Guardian = z.infer<typeof Guardian>;

/** The record (product.md 2). An empty string is "not given"; no way to reach someone may be their wish. */
export const ClientDetails = z.strictObject({
  /** What they are called in the room, in full. */
  chosenName: Name,
  /** Only where it differs; only on documents that need it. */
  legalName: OptionalName,
  pronouns: OptionalName,
  birthDate: CalendarDay.nullable(),
  phone: OptionalName,
  email: Email,
  /** "Text only." */
  contactWishes: TextLine,
  /** The one word and the one hand signal agreed for stop: domain.md 0.2 rule 4. */
  stopWord: OptionalName,
  stopGesture: OptionalName,
  /** Whether words may be left for others to hear. */
  voicemail: z.enum(['not-asked', 'yes', 'no']).default('not-asked'),
  /** "Say only that Hana called": what a message or an envelope may say. */
  discreetWords: TextLine.default(''),
  /** In their own words: "Polish, some English". */
  language: OptionalName.default(''),
  /** In the order they are called. */
  emergencyContacts: z.array(EmergencyContact).max(limits.emergencyContacts).default([]),
  guardian: Guardian.nullable().default(null),
  tags: Tags.default([]),
  custom: CustomValues.default({}),
});
export type ClientDetails = z.infer<typeof ClientDetails>;

/** What a record holds beyond its first lines, while nothing of it was given. */
export const nothingFurther = {
  voicemail: 'not-asked',
  discreetWords: '',
  language: '',
  emergencyContacts: [],
  guardian: null,
  tags: [],
  custom: {},
} as const satisfies Partial<ClientDetails>;

/** Bytes, and points a side: it is seen no larger than a stamp. */
export const mostPhoto = { bytes: 200 * 1024, side: 512 } as const;

export const ClientPhoto = z.strictObject({ mediaType: z.enum(['image/png', 'image/jpeg']), bytes: z.string() });
export type ClientPhoto = z.infer<typeof ClientPhoto>;

export const Client = ClientDetails.extend({
  id: Id,
  /** Goes up with each change; a change names the one it was based on. */
  version: z.int().min(1),
  createdAt: Instant,
  updatedAt: Instant,
  archivedAt: Instant.nullable(),
  /** Entered in error: never of anyone, and why; such a record is archived too. Null for every other. */
  inError: z.strictObject({ at: Instant, byName: z.string(), reason: z.string() }).nullable(),
  /** When the stop signal as it is now was last tried, hands lifted each time; null before. */
  stopRehearsedAt: Instant.nullable(),
  /** Where there is one, and only with the record itself: no list carries it. */
  photo: ClientPhoto.optional(),
});
export type Client = z.infer<typeof Client>;

export const ClientRow = Client.pick({
  id: true,
  chosenName: true,
  legalName: true,
  pronouns: true,
  birthDate: true,
  phone: true,
  email: true,
  tags: true,
  archivedAt: true,
});
export type ClientRow = z.infer<typeof ClientRow>;

/** The name a document carries. */
export const legalNameOf = (client: Pick<ClientDetails, 'chosenName' | 'legalName'>): string => client.legalName || client.chosenName;

/** The stop signal in the words of the forms, or null until one is agreed. */
export const stopSignalWords = (client: Pick<ClientDetails, 'stopWord' | 'stopGesture'>): string | null => {
  const word = shows(client.stopWord) ? `the word “${client.stopWord}”` : null;
  const gesture = shows(client.stopGesture) ? client.stopGesture : null;
  return word && gesture ? `${word}, or ${gesture}` : (word ?? gesture);
};

/** Letters that do not decompose into a base and a mark, and what people type for them. */
const folded: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ſ: 's',
  ə: 'e',
  ς: 'σ',
};

/** Lower case without diacritics, so that "lukasz" finds "Łukasz" and "strasse" finds "Straße". */
export const foldForSearch = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[łøđðþßæœıħŧŋĸſəς]/gu, (letter) => folded[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim();

export const digitsOf = (text: string): string => text.replace(/\D+/g, '');

/** What someone is found by: their words, and the phone as written and as bare digits; parts are told apart by a line feed. */
export const textToFind = (words: readonly string[], phone: string): string =>
  [...words, phone, digitsOf(phone)]
    .map(foldForSearch)
    .filter((part) => part.length > 0)
    .join('\n');

/** Of a client every name and the mail too. */
export const searchTextOf = (client: Pick<ClientDetails, 'chosenName' | 'legalName' | 'phone' | 'email'>): string =>
  textToFind([client.chosenName, client.legalName, client.email], client.phone);

/** SQLite takes no condition of any length; no name has this many words. */
const mostParts = 20;

/** The parts of a typed search; all must be found, in any order. A part of digits and phone marks is looked for as digits. */
export const searchParts = (typed: string): readonly string[] => {
  const compact = typed.trim();
  if (/^[+(\d][\d\s()./-]*$/.test(compact) && digitsOf(compact).length > 0) return [digitsOf(compact)];
  const parts = foldForSearch(typed)
    .split(' ')
    .filter((part) => part.length > 0);
  return [...new Set(parts)].slice(0, mostParts);
};

type Asked = {
  readonly query: string;
  readonly archived: boolean;
  readonly inError: boolean;
  readonly offset: number;
  readonly tags: readonly string[];
};

/** One search as you type: the same words growing or shrinking, on the first page of the same list. */
const typedOn = (before: Asked, now: Asked): boolean =>
  before.archived === now.archived &&
  before.inError === now.inError &&
  before.tags.join('\n') === now.tags.join('\n') &&
  before.offset === 0 &&
  now.offset === 0 &&
  before.query !== '' &&
  now.query !== '' &&
  (now.query.startsWith(before.query) || before.query.startsWith(now.query));

export const clientCalls = {
  'clients.create': call({
    input: ClientDetails,
    output: Client,
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'client-created' },
  }),
  'clients.update': call({
    input: z.strictObject({ id: Id, version: z.int().min(1), details: ClientDetails }),
    output: Client,
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'client-changed' },
  }),
  /** Of a record that was merged into another, that one: its id is then not the one asked for. */
  'clients.get': call({
    input: z.strictObject({ id: Id }),
    output: Client,
    roles: reception,
    states: ['open'],
    audit: { by: 'dispatch', action: 'client-opened', about: (_, { id }) => ({ clientId: id }) },
  }),
  /**
   * Their picture in place of the one there; `uploadId` null takes it away. Other versions conflict.
   * @throws Refusal file-kind-unknown, upload-incomplete, photo-unfit (too large in bytes or points, or cannot be drawn), client-in-error,
   * client-merged; not-found client, upload
   */
  'clients.setPhoto': call({
    input: z.strictObject({ clientId: Id, version: z.int().min(1), uploadId: Id.nullable() }),
    output: Client,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'client-photo-changed' },
  }),
  /** All clients for an empty query, else those in whose names, mail or phone every part is found; with every one of the tags; by name. */
  'clients.search': call({
    input: z.strictObject({
      query: z.string().max(limits.line),
      tags: Tags.default([]),
      archived: z.boolean().default(false),
      /** Those entered in error, whom neither of the other lists has. */
      inError: z.boolean().default(false),
      limit: z.int().min(1).max(limits.page).default(50),
      offset: z.int().min(0).default(0),
    }),
    output: z.strictObject({ clients: z.array(ClientRow), total: z.int() }),
    roles: reception,
    states: ['open'],
    audit: { by: 'dispatch', action: 'clients-searched', about: () => ({}), run: typedOn },
  }),
  /** Archives, or brings back with `archived: false`. */
  'clients.archive': call({
    input: z.strictObject({ id: Id, version: z.int().min(1), archived: z.boolean() }),
    output: Client,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'client-archived' },
  }),
};
