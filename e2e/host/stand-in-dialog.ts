import { existsSync, mkdirSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type {
  Dialog,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import type { Control, DialogOpened } from './control.ts';
import { refusing } from './refusing.ts';
import { app, control } from './stand-in-app.ts';

let lastId = 0;

/** A test says what is chosen; for a person it is the suggested name in the downloads folder, never overwriting. */
async function showSaveDialog(_window: unknown, { defaultPath = '' }: SaveDialogOptions): Promise<SaveDialogReturnValue> {
  const testing = control();
  const filePath = testing ? await askTest(testing, (id) => ({ kind: 'save-dialog', id, suggested: defaultPath })) : freePath(defaultPath);
  if (!testing) console.log(`trial host: saving to ${filePath}`);
  return { canceled: filePath === null, filePath: filePath ?? '' };
}

/** For a person a folder dialog answers with one folder in the downloads folder, which is made. */
async function showOpenDialog(): Promise<OpenDialogReturnValue> {
  const testing = control();
  const path = testing
    ? await askTest(testing, (id) => ({ kind: 'folder-dialog', id }))
    : join(app.getPath('downloads'), 'Stillpoint backups');
  if (!testing && path) {
    mkdirSync(path, { recursive: true });
    console.log(`trial host: choosing the folder ${path}`);
  }
  return { canceled: path === null, filePaths: path === null ? [] : [path] };
}

/** A test says where the print goes, and null is Cancel; for a person it is a file in the downloads folder. */
export async function choosePrinter(): Promise<string | null> {
  const testing = control();
  if (testing) return askTest(testing, (id) => ({ kind: 'print-dialog', id }));
  const path = freePath(join(app.getPath('downloads'), 'Stillpoint print.pdf'));
  console.log(`trial host: there is no printer here; printing to ${path}`);
  return path;
}

/** A test says which button is pressed; for a person it is the first. Taken away by its signal it answers as Cancel does. */
function showMessageBox(_window: unknown, options: MessageBoxOptions): Promise<MessageBoxReturnValue> {
  const { message, buttons = [], cancelId = 0, signal } = options;
  const testing = control();
  const id = ++lastId;
  return new Promise((resolve) => {
    const press = (response: number) => resolve({ response, checkboxChecked: false });
    signal?.addEventListener('abort', () => press(cancelId));
    testing?.onMessage((answer) => {
      if (answer.kind === 'question' && answer.id === id) press(answer.pressed);
    });
    testing?.send({ kind: 'question', id, message, buttons });
    if (testing) return;
    console.log(`trial host: "${message}" is answered with "${buttons[0]}"`);
    press(0);
  });
}

function askTest(testing: Control, question: (id: number) => DialogOpened): Promise<string | null> {
  const asked = question(++lastId);
  return new Promise((resolve) => {
    testing.onMessage((message) => {
      if (message.kind === asked.kind && message.id === asked.id) resolve(message.path);
    });
    testing.send(asked);
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
  showOpenDialog,
  showMessageBox,
  showErrorBox(title: string, content: string) {
    control()?.send({ kind: 'error-box', title });
    console.error(`${title}: ${content}`);
  },
});
