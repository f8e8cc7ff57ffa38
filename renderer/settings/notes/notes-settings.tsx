import type { JSX } from 'react';
import { ReflectionSettings } from './reflection-settings.tsx';
import { SnippetSettings } from './snippet-settings.tsx';
import { TemplateSettings } from './template-settings.tsx';
import '../schedule/schedule-settings.css';
import './notes-settings.css';

/** How notes begin, which words stand ready, and what is kept apart from them. */
export const NotesSettings = (): JSX.Element => (
  <div className="setup-page">
    <TemplateSettings />
    <SnippetSettings />
    <ReflectionSettings />
  </div>
);
