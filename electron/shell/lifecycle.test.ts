import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { expect, test } from 'vitest'
import { endWell, hearUncaught, takeProfile } from './lifecycle.ts'

class FakeApp extends EventEmitter {
  readonly handed: unknown[] = []
  quits = 0
  quit() {
    this.quits++
  }
  requestSingleInstanceLock(data: unknown) {
    this.handed.push(data)
    return this.handed.length === 1
  }
  asApp() {
    return this as unknown as App
  }
}

const turn = () => new Promise(resolve => setImmediate(resolve))

test('a second start hands over what it was asked to open', () => {
  const app = new FakeApp()
  const heard: (string | null)[] = []
  expect(takeProfile(app.asApp(), { open: '/w' }, ({ open }) => heard.push(open))).toBe(true)
  expect(app.handed).toEqual([{ open: '/w' }])
  for (const data of [{ open: '/v' }, { open: null }, { open: 5 }, null, undefined, 'x']) {
    app.emit('second-instance', {}, ['electron', '/ignored'], '/', data)
  }
  expect(heard).toEqual(['/v', null, null, null, null, null])
})

test('the program ends only when what is due is written', async () => {
  const app = new FakeApp()
  const steps: string[] = []
  let finish = () => {}
  const written = new Promise<void>(resolve => {
    finish = resolve
  })
  endWell(app.asApp(), { settled: () => written.then(() => void steps.push('written')) }, async () => {
    steps.push('ended')
  })
  app.emit('window-all-closed')
  expect(app.quits).toBe(1)

  let held = 0
  const quit = () => app.emit('will-quit', { preventDefault: () => held++ })
  quit()
  await turn()
  expect([held, app.quits, steps]).toEqual([1, 1, []])
  finish()
  await turn()
  expect([held, app.quits, steps]).toEqual([1, 2, ['written', 'ended']])
  quit()
  expect(held).toBe(1)
})

test('what nobody caught is reported each time, and shown once at a time', async () => {
  const process = new EventEmitter()
  const reported: unknown[] = []
  let shows = 0
  let close = () => {}
  hearUncaught(
    process as unknown as NodeJS.Process,
    (where, error) => reported.push([where, error]),
    () => {
      shows++
      return new Promise<void>(resolve => {
        close = resolve
      })
    },
  )
  process.emit('uncaughtException', 1)
  process.emit('unhandledRejection', 2)
  expect(reported).toEqual([
    ['uncaught', 1],
    ['unhandled', 2],
  ])
  expect(shows).toBe(1)
  close()
  await turn()
  process.emit('uncaughtException', 3)
  expect(shows).toBe(2)
})
