import { expect, test } from 'vitest'
import { cacheFolder } from './cacheFolder.ts'

test('STET_CACHE is the folder itself', () => {
  expect(cacheFolder({ STET_CACHE: '/a', XDG_CACHE_HOME: '/b', HOME: '/c' })).toBe('/a')
})

test('else it is stet in the cache of the desktop', () => {
  expect(cacheFolder({ STET_CACHE: '', XDG_CACHE_HOME: '/b', HOME: '/c' })).toBe('/b/stet')
})

test('else it is in the home folder', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '', HOME: '/c' })).toBe('/c/.cache/stet')
})
