import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { answerScript } from './answerScript.ts'

/** A page with one thing, in the first of two articles, that a reader wrote something about: what its script saves. */
function saved(): { from: { key: string }; articles: { path: string; comments: unknown[] }[] } {
  const clicks = new Map<string, () => void>()
  let written = ''
  const element = (id: string) => ({
    ...{ value: 'Anna', dataset: {}, classList: { toggle() {} }, removeAttribute() {}, click() {} },
    addEventListener: (_: string, done: () => void) => clicks.set(id, done),
  })
  const words = { ...element('words'), value: 'Too long.', dataset: { kind: 'note' } }
  const item = {
    ...element('item'),
    dataset: { item: JSON.stringify({ article: 0, on: {} }) },
    querySelectorAll: () => [],
    querySelector: (what: string) => (what === 'textarea' ? words : null),
  }
  const articles = ['a.txt', 'b.txt'].map(path => ({ path, textSha256: 'x' }))
  const about = { to: { kind: 'packet', id: 'p1' }, from: null, articles }
  const main = { dataset: { answer: JSON.stringify(about), says: '{"progress":"","saved":""}' } }
  const document = {
    ...{ addEventListener() {}, documentElement: { classList: { add() {} } }, createElement: () => element('link') },
    querySelector: () => main,
    querySelectorAll: (what: string) => (what === '[data-item]' ? [item] : []),
    getElementById: element,
  }
  class Blob {
    constructor([text]: [string]) {
      written = text
    }
  }
  const URL = { createObjectURL: () => '', revokeObjectURL() {} }
  const window = { addEventListener() {} }
  runInNewContext(answerScript, { ...{ document, window, crypto, Blob, URL }, setTimeout() {} })
  clicks.get('save')!()
  return JSON.parse(written)
}

test('an answer names all articles of its page, those too of which it says nothing', () => {
  expect(saved().articles).toMatchObject([
    { path: 'a.txt', comments: [{ text: 'Too long.' }] },
    { path: 'b.txt', comments: [] },
  ])
})

test('each page that is opened has a key of its own', () => {
  expect(saved().from.key).toMatch(/^[0-9a-f]{16}$/)
  expect(saved().from.key).not.toBe(saved().from.key)
})
