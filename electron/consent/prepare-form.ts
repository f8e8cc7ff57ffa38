import { createHash } from 'node:crypto';
import type { BodyArea } from '../../shared/body-areas.ts';
import { type ClientDetails, legalNameOf, stopSignalWords } from '../../shared/clients.ts';
import { areaForm, type ConsentForm, type FormElement, type Signer, type UnfilledBlank } from '../../shared/consent-form.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import { shows } from '../../shared/text.ts';
import type { ClinicalContent, FormContent } from './form-content.ts';
import { liesIn } from './lies-in.ts';

/** What each person's signature says. */
export const intents = {
  client: 'By signing I say yes to what is above. I can take it back at any time.',
  practitioner: 'I explained this form, answered the questions, and went through the answers with the client.',
  witness: 'I saw the client read and sign this form, and they could choose freely.',
  guardian: 'I give my permission as guardian. The young person’s own yes comes first.',
  young_person: 'By signing I say yes for myself. I can take it back at any time.',
  decision_maker: 'I may lawfully decide for this person, and I have asked what they want.',
  observer: 'I keep private what I see and hear, and I leave when I am asked to.',
  personal_representative: 'I may lawfully sign for this person, and I have said what gives me the right.',
} as const satisfies Readonly<Record<Signer, string>>;

/** On a form that takes something back a signature says the opposite of yes. */
const intentsOf = ({ valid_for }: FormContent): Readonly<Record<Signer, string>> =>
  valid_for.kind === 'at-once'
    ? {
        ...intents,
        client: 'By signing I take back what I named above, from now on.',
        decision_maker: 'I may lawfully decide for this person, and by signing I take back what is named above, from now on.',
      }
    : intents;

/** What the practitioner writes before the client reads: consents.json, asks_help; a scan and spoken words are theirs to keep too. */
export const answeredBy = (element: FormContent['elements'][number]): FormElement['by'] => {
  if (element.asks === 'record' || element.capture === 'system') return 'app';
  return element.asks === 'practitioner' || element.capture === 'upload' || element.capture === 'spoken_recorded'
    ? 'practitioner'
    : 'client';
};

export const mayDecline = (element: FormContent['elements'][number]): boolean =>
  element.asks === 'person' && (element.allow_declined === true || (element.options ?? []).some((option) => option.value === 'declined'));

type Facts = {
  readonly profile: ProfileDetails;
  /** Null on a form for whoever comes. */
  readonly client: ClientDetails | null;
  /** The practice's own, by placeholder. */
  readonly words: Readonly<Record<string, string>>;
  readonly blanks: Readonly<Record<string, string>>;
  /** Places as they stand on a chart here. */
  readonly areas: readonly BodyArea[];
  /** The one place an `area-consent` is about. */
  readonly area: BodyArea | null;
};

/** The part in which somebody who signs for the client says what gives them the right. */
export const authorityPart = 'authority';

const authorityAsked = (element: FormContent['elements'][number]): FormContent['elements'] =>
  element.representative_authority_text
    ? [
        {
          ...element,
          id: authorityPart,
          title: 'If somebody signs for you',
          model_text: `${element.representative_authority_text} Leave this empty if you sign for yourself.`,
          required: false,
          capture: 'text',
          asks: 'legal',
          signers: undefined,
        },
        element,
      ]
    : [element];

/** Who gives and who gets stand filled from the directory, to be read and agreed to; nobody types them. */
const capturedAs = (element: FormContent['elements'][number], blanks: Facts['blanks']): FormElement['capture'] =>
  blanks.release !== undefined && (element.id === 'from' || element.id === 'to') && element.model_text.includes('{{release_')
    ? 'confirm'
    : element.capture;

/** A permission made ready for one way offers no other. */
const offeredBy = (element: FormContent['elements'][number], blanks: Facts['blanks']): NonNullable<typeof element.options> => {
  const ways = element.id === 'direction' ? blanks.release_direction : undefined;
  return (element.options ?? []).filter(({ value }) => ways === undefined || ways === 'both' || value === ways);
};

/** Whether a part is asked in this place. */
export const isAskedIn = (place: string, element: Pick<FormContent['elements'][number], 'jurisdictions'>): boolean =>
  element.jurisdictions.some((jurisdiction) => liesIn(place, jurisdiction));

