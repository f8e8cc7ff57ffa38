import { Popover, UnstyledButton } from '@mantine/core';
import type { JSX, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { SnippetTyping } from './use-snippets.ts';

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

type Props = {
  readonly listId: string;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly typing: SnippetTyping;
  readonly children: JSX.Element;
};

/** Snippets that begin with what was typed, under it and beside the field they belong to; the focus stays in the text. */
export const SnippetList = ({ listId, area, typing, children }: Props): JSX.Element => {
  const { t } = useTranslation('language');
  return (
    <Popover
      opened
      position="bottom-start"
      withRoles={false}
      closeOnEscape={false}
      floatingStrategy="fixed"
      portalProps={{ target: area.current?.closest<HTMLElement>('.helped') ?? undefined }}
      middlewares={{ inline: true, flip: true, shift: true }}
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown className="snippet-list">
        <div id={listId} role="listbox" aria-label={t('snippets')}>
          {typing.listed.map((snippet, index) => (
            <UnstyledButton
              key={snippet.trigger}
              id={optionId(listId, index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === typing.active}
              className="snippet-option"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => typing.choose(snippet)}
            >
              <span className="b">;{snippet.trigger}</span>
              <span className="snippet-words" dir="auto">
                {snippet.text}
              </span>
            </UnstyledButton>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};
