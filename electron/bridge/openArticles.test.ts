import { expect, test } from 'vitest'
import { Problem } from '../../shared/problems/problem.ts'
import type { OpenArticle } from '../saving/openArticle.ts'
import { OpenArticles } from './openArticles.ts'

/** An article whose disk does as it is told. */
class FakeArticle {
  unsaved = 0
  problem: Problem | null = null
  closed = 0
  abandoned = 0
  flushing: () => Promise<void> = async () => {}
  readonly told: () => void

  constructor(told: () => void) {
    this.told = told
  }
  saving() {
    return { durable: 0, checkpointed: true, problem: this.problem && { kind: this.problem.kind, detail: '' } }
  }
  flush() {
    return this.flushing()
  }
  async close() {
    if (this.unsaved > 0 && this.problem) throw this.problem
    this.closed++
  }
  async abandon() {
    this.abandoned++
  }
  /** The disk takes no more edits, and the ledger tries and tries. */
  getStuck() {
    this.unsaved = 1
    this.problem = new Problem('disk-full')
    this.flushing = () => new Promise(() => {})
    this.told()
  }
}

function given() {
  const made: FakeArticle[] = []
  const told: string[] = []
  const open = new OpenArticles(
    async (_path, tell) => {
      const article = new FakeArticle(tell)
      made.push(article)
      return article as unknown as OpenArticle
    },
    path => told.push(path),
  )
  return { open, made, told }
}

test('an article that is opened again is closed first', async () => {
  const { open, made } = given()
  await open.open('a.txt')
  await open.open('a.txt')
  expect(made.map(({ closed }) => closed)).toEqual([1, 0])
  await open.closeAll()
  expect(made.map(({ closed }) => closed)).toEqual([1, 1])
  await expect(open.get('a.txt')).rejects.toMatchObject({ kind: 'unknown-ticket' })
})

test('an article that could not be opened is not open', async () => {
  const open = new OpenArticles(
    () => Promise.reject(new Problem('not-there')),
    () => {},
  )
  await expect(open.open('a.txt')).rejects.toMatchObject({ kind: 'not-there' })
  expect(open.has('a.txt')).toBe(false)
  await open.flush()
  await open.leave()
})

test('an article that is still being opened can be given up, one that is open can’t', async () => {
  const signals: AbortSignal[] = []
  const open = new OpenArticles(
    (path, told, stop) => {
      signals.push(stop)
      if (path === 'quick.txt') return Promise.resolve(new FakeArticle(told) as unknown as OpenArticle)
      return new Promise((_, reject) => stop.addEventListener('abort', () => reject(stop.reason)))
    },
    () => {},
  )
  const slow = open.open('slow.pdf')
  await open.open('quick.txt')
  await Promise.resolve()
  open.stop('slow.pdf')
  open.stop('quick.txt')
  open.stop('never.txt')
  await expect(slow).rejects.toMatchObject({ kind: 'stopped' })
  expect(open.paths()).toEqual(['quick.txt'])
})

test('saving is told for as long as the article is open', async () => {
  const { open, made, told } = given()
  await open.open('a.txt')
  made[0]!.told()
  await open.close('a.txt')
  made[0]!.told()
  expect(told).toEqual(['a.txt'])
})

test('closing waits for the disk, and gives up as soon as it refuses an edit', async () => {
  const { open, made } = given()
  await open.open('a.txt')
  made[0]!.flushing = () => new Promise(() => {})
  const closing = open.close('a.txt')
  queueMicrotask(() => made[0]!.getStuck())
  await expect(closing).rejects.toMatchObject({ kind: 'disk-full' })
  expect(made[0]!.closed).toBe(0)
  expect(open.has('a.txt')).toBe(true)
  await expect(open.flush()).rejects.toMatchObject({ kind: 'disk-full' })
})

test('a sidecar that cannot be written keeps nobody while its edits are on disk', async () => {
  const { open, made } = given()
  await open.open('a.txt')
  made[0]!.flushing = () => Promise.reject(new Problem('not-permitted'))
  await open.flush()
  await open.close('a.txt')
  expect(made[0]!.closed).toBe(1)
})

test('who leaves for good leaves everything, and learns what was lost', async () => {
  const { open, made } = given()
  await open.open('a.txt')
  await open.open('b.txt')
  made[0]!.getStuck()
  await expect(open.leave()).rejects.toMatchObject({ kind: 'disk-full' })
  expect(made.map(({ closed, abandoned }) => [closed, abandoned])).toEqual([
    [0, 1],
    [1, 0],
  ])
  expect(open.paths()).toEqual([])
})
