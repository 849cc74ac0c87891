import { cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { usualSettings } from '../../shared/contract/usualSettings.ts'
import type { Fence } from '../disk/fence.ts'
import { openPerson, visiting } from './person.ts'
import { openPlaces } from './places.ts'
import { MOST_RECENT, openRecent } from './recent.ts'
import { openSettings } from './settings.ts'

let profile: Fence
const read = async (name: string) => JSON.parse(await readFile(join(profile.root, name), 'utf8'))
const write = (name: string, text: string | Uint8Array) => writeFile(join(profile.root, name), text)
const files = async () => (await readdir(profile.root)).sort()

beforeEach(async () => {
  profile = { root: await realpath(await mkdtemp(join(tmpdir(), 'stet-profile-'))) }
})
afterEach(() => rm(profile.root, { recursive: true }))

describe('settings', () => {
  test('a first start has the usual settings, writes nothing and complains of nothing', async () => {
    const settings = await openSettings(profile)
    expect(settings.value).toEqual(usualSettings)
    expect(settings.damaged).toBe(false)
    expect(await files()).toEqual([])
  })

  test('a change holds at once and after a restart', async () => {
    const settings = await openSettings(profile)
    const kept = settings.change({ theme: 'dark' })
    expect(settings.value.theme).toBe('dark')
    await kept
    expect((await openSettings(profile)).value).toEqual({ ...usualSettings, theme: 'dark' })
  })

  test('the last of many quick changes is what stays', async () => {
    const settings = await openSettings(profile)
    await Promise.all(Array.from({ length: 50 }, (_, i) => settings.change({ articlesWidth: 200 + i })))
    expect((await read('settings.json')).articlesWidth).toBe(249)
  })

  test('whoever ends the program can wait for what is being written', async () => {
    const settings = await openSettings(profile)
    void settings.change({ theme: 'dark' })
    await settings.settled()
    expect((await read('settings.json')).theme).toBe('dark')
  })

  test('keys of a newer version survive', async () => {
    await write('settings.json', '{"theme":"dark","later":{"a":[1]}}')
    const settings = await openSettings(profile)
    await settings.change({ textSize: 'large' })
    expect(await read('settings.json')).toMatchObject({ theme: 'dark', textSize: 'large', later: { a: [1] } })
    expect(Object.keys(settings.value)).not.toContain('later')
  })

  test.each(['', '{', '[]', 'null', '"x"', '\u0000\u0000', '{"theme":', '[[[['])(
    'a damaged file (%j) is set aside as it was, and the usual settings hold',
    async text => {
      await write('settings.json', text)
      const settings = await openSettings(profile)
      expect(settings.damaged).toBe(true)
      expect(settings.value).toEqual(usualSettings)
      const [aside, ...others] = await files()
      expect(aside).toMatch(/^settings\.damaged-.*\.json$/)
      expect(others).toEqual([])
      expect(await readFile(join(profile.root, aside!), 'utf8')).toBe(text)
    },
  )

  test('one bad field does not cost the others', async () => {
    await write('settings.json', '{"theme":"dark","textSize":"gigantic","articlesWidth":1e400}')
    const settings = await openSettings(profile)
    expect(settings.damaged).toBe(true)
    expect(settings.value).toEqual({ ...usualSettings, theme: 'dark' })
  })

  test('keys of commands that this version does not know, or cannot read, cost nothing and stay', async () => {
    const keys = { 'edit.undo': ['Mod+U'], 'later.command': ['X'], 'edit.redo': 7, 'page.print': ['a'.repeat(99)] }
    await write('settings.json', JSON.stringify({ keys }))
    const settings = await openSettings(profile)
    expect(settings.damaged).toBe(false)
    expect(settings.value.keys).toEqual({ 'edit.undo': ['Mod+U'] })
    await settings.change({ keys: { 'article.next': [] } })
    expect(settings.value.keys).toEqual({ 'article.next': [] })
    expect((await read('settings.json')).keys).toEqual({ 'later.command': ['X'], 'article.next': [] })
  })

  test('a prototype in the file is data and nothing more', async () => {
    await write('settings.json', '{"__proto__":{"theme":"dark"},"constructor":1}')
    const settings = await openSettings(profile)
    expect(settings.value.theme).toBe('system')
    expect(({} as { theme?: string }).theme).toBeUndefined()
  })
})

describe('the person', () => {
  test('a first start knows nobody, and has a device all the same', async () => {
    const person = await openPerson(profile)
    expect(person.person).toBeNull()
    expect(await person.annotator()).toBeNull()
    expect(person.device).toMatch(/^[0-9a-f]{12}$/)
    expect((await openPerson(profile)).device).toBe(person.device)
  })

  test('a profile that was copied is another device, and both stay what they are', async () => {
    const first = await openPerson(profile)
    await first.change({ id: 'zoe', name: 'Zoë' })
    const copy = { root: `${profile.root}-copy` }
    await cp(profile.root, copy.root, { recursive: true })
    const other = await openPerson(copy)
    expect(other.device).toMatch(/^[0-9a-f]{12}$/)
    expect(other.device).not.toBe(first.device)
    expect([(await openPerson(copy)).device, (await openPerson(profile)).device]).toEqual([other.device, first.device])
    expect((await other.annotator())!.key).toBe((await first.annotator())!.key)
    await rm(copy.root, { recursive: true })
  })

  test('a device of an earlier Stet is called what it was', async () => {
    await write('person.json', '{"device":"0123456789ab"}')
    expect((await openPerson(profile)).device).toBe('0123456789ab')
    expect((await openPerson(profile)).device).toBe('0123456789ab')
  })

  test('each id has one key for good, and comes back to it', async () => {
    const first = await openPerson(profile)
    await first.change({ id: 'zoe', name: 'Zoë' })
    const zoe = await first.annotator()
    await first.change({ id: 'bob', name: 'Bob' })
    const bob = await first.annotator()
    await first.change({ id: 'zoe', name: 'Zoë Å.' })
    expect(zoe!.key).not.toBe(bob!.key)

    const again = await openPerson(profile)
    expect(await again.annotator()).toEqual({ id: 'zoe', name: 'Zoë Å.', key: zoe!.key, also: [] })
  })

  test('layers of other devices that a person says are theirs stay theirs, and no other id’s', async () => {
    const first = await openPerson(profile)
    await first.change({ id: 'zoe', name: 'Zoë' })
    await first.own('of the laptop')
    await first.own('of the laptop')
    const again = await openPerson(profile)
    expect((await again.annotator())!.also).toEqual(['of the laptop'])
    await again.change({ id: 'bob', name: 'Bob' })
    expect((await again.annotator())!.also).toEqual([])
  })

  test('a visitor has a name and a key, and leaves nothing behind', async () => {
    const kept = await openPerson(profile)
    const visitor = visiting(kept)
    await visitor.change({ id: 'zoe', name: 'Zoë' })
    expect(await visitor.annotator()).toMatchObject({ id: 'visitor', key: expect.any(String) })
    expect((await openPerson(profile)).person).toBeNull()
  })

  test('keys survive when another field is damaged', async () => {
    await write('person.json', '{"person":{"id":"article","name":""},"keys":{"zoe":"k"},"device":"../x"}')
    const person = await openPerson(profile)
    expect(person.damaged).toBe(true)
    expect(person.person).toBeNull()
    expect(person.device).toMatch(/^[0-9a-f]{12}$/)
    await person.change({ id: 'zoe', name: 'Zoë' })
    expect((await person.annotator())!.key).toBe('k')
  })
})

test('what was opened last comes first, once, and the oldest go', async () => {
  const recent = await openRecent(profile)
  for (let i = 0; i < MOST_RECENT + 3; i++) await recent.add({ path: `/w/${i}`, opened: `${i}` })
  await recent.add({ path: '/w/5', opened: 'again' })
  const { list } = await openRecent(profile)
  expect(list).toHaveLength(MOST_RECENT)
  expect(list[0]).toEqual({ path: '/w/5', opened: 'again' })
  expect(list.filter(({ path }) => path === '/w/5')).toHaveLength(1)
})

test('each article is remembered where it was left, each workspace with its last', async () => {
  const places = await openPlaces(profile)
  await places.remember('/w', { article: 'a.txt', offset: 12 })
  await places.remember('/w', { article: 'b.txt', offset: 3 })
  await places.remember('/v', { article: 'a.txt', offset: 99 })
  await places.remember('/w', { article: 'a.txt', offset: 40 })
  const again = await openPlaces(profile)
  expect(again.last('/w')).toEqual({ article: 'a.txt', offset: 40 })
  expect(again.offsetOf('/w', 'b.txt')).toBe(3)
  expect(again.offsetOf('/v', 'a.txt')).toBe(99)
  expect(again.offsetOf('/v', 'b.txt')).toBe(0)
  expect(again.last('/nowhere')).toBeNull()
})
