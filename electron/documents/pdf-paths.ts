/** A path of an SVG drawing as PDF operators, and the box its points lie in. */
export type PdfPath = {
  readonly operators: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

const operatorOf = { M: 'm', L: 'l', C: 'c', Z: 'h' } as const;
const isCommand = (letter: string): letter is keyof typeof operatorOf => Object.hasOwn(operatorOf, letter);
/** How many numbers each command takes at a time; curves may follow each other without their letter. */
const takes = { M: 2, L: 2, C: 6, Z: 0 } as const;

/** Only moves, lines and cubic curves to named points, which the content is read with. */
export const pdfPath = (d: string): PdfPath => {
  const written: string[] = [];
  const xs: number[] = [];
  const ys: number[] = [];
  for (const [, letter = '', rest = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    if (!isCommand(letter)) throw new Error(`no path command: ${letter}`);
    const numbers = rest.match(/-?[\d.]+/g) ?? [];
    const count = takes[letter];
    if (count === 0) written.push(operatorOf[letter]);
    for (let at = 0; count > 0 && at < numbers.length; at += count)
      written.push(numbers.slice(at, at + count).join(' '), operatorOf[letter]);
    numbers.forEach((one, index) => void (index % 2 === 0 ? xs : ys).push(Number(one)));
  }
  return {
    operators: written.join(' '),
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
};

export const boxPath = (left: number, top: number, width: number, height: number): PdfPath => ({
  operators: `${left} ${top} ${width} ${height} re`,
  left,
  top,
  right: left + width,
  bottom: top + height,
});
