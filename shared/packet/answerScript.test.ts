import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { answerScript } from './answerScript.ts'

interface Saved {
  readonly from: { readonly name: string; readonly key: string }
  readonly articles: readonly { readonly path: string; readonly verdicts: unknown[]; readonly comments: unknown[] }[]
}

const nothingKept = {
  getItem(_place: string): string | null {
    throw new Error('refused')
  },
  setItem(_place: string, _text: string): void {
    throw new Error('refused')
  },
}

function keeping() {
  const kept = new Map<string, string>()
  return {
    getItem: (place: string) => kept.get(place) ?? null,
    setItem: (place: string, text: string) => void kept.set(place, text),
  }
}

/** A page with one thing, in the first of two articles, opened in a browser that keeps what it is given here. */
function opened(localStorage: typeof nothingKept = nothingKept) {
  const done = new Map<string, (event: object) => void>()
  let written = ''
  const element = (id: string) => ({
    ...{ value: '', textContent: '', dataset: {}, classList: { toggle() {} }, removeAttribute() {}, click() {} },
    ...{ checked: false, focus() {}, setAttribute() {} },
    addEventListener: (what: string, act: (event: object) => void) => done.set(`${id} ${what}`, act),
  })
  const elements = new Map<string, ReturnType<typeof element>>()
  const named = (id: string) => elements.get(id) ?? elements.set(id, element(id)).get(id)!
  const words = { ...element('words'), dataset: { kind: 'note' } }
  const radio = { ...element('radio'), value: 'reject' }
  const item = {
    ...element('item'),
    dataset: { item: JSON.stringify({ article: 0, on: {} }) },
    querySelectorAll: () => [radio],
    querySelector: (what: string) => (what === 'textarea' ? words : null),
  }
  const articles = ['a.txt', 'b.txt'].map(path => ({ path, textSha256: 'x' }))
  const about = { to: { kind: 'packet', id: 'p1' }, from: null, articles }
  const says = '{"progress":"","saved":"","nothing":"Nothing.","kept":"Kept.","notKept":"Not kept."}'
  const main = { dataset: { answer: JSON.stringify(about), says } }
  const document = {
    ...{ documentElement: { classList: { add() {} } }, createElement: () => element('link') },
    addEventListener: (what: string, act: (event: object) => void) => done.set(`document ${what}`, act),
    querySelector: () => main,
    querySelectorAll: (what: string) => (what === '[data-item]' ? [item] : []),
    getElementById: named,
  }
  class Blob {
    constructor([text]: [string]) {
      written = text
    }
  }
  const URL = { createObjectURL: () => '', revokeObjectURL() {} }
  const window = {
    addEventListener: (what: string, act: (event: object) => void) => done.set(`window ${what}`, act),
  }
  runInNewContext(answerScript, { ...{ document, window, crypto, Blob, URL, localStorage }, setTimeout() {} })
  return {
    says: () => named('kept').textContent,
    answers({ text = 'Too long.', isJudged = true } = {}): void {
      named('name').value = 'Anna'
      words.value = text
      radio.checked = isJudged
      done.get('document input')!({})
    },
    saved(): Saved {
      done.get('save click')!({})
      return JSON.parse(written)
    },
    /** What is said when nothing was saved. */
    refused(): string {
      done.get('save click')!({})
      expect(written).toBe('')
      return named('told').textContent
    },
    /** Whether the browser is told to ask before the page is left. */
    isAsked(): boolean {
      let isAsked = false
      done.get('window beforeunload')!({
        preventDefault() {
          isAsked = true
        },
      })
      return isAsked
    },
  }
}

function answered(): Saved {
  const page = opened()
  page.answers()
  return page.saved()
}

test('an answer names all articles of its page, those too of which it says nothing', () => {
  expect(answered().articles).toMatchObject([
    { path: 'a.txt', comments: [{ text: 'Too long.' }] },
    { path: 'b.txt', comments: [] },
  ])
})

test('each page that is opened has a key of its own', () => {
  expect(answered().from.key).toMatch(/^[0-9a-f]{16}$/)
  expect(answered().from.key).not.toBe(answered().from.key)
})

test('what was chosen and written is there when the page is opened again, saved or not', () => {
  const browser = keeping()
  const first = opened(browser)
  expect(first.says()).toBe('Kept.')
  first.answers()
  const again = opened(browser)
  expect(again.isAsked()).toBe(true)
  const { from, articles } = again.saved()
  expect(from.name).toBe('Anna')
  expect(articles[0]).toMatchObject({ verdicts: [{ verdict: 'reject' }], comments: [{ text: 'Too long.' }] })
  const third = opened(browser)
  expect(third.isAsked()).toBe(false)
  expect(third.saved().from).toEqual(from)
})

test('where the browser keeps nothing the page says so', () => {
  const page = opened()
  expect(page.says()).toBe('Not kept.')
  page.answers()
  expect(page.isAsked()).toBe(true)
})

test.each(['', 'null', '{', '[1]', '{"things":[null,7]}'])('a draft that is none (%s) changes nothing', draft => {
  const browser = { ...keeping(), getItem: (place: string) => (place.includes('draft') ? draft : null) }
  const page = opened(browser)
  page.answers()
  expect(page.saved().from.name).toBe('Anna')
})

test.each([
  { text: 'Who says so?', isJudged: false, comments: 1, verdicts: 0 },
  { text: '', isJudged: true, comments: 0, verdicts: 1 },
])('an answer of a comment alone is saved, a judgement alone too', ({ comments, verdicts, ...said }) => {
  const page = opened()
  page.answers(said)
  const [first] = page.saved().articles
  expect([first!.comments.length, first!.verdicts.length]).toEqual([comments, verdicts])
})

test('an answer that says nothing is not saved, and the page says so', () => {
  const page = opened()
  page.answers({ text: ' ', isJudged: false })
  expect(page.refused()).toBe('Nothing.')
})
