import type { Reader, Tx } from '../practice/practice.ts';

export type TurnedOn = {
  /** When each was turned on, by code. */
  readonly since: ReadonlyMap<string, string>;
  /** Goes up with each change. */
  readonly version: number;
};

export const sensitiveAreasOf = async (db: Reader): Promise<TurnedOn> => {
  const rows = await db.selectFrom('sensitive_areas').select(['code', 'turned_on_at']).orderBy('code').execute();
  const { version } = await db.selectFrom('sensitive_areas_version').select('version').executeTakeFirstOrThrow();
  return { since: new Map(rows.map((row) => [row.code, row.turned_on_at])), version };
};

/** Exactly these are on from now on; those that were on before keep their day. */
export const replaceSensitiveAreas = async (
  tx: Tx,
  codes: readonly string[],
  now: { readonly at: string; readonly by: string },
): Promise<void> => {
  await tx
    .deleteFrom('sensitive_areas')
    .$if(codes.length > 0, (query) => query.where('code', 'not in', codes))
    .execute();
  for (const code of codes)
    await tx
      .insertInto('sensitive_areas')
      .values({ code, turned_on_at: now.at, turned_on_by: now.by })
      .onConflict((conflict) => conflict.column('code').doNothing())
      .execute();
  await tx
    .updateTable('sensitive_areas_version')
    .set((row) => ({ version: row('version', '+', 1) }))
    .execute();
};
