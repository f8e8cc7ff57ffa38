import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { ChosenFile } from '../practice/shell-messages.ts';

/** Asks for a folder, as `chooseSave` does for a file. */
export async function chooseFolder(window: BrowserWindow): Promise<ChosenFile | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    defaultPath: app.getPath('documents'),
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  });
  const [path] = filePaths;
  return canceled || path === undefined ? null : { grant: randomUUID(), path };
}

/** Asks where to save. The path goes to the vault with a grant good once; the page never learns or names it. */
export async function chooseSave(
  window: BrowserWindow,
  { suggestedName, extension }: { readonly suggestedName: string; readonly extension: string },
): Promise<ChosenFile | null> {
  const ending = `.${extension}`;
  const name = basename(suggestedName.endsWith(ending) ? suggestedName : suggestedName + ending);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  });
  return canceled || !filePath ? null : { grant: randomUUID(), path: filePath };
}
