import { type Instant, wallTime, type Zone } from '../../shared/time.ts';
import { openFrame } from '../documents/pdf-frame.ts';

export type RecoveryKit = {
  readonly kitId: string;
  readonly practiceName: string;
  readonly address: string;
  readonly paper: 'letter' | 'a4';
  readonly groups: readonly string[];
  readonly madeAt: Instant;
  readonly zone: Zone;
  readonly appVersion: string;
};

const words = {
  title: 'Recovery Kit',
  lead: 'Opens the practice when the passphrase is forgotten.',
  code: 'The code',
  group: (number: number) => `Group ${number}`,
  use: 'How to use it',
  steps: [
    'Start Stillpoint on the computer that holds the practice, and choose “Use the Recovery Kit” under the passphrase.',
    'Type the eight groups. Large or small letters and spaces do not matter; there is no letter O, I, L or U in the code. A slip is named by its group.',
    'Choose a new passphrase. The old one opens nothing from then on; this Kit stays valid until a new one is made.',
  ],
  keep: 'Where to keep it',
  warning:
    'Whoever has this sheet and the computer can open the practice. Keep it apart from the computer, where you keep what must not be lost.',
  made: 'Made',
  version: 'Made with',
} as const;

/** One page to print and keep apart. It is never kept in the practice: its code would lie beside what it opens. */
export const drawRecoveryKit = async (kit: RecoveryKit): Promise<Uint8Array> => {
  const made = wallTime(kit.madeAt, kit.zone, 'en-GB');
  const frame = await openFrame({
    documentId: kit.kitId,
    title: words.title,
    createdAt: kit.madeAt,
    paper: kit.paper,
    appVersion: kit.appVersion,
    practice: { name: kit.practiceName, address: kit.address },
    foot: { name: words.title, day: made.text, page: (page, of) => `page ${page} of ${of}` },
  });
  frame.heading(1, words.title);
  frame.lead(words.lead);
  frame.heading(2, words.code);
  frame.facts(
    kit.groups.map((group, index) => [words.group(index + 1), [...group].join(' ')] as const),
    'body',
  );
  frame.heading(2, words.use);
  for (const step of words.steps) frame.paragraph(step);
  frame.heading(2, words.keep);
  frame.paragraph(words.warning);
  frame.rule();
  frame.facts(
    [
      [words.made, `${made.text}, ${made.zone}`],
      [words.version, `Stillpoint ${kit.appVersion}`],
    ],
    'small',
  );
  return frame.finish();
};
