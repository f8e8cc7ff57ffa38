import { describe, expect, test } from 'vitest';
import type { FindingEvent, FindingItem } from './finding.ts';
import { asked, cleared, item, lowered, marked, notCleared, raised, resolved, said, scope, told } from './findings.test-world.ts';

/** How a finding stands after what happened to it (domain.md 2.5). */

const later = '2026-12-24';

const emergency = item('emergency');
const help = item('absolute', { action: 'P4' });
const clearance = item('clearance');
const local = item('local');
const modify = item('modify');
const talk = item('modify', { action: 'P2' });

describe('what stands after', () => {
  test.each<[string, FindingItem, FindingEvent[], string]>([
    // what was said
    ['a yes', clearance, [said('yes')], 'yes clearance P3'],
    ['a not sure', clearance, [said('not-sure')], 'not-sure clearance P3'],
    ['what was found', clearance, [said('found')], 'found clearance P3'],
    ['a no alone', clearance, [said('no')], 'over'],
    ['a no after a yes', clearance, [said('yes'), said('no', 'second')], 'yes clearance P3 says no'],
    ['a no at the same place', clearance, [said('yes'), said('no')], 'yes clearance P3 says no'],
    ['a no after a not sure', local, [said('not-sure'), said('no', 'second')], 'not-sure local P1 says no'],
    ['a yes after a no', clearance, [said('yes'), said('no', 'second'), said('yes', 'third')], 'yes clearance P3'],
    ['a blank after a yes', clearance, [said('yes'), said('not-answered', 'second')], 'yes clearance P3'],
    ['a blank at the place of a yes', clearance, [said('yes'), said('not-answered')], 'yes clearance P3'],
    ['a doubt at the place of a yes', clearance, [said('yes'), said('not-sure')], 'yes clearance P3'],
    ['a yes at the place of a doubt', clearance, [said('not-sure'), said('yes')], 'yes clearance P3'],
    ['a yes elsewhere than a doubt', clearance, [said('not-sure'), said('yes', 'second')], 'yes clearance P3'],
    // what was not answered
    ['a blank that could block', emergency, [said('not-answered')], 'not-answered emergency P5'],
    ['a blank of something to refer', help, [said('not-answered')], 'not-answered absolute P4'],
    ['a blank about clearance', clearance, [said('not-answered')], 'not-answered clearance P3'],
    ['a blank about a place', local, [said('not-answered')], 'not-answered ask-today P1'],
    ['a blank about an adaptation', talk, [said('not-answered')], 'not-answered ask-today P1'],
    ['a blank of an adaptation that refers', item('modify', { action: 'P4' }), [said('not-answered')], 'not-answered modify P4'],
    ['a no after a blank', emergency, [said('not-answered'), said('no', 'second')], 'over'],
    ['a no after two blanks', clearance, [said('not-answered'), said('not-answered', 'second'), said('no', 'third')], 'over'],
    ['a yes after a blank', local, [said('not-answered'), said('yes', 'second')], 'yes local P1'],
    ['a no after a blank and a yes', local, [said('not-answered'), said('yes', 'b'), said('no')], 'yes local P1 says no'],
    ['a blank after a no', clearance, [said('not-answered'), said('no'), said('not-answered', 'second')], 'not-answered clearance P3'],
    ['a no to a blank with marked places', local, [said('not-answered'), marked('A'), said('no')], 'not-answered local P1 says no A'],
    ['a no to one whose places were given up', local, [said('not-answered'), marked('A'), lowered('modify'), said('no')], 'over'],
    ['a no to a blank that was raised', local, [said('not-answered'), raised('absolute'), said('no')], 'not-answered absolute P3 says no'],
    [
      'a no to a blank a clinician refused',
      modify,
      [said('not-answered'), notCleared, said('no')],
      'not-answered clearance P3 refused says no',
    ],
    // raised and lowered
    ['raising', local, [said('yes'), raised('absolute')], 'yes absolute P3'],
    ['raising to an emergency', modify, [said('yes'), raised('emergency')], 'yes emergency P5'],
    ['raising what refers', help, [said('yes'), raised('emergency')], 'yes emergency P5'],
    ['raising twice, the second time to less', local, [said('yes'), raised('absolute'), raised('clearance')], 'yes absolute P3'],
    ['raising a blank', modify, [said('not-answered'), raised('local')], 'not-answered local P1'],
    ['raising a blank to its own kind', modify, [said('not-answered'), raised('modify')], 'not-answered modify P1'],
    ['a yes after raising', local, [said('yes'), raised('absolute'), said('yes', 'second')], 'yes absolute P3'],
    ['lowering', emergency, [said('yes'), lowered('modify')], 'yes modify P1'],
    ['lowering to what needs clearance', help, [said('yes'), lowered('clearance')], 'yes clearance P3'],
    ['lowering a blank', clearance, [said('not-answered'), lowered('modify')], 'not-answered modify P1'],
    ['a blank after lowering', clearance, [said('yes'), lowered('modify'), said('not-answered', 'second')], 'yes modify P1'],
    ['a no after lowering', clearance, [said('yes'), lowered('modify'), said('no', 'second')], 'yes modify P1 says no'],
    ['a yes after lowering', clearance, [said('yes'), lowered('modify'), said('yes', 'second')], 'yes clearance P3'],
    ['a not sure after lowering', clearance, [said('yes'), lowered('modify'), said('not-sure', 'second')], 'yes clearance P3'],
    ['finding it after lowering', clearance, [said('yes'), lowered('modify'), said('found', null)], 'yes clearance P3'],
    ['lowering what was raised', local, [said('yes'), raised('absolute'), lowered('clearance')], 'yes clearance P3'],
    ['a yes after that', local, [said('yes'), raised('absolute'), lowered('clearance'), said('yes', 'b')], 'yes absolute P3'],
    ['raising again what was lowered', emergency, [said('yes'), lowered('modify'), raised('clearance')], 'yes clearance P3'],
    ['a yes after that too', emergency, [said('yes'), lowered('modify'), raised('clearance'), said('yes', 'b')], 'yes emergency P5'],
    ['raising again as far as it was', clearance, [said('yes'), lowered('modify'), raised('clearance')], 'yes clearance P3'],
    // places
    ['marking', local, [said('yes'), marked('A', 'B')], 'yes local P1 A+B'],
    ['marking anew', local, [said('yes'), marked('A', 'B'), marked('C')], 'yes local P1 C'],
    ['marking an adaptation', talk, [said('yes'), marked('A')], 'yes local P2 A'],
    ['marking a blank', modify, [said('not-answered'), marked('A')], 'not-answered local P1 A'],
    ['marking what is more than local', clearance, [said('yes'), marked('A')], 'yes clearance P3 A'],
    ['lowering what was marked', local, [said('yes'), marked('A'), lowered('modify')], 'yes modify P1'],
    [
      'a yes after that: its places are asked for again',
      local,
      [said('yes'), marked('A'), lowered('modify'), said('yes', 'b')],
      'yes local P1',
    ],
    // over
    ['resolving', emergency, [said('yes'), raised('absolute'), marked('A'), resolved], 'over'],
    ['a no after it was resolved', emergency, [said('yes'), resolved, said('no', 'second')], 'over'],
    ['a yes after it was resolved', local, [said('yes'), raised('absolute'), marked('A'), resolved, said('yes', 'second')], 'yes local P1'],
    ['a yes at the same place', local, [said('yes'), resolved, said('yes')], 'yes local P1'],
    [
      'a blank after it was resolved',
      clearance,
      [said('yes'), lowered('modify'), resolved, said('not-answered', 'b')],
      'not-answered clearance P3',
    ],
    ['deciding about what is over', local, [said('yes'), resolved, lowered('modify'), marked('A'), said('yes', 'b')], 'yes local P1'],
    // clinicians
    ['a clearance', clearance, [said('yes'), asked('letter'), cleared()], 'yes modify P1 cleared'],
    ['a clearance of an emergency', emergency, [said('yes'), cleared()], 'yes modify P1 cleared'],
    ['a clearance without a last day', clearance, [said('yes'), cleared(null)], 'yes clearance P3 not cleared any more'],
    [
      'a clearance for no contact at all',
      clearance,
      [said('yes'), cleared(later, scope(null, 0))],
      'yes clearance P3 not cleared any more',
    ],
    ['a no of the client after it', clearance, [said('yes'), cleared(), said('no', 'b')], 'yes modify P1 cleared says no'],
    ['a yes after a clearance: no news', clearance, [said('yes'), cleared(), said('yes', 'b')], 'yes modify P1 cleared'],
    ['a yes that asks for help', help, [said('yes'), cleared(), said('yes', 'b')], 'yes absolute P4 not cleared any more'],
    ['a doubt about an emergency', emergency, [said('yes'), cleared(), said('not-sure', 'b')], 'yes emergency P5 not cleared any more'],
    ['a blank about an emergency', emergency, [said('yes'), cleared(), said('not-answered', 'b')], 'yes modify P1 cleared'],
    [
      'a yes to a clearance kind with P4',
      item('clearance', { action: 'P4' }),
      [said('yes'), cleared(), said('yes', 'b')],
      'yes clearance P4 not cleared any more',
    ],
    [
      'a yes to what was raised to an emergency',
      modify,
      [said('yes'), raised('emergency'), cleared(), said('yes', 'b')],
      'yes emergency P5 not cleared any more',
    ],
    ['raising after a clearance', local, [said('yes'), cleared(), raised('absolute')], 'yes absolute P3 not cleared any more'],
    [
      'raising to less than it was before its clearance',
      clearance,
      [said('yes'), cleared(), raised('local')],
      'yes clearance P3 not cleared any more',
    ],
    ['a clearance after raising', local, [said('yes'), raised('absolute'), cleared()], 'yes modify P1 cleared'],
    ['a newer clearance after it was overtaken', help, [said('yes'), cleared(), said('yes', 'b'), cleared()], 'yes modify P1 cleared'],
    ['a clinician who does not clear it', clearance, [said('yes'), notCleared], 'yes clearance P3 refused'],
    ['one who does not clear an adaptation', modify, [said('yes'), notCleared], 'yes clearance P3 refused'],
    ['one who does not clear a marked place', local, [said('yes'), marked('A'), notCleared], 'yes clearance P3 refused A'],
    ['not cleared after a clearance', clearance, [said('yes'), cleared(), notCleared], 'yes clearance P3 refused'],
    ['cleared after a refusal', clearance, [said('yes'), notCleared, cleared()], 'yes modify P1 cleared'],
    ['not cleared after a lowering', clearance, [said('yes'), lowered('modify'), notCleared], 'yes clearance P3 refused'],
    ['a reason given after a refusal', clearance, [said('yes'), notCleared, lowered('modify')], 'yes modify P1 refused'],
    ['a yes after that reason', modify, [said('yes'), notCleared, lowered('modify'), said('yes', 'b')], 'yes clearance P3 refused'],
    ['raising after a refusal', modify, [said('yes'), notCleared, raised('local')], 'yes clearance P3 refused'],
    ['not cleared after it was resolved', modify, [said('yes'), asked('refusal'), resolved, notCleared], 'found clearance P3 refused'],
    ['cleared after it was resolved', clearance, [said('yes'), resolved, cleared()], 'over'],
    ['a yes after that clearance', clearance, [said('yes'), resolved, cleared(), said('yes', 'b')], 'yes clearance P3'],
    [
      'a clearance asked for before help was asked for anew',
      help,
      [said('yes'), asked('letter'), said('yes', 'b'), cleared()],
      'yes absolute P4',
    ],
    [
      'one asked for before a doubt about an emergency',
      emergency,
      [said('yes'), asked('letter'), said('not-sure', 'b'), cleared()],
      'yes emergency P5',
    ],
    ['a newer one than that', help, [said('yes'), asked('old'), said('yes', 'b'), asked('letter'), cleared()], 'yes modify P1 cleared'],
    [
      'an older answer after a newer clearance',
      help,
      [said('yes'), asked('old'), said('yes', 'b'), asked('letter'), cleared(), cleared(later, scope(null, 0), 'old')],
      'yes modify P1 cleared',
    ],
    [
      'an older answer after a refusal',
      help,
      [said('yes'), asked('letter'), said('yes', 'b'), notCleared, cleared()],
      'yes absolute P4 refused',
    ],
    [
      'a clearance asked for before a blank',
      help,
      [said('yes'), asked('letter'), said('not-answered', 'b'), cleared()],
      'yes modify P1 cleared',
    ],
    [
      'one asked for before a yes that is no news',
      clearance,
      [said('yes'), asked('letter'), said('yes', 'b'), cleared()],
      'yes modify P1 cleared',
    ],
    [
      'one asked for before it was resolved',
      clearance,
      [said('yes'), asked('letter'), resolved, said('yes', 'b'), cleared()],
      'yes clearance P3',
    ],
    [
      'one asked for while it was over',
      clearance,
      [said('yes'), resolved, asked('letter'), said('yes', 'b'), cleared()],
      'yes clearance P3',
    ],
    [
      'one asked for before a no settled a blank',
      clearance,
      [said('not-answered'), asked('letter'), said('no'), said('yes', 'b'), cleared()],
      'yes clearance P3',
    ],
    ['an older refusal', help, [said('yes'), asked('refusal'), said('yes', 'b'), notCleared], 'yes absolute P4 refused'],
    ['a clearance and marked places', local, [said('yes'), marked('A'), cleared()], 'yes modify P1 cleared A'],
  ])('%s', (_, of, events, expected) => {
    expect(told(of, events)).toBe(expected);
  });
});
