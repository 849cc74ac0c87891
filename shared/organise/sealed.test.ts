import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Round, Seal } from '../project/organised.ts'
import { type SealedProject, sealedFor as sealedAmong, seenFrom, withoutSealed } from './sealed.ts'
import { sealedArticle } from './sealsThatCount.ts'

const round: Round = {
  ...{ id: 'r', name: 'Pilot', annotators: ['alice', 'bob'], articles: ['a.txt', 'b.txt'] },
  begun: '2026-11-01T00:00:00.000Z',
}
const there = ['a.txt', 'b.txt', 'elsewhere.txt']
const sealedFor = (project: Omit<SealedProject, 'assignments'>, person: string | null, paths = there) =>
  sealedAmong({ assignments: [], ...project }, person, paths)
const at = (minute: number) => `2026-11-02T00:${String(minute).padStart(2, '0')}:00.000Z`
const seal = (annotator: string, minute: number, article = 'a.txt', sha256 = 'a'.repeat(64)): Seal => ({
  ...{ id: `${annotator}${minute}${article}`, round: 'r', article, annotator, sha256 },
  at: at(minute),
})

test('nobody sees the layers of the others until all are done with the article', () => {
  const before = { rounds: [round], seals: [seal('alice', 1)] }
  const alice = sealedFor(before, 'alice')
  expect([alice.hides('a.txt', 'bob'), alice.hides('a.txt', 'gold-bob'), alice.hides('a.txt', 'alice')]).toEqual([
    ...[true, true, false],
  ])
  expect([alice.hides('a.txt', 'carol'), alice.hides('elsewhere.txt', 'bob')]).toEqual([false, false])
  expect(sealedFor(before, 'bob').hides('a.txt', 'alice')).toBe(true)
  const after = { rounds: [round], seals: [seal('alice', 1), seal('bob', 2)] }
  expect(sealedFor(after, 'alice').hides('a.txt', 'bob')).toBe(false)
  expect(sealedFor(after, 'bob').hides('b.txt', 'alice')).toBe(true)
})

test('who works on their gold layer sees what they see otherwise', () => {
  const gold = sealedFor({ rounds: [round], seals: [] }, 'gold-alice')
  expect([gold.hides('a.txt', 'alice'), gold.hides('a.txt', 'bob')]).toEqual([false, true])
})

test('where the project can’t be read nobody sees what others made', () => {
  const unknown = sealedFor({ rounds: [], seals: [], isKnown: false }, 'alice')
  expect(['alice', 'gold-alice', 'bob', 'gold-bob'].map(layer => unknown.hides('a.txt', layer))).toEqual([
    ...[false, false, true, true],
  ])
  expect(sealedFor({ rounds: [], seals: [] }, 'alice').hides('a.txt', 'bob')).toBe(false)
})

test('who has no part in the coding, and a command line, see none of its layers', () => {
  for (const person of ['carol', null]) {
    const sealed = sealedFor({ rounds: [round], seals: [] }, person)
    expect([sealed.hides('a.txt', 'alice'), sealed.hides('a.txt', 'bob')]).toEqual([true, true])
    expect([...sealed.articles]).toEqual(['a.txt', 'b.txt'])
  }
})

test('an article that was moved stays sealed where it is now, and so does every one of its name that nobody is to annotate', () => {
  const project = { rounds: [round], seals: [seal('alice', 1)] }
  const moved = sealedFor(project, 'bob', ['new/a.txt', 'b.txt', 'elsewhere.txt'])
  expect([moved.hides('new/a.txt', 'alice'), moved.hides('new/a.txt', 'carol')]).toEqual([true, false])
  expect([moved.hides('new/a.txt', 'bob'), moved.hides('elsewhere.txt', 'alice')]).toEqual([false, false])
  expect([...moved.articles].sort()).toEqual(['a.txt', 'b.txt', 'new/a.txt'])
  const copied = sealedFor(project, 'bob', ['new/a.txt', 'other/a.txt', 'b.txt'])
  expect([copied.hides('new/a.txt', 'alice'), copied.hides('other/a.txt', 'gold-alice')]).toEqual([true, true])
  expect(sealedFor(project, 'bob', ['a.txt', 'new/a.txt', 'b.txt']).hides('new/a.txt', 'alice')).toBe(true)
})

test('in a folder of another name articles stay sealed though several have the same name, and files whose article isn’t listed, too', () => {
  const project = { rounds: [{ ...round, articles: ['c/d1/lead.txt', 'c/d2/lead.txt'] }], seals: [] }
  const sealed = sealedFor(project, null, ['t/d1/lead.txt'])
  expect(['t/d1/lead.txt', 't/d2/lead.txt'].map(path => sealed.hides(path, 'alice'))).toEqual([true, true])
})

