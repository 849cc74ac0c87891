import type { Menu as DrawnMenu, MenuItemConstructorOptions } from 'electron'
import { type ChangedKeys, keysOf } from '../../shared/commands/bindings.ts'
import {
  type Circumstances,
  type CommandId,
  commandIds,
  commands,
  isAvailable,
  type Menu,
  menus,
} from '../../shared/commands/commands.ts'
import type { Platform } from '../../shared/commands/keys.ts'
import { words } from '../../shared/words/words.ts'

/** What the menu is drawn from: what holds in its window, and what that window does with a command. */
export interface MenuChoices {
  readonly now: Circumstances
  /** The keys that the person changed. */
  readonly keys: ChangedKeys
  readonly run: (id: CommandId) => void
  readonly platform: Platform
  readonly developing: boolean
}

/**
 * The native menu of one window, drawn from the table of commands. A few items
 * stand beside it that only the system can do: closing, quitting, and what a
 * text field needs.
 */
export function menuTemplate({ now, keys, run, platform, developing }: MenuChoices): MenuItemConstructorOptions[] {
  const drawn = menus.map(
    (menu): MenuItemConstructorOptions => ({
      label: words.menus[menu],
      submenu: [
        ...commandIds
          .filter(id => commands[id].menu === menu)
          .map(id => ({
            id,
            label: words.commands[id],
            ...acceleratorOf(keysOf(id, keys)[0], platform),
            enabled: isAvailable(id, now),
            click: () => run(id),
          })),
        ...beside(menu, platform, developing),
      ],
    }),
  )
  return platform === 'mac' ? [{ role: 'appMenu' }, ...drawn, { role: 'windowMenu' }] : drawn
}

/** Greys what can't be done now, in a menu that is there already: drawing one anew costs many times as much. */
export function greyOut(menu: Pick<DrawnMenu, 'getMenuItemById'>, now: Circumstances): void {
  for (const id of commandIds) {
    const item = menu.getMenuItemById(id)
    const enabled = isAvailable(id, now)
    if (item && item.enabled !== enabled) item.enabled = enabled
  }
}

/** The first key of a command as Electron spells it, or nothing. */
function acceleratorOf(first: string | undefined, platform: Platform): MenuItemConstructorOptions {
  // A Mac can't show a key without also taking it, and a text field needs its letters.
  if (first === undefined || (platform === 'mac' && !first.startsWith('Mod+'))) return {}
  return {
    accelerator: spellAccelerator(first),
    registerAccelerator: false, // the window hears keys, so that text fields keep theirs
  }
}

/** `Mod++` is spelled `CommandOrControl+Plus` there. */
export function spellAccelerator(key: string): string {
  return key.replace(/(^|\+)\+$/, '$1Plus').replace('Mod', 'CommandOrControl')
}

function beside(menu: Menu, platform: Platform, developing: boolean): MenuItemConstructorOptions[] {
  const separator = { type: 'separator' } as const
  const mac = platform === 'mac'
  if (menu === 'File') return [separator, { role: 'close' }, ...(mac ? [] : [{ role: 'quit' as const }])]
  if (menu === 'Edit') return [separator, field('cut', mac), field('paste', mac)]
  if (menu === 'View' && developing) return [separator, { role: 'toggleDevTools' }]
  return []
}

/** On a Mac a text field cuts and pastes by these very items; elsewhere it knows the keys by itself. */
function field(role: 'cut' | 'paste', mac: boolean): MenuItemConstructorOptions {
  return { role, registerAccelerator: mac }
}
