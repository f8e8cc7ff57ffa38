import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconBold, IconList, IconListNumbers, type Icon as TablerIcon } from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';

type ToolProps = {
  readonly label: string;
  readonly icon: TablerIcon;
  readonly isOn?: boolean;
  readonly isOff?: boolean;
  readonly keys?: string;
  readonly onPress: () => void;
};

const Tool = ({ label, icon, isOn, isOff, keys, onPress }: ToolProps): JSX.Element => (
  <ActionIcon
    variant="subtle"
    size={44}
    aria-label={label}
    title={label}
    aria-pressed={isOn}
    aria-keyshortcuts={keys}
    data-on={isOn || undefined}
    // Greyed out it keeps the focus of a hand that pressed it.
    aria-disabled={isOff || undefined}
    data-disabled={isOff || undefined}
    className="letter-tool"
    onMouseDown={(event) => event.preventDefault()}
    onClick={() => (isOff ? undefined : onPress())}
  >
    <Icon icon={icon} />
  </ActionIcon>
);

/** Bold and lists, and nothing else; a step back and forth. */
export const EditorTools = ({ editor }: { readonly editor: Editor }): JSX.Element => {
  const { t } = useTranslation('letters');
  const now = useEditorState({
    editor,
    selector: ({ editor: own }) => ({
      bold: own.isActive('bold'),
      bullets: own.isActive('bulletList'),
      numbers: own.isActive('orderedList'),
      undo: own.can().undo(),
      redo: own.can().redo(),
    }),
  });
  const at = () => editor.chain().focus();
  return (
    <div role="toolbar" aria-label={t('editor.tools')} className="letter-tools">
      <Tool label={t('editor.bold')} icon={IconBold} isOn={now.bold} keys="Control+B Meta+B" onPress={() => at().toggleBold().run()} />
      <Tool label={t('editor.bullets')} icon={IconList} isOn={now.bullets} onPress={() => at().toggleBulletList().run()} />
      <Tool label={t('editor.numbers')} icon={IconListNumbers} isOn={now.numbers} onPress={() => at().toggleOrderedList().run()} />
      <span className="grow" />
      <Tool label={t('editor.undo')} icon={IconArrowBackUp} isOff={!now.undo} keys="Control+Z Meta+Z" onPress={() => at().undo().run()} />
      <Tool label={t('editor.redo')} icon={IconArrowForwardUp} isOff={!now.redo} onPress={() => at().redo().run()} />
    </div>
  );
};
