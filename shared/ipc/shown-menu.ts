import { z } from '#shared/zod.ts';

const menuName = z.string().min(1).max(500);

const menuCommand = z.strictObject({
  kind: z.literal('command'),
  /** What `menu:chosen` answers with. */
  id: z.string().min(1).max(500),
  name: menuName,
  /** The key as commands name it (`Ctrl+K`, `PageDown`, `a`), null where it has none. */
  key: z.string().max(40).nullable(),
  enabled: z.boolean(),
});

const submenu = z.strictObject({
  kind: z.literal('submenu'),
  name: menuName,
  commands: z.array(menuCommand).max(2000).readonly(),
});

/** A menu as a window asks for it: its groups in order, each with commands and submenus. */
export const shownMenu = z.strictObject({
  name: menuName,
  groups: z
    .array(
      z
        .array(z.discriminatedUnion('kind', [menuCommand, submenu]))
        .max(2000)
        .readonly(),
    )
    .max(100)
    .readonly(),
});

export type ShownMenu = z.output<typeof shownMenu>;
export type ShownCommand = z.output<typeof menuCommand>;
