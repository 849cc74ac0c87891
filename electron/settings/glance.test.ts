import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { glance } from './glance.ts'
import { openSettings } from './settings.ts'
import { openWindowPlace } from './windowPlace.ts'

let profile: string
beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'stet-glance-'))
})
afterEach(() => rm(profile, { recursive: true }))

const nothing = { theme: 'system', language: 'en', place: null }

test('a first start begins with the usual', () => {
  expect(glance(profile)).toEqual(nothing)
  expect(glance(join(profile, 'nowhere'))).toEqual(nothing)
})

test('a glance sees what the settings and the place of the last window are', async () => {
  const fence = await raiseFence(disk, profile)
  const place = { bounds: { x: 10, y: -20, width: 900, height: 700 }, maximised: true }
  await (await openSettings(fence)).change({ theme: 'dark', language: 'ar-XB', zoom: 2 })
  await (await openWindowPlace(fence)).remember(place)
  expect(glance(profile)).toEqual({ theme: 'dark', language: 'ar-XB', place })
})

test.each([
  ['no JSON', '{', '{'],
  ['another kind of value', '[1]', '"here"'],
  ['nothing at all', 'null', 'null'],
  ['other fields', '{"theme":"loud","language":7}', '{"place":{"bounds":{"x":1,"y":2},"maximised":true}}'],
  [
    'a place that no window can have',
    '{"theme":null}',
    '{"place":{"bounds":{"x":1,"y":2,"width":-3,"height":4},"maximised":false}}',
  ],
  ['half a pixel', '{}', '{"place":{"bounds":{"x":1.5,"y":2,"width":3,"height":4},"maximised":false}}'],
])('%s in the files counts as never said', async (_, settings, window) => {
  await writeFile(join(profile, 'settings.json'), settings)
  await writeFile(join(profile, 'window.json'), window)
  expect(glance(profile)).toEqual(nothing)
})
