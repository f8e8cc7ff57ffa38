import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Probe } from '../../shared/security.ts';
import type { Instant } from '../../shared/time.ts';
import { briefWords } from '../dates.ts';
import { usePractice } from '../practice.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { probeWords } from './security-words.ts';

/** What a screen reader hears after the name; the sign says it to the eye. */
const Held = ({ word }: { readonly word: string }): JSX.Element => <span className="visually-hidden">, {word}: </span>;

export const HeldLine = ({ probe, at }: { readonly probe: Probe; readonly at: Instant }): JSX.Element => {
  const { t } = useTranslation('security');
  const { name, found, at: own } = probeWords(probe, t);
  const when = own ?? at;
  return (
    <li className="probe">
      <Icon icon={IconCircleCheck} tone="sage" />
      <span className="probe-name">
        {name}
        <Held word={t('holds')} />
      </span>
      <span className="ink-2 probe-found">{found}</span>
      <time dateTime={when} className="xs ink-3 probe-when">
        {briefWords(when)}
      </time>
    </li>
  );
};

/** One that does not hold: what to do stands under what was found, and the way there beside it. */
export const FailingLine = ({ probe, at }: { readonly probe: Probe; readonly at: Instant }): JSX.Element => {
  const { t } = useTranslation('security');
  const { role } = usePractice();
  const { name, found, todo, way } = probeWords(probe, t);
  // The trail is the owner's to read.
  const open = way && (way.section !== 'audit' || role === 'owner') ? way : null;
  return (
    <li className="probe probe-failing">
      <Icon icon={IconAlertCircle} tone="wait" />
      <span className="b probe-name">
        {name}
        <Held word={t('doesNotHold')} />
      </span>
      <span className="probe-found">
        <span className="wait b block">{found}</span>
        {todo ? <span className="ink-2 block">{todo}</span> : null}
      </span>
      {open ? (
        <ButtonLink
          to="/settings/$section"
          params={{ section: open.section }}
          variant="outline"
          color="clay"
          size="xs"
          className="sp-reach probe-way"
        >
          {open.word}
        </ButtonLink>
      ) : (
        <time dateTime={at} className="xs ink-3 probe-when">
          {briefWords(at)}
        </time>
      )}
    </li>
  );
};
