import { Button, NativeSelect, Popover, Radio } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldsOf, noteFormats } from '../../../shared/note-content.ts';
import { shows } from '../../../shared/text.ts';
import { Icon } from '../../ui/icon.tsx';
import { useCall } from '../../use-call.ts';
import { useNote } from './note-context.ts';
import { withTemplate } from './note-template-change.ts';

const Templates = (): JSX.Element | null => {
  const { t } = useTranslation('notes');
  const { draft, change } = useNote();
  const templates = useCall('noteTemplates.list', {}).data?.templates ?? [];
  const offered = templates.filter(({ id, active }) => active || id === draft.templateId);
  if (offered.length === 0) return null;
  return (
    <NativeSelect
      label={t('format.template')}
      description={t('format.templateHelp')}
      value={draft.templateId ?? ''}
      data={[{ value: '', label: t('format.noTemplate') }, ...offered.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(event) => {
        const chosen = offered.find(({ id }) => id === event.currentTarget.value);
        change(chosen ? withTemplate(draft, chosen) : { templateId: null });
      }}
    />
  );
};

/** How many fields hold words that this format does not show. */
const useHidden = (): number => {
  const { content, draft } = useNote();
  const shown = new Set(fieldsOf(content, draft.format).map(({ id }) => id));
  return Object.entries(draft.values).filter(([key, { text }]) => !key.startsWith('custom.') && !shown.has(key) && shows(text)).length;
};

/** SOAP, DAP or in one piece, and the template: nothing that is written goes with either. */
export const NoteFormat = (): JSX.Element => {
  const { t } = useTranslation('notes');
  const { draft, change } = useNote();
  const [isOpen, setOpen] = useState(false);
  const hidden = useHidden();
  return (
    <>
      <Popover
        opened={isOpen}
        onChange={setOpen}
        trapFocus
        returnFocus
        position="top-start"
        shadow="md"
        transitionProps={{ duration: 0 }}
        withinPortal
      >
        <Popover.Target>
          <Button
            variant="subtle"
            rightSection={<Icon icon={IconChevronDown} size={18} />}
            aria-label={t('format.change', { format: t(`format.${draft.format}`) })}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {t(`format.${draft.format}`)}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('format.label')} className="note-format">
          <Radio.Group
            label={t('format.label')}
            value={draft.format}
            onChange={(value) => change({ format: noteFormats.find((format) => format === value) ?? draft.format })}
          >
            {noteFormats.map((format) => (
              <Radio key={format} value={format} label={t(`format.${format}`)} description={t(`format.${format}Help`)} />
            ))}
          </Radio.Group>
          <Templates />
        </Popover.Dropdown>
      </Popover>
      {hidden > 0 ? <span className="xs ink-2">{t('format.hidden', { count: hidden })}</span> : null}
    </>
  );
};
