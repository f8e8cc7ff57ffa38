import { areaForm, areaStates, type ConsentForm, type FormArea, type FormElement } from '../../shared/consent-form.ts';
import { opensText } from '../../shared/form-answers.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import { isNamedByRecord } from '../../shared/signatures.ts';
import type { Instant } from '../../shared/time.ts';
import { type Frame, openFrame } from '../documents/pdf-frame.ts';
import { dayWords, words as printed } from './consent-pdf-words.ts';

/** A form to fill by hand. */
export type BlankToPrint = {
  readonly documentId: string;
  /** What nobody knows yet is a line to write on. */
  readonly form: ConsentForm;
  readonly practice: Pick<ProfileDetails, 'practiceName' | 'address' | 'practitionerName' | 'credential' | 'licenceWords' | 'paper'>;
  /** As on papers; null on a form for whoever comes. */
  readonly client: { readonly legalName: string } | null;
  readonly drawnAt: Instant;
  readonly today: string;
  readonly appVersion: string;
};

const words = {
  howTo: 'Please take your time. You may leave anything open and ask about it first.',
  one: 'Please tick one.',
  any: 'Tick as many as you like.',
  areas: 'Please tick one box for each place. A place without a tick is out.',
  onePlace: 'Please tick one box. Without a tick this place is out.',
  initials: 'My initials',
  day: 'Day, month, year',
  practitionerWrites: 'Your practitioner writes this before you sign.',
  filed: 'Paper that was seen and filed',
  spoken: 'Said aloud, in these words',
  orSpoken: 'Or said aloud, in these words',
  moment: 'Day and time',
  views: { front: 'Front', back: 'Back', side: 'Side' } satisfies Record<FormArea['view'], string>,
  onlyAfter: (answer: string, question: string) => `Only if you ticked “${answer}” under “${question}”.`,
  onlyAnswered: (question: string) => `Only if you wrote something under “${question}”.`,
  or: ' or ',
  name: 'Name',
  signedOn: 'Date',
  underAge: 'Guardian, for someone under age',
  printedOn: (day: string) => `Printed ${day}`,
};

/** What a blank form reads where something has still to be written. */
export const writingGap = '_'.repeat(24);

const condition = (form: ConsentForm, { askIf }: FormElement): string => {
  const before = form.elements.find((one) => one.id === askIf?.element);
  if (!askIf || !before) return '';
  const labels = before.options.filter((option) => askIf.values.includes(option.value)).map((option) => option.label);
  return labels.length > 0 ? words.onlyAfter(labels.join(`”${words.or}“`), before.title) : words.onlyAnswered(before.title);
};

const drawOptions = (frame: Frame, element: FormElement): void => {
  const options = element.options.map(({ value, label }) => ({ label, line: opensText(element, value) }));
  frame.small(element.capture === 'choice' ? words.one : words.any);
  frame.boxes([...options, ...(element.allowDeclined ? [{ label: printed.declined }] : [])]);
};

/** How many rows a heading takes along when a page ends. */
const rowsWithHead = 3;

const drawRows = (frame: Frame, labels: readonly string[]): void => {
  for (const label of labels)
    frame.boxedRow(
      label,
      areaStates.map((state) => printed.areas[state]),
    );
};

/** Every place with its three boxes, over as many pages as it takes; `head` stays with the first of them. */
const drawAreas = (frame: Frame, form: ConsentForm, head: () => void): void => {
  const rows = (areas: readonly FormArea[]): void =>
    drawRows(
      frame,
      areas.map(({ label }) => label),
    );
  const views = (['front', 'back', 'side'] as const).map((view) => ({
    title: words.views[view],
    areas: form.areas.filter((area) => area.offered && area.view === view),
  }));
  for (const [index, { title, areas }] of views.filter((view) => view.areas.length > 0).entries()) {
    frame.together(() => {
      if (index === 0) head();
      frame.heading(3, title);
      rows(areas.slice(0, rowsWithHead));
    });
    rows(areas.slice(rowsWithHead));
  }
  const notOffered = form.areas.filter(({ offered }) => !offered).map(({ label }) => label);
  if (notOffered.length === 0) return;
  frame.heading(3, printed.notOffered);
  frame.list(notOffered);
};

