import type { ReadRow, TakenRow } from './readRows.ts'

/** Rows of a table that are held in memory, at most, before it is looked at whether they need to be. */
const MOST_HELD = 10_000

/** The rows of one table, which are taken article by article. */
export interface RowsByArticle {
  /** Those of an article. Articles are asked for once, in the order of the table of articles. */
  take(path: string): Promise<readonly TakenRow[]>
  /** The articles whose rows nobody took. */
  left(): Iterable<string>
  /** Nothing more is taken. */
  close(): Promise<void>
}

/**
 * The rows of a table, by article. Those of a small table are held, and so it
 * doesn't matter how somebody sorted them. A large one is looked through first:
 * where its rows follow the table of articles, as they are written, it is read
 * along with that, and memory holds one article's.
 */
export async function byArticle(
  table: string,
  rows: () => AsyncIterable<ReadRow>,
  order: () => Promise<ReadonlyMap<string, number>>,
  mostHeld = MOST_HELD,
): Promise<RowsByArticle> {
  const held: TakenRow[] = []
  for await (const row of rows()) {
    held.push({ ...row, table })
    if (held.length > mostHeld) break
  }
  if (held.length <= mostHeld) return allOf(held)
  held.length = 0
  if (await follows(rows, await order())) return along(table, rows)
  for await (const row of rows()) held.push({ ...row, table })
  return allOf(held)
}

const articleOf = ({ cells }: ReadRow) => cells['article'] ?? ''

function allOf(rows: readonly TakenRow[]): RowsByArticle {
  const groups = new Map<string, TakenRow[]>()
  for (const row of rows) {
    const group = groups.get(articleOf(row)) ?? []
    group.push(row)
    groups.set(articleOf(row), group)
  }
  return {
    async take(path) {
      const group = groups.get(path) ?? []
      groups.delete(path)
      return group
    },
    left: () => groups.keys(),
    close: async () => groups.clear(),
  }
}

async function follows(rows: () => AsyncIterable<ReadRow>, order: ReadonlyMap<string, number>): Promise<boolean> {
  let last = -1
  for await (const row of rows()) {
    const place = order.get(articleOf(row))
    if (place === undefined || place < last) return false
    last = place
  }
  return true
}

async function along(table: string, rows: () => AsyncIterable<ReadRow>): Promise<RowsByArticle> {
  const iterator = rows()[Symbol.asyncIterator]()
  let next = await iterator.next()
  return {
    async take(path) {
      const taken: TakenRow[] = []
      while (!next.done && articleOf(next.value) === path) {
        taken.push({ ...next.value, table })
        next = await iterator.next()
      }
      return taken
    },
    left: () => [],
    close: async () => void (await iterator.return?.()),
  }
}
