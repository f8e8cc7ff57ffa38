import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.tsx';
import { NoteBeside } from './note-beside.tsx';

/** What happened stands beside the note where there is room, and under a line to press where there is none. */
export const NoteBesideBox = (): JSX.Element => {
  const { t } = useTranslation('notes');
  const isWide = useMediaQuery('(min-width: 64em)', undefined, { getInitialValueInEffect: false });
  // Where the window becomes narrow, what is being read or typed there stays.
  const [isOpen, setOpen] = useState(isWide);
  return (
    <div className="note-beside-box" data-wide={isWide || undefined}>
      {isWide ? null : (
        <Button
          variant="subtle"
          fullWidth
          justify="space-between"
          aria-expanded={isOpen}
          rightSection={<Icon icon={IconChevronDown} />}
          onClick={() => setOpen(!isOpen)}
        >
          {t('beside')}
        </Button>
      )}
      {isWide || isOpen ? <NoteBeside /> : null}
    </div>
  );
};
