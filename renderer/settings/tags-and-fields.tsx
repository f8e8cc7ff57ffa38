import type { JSX } from 'react';
import { CustomFieldsSettings } from './custom-fields-settings.tsx';
import { TagsSettings } from './tags-settings.tsx';

/** What records of clients hold here beyond what every record has. */
export const TagsAndFields = (): JSX.Element => (
  <>
    <CustomFieldsSettings />
    <TagsSettings />
  </>
);
