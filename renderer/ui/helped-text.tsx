import { Textarea } from '@mantine/core';
import {
  type CSSProperties,
  type FocusEvent,
  type JSX,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useContext,
  useId,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptWords } from '../../shared/note-values.ts';
import { HelpedMirror, type MirrorMark } from './helped-mirror.tsx';
import { HelpedTexts, HelperContext } from './helper-context.tsx';
import { HelperCount } from './helper-count.tsx';
import { HelperPopover } from './helper-popover.tsx';
import { optionId, SnippetList } from './snippet-list.tsx';
import { type Helper, useHelper } from './use-helper.ts';
import { type SnippetTyping, useSnippets } from './use-snippets.ts';
import './helped-text.css';

export type HelpedTextProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onFocus?: () => void;
  /** Help under the label, an error beside it: as every field has them. */
  readonly description?: string;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly isReadOnly?: boolean;
  readonly minRows?: number;
  readonly id?: string;
  /** Phrases the writer chose to keep in this text. */
  readonly kept: readonly KeptWords[];
  readonly onKeep: (kept: KeptWords) => void;
  /** What was really noted, offered in the place of a phrase. */
  readonly noted: readonly string[];
  /** Words the `;` brings, by trigger. */
  readonly snippets: ReadonlyMap<string, string>;
};

const phraseMarks = (helper: Helper, noted: readonly string[]): readonly MirrorMark[] =>
  helper.shown.map((phrase) => ({
    ...phrase,
    draw: (words) => {
      const place = `${phrase.rule}-${phrase.start}`;
      const drawn = (
        <span key={place} className="helped-phrase" data-open={phrase === helper.open || undefined}>
          {words}
        </span>
      );
      if (phrase !== helper.open) return drawn;
      return (
        <HelperPopover
          key={place}
          phrase={phrase}
          noted={noted}
          isSigned={helper.isSigned}
          byKey={helper.byKey}
          deeds={helper.deeds(phrase)}
        >
          {drawn}
        </HelperPopover>
      );
    },
  }));

const snippetMarks = (typing: SnippetTyping, listId: string, area: RefObject<HTMLTextAreaElement | null>): readonly MirrorMark[] =>
  typing.typed
    ? [
        {
          ...typing.typed,
          draw: (words) => (
            <SnippetList key="snippets" listId={listId} area={area} typing={typing}>
              <span>{words}</span>
            </SnippetList>
          ),
        },
      ]
    : [];

const HelpedField = (props: HelpedTextProps): JSX.Element => {
  const { value, onChange, onFocus, isReadOnly = false, minRows = 1, kept, onKeep, noted, snippets, error, ...field } = props;
  const { t } = useTranslation('language');
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const helper = useHelper({ area, text: value, isReadOnly, kept, onKeep });
  const typing = useSnippets(area, snippets);
  const marks = [...phraseMarks(helper, noted), ...snippetMarks(typing, listId, area)].toSorted((one, other) => one.start - other.start);
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (typing.press(event) || event.key !== 'Escape' || !helper.open) return;
    event.preventDefault();
    event.stopPropagation();
    helper.close();
  };
  const leave = ({ relatedTarget }: FocusEvent): void => {
    typing.close();
    if (!(relatedTarget instanceof Element && relatedTarget.closest('.helper-popover')) && !helper.byKey) helper.close();
  };
  const isListed = typing.listed.length > 0;
  return (
    <>
      <Textarea
        {...field}
        ref={area}
        value={value}
        error={error}
        rows={1}
        readOnly={isReadOnly}
        spellCheck
        aria-autocomplete={snippets.size > 0 ? 'list' : undefined}
        aria-controls={isListed ? listId : undefined}
        aria-activedescendant={typing.active < 0 ? undefined : optionId(listId, typing.active)}
        onChange={(event) => {
          helper.close();
          typing.change(event.currentTarget, event.nativeEvent);
          onChange(event.currentTarget.value);
        }}
        onFocus={onFocus}
        onBlur={leave}
        onClick={helper.touch}
        onSelect={(event) => typing.look(event.currentTarget)}
        onKeyDown={press}
        onCompositionStart={() => helper.setComposing(true)}
        onCompositionEnd={() => helper.setComposing(false)}
        inputContainer={(input) => (
          <div className="helped" style={{ '--helped-rows': minRows } as CSSProperties}>
            <HelpedMirror text={value} marks={marks} />
            {input}
          </div>
        )}
      />
      <span role="status" className="visually-hidden">
        {isListed ? t('snippetsSaid', { count: typing.listed.length }) : ''}
      </span>
    </>
  );
};

/** A text meant for others: phrases that read more into something than was seen are underlined, with the reason and what else could stand there. */
export const HelpedText = (props: HelpedTextProps): JSX.Element => {
  const isOfMore = useContext(HelperContext) !== null;
  if (isOfMore) return <HelpedField {...props} />;
  return (
    <HelpedTexts kept={props.kept.length}>
      <HelpedField {...props} />
      <HelperCount />
    </HelpedTexts>
  );
};
