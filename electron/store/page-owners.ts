import type { Connection } from './open.ts';

/** The tables whose rows or keys stand on those pages, for whom the tables' words are looked up; none where SQLite cannot read its own trees. */
export const tablesOnPages = (db: Connection, pages: readonly number[]): readonly string[] => {
  try {
    const rows = db
      .prepare(
        `select distinct coalesce(of.tbl_name, stat.name) as name from dbstat stat left join sqlite_schema of on of.name = stat.name
          where stat.pageno in (select value from json_each(?))`,
      )
      .all(JSON.stringify(pages)) as { name: string }[];
    return rows.map(({ name }) => name);
  } catch {
    return [];
  }
};
