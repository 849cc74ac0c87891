import { afterEach, expect, test, vi } from 'vitest'
import { Problem } from '../../shared/problems/problem.ts'
import { ask, dropFiles, listen } from './host.ts'

type Host = Window['host']

function givenHost(host: Partial<Host>) {
  vi.stubGlobal('window', { host })
}
afterEach(() => void vi.unstubAllGlobals())

test('an answer comes back as its value', async () => {
  givenHost({ call: async (name, input) => ({ ok: true, value: [name, input] }) })
  expect(await ask('workspace.choose', 'folder')).toEqual(['workspace.choose', 'folder'])
})

test('a failure that we expect is a Problem with its kind and detail', async () => {
  givenHost({ call: async () => ({ ok: false, problem: { kind: 'disk-full', detail: 'no room' } }) })
  const failure = await ask('workspace.openSample', undefined).catch(error => error)
  expect(failure).toBeInstanceOf(Problem)
  expect(failure).toMatchObject({ kind: 'disk-full', detail: 'no room' })
})

test('any other failure is an Error that names the call', async () => {
  for (const kind of ['bug', 'bad-input', 'toString']) {
    givenHost({ call: async () => ({ ok: false, problem: { kind, detail: 'why' } }) })
    const failure = await ask('workspace.openSample', undefined).catch(error => error)
    expect(failure).not.toBeInstanceOf(Problem)
    expect(failure.message).toBe(`workspace.openSample failed: ${kind}: why`)
  }
})

test('a listener hears its own event alone, until it stops listening', () => {
  const ears = new Set<Parameters<Host['listen']>[0]>()
  givenHost({
    listen: heard => {
      ears.add(heard)
      return () => void ears.delete(heard)
    },
  })
  const heard: string[] = []
  const stop = listen('command', ({ id }) => heard.push(id))
  const say = (id: string) => {
    for (const ear of ears) ear({ name: 'command', value: { id } })
  }
  for (const ear of ears) ear({ name: 'index.progress', value: { workspace: '', done: 1, total: 2 } })
  say('edit.undo')
  stop()
  say('edit.redo')
  expect(heard).toEqual(['edit.undo'])
})

test('a drop that cannot be opened is a Problem', async () => {
  givenHost({ drop: async () => ({ ok: false, problem: { kind: 'not-there', detail: '' } }) })
  await expect(dropFiles([])).rejects.toMatchObject({ kind: 'not-there' })
})
