import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import about from './locales/en/about.json';
import aftercare from './locales/en/aftercare.json';
import app from './locales/en/app.json';
import appointments from './locales/en/appointments.json';
import audit from './locales/en/audit.json';
import backup from './locales/en/backup.json';
import chart from './locales/en/chart.json';
import clearance from './locales/en/clearance.json';
import clients from './locales/en/clients.json';
import closing from './locales/en/closing.json';
import consent from './locales/en/consent.json';
import contacts from './locales/en/contacts.json';
import crisis from './locales/en/crisis.json';
import documents from './locales/en/documents.json';
import errors from './locales/en/errors.json';
import evidence from './locales/en/evidence.json';
import exchange from './locales/en/exchange.json';
import flags from './locales/en/flags.json';
import forms from './locales/en/forms.json';
import handover from './locales/en/handover.json';
import health from './locales/en/health.json';
import lists from './locales/en/import.json';
import intake from './locales/en/intake.json';
import language from './locales/en/language.json';
import letters from './locales/en/letters.json';
import maps from './locales/en/maps.json';
import notebeside from './locales/en/notebeside.json';
import notelists from './locales/en/notelists.json';
import notes from './locales/en/notes.json';
import paper from './locales/en/paper.json';
import places from './locales/en/places.json';
import readiness from './locales/en/readiness.json';
import releases from './locales/en/releases.json';
import reminders from './locales/en/reminders.json';
import safety from './locales/en/safety.json';
import salvage from './locales/en/salvage.json';
import schedule from './locales/en/schedule.json';
import security from './locales/en/security.json';
import session from './locales/en/session.json';
import sessions from './locales/en/sessions.json';
import settings from './locales/en/settings.json';
import tasks from './locales/en/tasks.json';
import templates from './locales/en/templates.json';
import timeline from './locales/en/timeline.json';
import today from './locales/en/today.json';
import touch from './locales/en/touch.json';
import ui from './locales/en/ui.json';
import unlock from './locales/en/unlock.json';
import waitlist from './locales/en/waitlist.json';

/** Every word a person reads, by room. */
export const resources = {
  about,
  app,
  audit,
  backup,
  chart,
  clearance,
  clients,
  consent,
  contacts,
  crisis,
  documents,
  errors,
  forms,
  handover,
  health,
  import: lists,
  intake,
  maps,
  places,
  readiness,
  safety,
  security,
  settings,
  salvage,
  schedule,
  appointments,
  tasks,
  waitlist,
  reminders,
  evidence,
  exchange,
  timeline,
  today,
  closing,
  flags,
  session,
  sessions,
  touch,
  aftercare,
  language,
  letters,
  releases,
  paper,
  notebeside,
  notelists,
  notes,
  templates,
  ui,
  unlock,
} as const;

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: resources },
  ns: Object.keys(resources),
  defaultNS: 'app',
  interpolation: { escapeValue: false },
  initAsync: false,
});

export const words = i18next;
