import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { Chip } from './chip.tsx';
import { useConductor } from './conductor-context.ts';
import { watchHelp, watchWords, wordsOffered } from './touch-noticed.ts';
import type { Noticing } from './touch-use-noticed.ts';

type OwnProps = { readonly typing: string; readonly onType: (typing: string) => void; readonly onGive: () => void };

type Props = { readonly noticing: Noticing };

/** A word of the client's own; its letters also find the words of the list. */
const OwnWord = ({ typing, onType, onGive }: OwnProps): JSX.Element => {
  const { t } = useTranslation('touch');
  const [isOpen, setOpen] = useState(false);
  if (!isOpen && typing === '')
    return (
      <button type="button" className="cd-chip" data-own aria-label={t('words.own')} onClick={() => setOpen(true)}>
        <Icon icon={IconPlus} size={18} />
        <span>{t('words.own')}</span>
      </button>
    );
  return (
    <form
      className="touch-own"
      onSubmit={(event) => {
        event.preventDefault();
        onGive();
      }}
    >
      <TextInput
        autoFocus
        aria-label={t('words.own')}
        placeholder={t('words.find')}
        value={typing}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {t('words.give')}
      </Button>
    </form>
  );
};

/** Two words to watch, or more: what the content says to do then; nothing below that. */
export const Watched = ({ noticing: { kept, noticed } }: Props): JSX.Element | null => {
  const { content } = useConductor();
  const words = watchWords(content, [...kept.sensations, ...noticed.sensations]);
  return words.length < 2 ? null : (
    <Notice tone="wait" title={words.join(', ')} live>
      {watchHelp(content)}
    </Notice>
  );
};

/** "What do you notice?": words to choose, never to interpret. Kept together, not one by one. */
export const Sensations = ({ noticing: { noticed, kept, change } }: Props): JSX.Element => {
  const { t } = useTranslation('touch');
  const { content } = useConductor();
  const all = [...kept.sensations, ...noticed.sensations];
  const own = [...kept.words, ...noticed.words];
  const toggle = (id: string): void => {
    const { sensations } = noticed;
    // What was kept was said; a word can be taken back only until then.
    if (kept.sensations.includes(id)) return;
    change({ sensations: sensations.includes(id) ? sensations.filter((one) => one !== id) : [...sensations, id], typing: '' });
  };
  const give = (): void => {
    const typed = noticed.typing.trim();
    if (typed === '') return;
    const known = content.sensations.find(({ word }) => word.toLowerCase() === typed.toLowerCase());
    if (known) toggle(known.id);
    else change({ words: [...noticed.words, typed], typing: '' });
  };
  return (
    <fieldset className="touch-words" aria-label={t('words.label')}>
      <p className="ink-2">{t('words.ask')}</p>
      <div className="cd-chips">
        {wordsOffered(content, all, noticed.typing).map(({ id, word, watch }) => (
          <Chip key={id} label={word} isOn={all.includes(id)} watch={watch ? t('words.watch') : undefined} onPress={() => toggle(id)} />
        ))}
        {own.map((word) => (
          <Chip key={word} label={word} isOn onPress={() => change({ words: noticed.words.filter((one) => one !== word) })} />
        ))}
        <OwnWord typing={noticed.typing} onType={(typing) => change({ typing })} onGive={give} />
      </div>
    </fieldset>
  );
};
