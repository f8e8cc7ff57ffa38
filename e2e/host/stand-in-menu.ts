import type { Menu as ElectronMenu, MenuItemConstructorOptions } from 'electron';
import { refusing } from './refusing.ts';

type Item = MenuItemConstructorOptions;

let accelerators = new Map<string, () => void>();

/** Chromium has no menu of ours to show; what the accelerators do works. Roles are Chromium's own keys. */
export const Menu = refusing<typeof ElectronMenu>('Menu', {
  buildFromTemplate: (template: Item[]) => template,
  setApplicationMenu(menu: unknown) {
    const items = (menu as Item[] | null) ?? [];
    accelerators = new Map(
      items
        .flatMap(allItems)
        .flatMap(({ accelerator, click }) => (accelerator && click ? [[accelerator as string, click as () => void] as const] : [])),
    );
  },
});

const allItems = (item: Item): Item[] => [item, ...((item.submenu as Item[] | undefined) ?? []).flatMap(allItems)];

export const menuAccelerators = () => [...accelerators.keys()];
export const pressAccelerator = (accelerator: string) => accelerators.get(accelerator)?.();
