import { createHash } from 'node:crypto';
import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { legalNameOf } from '../../shared/clients.ts';
import { areaForm } from '../../shared/consent-form.ts';
import { isUnderAge } from '../../shared/consent-state.ts';
import type { DocumentHead } from '../../shared/documents.ts';
import { dayIn } from '../../shared/time.ts';
import { getClient } from '../clients/clients-service.ts';
import type { Sheet } from '../practice/memory.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { drawBlankForm, writingGap } from './blank-form-pdf.ts';
import { areasOnChart, placesOf } from './form-world.ts';
import { formsInForce, practiceWords } from './forms-in-force.ts';
import { prepareForm } from './prepare-form.ts';

/** Sheets held at once; the oldest goes when a further one comes. */
const mostSheets = 5;

const hold = ({ memory: { sheets } }: Practice, sheet: Sheet): void => {
  sheets.set(sheet.head.id, sheet);
  for (const id of [...sheets.keys()].slice(0, Math.max(0, sheets.size - mostSheets))) sheets.delete(id);
};

/** A form to print and fill by hand. What nobody has filled is a line to write on: an empty form never waits for it. */
export const drawBlank = async (practice: Practice, input: ParsedInputOf<'paper.blank'>): Promise<OutputOf<'paper.blank'>> => {
  const profile = await getProfile(practice);
  const client = input.clientId === null ? null : await getClient(practice, { id: input.clientId });
  const content = (await formsInForce(practice)).find((form) => form.id === input.formId);
  if (!content) throw new Refusal('form-not-offered', { formId: input.formId });
  const words = await practiceWords(practice);
  const today = dayIn(practice.now(), practice.zone ?? profile.zone);
  const underAge = isUnderAge(client?.birthDate ?? null, words.local_age ?? '', today);
  const areas = await areasOnChart(practice, profile.place, underAge);
  const area = placesOf({ areas }, content.id).find((place) => place?.code === input.area) ?? null;
  if ((input.area !== null && !area) || (underAge && content.id === areaForm))
    throw new Refusal('form-not-offered', { formId: input.formId });
  const facts = { profile, client, words, blanks: {}, areas, area };
  const form = prepareForm(content, practice.content, facts, writingGap);

  const [id, createdAt] = [practice.newId(), practice.now()];
  const bytes = await drawBlankForm({
    documentId: id,
    form,
    practice: profile,
    client: client && { legalName: legalNameOf(client) },
    drawnAt: createdAt,
    today,
    appVersion: practice.appVersion,
  });
  const head: DocumentHead = {
    id,
    clientId: client?.id ?? null,
    kind: 'blank',
    title: form.title,
    createdAt,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    mediaType: 'application/pdf',
  };
  hold(practice, { head, bytes });
  return { ...head, pdf: Buffer.from(bytes).toString('base64') };
};
