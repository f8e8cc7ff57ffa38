/** What we use of the driver; its own types are not reachable through its exports, and the public ones hide `key()`. */
declare module 'better-sqlite3' {
  namespace Driver {
    interface Statement {
      get(...parameters: readonly unknown[]): unknown;
      all(...parameters: readonly unknown[]): unknown[];
      run(...parameters: readonly unknown[]): { changes: number; lastInsertRowid: number | bigint };
      iterate(...parameters: readonly unknown[]): IterableIterator<unknown>;
      /** Rows as arrays of their columns. */
      raw(): this;
      readonly reader: boolean;
    }
    interface Database {
      prepare(sql: string): Statement;
      exec(sql: string): this;
      pragma(statement: string, options?: { readonly simple?: boolean }): unknown;
      key(key: Buffer): number;
      rekey(key: Buffer): number;
      close(): this;
      readonly open: boolean;
      /** The path it was opened with. */
      readonly name: string;
      readonly inTransaction: boolean;
    }
  }
  class Driver {
    /** A buffer is the image of a file; only tests open one (migrated.test-world.ts). */
    constructor(
      path: string | Buffer,
      options?: { readonly fileMustExist?: boolean; readonly readonly?: boolean; readonly timeout?: number },
    );
    prepare(sql: string): Driver.Statement;
    exec(sql: string): this;
    pragma(statement: string, options?: { readonly simple?: boolean }): unknown;
    key(key: Buffer): number;
    rekey(key: Buffer): number;
    close(): this;
    readonly open: boolean;
    readonly name: string;
    readonly inTransaction: boolean;
  }
  export = Driver;
}
