import { describe, expect, test } from 'vitest';
import { areaByCode, chart } from './chart-figure.ts';
import { type Direction, directions, neighboursAmong } from './chart-neighbours.ts';
import { figuresIn, type Showing, showings } from './chart-views.ts';

/** What a practice turns on or never names, each alone: areas that need their own form, and those that are not offered. */
const turnedOff = [/STERNUM/, /BREAST/, /ABD-L/, /F-HIP/, /INNERTHIGH/, /GLUTE/, /THROAT|GROIN|CLEFT|AXILLA/];
const everyChoice = Array.from({ length: 2 ** turnedOff.length }, (_, choice) =>
  turnedOff.filter((_, place) => (choice >> place) % 2 === 1),
);

const shown = (showing: Showing, without: readonly RegExp[]) =>
  chart.areas.filter(({ code, figure }) => figuresIn[showing].includes(figure) && !without.some((group) => group.test(code)));

const reachedFrom = (start: string, places: ReturnType<typeof neighboursAmong>): ReadonlySet<string> => {
  const reached = new Set([start]);
  for (const code of reached) {
    for (const direction of directions) {
      const next = places.get(code)?.[direction];
      if (next) reached.add(next);
    }
  }
  return reached;
};

describe.each(showings)('showing %s', (showing) => {
  test('arrows alone lead from any place to any other, whatever a practice turns on', () => {
    const stuck = everyChoice.flatMap((without) => {
      const places = shown(showing, without);
      const neighbours = neighboursAmong(places);
      return places.filter(({ code }) => reachedFrom(code, neighbours).size !== places.length).map(({ code }) => code);
    });
    expect(stuck).toEqual([]);
  });

  test('an arrow leads the way it points, and never off what is shown', () => {
    const places = shown(showing, []);
    const neighbours = neighboursAmong(places);
    const codes = new Set(places.map(({ code }) => code));
    const ahead = (from: string, to: string, direction: Direction): boolean => {
      const [here, there] = [areaByCode.get(from)!, areaByCode.get(to)!];
      const along = direction === 'left' || direction === 'right' ? there.cx - here.cx : there.cy - here.cy;
      return direction === 'left' || direction === 'up' ? along < 0 : along > 0;
    };
    const wrong = [...neighbours].flatMap(([from, ways]) =>
      directions.filter((way) => ways[way] !== null && !(codes.has(ways[way]) && ahead(from, ways[way], way))).map((way) => [from, way]),
    );
    expect(wrong).toEqual([]);
  });
});

const neighbours = neighboursAmong(chart.areas);
const walk = (start: string, direction: Direction, steps: number): readonly string[] => {
  const path: string[] = [];
  for (let at: string | null = start; at !== null && path.length <= steps; at = neighbours.get(at)?.[direction] ?? null) path.push(at);
  return path;
};

test('left stays left: up and down never lead over to the other arm or leg', () => {
  const crossed = chart.areas.flatMap((from) =>
    (['up', 'down'] as const).filter((way) => {
      const to = areaByCode.get(neighbours.get(from.code)?.[way] ?? '');
      return to !== undefined && to.figure === from.figure && ![from.side, 'centre'].includes(to.side) && from.side !== 'centre';
    }),
  );
  expect(crossed).toEqual([]);
});

test.each([
  ['F-SHOULDER-L', 'down', ['F-SHOULDER-L', 'S-AXILLA-L', 'F-UARM-L', 'F-ELBOW-L', 'F-FOREARM-L', 'F-WRIST-L', 'F-PALM-L']],
  ['B-UARM-R', 'down', ['B-UARM-R', 'B-ELBOW-R', 'B-FOREARM-R', 'B-WRIST-R', 'B-HAND-R']],
  ['F-FOOT-R', 'up', ['F-FOOT-R', 'F-ANKLE-R', 'F-SHIN-R', 'F-KNEE-R', 'F-THIGH-R', 'F-HIP-R']],
  ['B-SPINE-U', 'down', ['B-SPINE-U', 'B-SPINE-M', 'B-LUMBAR', 'B-SACRUM']],
  ['F-PALM-L', 'right', ['F-PALM-L', 'B-HAND-L']],
  ['F-FOOT-L', 'right', ['F-FOOT-L', 'B-SOLE-L', 'B-SOLE-R', 'B-ACHILLES-L']],
  ['B-OCCIPUT', 'left', ['B-OCCIPUT', 'S-EAR-R', 'S-EAR-L', 'F-FACE']],
] as const)('from %s, going %s follows the body and steps over to what stands beside it', (start, direction, path) => {
  expect(walk(start, direction, path.length - 1)).toEqual(path);
});
