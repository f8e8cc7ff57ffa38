import { expect, test } from 'vitest';
import { head, openedUp, textOf } from './pdf.test-world.ts';
import { openFrame } from './pdf-frame.ts';

const drawn = async (text: string): Promise<Uint8Array> => {
  const frame = await openFrame(head);
  frame.paragraph(text);
  return frame.finish();
};

test('a letter first met as a part of another keeps its character in every later document', async () => {
  // The first document of this process meets "e", "." and "," only inside these.
  await drawn('é : ; … ě ł');
  const later = await drawn('eel, bee. See: “e”; e… é');
  expect(textOf(later)).toContain('eel, bee. See: “e”; e… é');
  // Readers other than poppler have only the map from glyphs to characters; an empty entry is a letter lost.
  expect(openedUp(later)).not.toMatch(/<>/);
});
