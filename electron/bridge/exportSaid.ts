import type { Output } from '../../shared/contract/contract.ts'
import { MAX_QUOTED, MAX_TOLD } from '../../shared/contract/exporting.ts'
import type { LeftOut } from '../../shared/dataset/fit.ts'
import type { ExportDone } from '../dataset/exportDataset.ts'
import type { Weighed } from '../dataset/weighExport.ts'
import type { NotTaken } from '../work/datasetArticle.ts'

type Done = NonNullable<Output<'export.write'>>

/** What was written, as a window is told it: counts of everything, and the first of what a person may want to see. Goes through the lists, and leaves them open. */
export async function saidOf(
  done: ExportDone,
  ticketOf: (path: string) => string,
): Promise<Omit<Done, 'name' | 'receipt' | 'receiptProblem' | 'split'>> {
  const { articles, layers, annotations, links, files, tally, readBack } = done
  const leftOut = await firstOf(done.leftOut, ({ feature, done }) => `${feature} ${done}`, tally.leftOut.length)
  const told = await firstOf(done.told, ({ why }) => why, tally.told.size)
  return {
    ...{ articles, layers, annotations, links, files: files.length },
    filesNamed: files.slice(0, MAX_TOLD).map(({ file, sha256 }) => ({ file, sha256 })),
    leftOut: tally.leftOut.map(({ feature, done, count }) => ({
      ...{ feature, done, count },
      touched: (leftOut.get(`${feature} ${done}`) ?? []).map(one => touchedOf(one, ticketOf)),
    })),
    unplaced: tally.unplaced,
    ...unreadOf(tally.unread, tally.unread.length),
    ahead: tally.ahead.length,
    aheadNamed: namesOf(tally.ahead),
    told: [...tally.told].map(([why, count]) => ({
      ...{ why, count },
      named: (told.get(why) ?? []).map(({ file, row, column, words }) => ({
        ...{ file, row, column: shortened(column, 999), words: shortened(words, 999) },
      })),
    })),
    readBack: readBack && {
      isEqual: readBack.isEqual,
      differing: readBack.differing.length,
      differingNamed: readBack.differing.slice(0, MAX_TOLD),
      untaken: readBack.untaken
        .slice(0, MAX_TOLD)
        .map(({ file, line, what }) => shortened(`${file}${line === null ? '' : `:${line}`}: ${what}`, 999)),
      problem: readBack.problem && { ...readBack.problem, detail: readBack.problem.detail.slice(0, 10_000) },
    },
  }
}

/** What a dataset would have, as a window is told it. */
export function weighedOf(
  { articles, layers, annotations, links, bytes, losses, told, notTaken }: Weighed,
  ticketOf: (path: string) => string,
): NonNullable<Output<'export.weigh'>> {
  return {
    ...{ articles, layers, annotations, links, bytes },
    losses: losses.map(({ feature, way, count, counts, listed, ways }) => ({
      ...{ feature, way, count, ...sumOf(Object.values(counts)) },
      touched: listed.slice(0, MAX_TOLD).map(one => touchedOf(one, ticketOf)),
      ways: ways.map(({ way, done, annotations }) => ({ way, ...done, annotations })),
    })),
    told: told.map(({ why, count }) => ({ why, count })),
    unplaced: notTaken.unplaced.count,
    ...unreadOf(notTaken.problem.listed, notTaken.problem.count),
    ahead: notTaken['only-in-history'].count,
    aheadNamed: namesOf(notTaken['only-in-history'].listed),
  }
}

function sumOf(counts: readonly Readonly<Record<LeftOut['done'], number>>[]): Record<LeftOut['done'], number> {
  const sum = { dropped: 0, changed: 0, without: 0 }
  for (const each of counts) for (const done of ['dropped', 'changed', 'without'] as const) sum[done] += each[done]
  return sum
}

/** The first of a long list of each kind; it is gone through as far as that needs. */
async function firstOf<T>(
  list: AsyncIterable<T> & { readonly length: number },
  kindOf: (one: T) => string,
  kinds: number,
): Promise<Map<string, T[]>> {
  const first = new Map<string, T[]>()
  if (list.length === 0) return first
  for await (const one of list) {
    const kind = kindOf(one)
    const known = first.get(kind) ?? []
    if (known.length < MAX_TOLD) known.push(one)
    first.set(kind, known)
    if (first.size === kinds && [...first.values()].every(({ length }) => length === MAX_TOLD)) break
  }
  return first
}

/** Something that a format can't say, as a window is told it. */
export function touchedOf(
  { path, annotator, kind, quote }: Pick<LeftOut, 'path' | 'annotator' | 'kind'> & { readonly quote: string },
  ticketOf: (path: string) => string,
): Done['leftOut'][number]['touched'][number] {
  return { article: ticketOf(path), path, annotator, kind, quote: shortened(quote, MAX_QUOTED) }
}

/** Articles and layers that can't be read; `count` of them all. */
export function unreadOf(unread: readonly NotTaken[], count: number): Pick<Done, 'unread' | 'unreadNamed'> {
  const named = unread.flatMap(({ path, annotator, problem }) =>
    problem ? [{ path, annotator, problem: { ...problem, detail: problem.detail.slice(0, 10_000) } }] : [],
  )
  return { unread: count, unreadNamed: named.slice(0, MAX_TOLD) }
}

/** The first of them. */
function namesOf(some: readonly NotTaken[]): Done['aheadNamed'] {
  return some.slice(0, MAX_TOLD).map(({ path, annotator }) => ({ path, annotator }))
}

function shortened(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most)}…` : words
}
