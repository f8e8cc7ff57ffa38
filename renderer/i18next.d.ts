import 'i18next';
import type { resources } from './words.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: typeof resources;
  }
}
