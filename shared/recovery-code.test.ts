import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecoveryCode, recoveryCodeLength, recoveryCodeOf } from './recovery-code.ts';

const bytes = fc.uint8Array({ minLength: 20, maxLength: 20 });
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('a code is read back however it is typed', () => {
  fc.assert(
    fc.property(bytes, fc.constantFrom(' ', '-', '\n', ' – ', ''), (random, gap) => {
      const code = recoveryCodeOf(random);
      expect(code.join('')).toHaveLength(recoveryCodeLength);
      const typed = code.join(gap).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
      expect(readRecoveryCode(typed)).toEqual({ ok: true, code: code.join('') });
    }),
  );
});

test('different bytes give different codes, every bit counts', () => {
  fc.assert(
    fc.property(bytes, fc.nat(159), (random, bit) => {
      const other = Uint8Array.from(random);
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(recoveryCodeOf(other)).not.toEqual(recoveryCodeOf(random));
    }),
  );
});

test('one wrong character names its group', () => {
  fc.assert(
    fc.property(bytes, fc.nat(recoveryCodeLength - 1), fc.constantFrom(...alphabet, 'U', '?'), (random, at, slip) => {
      const code = recoveryCodeOf(random).join('');
      fc.pre(code[at] !== slip);
      expect(readRecoveryCode(`${code.slice(0, at)}${slip}${code.slice(at + 1)}`)).toEqual({
        ok: false,
        groups: [Math.floor(at / 5) + 1],
        characters: recoveryCodeLength,
      });
    }),
    { numRuns: 2_000 },
  );
});

test('two characters of a group that changed places name their group, two groups that changed places both', () => {
  fc.assert(
    fc.property(bytes, fc.nat(7), fc.nat(3), fc.nat(7), (random, group, at, other) => {
      const code = [...recoveryCodeOf(random)];
      const own = code[group] ?? '';
      fc.pre(own[at] !== own[at + 1]);
      const swapped = `${own.slice(0, at)}${own[at + 1]}${own[at]}${own.slice(at + 2)}`;
      expect(readRecoveryCode(code.with(group, swapped).join(''))).toMatchObject({ ok: false, groups: [group + 1] });
      fc.pre(group !== other);
      const exchanged = code.with(group, code[other] ?? '').with(other, own);
      expect(readRecoveryCode(exchanged.join(''))).toMatchObject({ ok: false, groups: [group, other].sort().map((number) => number + 1) });
    }),
    { numRuns: 1_000 },
  );
});

test('too few characters are counted', () => {
  expect(readRecoveryCode('')).toEqual({ ok: false, groups: [], characters: 0 });
  expect(readRecoveryCode('K7QM2 ')).toEqual({ ok: false, groups: [], characters: 5 });
});
