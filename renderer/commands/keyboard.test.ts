import { expect, test } from 'vitest'
import { defaultCodebook } from '../../shared/codebook/defaultCodebook.ts'
import type { Circumstance } from '../../shared/commands/commands.ts'
import { spellPress } from '../../shared/commands/keys.ts'
import { askedBy, type KeySituation, stepAskedBy, undoesElsewhere } from './keyboard.ts'

function press(spelled: string) {
  const parts = spelled.split(' ')
  const key = parts.at(-1)!
  const has = (name: string) => parts.slice(0, -1).includes(name)
  return { key, ctrlKey: has('Ctrl'), metaKey: has('Meta'), altKey: has('Alt'), shiftKey: has('Shift') }
}

function asked(key: string, holds: Circumstance[] = [], situation: Partial<KeySituation> = {}) {
  const usual = { codebook: defaultCodebook, singleKeys: true, keys: {}, platform: 'other', isTyping: false } as const
  return askedBy(press(key), { ...usual, now: new Set<Circumstance>(['always', ...holds]), ...situation })
}

test('a key of the codebook tags the selected text, or the selected annotation', () => {
  expect(asked('2', ['text-or-annotation-selected'])).toEqual({ kind: 'tag', tag: 'actor' })
  expect(asked('2')).toBeUndefined()
})

test('a command is heard only while it can be done', () => {
  expect(asked('Delete', ['annotation-selected'])).toEqual({ kind: 'command', command: 'annotation.remove' })
  expect(asked('Delete')).toBeUndefined()
})

test('single keys are letters again where something is typed, and when they are switched off', () => {
  expect(asked('n', ['workspace-open'])).toEqual({ kind: 'command', command: 'article.next' })
  expect(asked('n', ['workspace-open'], { isTyping: true })).toBeUndefined()
  expect(asked('n', ['workspace-open'], { singleKeys: false })).toBeUndefined()
  expect(asked('1', ['text-or-annotation-selected'], { singleKeys: false })).toBeUndefined()
})

test('in a text field, undo, copy and deleting are the field’s own', () => {
  for (const key of ['Ctrl z', 'Ctrl c', 'Ctrl a', 'Backspace', 'Enter', 'Tab']) {
    expect(
      asked(key, ['can-undo', 'text-selected', 'article-open', 'annotation-selected', 'article-focused'], {
        isTyping: true,
      }),
    ).toBeUndefined()
  }
})

test('keys that type nothing work in text fields too', () => {
  expect(asked('Ctrl k', [], { isTyping: true })).toEqual({ kind: 'command', command: 'palette.open' })
  expect(asked('F6', [], { isTyping: true })).toEqual({ kind: 'command', command: 'pane.next' })
})

test('Tab walks annotations in the text and nowhere else', () => {
  expect(asked('Tab', ['article-focused'])).toEqual({ kind: 'command', command: 'annotation.next' })
  expect(asked('Tab', ['article-open'])).toBeUndefined()
})

test('a key that was given to a command is heard, and the one it had no more', () => {
  const keys = { 'palette.open': ['Mod+Y'] }
  expect(asked('Ctrl y', ['can-redo'], { keys })).toEqual({ kind: 'command', command: 'palette.open' })
  expect(asked('Ctrl k', [], { keys })).toBeUndefined()
})

test('Alt and the key of a tag go to its next annotation', () => {
  expect(asked('Alt 1', ['article-open'])).toEqual({ kind: 'next-of-tag', tag: 'claim' })
  expect(asked('Alt 1')).toBeUndefined()
  expect(asked('Alt 9', ['article-open'])).toBeUndefined()
  const mac = { key: '¡', code: 'Digit1', altKey: true, ctrlKey: false, metaKey: false, shiftKey: false }
  expect(spellPress(mac, 'mac')).toBe('Alt+1')
})

test('on a Mac the command key is Mod', () => {
  expect(asked('Meta k', [], { platform: 'mac' })).toEqual({ kind: 'command', command: 'palette.open' })
  expect(asked('Ctrl k', [], { platform: 'mac' })).toBeUndefined()
})

test('nudging and growing are single keys, each with a second one that needs no AltGr', () => {
  for (const [keys, command] of [
    [['[', 'h'], 'span.startLeft'],
    [[']', 'k'], 'span.startRight'],
    [['{', 'y'], 'span.endLeft'],
    [['}', 'u'], 'span.endRight'],
    [['Alt h', 'Alt ['], 'span.startLeftFine'],
    [['Alt u', 'Alt }'], 'span.endRightFine'],
  ] as const)
    for (const key of keys) expect(asked(key, ['annotation-selected'])).toEqual({ kind: 'command', command })
  for (const key of ['+', '='])
    expect(asked(key, ['text-or-annotation-selected'])).toEqual({ kind: 'command', command: 'span.grow' })
})