const factFor = (source: string, placeholder: string, facts: Facts): string => {
  if (placeholder === 'area_label') return facts.area?.label ?? '';
  if (placeholder === 'area_code') return facts.area?.code ?? '';
  switch (source) {
    case 'practitioner.name':
      return facts.profile.practitionerName;
    case 'practitioner.credential':
      return facts.profile.credential;
    case 'practitioner.licence_words':
      return facts.profile.licenceWords;
    case 'practice.address':
      return facts.profile.address;
    case 'client.legal_name':
      return facts.client ? legalNameOf(facts.client) : '';
    case 'client.stop_signal':
      return (facts.client && stopSignalWords(facts.client)) ?? '';
    default:
      return (source.startsWith('practice.') ? facts.words[placeholder] : facts.blanks[placeholder]) ?? '';
  }
};

const whoFills = (source: string): UnfilledBlank['source'] =>
  source.startsWith('client.') ? 'client' : source === 'computed' ? 'computed' : 'profile';

/** Two places are two forms, and are told apart wherever they are named. */
export const titleOf = (title: string, area: BodyArea | null): string => (area ? `${title}: ${area.label}` : title);

/** What was in front of the client, as one string; its SHA-256 is printed on the paper: docs/formats/consent-record.md. */
export const shownText = (form: Omit<ConsentForm, 'shownSha256' | 'unfilled'>): string =>
  JSON.stringify([
    form.id,
    form.version,
    form.language,
    form.clientTitle,
    form.intro,
    form.elements.map((element) => [
      element.id,
      element.title,
      element.text,
      element.options.map((option) => [option.value, option.label]),
    ]),
    form.areas.map((area) => [area.code, area.label, area.offered]),
    // Those of the people who sign this form, in its order.
    [...new Set(form.elements.flatMap((element) => element.signers))].map((signer) => form.intents[signer]),
  ]);

/** A form of the content with its blanks filled for one client and place. Blanks are filled once: what a person typed is never read as a blank. `gap` stands where nothing is known. */
export const prepareForm = (form: FormContent, content: ClinicalContent, facts: Facts, gap = '____'): ConsentForm => {
  const unfilled = new Map<string, UnfilledBlank>();
  const fill = (text: string): string =>
    text.replace(/\{\{(\w+)\}\}/g, (_, placeholder: string) => {
      const known = content.consents.placeholders[placeholder];
      const fact = known ? factFor(known.source, placeholder, facts).trim() : '';
      if (shows(fact)) return fact;
      unfilled.set(placeholder, {
        placeholder,
        label: known?.label ?? placeholder,
        example: known?.example ?? '',
        source: whoFills(known?.source ?? 'computed'),
      });
      return gap;
    });
  const elements = form.elements
    .filter((element) => isAskedIn(facts.profile.place, element))
    .flatMap(authorityAsked)
    .map(
      (element): FormElement => ({
        id: element.id,
        title: element.title,
        text: fill(element.model_text),
        help: '',
        section: '',
        capture: capturedAs(element, facts.blanks),
        asks: element.asks,
        required: element.required,
        allowDeclined: mayDecline(element),
        // "I'd rather not say" is an answer of its own, not an option among the others.
        options: offeredBy(element, facts.blanks).filter((option) => option.value !== 'declined'),
        signers: [...(element.signers ?? [])],
        by: answeredBy(element),
        askIf: element.ask_if
          ? { element: element.ask_if.element, values: 'value' in element.ask_if ? [...element.ask_if.value] : [] }
          : null,
        exclusive: (element.exclusive_values ?? []).filter((value) => value !== 'declined'),
        otherText: element.other_text === true,
      }),
    );
  const { area } = facts;
  const areas = form.id === areaForm ? (area ? [area] : []) : facts.areas;
  const shown = {
    id: form.id,
    version: form.version,
    language: content.consents.locale,
    title: titleOf(form.title, area),
    clientTitle: titleOf(form.client_title, area),
    intro: fill(form.intro),
    elements,
    area: area?.code ?? null,
    areas: areas.map(({ code, label, view, region, offered }) => ({ code, label, view, region, offered })),
    intents: intentsOf(form),
    validity: form.valid_for,
    eachBirthday: /\beach birthday\b/.test(form.when),
  };
  return { ...shown, unfilled: [...unfilled.values()], shownSha256: createHash('sha256').update(shownText(shown), 'utf8').digest('hex') };
};
