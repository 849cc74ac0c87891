import { expect, test } from 'vitest'
import { cookieFile, lacksDisplay } from './display.ts'

test('only Linux without either kind of display lacks one', () => {
  expect(lacksDisplay({}, 'linux')).toBe(true)
  expect(lacksDisplay({ DISPLAY: '' }, 'linux')).toBe(true)
  expect(lacksDisplay({ DISPLAY: ':0' }, 'linux')).toBe(false)
  expect(lacksDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(false)
  expect(lacksDisplay({}, 'darwin')).toBe(false)
})

test('the cookie file holds one cookie, for every address and display', () => {
  const name = Buffer.from('MIT-MAGIC-COOKIE-1').toString('hex')
  expect(cookieFile(Buffer.from('0102030405060708090a0b0c0d0e0f10', 'hex')).toString('hex')).toBe(
    `ffff000000000012${name}00100102030405060708090a0b0c0d0e0f10`,
  )
})
