import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { legalNameOf } from '../../shared/clients.ts';
import { areaForm } from '../../shared/consent-form.ts';
import { isUnderAge } from '../../shared/consent-state.ts';
import { dayIn } from '../../shared/time.ts';
import { getClient } from '../clients/clients-service.ts';
import { holdSheet } from '../documents/hold-sheet.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { drawBlankForm, writingGap } from './blank-form-pdf.ts';
import { areasOnChart, placesOf } from './form-world.ts';
import { formsInForce, practiceWords } from './forms-in-force.ts';
import { prepareForm } from './prepare-form.ts';

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
  return holdSheet(practice, { id, clientId: client?.id ?? null, title: form.title, createdAt, bytes });
};