/** The one place of a form that is about no other; which it is may still have to be written. */
const drawOnePlace = (frame: Frame, form: ConsentForm, head: () => void): void =>
  frame.together(() => {
    head();
    drawRows(frame, [form.areas[0]?.label ?? writingGap]);
  });

/** Room for one answer, by the kind of question it is. */
const drawRoom = (frame: Frame, form: ConsentForm, element: FormElement): void => {
  const orDeclined = (): void => {
    if (element.allowDeclined) frame.boxes([{ label: printed.declined }]);
  };
  switch (element.capture) {
    case 'display':
    case 'system':
    case 'signature':
      return;
    case 'confirm':
      frame.boxes([{ label: printed.agreed }]);
      return;
    case 'initial':
      frame.field(words.initials, 110);
      return;
    case 'choice':
    case 'multi':
      drawOptions(frame, element);
      return;
    case 'text':
      frame.writingLines('', 3);
      orDeclined();
      return;
    case 'date':
      frame.field(words.day, 180);
      return;
    case 'map':
      frame.small(form.id === areaForm ? words.onePlace : words.areas);
      return;
    case 'upload':
      frame.writingLines(words.filed, 1);
      return;
    case 'spoken_recorded':
    case 'spoken_or_signature':
      frame.writingLines(element.capture === 'spoken_recorded' ? words.spoken : words.orSpoken, 2);
      frame.field(words.moment, 180);
      orDeclined();
  }
};

const drawQuestion = (frame: Frame, form: ConsentForm, element: FormElement): void => {
  frame.heading(2, element.title);
  const only = condition(form, element);
  if (only !== '') frame.small(only);
  if (element.text !== '') frame.paragraph(element.text, element.capture !== 'display');
  if (element.by === 'practitioner') frame.small(words.practitionerWrites);
};

const drawSigning = (frame: Frame, { form, client, practice }: BlankToPrint, element: FormElement): void => {
  const isAlsoOthers = element.signers.length > 1;
  frame.signingPlaces(
    element.signers.map((signer) => ({
      intent: form.intents[signer],
      role: signer === 'guardian' && isAlsoOthers && !element.signers.includes('young_person') ? words.underAge : printed.roles[signer],
      name: words.name,
      date: words.signedOn,
      filledName: signer === 'practitioner' ? practice.practitionerName : isNamedByRecord(signer) ? (client?.legalName ?? '') : '',
    })),
  );
};

const drawWho = (frame: Frame, { client, practice }: BlankToPrint): void => {
  const practitioner = [practice.practitionerName, practice.credential, practice.licenceWords].filter(Boolean).join(', ');
  if (client) frame.facts([[printed.name, client.legalName]], 'body');
  else frame.field(printed.name);
  frame.field(printed.born, 180);
  frame.space(4);
  frame.facts([[printed.practitioner, practitioner]], 'body');
};

/** The PDF of a form to print and fill by hand. */
export const drawBlankForm = async (blank: BlankToPrint): Promise<Uint8Array> => {
  const { form, practice } = blank;
  const frame = await openFrame({
    documentId: blank.documentId,
    title: form.title,
    createdAt: blank.drawnAt,
    paper: practice.paper,
    appVersion: blank.appVersion,
    practice: { name: practice.practiceName, address: practice.address },
    foot: { name: blank.client?.legalName ?? form.title, day: words.printedOn(dayWords(blank.today)), page: printed.page },
  });

  frame.heading(1, form.title);
  if (form.clientTitle !== form.title) frame.lead(form.clientTitle);
  if (form.intro !== '') frame.paragraph(form.intro);
  frame.small(words.howTo);
  drawWho(frame, blank);
  // What the application fills in by itself has no room on paper; what it only states is read there too.
  for (const element of form.elements.filter(({ by, text }) => by !== 'app' || text !== '')) {
    const draw = (): void => {
      drawQuestion(frame, form, element);
      if (element.signers.length > 0) drawSigning(frame, blank, element);
      drawRoom(frame, form, element);
    };
    if (element.capture === 'map') (form.id === areaForm ? drawOnePlace : drawAreas)(frame, form, draw);
    else frame.together(draw);
  }
  frame.together(() => {
    frame.rule();
    frame.facts(
      [
        [printed.form, printed.formVersion(form.id, form.version, form.language)],
        [printed.app, printed.appVersion(blank.appVersion)],
      ],
      'small',
    );
  });
  return frame.finish();
};
