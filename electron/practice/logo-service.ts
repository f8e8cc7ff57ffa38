import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Logo } from '../documents/pdf-logo.ts';
import { cleanPicture } from '../documents/picture-file.ts';
import { dropUpload, finishedUpload } from '../documents/uploads-service.ts';
import { logoOf, replaceLogo } from './logo-repository.ts';
import type { Practice, Reader } from './practice.ts';

const read = async (db: Reader): Promise<OutputOf<'logo.get'>> => {
  const { version, picture } = await logoOf(db);
  return {
    version,
    picture: picture && { mediaType: picture.mediaType, bytes: Buffer.from(picture.bytes).toString('base64') },
  };
};

export const getLogo = (practice: Practice, _: ParsedInputOf<'logo.get'>): Promise<OutputOf<'logo.get'>> => read(practice.db);

/** For the head of a paper; null where there is none. */
export const logoForPaper = async (practice: Practice): Promise<Logo | null> => (await logoOf(practice.db)).picture;

/** What was uploaded, as it may stand on every paper: nothing but its points. @throws Refusal file-kind-unknown, logo-unfit */
const chosen = (practice: Practice, uploadId: string): Logo => {
  const { content, mediaType } = finishedUpload(practice, uploadId);
  dropUpload(practice, uploadId);
  if (mediaType !== 'image/png' && mediaType !== 'image/jpeg') throw new Refusal('file-kind-unknown');
  const bytes = cleanPicture(content, mediaType);
  if (bytes === null) throw new Refusal('logo-unfit');
  return { mediaType, bytes };
};

export const setLogo = async (practice: Practice, { version, uploadId }: ParsedInputOf<'logo.set'>): Promise<OutputOf<'logo.set'>> => {
  const picture = uploadId === null ? null : chosen(practice, uploadId);
  const kept = await practice.write(async (tx) => {
    if (!(await replaceLogo(tx, version, picture))) throw new Refused({ code: 'conflict', current: await read(tx) });
    await recordAudit(tx, practice, {});
    return read(tx);
  });
  practice.changed('profile');
  return kept;
};
