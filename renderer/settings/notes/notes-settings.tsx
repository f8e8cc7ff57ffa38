import type { JSX } from 'react';
import { LanguageSettings } from './language-settings.tsx';
import { ReflectionSettings } from './reflection-settings.tsx';
import { SnippetSettings } from './snippet-settings.tsx';
import { TemplateSettings } from './template-settings.tsx';
import '../schedule/schedule-settings.css';
import './notes-settings.css';

/** How notes begin, which words stand ready, what the helper looks for, and what is kept apart from notes. */
export const NotesSettings = (): JSX.Element => (
  <div className="setup-page">
    <TemplateSettings />
    <SnippetSettings />
    <LanguageSettings />
    <ReflectionSettings />
  </div>
);
