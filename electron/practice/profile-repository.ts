import type { ProfileDetails } from '../../shared/profile.ts';
import type { ProfileTable } from '../store/schema.ts';
import type { Reader, Tx } from './practice.ts';

const toRow = (details: ProfileDetails): Omit<ProfileTable, 'one' | 'version'> => ({
  practice_name: details.practiceName,
  address: details.address,
  practitioner_name: details.practitionerName,
  credential: details.credential,
  licence_words: details.licenceWords,
  place: details.place,
  zone: details.zone,
  paper: details.paper,
});

export const profileOf = async (db: Reader): Promise<ProfileDetails & { readonly version: number }> => {
  const row = await db.selectFrom('profile').selectAll().executeTakeFirstOrThrow();
  return {
    version: row.version,
    practiceName: row.practice_name,
    address: row.address,
    practitionerName: row.practitioner_name,
    credential: row.credential,
    licenceWords: row.licence_words,
    place: row.place,
    zone: row.zone,
    paper: row.paper === 'a4' ? 'a4' : 'letter',
  };
};

export const insertProfile = async (tx: Tx, details: ProfileDetails): Promise<void> => {
  await tx
    .insertInto('profile')
    .values({ one: 1, version: 1, ...toRow(details) })
    .execute();
};

/** False when the profile was changed since `version`. */
export const replaceProfile = async (tx: Tx, version: number, details: ProfileDetails): Promise<boolean> => {
  const result = await tx
    .updateTable('profile')
    .set({ version: version + 1, ...toRow(details) })
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
};
