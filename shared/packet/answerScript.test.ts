import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { answerScript } from './answerScript.ts'

/** A page with one thing, in the first of two articles, that a reader may have judged or written something about: what its script saves, and what it says. */
function saved({ words: text = 'Too long.', verdict = null as string | null } = {}): {
  told: string
  from: { key: string }
  articles: { path: string; comments: unknown[]; verdicts: unknown[] }[]
} {
  const clicks = new Map<string, () => void>()
  let written = ''
  const element = (id: string) => ({
    ...{ value: 'Anna', dataset: {}, classList: { toggle() {} }, removeAttribute() {}, click() {} },
    addEventListener: (_: string, done: () => void) => clicks.set(id, done),
  })
  const words = { ...element('words'), value: text, dataset: { kind: 'note' } }
  const item = {
    ...element('item'),
    dataset: { item: JSON.stringify({ article: 0, on: {} }) },
    querySelectorAll: () => ['accept', 'reject'].map(value => ({ value, checked: value === verdict })),
    querySelector: (what: string) => (what === 'textarea' ? words : null),
  }
  const articles = ['a.txt', 'b.txt'].map(path => ({ path, textSha256: 'x' }))
  const about = { to: { kind: 'packet', id: 'p1' }, from: null, articles }
  const main = { dataset: { answer: JSON.stringify(about), says: '{"progress":"","saved":"","nothing":"nothing"}' } }
  const told = element('told') as ReturnType<typeof element> & { textContent?: string }
  const document = {
    ...{ addEventListener() {}, documentElement: { classList: { add() {} } }, createElement: () => element('link') },
    querySelector: () => main,
    querySelectorAll: (what: string) => (what === '[data-item]' ? [item] : []),
    getElementById: (id: string) => (id === 'told' ? told : element(id)),
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
  return { ...JSON.parse(written || '{}'), told: told.textContent ?? '' }
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

test('an answer of a comment alone is saved, a judgement alone too, and where there is neither it says so in words and saves nothing', () => {
  expect(saved({ words: 'Who says so?' }).articles[0]).toMatchObject({
    comments: [{ text: 'Who says so?' }],
    verdicts: [],
  })
  expect(saved({ words: '', verdict: 'reject' }).articles[0]).toMatchObject({
    comments: [],
    verdicts: [{ verdict: 'reject' }],
  })
  expect(saved({ words: ' ' })).toEqual({ told: 'nothing' })
})
