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

function visible({ filter = '', status = 'all' as StatusFilter, order = 'path' as Order } = {}) {
  return makeVisibleRows()({ rows, filter, status, order }).map(one => one.path)
}

test('articles stand in the order of their paths, numbers as numbers', () => {
  expect(visible()).toEqual(['a.txt', 'b/9.txt', 'b/10.txt', 'c.pdf'])
})

test('they can be sorted by title, by status and by annotations', () => {
  expect(visible({ order: 'title' })).toEqual(['b/9.txt', 'c.pdf', 'a.txt', 'b/10.txt'])
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

test('the same question gets the very same answer, so that nothing is drawn anew', () => {
  const visibleRows = makeVisibleRows()
  const shown = { rows, filter: '', status: 'all', order: 'path' } as const
  expect(visibleRows(shown)).toBe(visibleRows({ ...shown }))
})

test('news about an article are shown, and an article that goes is gone', () => {
  const visibleRows = makeVisibleRows()
  const shown = { filter: '', status: 'all', order: 'path' } as const
  visibleRows({ ...shown, rows })
  const renamed = new Map(rows).set('a.txt', row('a.txt', { title: 'New title' }))
  expect(visibleRows({ ...shown, rows: renamed })[0]?.known?.title).toBe('New title')
  renamed.delete('a.txt')
  expect(visibleRows({ ...shown, rows: new Map(renamed) })[0]?.path).toBe('b/9.txt')
})

test('sorting by title does not disturb the order by path', () => {
  const visibleRows = makeVisibleRows()
  visibleRows({ rows, filter: '', status: 'all', order: 'title' })
  expect(visibleRows({ rows, filter: '', status: 'all', order: 'path' }).map(one => one.path)).toEqual(visible())
})
