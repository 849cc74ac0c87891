import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { beforeEach, expect, test } from 'vitest'
import { type Answering, joinMessages } from './ipc.ts'

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>

const channels = new Map<string, Listener>()
const asked: unknown[] = []
let strangers: string[]
const mine = contents(1)
const desk: Answering = {
  answer: async (name, input) => {
    asked.push([name, input])
    return { ok: true, value: 'answered' }
  },
  drop: async paths => ({ ok: true, value: paths }),
}

function contents(frameTreeNodeId: number) {
  return { mainFrame: { frameTreeNodeId } } as WebContents
}

function from(frame: { url?: string; parent?: object | null; frameTreeNodeId?: number } | null, sender = mine) {
  const senderFrame = frame && { url: 'stet://app/index.html', parent: null, frameTreeNodeId: 1, ...frame }
  return { sender, senderFrame } as unknown as IpcMainInvokeEvent
}

beforeEach(() => {
  asked.length = 0
  strangers = []
  joinMessages(
    { handle: (channel, listener) => void channels.set(channel, listener as Listener) } as Pick<IpcMain, 'handle'>,
    async sender => (sender === mine ? desk : null),
    what => strangers.push(what),
  )
})

test('the page of a window of ours is answered', async () => {
  expect(await channels.get('stet')!(from({}), 'desk.enter', undefined)).toEqual({ ok: true, value: 'answered' })
  expect(asked).toEqual([['desk.enter', undefined]])
  expect(await channels.get('stet:drop')!(from({}), ['/w'])).toEqual({ ok: true, value: ['/w'] })
})

test.each([
  ['another address', from({ url: 'https://example.org/' })],
  ['an address that begins like ours', from({ url: 'stet://app.evil/index.html' })],
  ['an empty page', from({ url: 'about:blank' })],
  ['a data: page', from({ url: 'data:text/html,x' })],
  ['a frame inside our page', from({ parent: {}, frameTreeNodeId: 2 })],
  ['a frame inside our page that claims to be its main frame', from({ parent: {} })],
  ['a frame that claims to be a main frame', from({ frameTreeNodeId: 2 })],
  ['a frame that is gone', from(null)],
  ['contents that are no window of ours', from({ frameTreeNodeId: 9 }, contents(9))],
])('%s is a stranger', async (_, event) => {
  for (const channel of ['stet', 'stet:drop']) {
    expect(await channels.get(channel)!(event, 'desk.enter')).toMatchObject({
      ok: false,
      problem: { kind: 'stranger' },
    })
  }
  expect(asked).toEqual([])
  expect(strangers).toHaveLength(2)
})

test('there are two channels and no more', () => {
  expect([...channels.keys()]).toEqual(['stet', 'stet:drop'])
})
