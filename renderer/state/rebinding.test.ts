import { expect, test } from 'vitest'
import { withKey, withUsualKeys } from '../../shared/commands/bindings.ts'
import { givenCats } from './givenCats.ts'
import { stepSentence } from './stepSentence.ts'

async function givenKeys() {
  const given = await givenCats({ 'settings.set': () => null })
  const { desk } = given
  const keys = () => desk.settings.getState().keys
  const give = (...[command, key]: Parameters<typeof withKey> extends [unknown, ...infer Rest] ? Rest : never) =>
    desk.rebinding.change(withKey(keys(), command, key))
  return { ...given, keys, give }
}

test('a change of keys is undone and done again among everything else, in the order of the work', async () => {
  const { desk, keys, give, select, quotes } = await givenKeys()
  select('mat')
  desk.tagging.add('actor')
  give('page.print', 'F7')
  expect(keys()).toEqual({ 'page.print': ['Mod+P', 'F7'] })
  expect(await desk.undoing.undo()).toBe(true)
  expect([keys(), quotes()]).toEqual([{}, expect.arrayContaining(['mat'])])
  expect(stepSentence(desk, 'undo', desk.reading.getState().redos.at(-1))).toBe('Undone: keys of “Print the article”.')
  await desk.undoing.undo()
  expect(quotes()).not.toContain('mat')
  await desk.undoing.redo()
  await desk.undoing.redo()
  expect(keys()).toEqual({ 'page.print': ['Mod+P', 'F7'] })
})

test('a key that was taken from another command goes back to it', async () => {
  const { desk, keys, give } = await givenKeys()
  give('page.print', 'Mod+K')
  expect(keys()['palette.open']).toEqual([])
  await desk.undoing.undo()
  expect(keys()).toEqual({})
})

test('keys that another window changed since are not taken back, nor are those of other commands', async () => {
  const { desk, keys, give, told } = await givenKeys()
  give('page.print', 'F7')
  const theirs = { ...keys(), 'view.theme': ['F10'] }
  desk.settings.show({ ...desk.settings.getState(), keys: theirs })
  await desk.undoing.undo()
  expect(keys()).toEqual({ 'view.theme': ['F10'] })
  await desk.undoing.redo()
  desk.settings.show({ ...desk.settings.getState(), keys: { 'page.print': ['F11'] } })
  expect(await desk.undoing.undo()).toBe(false)
  expect([keys(), told()]).toEqual([{ 'page.print': ['F11'] }, ['That was changed outside.']])
})

test('keys as they were are no step, and another workspace leaves the steps of keys', async () => {
  const { desk, give, select } = await givenKeys()
  desk.rebinding.change(withUsualKeys({}, 'page.print'))
  expect(desk.reading.getState().undos).toEqual([])
  select('mat')
  desk.tagging.add('actor')
  give('page.print', 'F7')
  desk.reading.forgetAll()
  expect(desk.reading.getState().undos.map(({ kind }) => kind)).toEqual(['keys'])
})
