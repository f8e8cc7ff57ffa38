import { existsSync, mkdirSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { Dialog, SaveDialogOptions, SaveDialogReturnValue } from 'electron';
import type { Control } from './control.ts';
import { refusing } from './refusing.ts';
import { control } from './stand-in-app.ts';

let lastId = 0;

/** A test says what is chosen; for a person it is the suggested name in the downloads folder, never overwriting. */
async function showSaveDialog(_window: unknown, { defaultPath = '' }: SaveDialogOptions): Promise<SaveDialogReturnValue> {
  const testing = control();
  const filePath = testing ? await askTest(testing, defaultPath) : freePath(defaultPath);
  if (!testing) console.log(`trial host: saving to ${filePath}`);
  return { canceled: filePath === null, filePath: filePath ?? '' };
}

function askTest(testing: Control, suggested: string): Promise<string | null> {
  const id = ++lastId;
  return new Promise((resolve) => {
    testing.onMessage((message) => {
      if (message.kind === 'save-dialog' && message.id === id) resolve(message.path);
    });
    testing.send({ kind: 'save-dialog', id, suggested });
  });
}

export function freePath(wanted: string): string {
  mkdirSync(dirname(wanted), { recursive: true });
  const ending = extname(wanted);
  const stem = wanted.slice(0, wanted.length - ending.length);
  let path = wanted;
  for (let number = 2; existsSync(path); number += 1) path = `${stem} (${number})${ending}`;
  return join(path);
}

export const dialog = refusing<Dialog>('dialog', {
  showSaveDialog,
  showErrorBox(title: string, content: string) {
    control()?.send({ kind: 'error-box', title });
    console.error(`${title}: ${content}`);
  },
});
