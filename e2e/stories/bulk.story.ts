import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import type { Output } from '../../shared/contract/contract.ts'
import { inPieces, outOfPieces } from '../../shared/contract/pieces.ts'
import type { BulkDone } from '../../shared/contract/shapes.ts'
import { anchorOf, type Hit } from '../../shared/search/hit.ts'
import { emptyQuery, type Query } from '../../shared/search/query.ts'
import type { Sidecar } from '../../shared/sidecar/schema.ts'
import { Analyst } from '../analyst.ts'
import { type Folder, makeFolder } from '../folder.ts'
import { expect, test } from '../story.ts'

const article = (i: number) =>
  `Article ${i}\n\nThe ferry left at noon. ${'It rained. '.repeat(i % 7)}The ferry came back.\n`
const nameOf = (i: number) => `a${String(i).padStart(3, '0')}.txt`
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [nameOf(i), article(i)]))

let folder: Folder
test.afterEach(() => folder.forget())

async function arrives(profile?: string): Promise<Analyst> {
  const ada = await Analyst.arrive({ open: folder.path, ...(profile ? { profile } : { name: 'Ada Lind' }) })
  await expect(ada.articles.getByRole('option').first()).toBeVisible({ timeout: 60_000 })
  return ada
}

interface Found {
  readonly answer: Output<'search.run'>
  readonly hits: readonly Hit[]
  /** Paths by ticket. */
  readonly paths: Readonly<Record<string, string>>
}

/** Searches the workspace past the page, whose own calls go the same way. */
async function searches(ada: Analyst, query: Partial<Query>): Promise<Found> {
  return ada.window.evaluate(
    async query => {
      const entered = await window.host.call('desk.enter', undefined)
      if (!entered.ok) throw new Error(entered.problem.kind)
      const { workspace } = entered.value as { workspace: { articles: { ticket: string; path: string }[] } }
      const hits: Hit[] = []
      let most = Number.POSITIVE_INFINITY
      let allHeard = () => {}
      const isAllHeard = new Promise<void>(resolve => {
        allHeard = resolve
      })
      const stop = window.host.listen(told => {
        if (told.name !== 'search.found' || told.value.name !== 'story') return
        for (const hit of JSON.parse(told.value.hits)) hits.push(hit)
        if (hits.length >= most) allHeard()
      })
      const scope = { kind: 'workspace' } as const
      const reply = await window.host.call('search.run', { name: 'story', query: query as never, scope })
      if (!reply.ok) throw new Error(reply.problem.kind)
      // Events and answers come on ways of their own: hits may come after the answer that counts them.
      const answer = reply.value as Output<'search.run'>
      most = answer.hits
      if (hits.length < most) await isAllHeard
      stop()
      const paths = Object.fromEntries(workspace.articles.map(({ ticket, path }) => [ticket, path]))
      return { answer, hits, paths } as Found
    },
    { ...emptyQuery, ...query },
  )
}

interface Change {
  readonly article: string
  readonly edit: Edit
  readonly seen: Edit | null
}
interface Answer extends Omit<Output<'layers.record'>, 'done'> {
  readonly done: readonly BulkDone[]
}

/** Records a change of many articles, past the page too. */
async function records(ada: Analyst, name: string, changes: readonly Change[]): Promise<Answer> {
  const answer = await ada.window.evaluate(
    async ([name, changes]) => {
      const reply = await window.host.call('layers.record', { name, changes: [...changes], project: null })
      if (!reply.ok) throw new Error(reply.problem.kind)
      return reply.value as Output<'layers.record'>
    },
    [name, inPieces(changes)] as const,
  )
  return { ...answer, done: outOfPieces(answer.done) }
}

/** Each article's hits as one edit that tags them. */
function tagging({ hits }: Found): Change[] {
  const at = '2031-03-01T09:00:00.000Z'
  return [...new Set(hits.map(hit => hit.article))].map(article => {
    const inIt = hits.filter(hit => hit.article === article)
    const edits = inIt.map((hit, i): Edit => {
      const rest = { attributes: {}, origin: { kind: 'manual' }, created: at, modified: at } as const
      const annotation: Annotation = { id: `ferry-${i}`, tag: 'actor', spans: [anchorOf(hit)], ...rest }
      return { kind: 'put', annotation }
    })
    return { article, edit: { kind: 'all', edits }, seen: null }
  })
}

