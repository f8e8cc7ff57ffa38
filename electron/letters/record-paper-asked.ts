import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SafetyCard } from '../../shared/safety.ts';
import { layMap } from '../consent/map-pdf.ts';
import type { Frame } from '../documents/pdf-frame.ts';
import { layIntake } from '../intake/intake-pdf.ts';
import { words as roundWords } from '../intake/intake-pdf-words.ts';
import { words as card } from '../intake/safety-pdf-words.ts';
import { apart, dayAt, nothing, type RecordToPrint } from './record-paper-shared.ts';
import { words } from './record-paper-words.ts';

/** Each round with its questions, what was answered and noted, as the paper of the intake has it. */
export const drawIntakes = async (frame: Frame, record: RecordToPrint): Promise<void> => {
  if (record.intakes.length === 0) nothing(frame);
  for (const round of record.intakes) {
    frame.marked('entry', `${roundWords.round(round.intake.number)}, ${dayAt(record, round.intake.startedAt)}`);
    layIntake(frame, round);
    await nextTurn();
  }
};

/** What the map, findings, forms and medicines leave of it all on this day. */
const drawToday = (frame: Frame, { places, pressure }: Pick<SafetyCard, 'places' | 'pressure'>): void => {
  frame.heading(2, words.map.today);
  if (places.allClosed) frame.paragraph(card.allClosed);
  frame.facts(
    [
      [card.open, apart(places.open) || card.noneOpen],
      [card.ask, apart(places.ask) || card.noneOpen],
      ...places.closed.map(({ labels, why }) => [card.closed, card.closedBy(apart(labels), why)] as const),
      ...(places.allClosed ? [] : [[card.pressure, card.pressureNow(pressure.label, pressure.because.join('; '))] as const]),
    ],
    'list',
  );
  frame.small(card.notNamed);
};

/** The map in force with its figure, what is allowed by it on the day, and what each one before it said. */
export const drawMaps = async (frame: Frame, record: RecordToPrint): Promise<void> => {
  if (record.maps.length === 0) nothing(frame);
  for (const [index, map] of record.maps.entries()) {
    frame.marked('entry', index === 0 ? words.map.now(dayAt(record, map.map.madeAt)) : words.map.before(dayAt(record, map.map.madeAt)));
    layMap(frame, map, index === 0);
    if (index === 0) drawToday(frame, record.health.today);
    await nextTurn();
  }
};
