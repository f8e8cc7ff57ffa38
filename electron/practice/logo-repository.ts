import type { Logo } from '../documents/pdf-logo.ts';
import type { Reader, Tx } from './practice.ts';

export const logoOf = async (db: Reader): Promise<{ readonly version: number; readonly picture: Logo | null }> => {
  const { version, media_type, bytes } = await db.selectFrom('practice_logo').selectAll().executeTakeFirstOrThrow();
  if (media_type === null || bytes === null) return { version, picture: null };
  return { version, picture: { mediaType: media_type === 'image/png' ? 'image/png' : 'image/jpeg', bytes: new Uint8Array(bytes) } };
};

/** False when it was changed since `version`. */
export const replaceLogo = async (tx: Tx, version: number, picture: Logo | null): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('practice_logo')
    .set({ version: version + 1, media_type: picture?.mediaType ?? null, bytes: picture ? Buffer.from(picture.bytes) : null })
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};
