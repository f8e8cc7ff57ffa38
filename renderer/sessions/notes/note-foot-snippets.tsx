import { Button, Popover, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../use-call.ts';
import { useNote } from './note-context.ts';

/** Words kept to be used again: pressed, they go where the cursor was. Typed, a `;` and the short word do the same. */
export const NoteSnippets = (): JSX.Element => {
  const { t } = useTranslation('notes');
  const { insert } = useNote();
  const [isOpen, setOpen] = useState(false);
  const snippets = useCall('snippets.list', {}).data?.snippets ?? [];
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      trapFocus
      returnFocus
      position="top-start"
      shadow="md"
      transitionProps={{ duration: 0 }}
      width={360}
      withinPortal
    >
      <Popover.Target>
        <Button variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('snippets.title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('snippets.title')} className="note-snippets">
        <p className="xs ink-2">{t('snippets.help')}</p>
        {snippets.length === 0 ? <p className="sm">{t('snippets.none')}</p> : null}
        <ul>
          {snippets.map(({ id, trigger, text }) => (
            <li key={id}>
              <UnstyledButton
                className="note-snippet"
                onClick={() => {
                  insert(text);
                  setOpen(false);
                }}
              >
                <span className="b">;{trigger}</span>
                <span className="ink-2 note-snippet-text" dir="auto">
                  {text}
                </span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
        <Link to="/settings/$section" params={{ section: 'notes' }} className="text-link tall-link">
          {t('snippets.settings')}
        </Link>
      </Popover.Dropdown>
    </Popover>
  );
};
