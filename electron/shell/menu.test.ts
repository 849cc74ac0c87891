import type { Menu, MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import type { ChangedKeys } from '../../shared/commands/bindings.ts'
import { type Circumstance, type CommandId, commandIds } from '../../shared/commands/commands.ts'
import type { Platform } from '../../shared/commands/keys.ts'
import { words } from '../../shared/words/words.ts'
import { greyOut, menuTemplate, spellAccelerator } from './menu.ts'

function drawn({ now = ['always'], keys = {}, platform = 'other', developing = false }: Partial<Choices> = {}) {
  const ran: CommandId[] = []
  const template = menuTemplate({ now: new Set(now), keys, run: id => ran.push(id), platform, developing })
  const items = template.flatMap(menu => (menu.submenu as MenuItemConstructorOptions[] | undefined) ?? [])
  return { template, items, ran, item: (id: CommandId) => items.find(item => item.id === id)! }
}
interface Choices {
  now: Circumstance[]
  keys: ChangedKeys
  platform: Platform
  developing: boolean
}

test('every command stands in the menu once, under its title', () => {
  const { items } = drawn()
  const named = items.filter(item => item.id !== undefined)
  expect(named.map(item => item.id)).toHaveLength(commandIds.length)
  for (const item of named) expect(item.label).toBe(words.commands[item.id as CommandId])
})

test('a command is grey until what it needs holds', () => {
  expect(drawn().item('annotation.remove').enabled).toBe(false)
  expect(drawn({ now: ['always', 'annotation-selected'] }).item('annotation.remove').enabled).toBe(true)
})

test('choosing an item runs its command', () => {
  const { item, ran } = drawn()
  const click = item('palette.open').click as () => void
  click()
  expect(ran).toEqual(['palette.open'])
})

test('the menu shows keys and takes none of them', () => {
  const { items } = drawn()
  for (const item of items.filter(item => item.accelerator)) expect(item.registerAccelerator).toBe(false)
  expect(drawn().item('annotation.tag').accelerator).toBe('T')
})

test('on a Mac, where a shown key is a taken key, letters are not shown', () => {
  const { item, template } = drawn({ platform: 'mac' })
  expect(item('annotation.tag').accelerator).toBeUndefined()
  expect(item('edit.undo').accelerator).toBe('CommandOrControl+Z')
  expect(template[0]).toEqual({ role: 'appMenu' })
})

test.each([
  ['Mod+Shift+Z', 'CommandOrControl+Shift+Z'],
  ['Mod++', 'CommandOrControl+Plus'],
  ['Mod+=', 'CommandOrControl+='],
  ['+', 'Plus'],
  ['F6', 'F6'],
])('%s is spelled %s', (key, accelerator) => {
  expect(spellAccelerator(key)).toBe(accelerator)
})

test('the menu shows the keys that a person chose', () => {
  const { item } = drawn({ keys: { 'palette.open': ['Mod+Shift+P'], 'edit.undo': [] } })
  expect(item('palette.open').accelerator).toBe('CommandOrControl+Shift+P')
  expect(item('edit.undo').accelerator).toBeUndefined()
})

test('developer tools are offered only in development', () => {
  const offered = (developing: boolean) => drawn({ developing }).items.some(item => item.role === 'toggleDevTools')
  expect(offered(false)).toBe(false)
  expect(offered(true)).toBe(true)
})

test('a menu that is there is greyed anew, and what stays as it was is left alone', () => {
  const { items } = drawn()
  const set: string[] = []
  const menu = {
    getMenuItemById: (id: string) => {
      const item = items.find(item => item.id === id)!
      return {
        get enabled() {
          return item.enabled ?? true
        },
        set enabled(enabled) {
          set.push(id)
          item.enabled = enabled
        },
      }
    },
  } as unknown as Pick<Menu, 'getMenuItemById'>
  const now = new Set<Circumstance>(['always', 'annotation-selected'])
  greyOut(menu, now)
  const afresh = drawn({ now: [...now] })
  expect(items.map(item => item.enabled)).toEqual(afresh.items.map(item => item.enabled))
  expect(set).toContain('annotation.remove')
  set.length = 0
  greyOut(menu, now)
  expect(set).toEqual([])
})
