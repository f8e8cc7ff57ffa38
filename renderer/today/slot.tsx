import { type JSX, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppointmentLine, holdsTime } from '../../shared/appointment.ts';
import type { Standing } from '../ui/use-standings.ts';
import { SlotDeeds } from './slot-deeds.tsx';
import { SlotMarks } from './slot-marks.tsx';
import { overMidnight, type ShownDay, timeOf } from './slot-words.ts';

type Props = {
  readonly line: AppointmentLine;
  readonly shown: ShownDay;
  readonly now: number;
  readonly standing: Standing | undefined;
  /** Who treats and in which room, where that has to be said. */
  readonly where: readonly string[];
  readonly isOpen: boolean;
  /** A person opened it, and goes on there. */
  readonly isChosen: boolean;
  readonly onOpen: () => void;
  /** Pressed that they came, or that it is done. */
  readonly onSet: () => void;
};

/** Takes the place of the button that opened it, and its focus. */
const OpenName = ({ isChosen, children }: Pick<Props, 'isChosen'> & { readonly children: ReactNode }): JSX.Element => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isChosen) heading.current?.focus({ preventScroll: true });
  }, [isChosen]);
  return (
    <h3 ref={heading} tabIndex={-1} className="slot-who">
      {children}
    </h3>
  );
};

const When = ({ line, shown }: Pick<Props, 'line' | 'shown'>): JSX.Element => {
  const { t } = useTranslation('today');
  return (
    <div className="slot-when num">
      <time className="slot-time" dateTime={line.startsAt}>
        {timeOf(line.startsAt, shown)}
      </time>
      <div className="xs ink-3">{t('day.minutes', { count: line.minutes })}</div>
    </div>
  );
};

const What = ({ line, shown, where }: Pick<Props, 'line' | 'shown' | 'where'>): JSX.Element => {
  const { t } = useTranslation('today');
  const over = overMidnight(t, line, shown);
  return (
    <>
      <div className="ink-2 slot-what" dir="auto">
        {[line.serviceName, ...where].join(' · ')}
      </div>
      {over ? <div className="xs ink-2 num">{over}</div> : null}
      {line.note ? (
        <div className="xs ink-2 slot-what" dir="auto">
          {line.note}
        </div>
      ) : null}
    </>
  );
};

/** One appointment of the day; the one that is open says more and has what can be done. */
export const Slot = ({ line, shown, now, standing, where, isOpen, isChosen, onOpen, onSet }: Props): JSX.Element => {
  const { t } = useTranslation('today');
  const { chosenName: name, pronouns } = line;
  const state = holdsTime(line.status) ? (line.status === 'done' ? 'done' : 'ahead') : 'off';
  const who = (
    <>
      <bdi>{name}</bdi>
      {pronouns ? <span className="sm ink-2 slot-pronouns"> {pronouns}</span> : null}
    </>
  );
  return (
    <li className={isOpen ? 'slot slot-open' : 'slot'} data-state={state}>
      <div className="slot-line">
        <When line={line} shown={shown} />
        <div className="grow">
          {isOpen ? (
            <OpenName isChosen={isChosen}>{who}</OpenName>
          ) : (
            <button type="button" className="slot-who slot-button" onClick={onOpen}>
              {who}
              <span className="visually-hidden">{t('day.show', { time: timeOf(line.startsAt, shown) })}</span>
            </button>
          )}
          <What line={line} shown={shown} where={where} />
        </div>
        <SlotMarks line={line} zone={shown.zone} now={now} standing={standing} />
      </div>
      {isOpen ? <SlotDeeds line={line} now={now} standing={standing} onSet={onSet} /> : null}
    </li>
  );
};