test('a character that needs AltGr, which Windows reports as Ctrl with Alt, is that character', () => {
  for (const key of ['Ctrl Alt [', 'Ctrl Alt {'])
    expect(asked(key, ['annotation-selected'])).toMatchObject({
      command: /\[/.test(key) ? 'span.startLeft' : 'span.endLeft',
    })
  expect(asked('Ctrl Alt h', ['annotation-selected'])).toBeUndefined()
})

test('on a Mac, where Alt makes another character of a key, the key itself is heard', () => {
  const alt = (key: string, code: string, shiftKey = false) =>
    askedBy(
      { key, code, ctrlKey: false, metaKey: false, altKey: true, shiftKey },
      {
        codebook: defaultCodebook,
        singleKeys: true,
        keys: {},
        platform: 'mac',
        isTyping: false,
        now: new Set<Circumstance>(['annotation-selected']),
      },
    )
  expect(alt('˙', 'KeyH')).toEqual({ kind: 'command', command: 'span.startLeftFine' })
  expect(alt('“', 'BracketLeft')).toEqual({ kind: 'command', command: 'span.startLeftFine' })
  expect(alt('”', 'BracketLeft', true)).toEqual({ kind: 'command', command: 'span.endLeftFine' })
})

test('outside fields, undo and redo never reach the browser, which would undo in a field that was left', () => {
  const reaches = (key: string, isTyping: boolean) => !undoesElsewhere(press(key), { platform: 'other', isTyping })
  const keys = ['Ctrl z', 'Ctrl Shift Z', 'Ctrl y', 'Ctrl c', 'z']
  expect(keys.filter(key => reaches(key, false))).toEqual(['Ctrl c', 'z'])
  expect(keys.filter(key => reaches(key, true))).toEqual(keys)
})

test('a dialog that hears undo itself hears it by the keys that the person has', () => {
  const step = (key: string, situation: Partial<KeySituation> = {}) =>
    stepAskedBy(press(key), { singleKeys: true, keys: {}, platform: 'other', isTyping: false, ...situation })
  expect([step('Ctrl z'), step('Ctrl Shift Z'), step('Ctrl y'), step('Ctrl k')]).toEqual(['undo', 'redo', 'redo', null])
  const keys = { 'edit.undo': ['U'], 'edit.redo': ['F9'] }
  expect([step('u', { keys }), step('F9', { keys }), step('Ctrl z', { keys })]).toEqual(['undo', 'redo', null])
  expect(step('u', { keys, isTyping: true })).toBeNull()
  expect(step('u', { keys, singleKeys: false })).toBeNull()
  expect(step('F9', { keys, isTyping: true })).toBe('redo')
})

test('what AltGr types is text in a field, whether or not it comes with Ctrl and Alt', () => {
  const typed = { isTyping: true, now: new Set<Circumstance>(['always', 'article-open', 'annotation-selected']) }
  const situation = { codebook: defaultCodebook, singleKeys: true, keys: {}, platform: 'other', ...typed } as const
  const altGr = (key: string, isWithCtrlAlt: boolean) => ({
    ...{ key, ctrlKey: isWithCtrlAlt, altKey: isWithCtrlAlt, metaKey: false, shiftKey: false },
    getModifierState: () => true,
  })
  for (const key of ['ą', 'é', '@', '€', '{', '1', 'q', '²'])
    for (const isWithCtrlAlt of [true, false]) expect(askedBy(altGr(key, isWithCtrlAlt), situation)).toBeUndefined()
  const keys = { 'palette.open': ['Mod+Alt+Q'] }
  expect(askedBy(altGr('q', true), { ...situation, keys })).toBeUndefined()
})

test('Alt and a number of the number pad types a character on Windows, and is no command', () => {
  const one = { ...press('Alt 1'), code: 'Numpad1' }
  const usual = { codebook: defaultCodebook, singleKeys: true, keys: {}, platform: 'other', isTyping: true } as const
  expect(askedBy(one, { ...usual, now: new Set<Circumstance>(['article-open']) })).toBeUndefined()
  expect(
    askedBy(
      { ...press('1'), code: 'Numpad1' },
      { ...usual, isTyping: false, now: new Set<Circumstance>(['text-or-annotation-selected']) },
    ),
  ).toEqual({ kind: 'tag', tag: 'claim' })
})
