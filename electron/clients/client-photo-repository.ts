import type { Client, ClientPhoto } from '../../shared/clients.ts';
import type { Reader, Tx } from '../practice/practice.ts';

type Picture = { readonly mediaType: ClientPhoto['mediaType']; readonly bytes: Uint8Array };
type Set = { readonly clientId: string; readonly picture: Picture; readonly at: string; readonly by: string };

/** The client with their picture, as one who opens the record sees them; lists and searches do without. */
export const withPhoto = async (db: Reader, client: Client): Promise<Client> => {
  const row = await db.selectFrom('client_photos').select(['media_type', 'bytes']).where('client_id', '=', client.id).executeTakeFirst();
  if (!row) return client;
  const mediaType = row.media_type === 'image/png' ? 'image/png' : 'image/jpeg';
  return { ...client, photo: { mediaType, bytes: Buffer.from(row.bytes).toString('base64') } };
};

export const removePhoto = async (tx: Tx, clientId: string): Promise<void> => {
  await tx.deleteFrom('client_photos').where('client_id', '=', clientId).execute();
};

/** In place of the one there. */
export const replacePhoto = async (tx: Tx, { clientId, picture, at, by }: Set): Promise<void> => {
  await removePhoto(tx, clientId);
  await tx
    .insertInto('client_photos')
    .values({ client_id: clientId, media_type: picture.mediaType, bytes: Buffer.from(picture.bytes), set_at: at, by })
    .execute();
};
