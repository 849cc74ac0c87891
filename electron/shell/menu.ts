import type { MenuItemConstructorOptions } from 'electron'
import {
  type Circumstances,
  type CommandId,
  commandIds,
  commands,
  isAvailable,
  menus,
} from '../../shared/commands/commands.ts'
import type { Platform } from '../../shared/commands/keys.ts'

/** What the menu is drawn from: what holds in its window, and what that window does with a command. */
export interface MenuChoices {
  readonly now: Circumstances
  readonly run: (id: CommandId) => void
  readonly platform: Platform
  readonly developing: boolean
}

/**
 * The native menu of one window, drawn from the table of commands. A few items
 * stand beside it that only the system can do: closing, quitting, and what a
 * text field needs.
 */
export function menuTemplate({ now, run, platform, developing }: MenuChoices): MenuItemConstructorOptions[] {
  const drawn = menus.map(
    (label): MenuItemConstructorOptions => ({
      label,
      submenu: [
        ...commandIds
          .filter(id => commands[id].menu === label)
          .map(id => ({
            id,
            label: commands[id].title,
            ...keysOf(id, platform),
            enabled: isAvailable(id, now),
            click: () => run(id),
          })),
        ...beside(label, platform, developing),
      ],
    }),
  )
  return platform === 'mac' ? [{ role: 'appMenu' }, ...drawn, { role: 'windowMenu' }] : drawn
}

/** The first key of a command as Electron spells it, or nothing. */
function keysOf(id: CommandId, platform: Platform): MenuItemConstructorOptions {
  const [first]: readonly string[] = commands[id].keys
  // A Mac can't show a key without also taking it, and a text field needs its letters.
  if (first === undefined || (platform === 'mac' && !first.startsWith('Mod+'))) return {}
  return {
    accelerator: spellAccelerator(first),
    registerAccelerator: false, // the window hears keys, so that text fields keep theirs
  }
}

/** `Mod++` is spelled `CommandOrControl+Plus` there. */
export function spellAccelerator(key: string): string {
  return key.replace(/\+\+$/, '+Plus').replace('Mod', 'CommandOrControl')
}

function beside(label: string, platform: Platform, developing: boolean): MenuItemConstructorOptions[] {
  const separator = { type: 'separator' } as const
  const mac = platform === 'mac'
  if (label === 'File') return [separator, { role: 'close' }, ...(mac ? [] : [{ role: 'quit' as const }])]
  if (label === 'Edit') return [separator, field('cut', mac), field('paste', mac)]
  if (label === 'View' && developing) return [separator, { role: 'toggleDevTools' }]
  return []
}

/** On a Mac a text field cuts and pastes by these very items; elsewhere it knows the keys by itself. */
function field(role: 'cut' | 'paste', mac: boolean): MenuItemConstructorOptions {
  return { role, registerAccelerator: mac }
}
