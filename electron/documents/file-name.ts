const longest = 120;

/** Names Windows keeps for devices, whatever ending follows. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=$|[ .])/i;

const firstLetters = (text: string): string => {
  let kept = '';
  for (const letter of text) {
    if (Buffer.byteLength(kept + letter, 'utf8') > longest) break;
    kept += letter;
  }
  return kept;
};

/**
 * A file name to offer, without its ending: letters, figures and what parts words, so that no system reads a path, a command, a device or
 * a change of direction out of it. At most 120 bytes of the title, since Linux counts names in bytes and a temporary ending must fit too.
 */
export const fileNameFrom = (title: string, day: string): string => {
  const words = title
    .normalize()
    .replace(/[^\p{L}\p{M}\p{N} .-]+/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/\.{2,}/g, '.')
    .replace(/^[\p{M} .-]+|[ .-]+$/gu, '');
  const name = firstLetters(words).trimEnd();
  return `${name === '' || reserved.test(name) ? `Document ${name}`.trimEnd() : name} ${day}`;
};
