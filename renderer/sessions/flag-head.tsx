import { Button } from '@mantine/core';
import { IconOctagonFilled } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionContent } from '../../shared/session-content.ts';
import { itemOf } from '../../shared/session-flags.ts';
import type { Episode, StopEvent } from '../../shared/session-state.ts';
import { Icon } from '../ui/icon.tsx';
import { useConductor } from './conductor-context.ts';
import { wallOf } from './flag-time.ts';

/** What was seen last, in few words, and the labels of the grades it came to; null before anything was. */
const seenWords = (content: SessionContent, { seen }: Episode): { readonly signs: string; readonly labels: string } | null => {
  const last = seen.at(-1);
  if (!last) return null;
  const labels = [
    content.dissociation.find(({ grade }) => grade === last.dissociation)?.label,
    content.arousal.find(({ grade }) => grade === last.arousal)?.label,
  ].flatMap((label) => label?.toLowerCase() ?? []);
  const named = itemOf(content, last.item)?.what;
  const signs = last.signs.length > 0 ? last.signs.slice(0, 2).join(', ') : (named ?? last.words);
  return { signs: signs || labels.join(', '), labels: signs ? labels.join(', ') : '' };
};

export const StoppedSince = ({ stop }: { readonly stop: StopEvent | null }): JSX.Element => {
  const { t } = useTranslation('flags');
  const { session } = useConductor();
  return (
    <span className="flag-stopped">
      <Icon icon={IconOctagonFilled} size={26} tone="stop-mark" />
      <span>{t('stopped')}</span>
      {stop ? <time className="num ink-2 sm flag-wide">{wallOf(session.startedAt, stop.at)}</time> : null}
    </span>
  );
};

type HeadProps = { readonly episode: Episode; readonly stop: StopEvent | null; readonly onChange: (() => void) | null };

/** What stands over everything while a red flag is up. */
export const FlagHead = ({ episode, stop, onChange }: HeadProps): JSX.Element => {
  const { t } = useTranslation('flags');
  const { content } = useConductor();
  const seen = seenWords(content, episode);
  return (
    <header className="flag-head">
      <StoppedSince stop={stop} />
      <span className="grow" />
      {seen ? (
        <span className="flag-seen ink-2 flag-wide">
          <span className="flag-seen-signs">{t('seen', { signs: seen.signs })}</span>
          {seen.labels ? <b>{t('seenGrade', { label: seen.labels })}</b> : null}
        </span>
      ) : null}
      {onChange ? (
        <Button variant="default" onClick={onChange}>
          {t('change')}
        </Button>
      ) : null}
    </header>
  );
};
