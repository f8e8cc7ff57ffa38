import { Button } from '@mantine/core';
import { IconCircleDashed, IconPencil, IconPlus } from '@tabler/icons-react';
import { type JSX, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.tsx';
import { anew, type OpenForm } from './use-open-form.ts';

export type Offered = { readonly id: string; readonly name: string; readonly active: boolean };

/** Word of the button that opens the form, and its name. */
type Change = { readonly word: string; readonly named: (name: string) => string };

type RowProps<T> = {
  readonly one: T;
  readonly form: OpenForm;
  /** Under the name. */
  readonly about: ReactNode;
  readonly mayChange: boolean;
  readonly change: Change;
  readonly more?: ReactNode;
  readonly below?: ReactNode;
  readonly onTurn: (active: boolean) => void;
};

const Row = <T extends Offered>({ one, form, about, mayChange, change, more, below, onTurn }: RowProps<T>): JSX.Element => {
  const { t } = useTranslation('schedule');
  const { id, name, active } = one;
  const turn = useRef<HTMLButtonElement>(null);
  const was = useRef(active);
  // In use or not it stands elsewhere in the list, and what moves loses the focus.
  useEffect(() => {
    if (was.current !== active) turn.current?.focus();
    was.current = active;
  }, [active]);
  const begun = form.begun(id);
  return (
    <li className="setup-line">
      <div className="grow">
        <div className="md b" dir="auto">
          {name}
        </div>
        {active ? null : (
          <div className="row ink-2">
            <Icon icon={IconCircleDashed} size={18} />
            {t('setup.outOfUse')}
          </div>
        )}
        <div className="ink-2 num">{about}</div>
      </div>
      <div className="row wrap setup-actions">
        {more}
        {mayChange ? (
          <>
            <Button
              id={form.buttonId(id)}
              variant="default"
              leftSection={<Icon icon={IconPencil} size={18} />}
              aria-label={begun ? t('setup.goOnOf', { name }) : change.named(name)}
              onClick={() => form.show(id)}
            >
              {begun ? t('setup.goOn') : change.word}
            </Button>
            <Button
              ref={turn}
              variant="subtle"
              aria-label={t(active ? 'setup.turnOffOf' : 'setup.turnOnOf', { name })}
              onClick={() => onTurn(!active)}
            >
              {t(active ? 'setup.turnOff' : 'setup.turnOn')}
            </Button>
          </>
        ) : null}
      </div>
      {below}
    </li>
  );
};

type Props<T> = {
  readonly label: string;
  readonly all: readonly T[];
  readonly form: OpenForm;
  readonly mayChange: boolean;
  readonly change?: Change;
  readonly about: (one: T) => ReactNode;
  readonly more?: (one: T) => ReactNode;
  readonly below?: (one: T) => ReactNode;
  /** Of one, or of a new one. */
  readonly edit: (one: T | null) => ReactNode;
  readonly add: string;
  /** Adding one is what there is to do here. */
  readonly isFirst?: boolean;
  readonly onTurn: (one: T, active: boolean) => void;
};

/** What the practice has to offer, each with its form in its place; taken out of use, never deleted, so that what was booked keeps its name. */
export const OfferedList = <T extends Offered>(props: Props<T>): JSX.Element => {
  const { label, all, form, mayChange, change, about, more, below, edit, add, isFirst, onTurn } = props;
  const { t } = useTranslation('schedule');
  return (
    <>
      {all.length > 0 ? (
        <ul className="card setup-lines" aria-label={label}>
          {all.map((one) =>
            mayChange && form.open === one.id ? (
              <li key={one.id} className="setup-line">
                {edit(one)}
              </li>
            ) : (
              <Row
                key={one.id}
                one={one}
                form={form}
                about={about(one)}
                mayChange={mayChange}
                change={change ?? { word: t('setup.change'), named: (name) => t('setup.changeOf', { name }) }}
                more={more?.(one)}
                below={below?.(one)}
                onTurn={(active) => onTurn(one, active)}
              />
            ),
          )}
        </ul>
      ) : null}
      {mayChange && form.open === anew ? <div className="card setup-new">{edit(null)}</div> : null}
      {mayChange && form.open !== anew ? (
        <Button
          id={form.buttonId(anew)}
          variant={isFirst ? 'filled' : 'default'}
          leftSection={<Icon icon={IconPlus} />}
          className="setup-add"
          onClick={() => form.show(anew)}
        >
          {form.begun(anew) ? t('setup.goOn') : add}
        </Button>
      ) : null}
    </>
  );
};