test('while an article is gone that can’t be found by its name, its annotators are hidden wherever nobody is to annotate', () => {
  const other: Round = { ...round, id: 'o', annotators: ['carol', 'dan'], articles: ['c.txt'] }
  const assignments = [{ id: 'eve c', article: 'assigned.txt', annotator: 'alice' }]
  const there = ['renamed.txt', 'assigned.txt', 'b.txt', 'c.txt']
  const sealed = sealedAmong({ rounds: [round, other], seals: [], assignments }, 'bob', there)
  expect(['alice', 'gold-alice', 'bob', 'carol'].map(layer => sealed.hides('renamed.txt', layer))).toEqual([
    ...[true, true, false, false],
  ])
  expect(sealed.hides('assigned.txt', 'alice')).toBe(false)
  expect([...sealed.articles].sort()).toEqual(['a.txt', 'b.txt', 'c.txt', 'renamed.txt'])
  const opened = { ...round, opened: at(3) }
  const open = sealedAmong({ rounds: [opened, other], seals: [], assignments }, 'bob', there)
  expect(open.hides('renamed.txt', 'alice')).toBe(false)
})

test('what a workspace seals is sealed in a folder of it that has a project of its own, until both are done', () => {
  const around = (seals: Seal[]) => {
    const project = { rounds: [{ ...round, articles: ['w/a.txt', 'v/c.txt'] }], seals, assignments: [] }
    return [seenFrom(project, 'w', ['w/a.txt', 'w/b.txt', 'v/c.txt'])]
  }
  const own = { rounds: [{ ...round, articles: ['b.txt'] }], seals: [], assignments: [] }
  const both = ['alice', 'bob'].map((annotator, i) => seal(annotator, i, 'w/a.txt'))
  const hidden = (project: SealedProject) => {
    const sealed = sealedAmong(project, 'bob', there)
    return ['a.txt', 'b.txt', 'elsewhere.txt'].filter(path => sealed.hides(path, 'alice'))
  }
  expect(hidden({ ...own, around: around([]) })).toEqual(['a.txt', 'b.txt'])
  expect(hidden({ ...own, around: around(both) })).toEqual(['b.txt'])
  expect(hidden({ ...own, rounds: [], around: around(both) })).toEqual([])
  const unread = { rounds: [], seals: [], assignments: [], isKnown: false }
  expect(hidden({ ...own, around: [unread] })).toEqual(['a.txt', 'b.txt', 'elsewhere.txt'])
})

test('articles are parted into what may be shown of them and what may not', () => {
  const layered = (path: string, ...ids: string[]) => ({ path, layers: ids.map(annotator => ({ annotator })) })
  const articles = [
    layered('a.txt', 'alice', 'bob', 'carol'),
    layered('elsewhere.txt', 'alice'),
    layered('b.txt', 'bob'),
  ]
  const project = { rounds: [round], seals: [], assignments: [] }
  const { open, hidden } = withoutSealed(articles, project, 'bob')
  expect(open).toEqual([layered('a.txt', 'bob', 'carol'), layered('elsewhere.txt', 'alice'), layered('b.txt', 'bob')])
  expect(hidden).toEqual([layered('a.txt', 'alice')])
})

test('a coding that somebody opened hides nothing', () => {
  const opened = { rounds: [{ ...round, opened: at(3) }], seals: [seal('alice', 1)] }
  expect(sealedFor(opened, 'alice').hides('a.txt', 'bob')).toBe(false)
  expect(sealedArticle(opened.rounds[0]!, 'a.txt', opened.seals)).toMatchObject({ isOpen: true, openSince: at(3) })
})

test('of several seals the last one counts that was made before the others could be seen', () => {
  const seals = [
    seal('alice', 1, 'a.txt', '1'.repeat(64)),
    seal('alice', 2, 'a.txt', '2'.repeat(64)),
    seal('bob', 3, 'a.txt', '3'.repeat(64)),
    seal('alice', 4, 'a.txt', '4'.repeat(64)),
  ]
  const { seals: counting, openSince } = sealedArticle(round, 'a.txt', seals)
  expect([counting.get('alice')!.sha256[0], counting.get('bob')!.sha256[0], openSince]).toEqual(['2', '3', at(3)])
})

test('which seal counts is told by when it was made, in whatever order they stand in the project', () => {
  const made = [seal('alice', 1), seal('alice', 2), seal('bob', 3), seal('alice', 4)]
  for (const seals of [made, [...made].reverse(), [made[3]!, made[0]!, made[2]!, made[1]!]]) {
    const { seals: counting, openSince } = sealedArticle(round, 'a.txt', seals)
    expect([counting.get('alice')?.at, counting.get('bob')?.at, openSince]).toEqual([at(2), at(3), at(3)])
  }
})

test('the order of seals and rounds changes nothing, and more seals never hide more', () => {
  const drawn = fc.array(
    fc.tuple(fc.constantFrom('alice', 'bob', 'eve'), fc.nat(20), fc.constantFrom('a.txt', 'b.txt')),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(drawn, fc.nat(), (given, turn) => {
      const seals = given.map(([annotator, minute, article]) => seal(annotator, minute, article))
      const turned = seals.map((_, i) => seals[(i + turn) % seals.length]!)
      for (const person of ['alice', 'bob', null])
        for (const layer of ['alice', 'bob'])
          for (const article of round.articles) {
            const hides = sealedFor({ rounds: [round], seals }, person).hides(article, layer)
            expect(sealedFor({ rounds: [round], seals: turned }, person).hides(article, layer)).toBe(hides)
            if (!sealedFor({ rounds: [round], seals: seals.slice(1) }, person).hides(article, layer))
              expect(hides).toBe(false)
          }
    }),
  )
})
