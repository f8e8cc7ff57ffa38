import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { mostPhoto } from '../../shared/clients.ts';
import { cleanPicture } from '../documents/picture-file.ts';
import { dropUpload, finishedUpload } from '../documents/uploads-service.ts';
import type { Practice } from '../practice/practice.ts';
import { changeClient } from './change-client.ts';
import { removePhoto, replacePhoto } from './client-photo-repository.ts';

/** What was uploaded, as nothing but its points. @throws Refusal file-kind-unknown, photo-unfit */
const chosen = (practice: Practice, uploadId: string) => {
  const { content, mediaType } = finishedUpload(practice, uploadId);
  dropUpload(practice, uploadId);
  if (mediaType !== 'image/png' && mediaType !== 'image/jpeg') throw new Refusal('file-kind-unknown');
  const bytes = cleanPicture(content, mediaType, mostPhoto);
  if (bytes === null) throw new Refusal('photo-unfit');
  return { mediaType, bytes };
};

export const setPhoto = async (practice: Practice, input: ParsedInputOf<'clients.setPhoto'>): Promise<OutputOf<'clients.setPhoto'>> => {
  const { clientId, version, uploadId } = input;
  const picture = uploadId === null ? null : chosen(practice, uploadId);
  return changeClient(practice, { id: clientId, version }, async (before, tx) => {
    // Taking it away is asked by whom it shows, and goes even where nothing else is changed any more.
    if (before.inError !== null && picture) throw new Refusal('client-in-error');
    if (picture) await replacePhoto(tx, { clientId, picture, at: practice.now(), by: practice.actor.id });
    else await removePhoto(tx, clientId);
    return before;
  });
};
