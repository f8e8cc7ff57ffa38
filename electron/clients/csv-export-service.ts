import { createHash } from 'node:crypto';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { dayIn } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { allClients } from './clients-repository.ts';
import { csvOf } from './csv-columns.ts';
import { allCustomFields } from './custom-fields-repository.ts';

const purpose = { call: 'clients.exportCsv', subject: 'clients' } as const;

/** The file's name tells the day, and nobody's name. */
export const chooseCsvFile = async (
  practice: Practice,
  _: ParsedInputOf<'clients.chooseCsvFile'>,
): Promise<OutputOf<'clients.chooseCsvFile'>> => {
  const today = dayIn(practice.now(), practice.zone ?? (await getProfile(practice)).zone);
  return { fileGrant: await practice.files.chooseSave(purpose, `Clients ${today}`, 'csv') };
};

/** The entry is there before the file is, and vouches for its bytes. */
export const exportCsv = async (
  practice: Practice,
  { archived, fileGrant }: ParsedInputOf<'clients.exportCsv'>,
): Promise<OutputOf<'clients.exportCsv'>> => {
  const clients = await allClients(practice.db, { archived });
  const bytes = csvOf(clients, await allCustomFields(practice.db));

  const digest = createHash('sha256').update(bytes).digest('hex');
  await practice.write((tx) => recordAudit(tx, practice, { digest }));
  try {
    const { fileName } = practice.files.save(fileGrant, purpose, bytes, ['csv']);
    return { clients: clients.length, fileName };
  } catch (failure) {
    await practice.write((tx) => recordAudit(tx, practice, {}, 'clients-not-written'));
    throw failure;
  }
};
