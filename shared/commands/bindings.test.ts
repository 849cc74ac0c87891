import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultCodebook } from '../codebook/defaultCodebook.ts'
import { type ChangedKeys, keysOf, ownersOf, refusalOf, withKey, withoutKey, withUsualKeys } from './bindings.ts'
import { type CommandId, commandIds, commands } from './commands.ts'

const { tags } = defaultCodebook

test('a command has its usual keys until a person says otherwise', () => {
  expect(keysOf('edit.redo', {})).toEqual(['Mod+Shift+Z', 'Mod+Y'])
  expect(keysOf('edit.redo', { 'edit.redo': [] })).toEqual([])
})

test('no two commands come with the same key, and none with the key of a tag', () => {
  const conflicts = commandIds.flatMap(id =>
    commands[id].keys.flatMap((key: string) => ownersOf(key, {}, tags, id).map(owner => [id, key, owner])),
  )
  expect(conflicts).toEqual([])
})

test('a key that a command or a tag has is found with its owner', () => {
  expect(ownersOf('Mod+K', {}, tags, 'edit.undo')).toEqual([{ kind: 'command', command: 'palette.open' }])
  expect(ownersOf('Mod+K', {}, tags, 'palette.open')).toEqual([])
  expect(ownersOf('1', {}, tags, 'edit.undo')).toEqual([{ kind: 'tag', tag: 'claim' }])
  expect(ownersOf('Alt+1', {}, tags, 'edit.undo')).toEqual([{ kind: 'next-of-tag', tag: 'claim' }])
  expect(ownersOf('X', { 'article.next': ['X'] }, tags, 'edit.undo')).toEqual([
    { kind: 'command', command: 'article.next' },
  ])
})

test('giving a key takes it away from whoever had it', () => {
  const changed = withKey({}, 'view.theme', 'Mod+K')
  expect(keysOf('view.theme', changed)).toEqual(['Mod+Shift+L', 'Mod+K'])
  expect(keysOf('palette.open', changed)).toEqual([])
})

test('the usual keys come back to a command, from whoever has them by now', () => {
  const changed = withUsualKeys(withKey({}, 'view.theme', 'Mod+K'), 'palette.open')
  expect(keysOf('palette.open', changed)).toEqual(['Mod+K'])
  expect(keysOf('view.theme', changed)).toEqual(['Mod+Shift+L'])
  expect(changed).toEqual({})
})

test.each([
  ['Escape', 'leaving'],
  ['Tab', 'leaving'],
  ['Shift+Tab', 'leaving'],
  ['Mod+ArrowLeft', 'moving'],
  ['PageDown', 'moving'],
  ['Enter', 'field'],
  ['Space', 'field'],
  ['Mod+V', 'field'],
  ['Alt+F4', 'system'],
  ['Mod+W', 'system'],
  ['Meta+L', 'system'],
  ['Dead', 'unknown'],
  ['G', null],
  ['Mod+Shift+7', null],
  ['F9', null],
])('%s as a new key: %s', (key, refusal) => {
  expect(refusalOf(key, 'view.theme')).toBe(refusal)
})

test('a command’s usual keys are never refused to it', () => {
  for (const id of commandIds) for (const key of commands[id].keys) expect(refusalOf(key, id)).toBeNull()
})

const anyKey = fc.constantFrom('Mod+K', 'Mod+Y', 'G', 'X', 'F9', 'Mod+Shift+Z')
const anyCommand = fc.constantFrom<CommandId>('palette.open', 'edit.redo', 'view.theme', 'annotation.nextSame')
const anyStep = fc.tuple(fc.constantFrom('give', 'take', 'reset'), anyCommand, anyKey)

test('whatever is given, taken and reset, no key has two commands, and only what differs is kept', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 12 }), steps => {
      const changed = steps.reduce((keys: ChangedKeys, [what, command, key]) => {
        if (what === 'give') return withKey(keys, command, key)
        return what === 'take' ? withoutKey(keys, command, key) : withUsualKeys(keys, command)
      }, {})
      const all = commandIds.flatMap(id => keysOf(id, changed))
      expect(new Set(all).size).toBe(all.length)
      for (const id of commandIds) if (changed[id]) expect(changed[id]).not.toEqual(commands[id].keys)
    }),
  )
})
