import { expect, test } from 'vitest'
import type { ArticleRow } from '../../shared/contract/contract.ts'
import { makeVisibleRows } from './visibleRows.ts'
import type { Order, StatusFilter } from './workspace.ts'

function row(
  path: string,
  known: Partial<NonNullable<ArticleRow['known']>> | null = {},
  problem: ArticleRow['problem'] = null,
): ArticleRow {
  const usual = { title: '', fields: {}, words: 1, status: null, counts: {}, inBoilerplate: 0, unplaced: 0, layers: [] }
  return { ticket: path, path, bytes: 1, problem, known: known && { ...usual, ...known } }
}

const rows = new Map(
  [
    row('b/10.txt', { title: 'Ferry sinks', status: 'done', counts: { claim: 1 } }),
    row('b/9.txt', { title: 'Apples', status: 'in-progress', counts: { claim: 2, actor: 3 } }),
    row('a.txt', { title: 'ferry rises' }),
    row('c.pdf', null, { kind: 'no-reader', detail: '' }),
  ].map(one => [one.ticket, one]),
)

function visible({
  filter = '',
  status = 'all' as StatusFilter,
  order = 'path' as Order,
  mine = new Set<string>(),
} = {}) {
  return makeVisibleRows()({ rows, filter, status, order, mine }).map(one => one.path)
}

test('articles stand in the order of their paths, numbers as numbers', () => {
  expect(visible()).toEqual(['a.txt', 'b/9.txt', 'b/10.txt', 'c.pdf'])
})

test('they can be sorted by title, by status and by annotations', () => {
  expect(visible({ order: 'title', mine: new Set() })).toEqual(['b/9.txt', 'c.pdf', 'a.txt', 'b/10.txt'])
  expect(visible({ order: 'status' })).toEqual(['b/9.txt', 'a.txt', 'b/10.txt', 'c.pdf'])
  expect(visible({ order: 'count' })).toEqual(['b/9.txt', 'b/10.txt', 'a.txt', 'c.pdf'])
})

test('every word of the filter must be in the title or the path', () => {
  expect(visible({ filter: 'FERRY' })).toEqual(['a.txt', 'b/10.txt'])
  expect(visible({ filter: ' ferry  b/ ' })).toEqual(['b/10.txt'])
  expect(visible({ filter: 'ferry apples' })).toEqual([])
})

test('to do, done and unreadable leave no article out and show none twice', () => {
  expect(visible({ status: 'open' })).toEqual(['a.txt', 'b/9.txt'])
  expect(visible({ status: 'done' })).toEqual(['b/10.txt'])
  expect(visible({ status: 'unreadable' })).toEqual(['c.pdf'])
})

test('the filter asks how far the work is', () => {
  expect(visible({ filter: 'status:done' })).toEqual(['b/10.txt'])
  expect(visible({ filter: 'Status:open' })).toEqual(['a.txt', 'b/9.txt'])
  expect(visible({ filter: 'status:in-progress' })).toEqual(['b/9.txt'])
  expect(visible({ filter: 'status:none ferry' })).toEqual(['a.txt'])
  expect(visible({ filter: 'status:' })).toEqual(visible())
})

test('those that are assigned to a person can be shown alone', () => {
  expect(visible({ status: 'mine' })).toEqual([])
  expect(visible({ status: 'mine', mine: new Set(['b/9.txt', 'elsewhere.txt']) })).toEqual(['b/9.txt'])
})

test('the same question gets the very same answer, so that nothing is drawn anew', () => {
  const visibleRows = makeVisibleRows()
  const shown = { rows, filter: '', status: 'all', order: 'path', mine: new Set<string>() } as const
  expect(visibleRows(shown)).toBe(visibleRows({ ...shown }))
})

test('news about an article are shown, and an article that goes is gone', () => {
  const visibleRows = makeVisibleRows()
  const shown = { filter: '', status: 'all', order: 'path', mine: new Set<string>() } as const
  visibleRows({ ...shown, rows })
  const renamed = new Map(rows).set('a.txt', row('a.txt', { title: 'New title' }))
  expect(visibleRows({ ...shown, rows: renamed })[0]?.known?.title).toBe('New title')
  renamed.delete('a.txt')
  expect(visibleRows({ ...shown, rows: new Map(renamed) })[0]?.path).toBe('b/9.txt')
})

test('sorting by title does not disturb the order by path', () => {
  const visibleRows = makeVisibleRows()
  visibleRows({ rows, filter: '', status: 'all', order: 'title', mine: new Set() })
  expect(visibleRows({ rows, filter: '', status: 'all', order: 'path', mine: new Set() }).map(one => one.path)).toEqual(
    visible(),
  )
})

const known = (path: string, fields: NonNullable<ArticleRow['known']>['fields']) => row(path, { fields })
const dated = new Map(
  [
    known('a.txt', { outlet: 'Harbour Gazette', published: '2031-03-04', byline: 'Jane Roe', language: 'en-GB' }),
    known('b.txt', { outlet: 'Le Quai', published: '2031-05', byline: 'Jean Moss', section: 'Port' }),
    known('c.txt', { published: '2030' }),
    row('gazette.pdf', null, { kind: 'no-reader', detail: '' }),
  ].map(one => [one.ticket, one]),
)

test.each([
  ['gazette', 'a.txt gazette.pdf'],
  ['outlet:gazette', 'a.txt'],
  ['OUTLET:Gazette by:roe', 'a.txt'],
  ['outlet:"harbour gazette"', 'a.txt'],
  ['outlet:"harbour gaz', 'a.txt'],
  ['"jean moss"', 'b.txt'],
  ['author:moss section:port', 'b.txt'],
  ['lang:en', 'a.txt'],
  ['outlet:none', 'c.txt'],
  ['outlet:', 'a.txt b.txt c.txt gazette.pdf'],
  ['date:2031', 'a.txt b.txt'],
  ['date:2031-03', 'a.txt'],
  ['date:2031-03..2031-05', 'a.txt b.txt'],
  ['date:..2030', 'c.txt'],
  ['date:2031-04..', 'b.txt'],
  // 2030 may well lie in its June.
  ['date:2030-06', 'c.txt'],
  ['date:soon', ''],
  ['mood:good', ''],
])('the filter %s leaves %j', (filter, paths) => {
  const shown = makeVisibleRows()({ rows: dated, filter, status: 'all', order: 'path', mine: new Set() })
  expect(shown.map(({ path }) => path).join(' ')).toBe(paths)
})

test('the newest comes first, and what has no date comes last', () => {
  const shown = makeVisibleRows()({ rows: dated, filter: '', status: 'all', order: 'date', mine: new Set() })
  expect(shown.map(({ path }) => path)).toEqual(['b.txt', 'a.txt', 'c.txt', 'gazette.pdf'])
})
