import { ActionIcon, Popover, UnstyledButton } from '@mantine/core';
import { IconBulb, IconX } from '@tabler/icons-react';
import { type JSX, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '../../shared/language.ts';
import { Icon } from './icon.tsx';

/** Kinds of phrases that have a sentence of their own; newer content may bring others. */
const kinds = [
  'trauma_claim',
  'diagnosis',
  'interpretation',
  'directive',
  'unsupported_claim',
  'outcome_claim',
  'consent_language',
  'boundary',
  'privacy',
  'tone',
  'accuracy',
] as const;

/** What was really noted, as many as can be taken in at once. */
const mostNoted = 4;

export type HelperDeeds = {
  readonly close: () => void;
  /** Puts these in the place of the phrase. */
  readonly use: (words: string) => void;
  readonly leaveOut: () => void;
  readonly keep: () => void;
  readonly quiet: () => void;
  readonly turnOff: () => void;
};

type Props = {
  readonly phrase: Suggestion;
  readonly noted: readonly string[];
  readonly isSigned: boolean;
  /** Opened by a key: the focus goes into it. */
  readonly byKey: boolean;
  readonly deeds: HelperDeeds;
  readonly children: JSX.Element;
};

const Offer = ({ words, own, onUse }: { readonly words: string; readonly own?: boolean; readonly onUse: () => void }): JSX.Element => {
  const { t } = useTranslation('language');
  return (
    <UnstyledButton className="helper-offer" onClick={onUse}>
      <span dir={own ? undefined : 'auto'} className="helper-offer-words">
        {words}
      </span>{' '}
      <span className="helper-use">{t('use')}</span>
    </UnstyledButton>
  );
};

const Said = ({ phrase, titleId, isSigned }: Pick<Props, 'phrase' | 'isSigned'> & { readonly titleId: string }): JSX.Element => {
  const { t } = useTranslation('language');
  return (
    <div>
      <p id={titleId} className="b">
        <span className="visually-hidden" dir="auto">
          {t('about', { words: phrase.words })}
        </span>
        {t(`kind.${kinds.find((kind) => kind === phrase.category) ?? 'other'}`)}
      </p>
      <p className="ink-2">{phrase.why}</p>
      <p className="ink-2">
        {t('instead')} {phrase.tryInstead}
      </p>
      {isSigned && phrase.severity === 'stop' ? <p className="ink-2">{t('again')}</p> : null}
    </div>
  );
};

/** Why a phrase is underlined, and what a person may do about it: what was really noted in its place, leave it out, keep it, or be told less. */
export const HelperPopover = ({ phrase, noted, isSigned, byKey, deeds, children }: Props): JSX.Element => {
  const { t } = useTranslation('language');
  const titleId = useId();
  return (
    <Popover
      opened
      onClose={deeds.close}
      onChange={(isOpen) => (isOpen ? undefined : deeds.close())}
      position="bottom-start"
      width={452}
      withArrow
      withRoles={false}
      trapFocus={byKey}
      withinPortal
      middlewares={{ inline: true, flip: true, shift: true }}
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown role="dialog" aria-labelledby={titleId} className="helper-popover">
        <div className="helper-inner">
          <Icon icon={IconBulb} tone="wait-ink" />
          <div className="helper-body">
            <Said phrase={phrase} titleId={titleId} isSigned={isSigned} />
            {noted.slice(0, mostNoted).map((words) => (
              <Offer key={words} words={words} onUse={() => deeds.use(words)} />
            ))}
            <Offer own words={t('leaveOut')} onUse={deeds.leaveOut} />
            <div className="helper-ways">
              <UnstyledButton className="helper-way" onClick={deeds.keep}>
                {t('keep')}
              </UnstyledButton>
              <UnstyledButton className="helper-way" onClick={deeds.quiet}>
                {t('quiet')}
              </UnstyledButton>
              <UnstyledButton className="helper-way" onClick={deeds.turnOff}>
                {t('turnOff')}
              </UnstyledButton>
            </div>
          </div>
          <ActionIcon aria-label={t('close')} onClick={deeds.close}>
            <Icon icon={IconX} />
          </ActionIcon>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};
