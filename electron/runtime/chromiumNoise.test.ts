import { expect, test } from 'vitest'
import { isChromiumNoise } from './chromiumNoise.ts'

test('the complaint about a missing message bus is noise', () => {
  expect(isChromiumNoise('[17:1122/024345.201452:ERROR:bus.cc(407)] Failed to connect to the bus')).toBe(true)
})

test('what is fatal is never noise', () => {
  expect(isChromiumNoise('[17:1122/024345.201452:FATAL:bus.cc(407)] No')).toBe(false)
})

test('what other parts of Chromium and the app say is shown', () => {
  expect(isChromiumNoise('[17:1122/024345.201452:ERROR:zygote_host_impl_linux.cc(90)] Running as root')).toBe(false)
  expect(isChromiumNoise('bus.cc')).toBe(false)
})
