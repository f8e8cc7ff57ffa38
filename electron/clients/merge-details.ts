import { isDeepStrictEqual } from 'node:util';
import { type Client, type ClientDetails, ClientDetails as Details } from '../../shared/clients.ts';
import { type MergeField, type MergeSide, mergeFields } from '../../shared/clients-merge.ts';
import { limits } from '../../shared/limits.ts';
import { foldedTag } from './tags-repository.ts';

type Own = (typeof mergeFields)[number];
type Pair = { readonly keep: Client; readonly merge: Client };

const customKey = (field: MergeField): string | null => (field.startsWith('custom:') ? field.slice('custom:'.length) : null);

/** What a record says to a field; null where it says nothing. */
const saidOf = (client: Client, field: MergeField): unknown => {
  const custom = customKey(field);
  if (custom !== null) return client.custom[custom] ?? null;
  const own = field as Own;
  if (own === 'stopSignal') return client.stopWord || client.stopGesture ? [client.stopWord, client.stopGesture] : null;
  if (own === 'voicemail') return client.voicemail === 'not-asked' ? null : client.voicemail;
  const value = client[own];
  return value === '' || (Array.isArray(value) && value.length === 0) ? null : value;
};

const taken = (client: Client, field: MergeField): Partial<ClientDetails> => {
  const custom = customKey(field);
  if (custom !== null) return { custom: { [custom]: client.custom[custom] ?? '' } };
  const own = field as Own;
  return own === 'stopSignal' ? { stopWord: client.stopWord, stopGesture: client.stopGesture } : { [own]: client[own] };
};

const allTags = ({ keep, merge }: Pair): readonly string[] => [
  ...new Map([...merge.tags, ...keep.tags].map((words) => [foldedTag(words), words])).values(),
];

const allContacts = ({ keep, merge }: Pair): ClientDetails['emergencyContacts'] => [
  ...keep.emergencyContacts,
  ...merge.emergencyContacts.filter((one) => !keep.emergencyContacts.some((other) => isDeepStrictEqual(one, other))),
];

/** A list that holds all of both where it may be so long. */
const joinedIn = (pair: Pair, field: MergeField): Partial<ClientDetails> | null => {
  if (field === 'tags' && allTags(pair).length <= limits.tags) return { tags: [...allTags(pair)] };
  if (field === 'emergencyContacts' && allContacts(pair).length <= limits.emergencyContacts)
    return { emergencyContacts: allContacts(pair) };
  return null;
};

export type Compared = {
  readonly differing: readonly MergeField[];
  readonly filled: readonly MergeField[];
  readonly joined: readonly MergeField[];
};

/** How two records stand to each other, field by field. */
export const comparedFields = (pair: Pair): Compared => {
  const { keep, merge } = pair;
  const custom = [...new Set([...Object.keys(keep.custom), ...Object.keys(merge.custom)])].map((id): MergeField => `custom:${id}`);
  const fields = [...mergeFields, ...custom].map((field) => ({ field, kept: saidOf(keep, field), other: saidOf(merge, field) }));
  const both = fields.filter(({ kept, other }) => kept !== null && other !== null && !isDeepStrictEqual(kept, other));
  return {
    differing: both.filter(({ field }) => !joinedIn(pair, field)).map(({ field }) => field),
    filled: fields.filter(({ kept, other }) => kept === null && other !== null).map(({ field }) => field),
    joined: both.filter(({ field }) => joinedIn(pair, field)).map(({ field }) => field),
  };
};

export type Choice = { readonly field: MergeField; readonly from: MergeSide };

/** Fields that differ and are not chosen, or are chosen twice or without a difference. */
export const unsettledFields = ({ differing }: Compared, choices: readonly Choice[]): readonly MergeField[] => {
  const chosen = choices.map(({ field }) => field);
  return [
    ...differing.filter((field) => chosen.filter((one) => one === field).length !== 1),
    ...new Set(chosen.filter((field) => !differing.includes(field))),
  ];
};

/** What the kept record says from now on. */
export const mergedDetails = (pair: Pair, choices: readonly Choice[]): ClientDetails => {
  const compared = comparedFields(pair);
  const parts = [
    ...compared.filled.map((field) => taken(pair.merge, field)),
    ...choices.filter(({ from }) => from === 'merge').map(({ field }) => taken(pair.merge, field)),
    ...compared.joined.map((field) => joinedIn(pair, field) ?? {}),
  ];
  const custom = Object.assign({}, pair.keep.custom, ...parts.map((part) => part.custom ?? {})) as ClientDetails['custom'];
  const { shape } = Details;
  const own = Object.fromEntries(Object.keys(shape).map((key) => [key, pair.keep[key as keyof ClientDetails]]));
  return { ...(own as ClientDetails), ...Object.assign({}, ...parts), custom };
};
