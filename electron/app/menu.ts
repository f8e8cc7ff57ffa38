import { Menu } from 'electron';

const words = { lock: 'Lock now', practice: 'Practice', view: 'View' } as const;

/** What a person needs without looking: editing, size of text, lock, quit. */
export function installMenu({ onLock }: { readonly onLock: () => void }): void {
  const menu = Menu.buildFromTemplate([
    {
      label: words.practice,
      submenu: [
        { id: 'lock', label: words.lock, accelerator: 'CommandOrControl+L', click: () => onLock() },
        { type: 'separator' },
        { role: 'quit' },
      ],
    },
    {
      role: 'editMenu',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: words.view,
      submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { type: 'separator' }, { role: 'togglefullscreen' }],
    },
  ]);
  Menu.setApplicationMenu(menu);
}
