import { Menu, type MenuItemConstructorOptions } from 'electron';
import { acceleratorOf } from '#electron/hosts/desktop/accelerator.ts';
import type { Owner } from '#electron/services/grants.ts';
import type { ShownCommand, ShownMenu } from '#shared/ipc/shown-menu.ts';

type Items = MenuItemConstructorOptions[];

export type Menus = {
  /** Remembers what a window shows in its menus; drawn at once when it has the focus. */
  readonly show: (owner: Owner, menus: readonly ShownMenu[]) => void;
  /** Draws the menus of the window that has the focus now. */
  readonly focused: (owner: Owner) => void;
  readonly forget: (owner: Owner) => void;
};

type Options = {
  readonly devTools: boolean;
  readonly platform: NodeJS.Platform;
  readonly chosen: (owner: Owner, id: string) => void;
};

/** An ampersand would underline the letter after it. */
function label(name: string): string {
  return name.replaceAll('&', '&&');
}

function commandItem(
  { id, name, key, enabled }: ShownCommand,
  owner: Owner,
  options: Options,
): MenuItemConstructorOptions {
  const accelerator = key === null ? null : acceleratorOf(key);
  // A key alone must stay a letter in a field, so the window itself hears it; macOS would take it from there.
  const hears = options.platform === 'darwin' && !key?.startsWith('Ctrl+');
  return {
    label: hears && key !== null ? `${label(name)}  (${key})` : label(name),
    enabled,
    click: () => options.chosen(owner, id),
    ...(accelerator === null || hears ? {} : { accelerator, registerAccelerator: false }),
  };
}

function itemsOf(menu: ShownMenu, owner: Owner, options: Options): Items {
  return menu.groups.flatMap(
    (group, index): Items => [
      ...(index === 0 ? [] : [{ type: 'separator' } as const]),
      ...group.map(
        (entry): MenuItemConstructorOptions =>
          entry.kind === 'command'
            ? commandItem(entry, owner, options)
            : {
                label: label(entry.name),
                submenu: entry.commands.map((command) => commandItem(command, owner, options)),
              },
      ),
    ],
  );
}

/** What a window's own menus are joined with: what every app has. */
function joined(name: string, { platform }: Options): Items {
  if (name === 'File') return [{ role: platform === 'darwin' ? 'close' : 'quit' }];
  if (name === 'Windows')
    return [{ role: 'minimize' }, ...(platform === 'darwin' ? [] : [{ role: 'close' } as const])];
  return [];
}

function view({ devTools }: Options): Items {
  return [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...(devTools ? [{ type: 'separator' } as const, { role: 'toggleDevTools' } as const] : []),
  ];
}

/** The whole menu of a window: its own commands, and beside them what every app has. */
function templateOf(menus: readonly ShownMenu[], owner: Owner, options: Options): Items {
  const own = (name: string): MenuItemConstructorOptions => {
    const menu = menus.find((one) => one.name === name);
    const items = menu === undefined ? [] : itemsOf(menu, owner, options);
    const more = joined(name, options);
    const between: Items = items.length > 0 && more.length > 0 ? [{ type: 'separator' }] : [];
    return { label: `&${label(name)}`, submenu: [...items, ...between, ...more] };
  };
  const others = menus.map((menu) => menu.name).filter((name) => !['File', 'Windows', 'Help'].includes(name));
  const help = menus.some((menu) => menu.name === 'Help') ? [own('Help')] : [];
  return [
    ...(options.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    own('File'),
    { role: 'editMenu' },
    ...others.map(own),
    { label: '&View', submenu: view(options) },
    own('Windows'),
    ...help,
  ];
}

/** The application's menu: the commands of the window that has the focus, with their keys, greyed where they would do nothing. */
export function createMenus(options: Options): Menus {
  const shown = new Map<Owner, readonly ShownMenu[]>();
  let front: Owner | null = null;
  const draw = () => {
    const menus = front === null ? [] : (shown.get(front) ?? []);
    Menu.setApplicationMenu(Menu.buildFromTemplate(templateOf(menus, front ?? 'window 0', options)));
  };
  draw();
  return {
    show: (owner, menus) => {
      shown.set(owner, menus);
      front ??= owner;
      if (owner === front) draw();
    },
    focused: (owner) => {
      if (owner === front) return;
      front = owner;
      draw();
    },
    forget: (owner) => {
      shown.delete(owner);
      if (owner !== front) return;
      front = null;
      draw();
    },
  };
}