/** The words that are tagged in each article on the disk; null where there is no layer that can be read. */
async function onDisk(count: number): Promise<(string | null)[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const layer = await folder
        .read(`${nameOf(i)}.ada-lind.stet.json`)
        .then(bytes => JSON.parse(String(bytes)) as Sidecar)
        .catch(() => null)
      return layer?.annotations.map(({ spans }) => spans[0]!.quote).join(' ') ?? null
    }),
  )
}

const intents = () => readdir(join(folder.path, '.stet', 'bulk')).catch(() => [])

test('what a search found is tagged in several articles, told where it can’t be, and taken back as one', async () => {
  folder = await makeFolder({ ...many(5), 'a003.txt.ada-lind.stet.json': '{"format": "stet-side' })
  const ada = await arrives()
  await ada.opens(/Article 1/)
  const found = await searches(ada, { words: 'FERRY', wholeWord: true })
  expect(found.answer).toMatchObject({ hits: 10, articles: 5, isComplete: true, problem: null })
  const changes = tagging(found)
  const { done, refused } = await records(ada, 'tag', changes)
  expect(done.map(({ article }) => found.paths[article]).sort()).toEqual([0, 1, 2, 4].map(nameOf))
  expect(refused.map(({ article }) => found.paths[article])).toEqual([nameOf(3)])
  expect(refused[0]!.problem.kind).not.toBe('')
  expect(await folder.read('a003.txt.ada-lind.stet.json').then(String)).toBe('{"format": "stet-side')
  await folder.sidecarOnceSaved(nameOf(1), 'ada-lind')
  expect(await onDisk(5)).toEqual(['ferry ferry', 'ferry ferry', 'ferry ferry', null, 'ferry ferry'])
  expect((await searches(ada, { what: 'annotations', tags: ['actor'] })).answer.hits).toBe(8)

  const edits = new Map(changes.map(({ article, edit }) => [article, edit]))
  const back = done.map(({ article, undo }) => ({ article, edit: undo as Edit, seen: edits.get(article)! }))
  expect((await records(ada, 'undo', back)).refused).toEqual([])
  await folder.sidecarOnceSaved(nameOf(1), 'ada-lind')
  expect(await onDisk(5)).toEqual(['', '', '', null, ''])
  expect(await intents()).toEqual([])
  await ada.leaveForGood()
})

test('a change of many articles that is cancelled in the middle leaves nothing', async () => {
  folder = await makeFolder(many(120))
  const ada = await arrives()
  const changes = tagging(await searches(ada, { words: 'ferry' }))
  await ada.window.evaluate(() => {
    window.host.listen(told => {
      if (told.name === 'layers.progress' && told.value.done > 0 && told.value.done < told.value.total)
        void window.host.call('layers.cancel', { name: told.value.name })
    })
  })
  expect(await records(ada, 'tag', changes)).toEqual({ done: [], refused: [], projectUndo: null })
  const left = await onDisk(120)
  expect(left.filter(words => words !== null && words !== '')).toEqual([])
  // It had really begun.
  expect(left.filter(words => words === '').length).toBeGreaterThan(0)
  expect(await intents()).toEqual([])
  expect((await searches(ada, { what: 'annotations' })).answer.hits).toBe(0)
  await ada.leaveForGood()
})

test('the program dies in the middle of a change of many articles, and all of it is done when it comes back', async () => {
  const count = 250
  folder = await makeFolder(many(count))
  const ada = await arrives()
  const changes = tagging(await searches(ada, { words: 'ferry' }))
  expect(changes).toHaveLength(count)
  const inTheMiddle = new Promise<void>(resolve => {
    void ada.window
      .exposeFunction('inTheMiddle', resolve)
      .then(() =>
        ada.window.evaluate(() => {
          window.host.listen(told => {
            if (told.name === 'layers.progress' && told.value.done > 10) Reflect.get(window, 'inTheMiddle')()
          })
        }),
      )
      .then(() => records(ada, 'tag', changes))
      .catch(() => {}) // the window dies under it
  })
  await inTheMiddle
  await ada.dies()
  const before = await onDisk(count)
  expect(before.filter(words => words === null).length).toBeGreaterThan(0)
  expect(await intents()).toEqual(['tag.json'])

  const again = await arrives(ada.profile)
  await expect.poll(intents, { timeout: 60_000 }).toEqual([])
  expect(new Set(await onDisk(count))).toEqual(new Set(['ferry ferry']))
  expect((await searches(again, { what: 'annotations' })).answer).toMatchObject({ hits: 2 * count, isComplete: true })
  await expect(again.window.getByRole('alert')).toHaveCount(0)
  await again.leaveForGood()
})
