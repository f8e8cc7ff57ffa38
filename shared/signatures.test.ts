import { describe, expect, test } from 'vitest';
import type { Signer } from './consent-form.ts';
import { element, formOf } from './form.test-world.ts';
import { isSigned, lineLength, Signature, signaturesNotAllowed, signersOf, signersWaiting } from './signatures.ts';

const drawn = (signer: Signer, points: readonly (readonly [number, number])[], name = ''): Signature => ({
  signer,
  name,
  method: 'drawn',
  width: 400,
  height: 150,
  strokes: [points.map(([x, y]) => ({ x, y }))],
});
const typed = (signer: Signer, name: string): Signature => ({ signer, method: 'typed', name });
const line = [
  [0, 0],
  [90, 0],
] as const;

describe('a signature', () => {
  test('is at least 40 px of line', () => {
    expect(
      lineLength([
        [
          { x: 0, y: 0 },
          { x: 30, y: 40 },
        ],
        [
          { x: 0, y: 0 },
          { x: 0, y: 5 },
        ],
      ]),
    ).toBe(55);
    expect(isSigned(drawn('client', [[10, 10]]))).toBe(false);
    expect(
      isSigned(
        drawn('client', [
          [10, 10],
          [49, 10],
        ]),
      ),
    ).toBe(false);
    expect(
      isSigned(
        drawn('client', [
          [10, 10],
          [50, 10],
        ]),
      ),
    ).toBe(true);
    expect(isSigned(undefined)).toBe(false);
  });

  test('typed has a name in it', () => {
    for (const name of ['', ' ', '\u200b', '\u3164', '\u2800']) expect(isSigned(typed('client', name))).toBe(false);
    expect(isSigned(typed('client', 'ø'))).toBe(true);
  });

  test('drawn by someone the record does not know says who it was', () => {
    for (const signer of ['client', 'young_person', 'practitioner'] as const) expect(isSigned(drawn(signer, line))).toBe(true);
    for (const signer of ['guardian', 'witness', 'decision_maker', 'observer', 'personal_representative'] as const) {
      expect(isSigned(drawn(signer, line))).toBe(false);
      expect(isSigned(drawn(signer, line, 'Ana Ruiz'))).toBe(true);
    }
  });

  test('of more points than a hand makes is not taken in', () => {
    const strokes = Array.from({ length: 5 }, () => Array.from({ length: 5_000 }, () => ({ x: 1, y: 1 })));
    expect(Signature.safeParse({ ...drawn('client', line), strokes }).success).toBe(false);
    expect(Signature.safeParse({ ...drawn('client', line), strokes: strokes.slice(1) }).success).toBe(true);
  });
});

describe('a form is signed', () => {
  const grown = { underAge: false };
  const young = { underAge: true };
  const own = formOf(element('signature', 'signature', { signers: ['client', 'guardian', 'practitioner'] }));

  test('by each who must, and by a guardian as well for someone under age', () => {
    expect([signersOf(own, grown), signersOf(own, young)]).toEqual([
      ['client', 'practitioner'],
      ['client', 'guardian', 'practitioner'],
    ]);
    expect(signersWaiting(own, [], grown, {})).toEqual(['client', 'practitioner']);
    expect(signersWaiting(own, [drawn('client', line)], grown, {})).toEqual(['practitioner']);
    expect(signersWaiting(own, [drawn('client', line), typed('practitioner', 'Hana')], grown, {})).toEqual([]);
    expect(signersWaiting(own, [drawn('client', line), typed('practitioner', 'Hana')], young, {})).toEqual(['guardian']);
  });

  test('with a young person by the guardian whatever the age is said to be', () => {
    const minor = formOf(element('signature', 'signature', { signers: ['young_person', 'guardian', 'practitioner'] }));
    expect(signersOf(minor, grown)).toEqual(['young_person', 'guardian', 'practitioner']);
  });

  test('by one of those who may stand in for each other', () => {
    const either = formOf(element('sign', 'signature', { signers: ['client', 'personal_representative'] }));
    expect(signersWaiting(either, [], grown, {})).toEqual(['client']);
    expect(signersWaiting(either, [typed('personal_representative', 'Ana')], grown, {})).toEqual([]);
    expect(signaturesNotAllowed(either, [typed('personal_representative', 'Ana'), drawn('client', line)], grown)).toEqual([]);
  });

  test('or said aloud, where that is enough', () => {
    const either = formOf(element('signature', 'spoken_or_signature', { signers: ['client', 'decision_maker'] }));
    expect(signersWaiting(either, [], grown, {})).toEqual(['client']);
    expect(signersWaiting(either, [], grown, { signature: { kind: 'spoken', words: 'Stop it', at: '2026-11-24T15:58:00.000Z' } })).toEqual(
      [],
    );
    expect(signersWaiting(own, [], grown, { signature: { kind: 'spoken', words: 'Yes', at: '2026-11-24T15:58:00.000Z' } })).toHaveLength(2);
  });

  test('without a witness, who is never required', () => {
    const witnessed = formOf(
      element('witness', 'signature', { signers: ['witness'], required: false }),
      element('signature', 'signature', { signers: ['client'] }),
    );
    expect(signersOf(witnessed, grown)).toEqual(['witness', 'client']);
    expect(signersWaiting(witnessed, [drawn('client', line)], grown, {})).toEqual([]);
  });

  test('by nobody else, nobody twice, and not by a tap', () => {
    expect(signaturesNotAllowed(own, [drawn('client', line), typed('practitioner', 'Hana')], grown)).toEqual([]);
    expect(signaturesNotAllowed(own, [typed('guardian', 'Ana')], grown)).toEqual(['guardian']);
    expect(signaturesNotAllowed(own, [drawn('client', line), typed('client', 'Maya')], grown)).toEqual(['client']);
    expect(signaturesNotAllowed(own, [drawn('client', [[1, 1]])], grown)).toEqual(['client']);
  });
});
