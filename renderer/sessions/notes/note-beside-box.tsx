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
  const [isOpen, setOpen] = useState(false);
  if (isWide) return <NoteBeside />;
  return (
    <div className="note-beside-box">
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
      {isOpen ? <NoteBeside /> : null}
    </div>
  );
};
