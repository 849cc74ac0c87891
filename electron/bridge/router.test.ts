import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Call, contract, type Reply } from '../../shared/contract/contract.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { CALLS_UNDER_WAY, CALLS_WAITING, type Handlers, makeRouter } from './router.ts'

const calls = Object.keys(contract) as Call[]
const ticket = '0b0f6f0e-6d0a-4a1c-9d4e-2f6a3c1d5e7f'

/** Handlers that remember what they saw and answer with what they are told to. */
function given(answers: Partial<Record<Call, (input: never) => Promise<unknown>>> = {}) {
  const seen: { call: Call; input: unknown }[] = []
  const bugs: unknown[] = []
  const handle = (call: Call) => async (input: never) => {
    seen.push({ call, input })
    return answers[call]?.(input) ?? null
  }
  const handlers = Object.fromEntries(calls.map(call => [call, handle(call)])) as unknown as Handlers
  return { seen, bugs, answer: makeRouter(handlers, (_, error) => bugs.push(error)) }
}

const kindOf = (reply: Reply<unknown>) => (reply.ok ? 'ok' : reply.problem.kind)

test('whatever a window sends, handlers see only checked input, and there is always an answer', async () => {
  const name = fc.oneof(
    fc.constantFrom(...calls),
    fc.constantFrom('__proto__', 'constructor', 'toString'),
    fc.anything(),
  )
  const likely = fc.record(
    {
      article: fc.constantFrom(ticket, '', '../a'),
      offset: fc.oneof(fc.nat(), fc.double()),
      piece: fc.integer(),
      text: fc.string(),
      id: fc.constantFrom('zoe', 'article', 'gold-zoe', 'Zoë'),
      name: fc.string(),
      edit: fc.anything(),
      theme: fc.constantFrom('dark', 'sepia'),
    },
    { requiredKeys: [] },
  )
  const input = fc.oneof(
    likely,
    fc.constantFrom(undefined, null, ticket, 'folder', 'file', [], ['always'], {}),
    fc.anything({
      withBigInt: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
      withTypedArray: true,
    }),
  )
  const { seen, bugs, answer } = given()
  await fc.assert(
    fc.asyncProperty(name, input, async (name, input) => {
      const before = seen.length
      const reply = await answer(name, input)
      expect(typeof reply.ok).toBe('boolean')
      for (const { call, input } of seen.slice(before)) {
        expect(name).toBe(call)
        expect(contract[call].input.safeParse(input).success).toBe(true)
      }
    }),
    { numRuns: 5000 },
  )
  expect(new Set(seen.map(({ call }) => call)).size).toBeGreaterThan(5)
  // Some answers of null are not what the contract says; nothing else may be thrown.
  expect(bugs.every(bug => bug instanceof Error && bug.message.startsWith('The answer does not fit'))).toBe(true)
})

test.each(['workspace.close', 'constructor', '__proto__', '', 5, null, undefined, {}])('%j is no call', async name => {
  const { seen, answer } = given()
  expect(kindOf(await answer(name, undefined))).toBe('unknown-call')
  expect(seen).toEqual([])
})

test('input that does not fit is refused, and so is a key too many', async () => {
  const { seen, answer } = given()
  expect(kindOf(await answer('article.open', '../etc/passwd'))).toBe('bad-input')
  expect(kindOf(await answer('layer.piece', { article: ticket, piece: 0, path: '/etc' }))).toBe('bad-input')
  expect(kindOf(await answer('article.create', { text: 'x'.repeat(16 * 1024 * 1024 + 1) }))).toBe('bad-input')
  expect(seen).toEqual([])
})

test('an answer that does not fit never leaves: it may hold a path', async () => {
  const { bugs, answer } = given({
    'article.create': async () => ({ article: ticket, path: 'a.txt', folder: '/home/ada' }),
  })
  const reply = await answer('article.create', { text: 'x' })
  expect(reply).toEqual({ ok: false, problem: { kind: 'bug', detail: 'Something went wrong inside Stet.' } })
  expect(bugs).toEqual([new TypeError('The answer does not fit the contract:  unrecognized_keys folder')])
})

test('a Problem travels as its kind and detail; a bug is reported and says nothing', async () => {
  const { bugs, answer } = given({
    'workspace.openSample': async () => Promise.reject(new Problem('disk-full', 'no room')),
    'stray.leave': async () => Promise.reject(new Error('/home/ada/secret')),
  })
  expect(await answer('workspace.openSample', undefined)).toEqual({
    ok: false,
    problem: { kind: 'disk-full', detail: 'no room' },
  })
  const reply = await answer('stray.leave', ticket)
  expect(kindOf(reply)).toBe('bug')
  expect(JSON.stringify(reply)).not.toContain('secret')
  expect(bugs).toEqual([new Error('/home/ada/secret')])
})

test('what is withdrawn because the program ends is no bug', async () => {
  const gone = () => Promise.reject(new DOMException('The workbench was closed', 'AbortError'))
  const { bugs, answer } = given({ 'article.open': gone })
  expect(kindOf(await answer('article.open', ticket))).toBe('withdrawn')
  expect(bugs).toEqual([])
})

test('calls begin in their order, 64 at a time; too many are refused, and all others are answered', async () => {
  const finish: (() => void)[] = []
  const { seen, answer } = given({ 'layer.piece': () => new Promise(resolve => finish.push(() => resolve('[]'))) })
  const total = CALLS_UNDER_WAY + CALLS_WAITING + 5
  const replies = Array.from({ length: total }, (_, piece) => answer('layer.piece', { article: ticket, piece }))
  const refused = await Promise.all(replies.slice(-5))
  expect(refused.map(kindOf)).toEqual(Array(5).fill('busy'))
  expect(seen).toHaveLength(CALLS_UNDER_WAY)

  for (let done = 0; done < CALLS_UNDER_WAY + CALLS_WAITING; done++) {
    finish[done]!()
    await replies[done]
  }
  expect((await Promise.all(replies.slice(0, -5))).every(({ ok }) => ok)).toBe(true)
  expect(seen.map(({ input }) => (input as { piece: number }).piece)).toEqual(seen.map((_, i) => i))
  expect(kindOf(await answer('stray.leave', ticket))).toBe('ok')
})

test('edits that wait for a full disk do not stand in the way of other calls', async () => {
  const { seen, answer } = given({ 'layer.record': () => new Promise(() => {}) })
  const edit = { kind: 'remove', id: 'a' }
  for (let i = 0; i < CALLS_UNDER_WAY + CALLS_WAITING + 1; i++) void answer('layer.record', { article: ticket, edit })
  expect(kindOf(await answer('stray.leave', ticket))).toBe('ok')
  expect(seen).toHaveLength(CALLS_UNDER_WAY + CALLS_WAITING + 2)
})
