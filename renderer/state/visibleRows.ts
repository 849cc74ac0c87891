import type { ArticleRow } from '../../shared/contract/contract.ts'
import { makeArticleFilter } from '../../shared/search/articleFilter.ts'
import type { Order, StatusFilter, Workspace } from './workspace.ts'

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

type Shown = Pick<Workspace, 'rows' | 'filter' | 'status' | 'order' | 'mine'>

/** The rows that a person wants to see, in their order; computed anew only when one of these changes. */
export function makeVisibleRows(): (shown: Shown) => readonly ArticleRow[] {
  let last: Shown | undefined
  let result: readonly ArticleRow[] = []
  const sortedByPath = makeSortedByPath()

  return ({ rows, filter, status, order, mine }) => {
    const isSame =
      last &&
      last.rows === rows &&
      last.filter === filter &&
      last.status === status &&
      last.order === order &&
      last.mine === mine
    if (!isSame) {
      last = { rows, filter, status, order, mine }
      const sorted = inOrder(sortedByPath(rows), order)
      const fits = makeArticleFilter(filter)
      result = sorted.filter(row => hasStatus(row, status, mine) && fits(row))
    }
    return result
  }
}

/** Sorting by path is the slow part; while the same articles are there, news about them doesn't sort again. */
function makeSortedByPath(): (rows: ReadonlyMap<string, ArticleRow>) => ArticleRow[] {
  let tickets: string[] = []
  let paths = new Map<string, string>()
  return rows => {
    const isSame = rows.size === paths.size && [...rows.values()].every(row => paths.get(row.ticket) === row.path)
    if (!isSame) {
      paths = new Map([...rows.values()].map(row => [row.ticket, row.path]))
      const keyed = [...paths].map(([ticket, path]) => ({ ticket, names: path.split('/') }))
      tickets = keyed.sort((one, other) => compareNames(one.names, other.names)).map(({ ticket }) => ticket)
    }
    return tickets.map(ticket => rows.get(ticket)!)
  }
}

/** Folder by folder, `2.txt` before `10.txt`. */
function compareNames(one: readonly string[], other: readonly string[]): number {
  const depth = Math.min(one.length, other.length)
  for (let i = 0; i < depth; i++) {
    const [mine, theirs] = [one[i]!, other[i]!]
    if (mine !== theirs) return collator.compare(mine, theirs) || (mine < theirs ? -1 : 1)
  }
  return one.length - other.length
}

/** Sorting is stable: rows that are equal stay in the order of their paths. */
function inOrder(byPath: ArticleRow[], order: Order): ArticleRow[] {
  switch (order) {
    case 'path':
      return byPath
    case 'title':
      return byPath.sort((one, other) => collator.compare(titleOf(one), titleOf(other)))
    case 'date':
      return byPath.sort((one, other) => collator.compare(publishedOf(other), publishedOf(one)))
    case 'status':
      return byPath.sort((one, other) => statusRank(one) - statusRank(other))
    case 'count':
      return byPath.sort((one, other) => annotationsOf(other) - annotationsOf(one))
  }
}

/** '' where it isn't known. */
function publishedOf({ known }: ArticleRow): string {
  return known?.fields.published ?? ''
}

/** What an article is called in lists: its title, or the name of its file. */
export function titleOf({ known, path }: Pick<ArticleRow, 'known' | 'path'>): string {
  return known?.title || fileName(path)
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** All annotations of the person in this article, as far as the index knows. */
export function annotationsOf({ known }: Pick<ArticleRow, 'known'>): number {
  return known ? Object.values(known.counts).reduce((sum, count) => sum + count, 0) : 0
}

/** Work in hand first, then what wasn't begun, then what is done, then what can't be opened. */
function statusRank({ known, problem }: ArticleRow): number {
  if (problem) return 3
  if (!known?.status) return 1
  return known.status === 'in-progress' ? 0 : 2
}

function hasStatus({ known, problem, path }: ArticleRow, status: StatusFilter, mine: ReadonlySet<string>): boolean {
  const done = known?.status === 'done' || known?.status === 'adjudicated'
  if (status === 'all') return true
  if (status === 'mine') return mine.has(path)
  if (status === 'unreadable') return problem !== null
  return problem === null && done === (status === 'done')
}
