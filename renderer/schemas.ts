import { config } from 'zod';

/** Schemas are read, not compiled: the page's policy allows no code made at run time. Imported before any schema is made. */
config({ jitless: true });
