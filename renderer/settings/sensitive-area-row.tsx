import { Button, Checkbox } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { type JSX, type Ref, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../shared/time.ts';
import { momentDay } from '../dates.ts';
import { Marked, Wrong } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';

type ConfirmingProps = {
  readonly first: Ref<HTMLInputElement>;
  readonly label: string;
  readonly busy: boolean;
  readonly onTurnOn: () => Promise<void>;
  readonly onNot: () => void;
};

/** What the owner says of themselves before the place is turned on. */
const Confirming = ({ first, label, busy, onTurnOn, onNot }: ConfirmingProps): JSX.Element => {
  const { t } = useTranslation('maps');
  const [trained, setTrained] = useState(false);
  const [law, setLaw] = useState(false);
  const [tried, setTried] = useState(false);
  const both = trained && law;
  const press = (): void => {
    setTried(true);
    if (both && !busy) void onTurnOn();
  };
  return (
    <fieldset className="sensitive-confirm">
      <legend className="b">{t('sensitive.before', { place: label })}</legend>
      <Marked wrong={tried && !both}>
        {tried && !both ? <Wrong>{t('sensitive.confirmBoth')}</Wrong> : null}
        <Checkbox
          ref={first}
          label={t('sensitive.trained')}
          checked={trained}
          onChange={(event) => setTrained(event.currentTarget.checked)}
        />
        <Checkbox label={t('sensitive.law')} checked={law} onChange={(event) => setLaw(event.currentTarget.checked)} />
      </Marked>
      <div className="row wrap">
        <Button aria-label={t('sensitive.turnOnOf', { place: label })} onClick={press}>
          {t('sensitive.turnOn')}
        </Button>
        <Button variant="subtle" onClick={onNot}>
          {t('sensitive.not')}
        </Button>
      </div>
    </fieldset>
  );
};

type RowProps = {
  readonly code: string;
  readonly label: string;
  readonly turnedOnAt: Instant | null;
  readonly isOwner: boolean;
  readonly open: boolean;
  readonly busy: boolean;
  readonly onOpen: () => void;
  readonly onNot: () => void;
  readonly onTurnOn: () => Promise<void>;
  readonly onTurnOff: () => void;
};

/** One place, on or off. */
export const SensitiveAreaRow = (props: RowProps): JSX.Element => {
  const { code, label, turnedOnAt, isOwner, open, busy, onOpen, onNot, onTurnOn, onTurnOff } = props;
  const { t } = useTranslation('maps');
  const on = turnedOnAt !== null;
  const first = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  // The button that opened it went, and comes again: focus goes along both ways.
  useEffect(() => {
    if (open !== wasOpen.current) (open ? first : button).current?.focus();
    wasOpen.current = open;
  }, [open]);
  return (
    <li data-code={code}>
      <Icon icon={on ? IconCircleCheck : IconCircleDashed} tone={on ? 'sage-ink' : 'ink-3'} />
      <div className="grow">
        <div className="b">{label}</div>
        <div className={on ? 'good' : 'ink-2'}>{on ? t('sensitive.on', { day: momentDay(turnedOnAt) }) : t('sensitive.off')}</div>
      </div>
      {isOwner && !open ? (
        <Button
          ref={button}
          variant="default"
          aria-label={t(on ? 'sensitive.turnOffOf' : 'sensitive.turnOnOf', { place: label })}
          onClick={on ? onTurnOff : onOpen}
        >
          {t(on ? 'sensitive.turnOff' : 'sensitive.turnOn')}
        </Button>
      ) : null}
      {isOwner && open && !on ? <Confirming first={first} label={label} busy={busy} onTurnOn={onTurnOn} onNot={onNot} /> : null}
    </li>
  );
};
