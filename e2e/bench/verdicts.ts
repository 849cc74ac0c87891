import type { Act, Acted } from './acts.ts'
import { quantile, type Series, seriesOf, type Taken } from './measured.ts'
import type { SizeRun } from './sizeRun.ts'
import type { Size } from './workload.ts'

/** One line of the table. */
export interface Row {
  readonly what: string
  readonly plain: string
  readonly stet: string
  /** How many times the limit; null for what is no ratio. */
  readonly ratio: number | null
  /** What the ratio, or the verdict, is by: the clock or the CPU. */
  readonly by: 'time' | 'CPU' | ''
  readonly target: string
  /** Null where there is no target, or nothing was measured. */
  readonly reached: boolean | null
}

type BySize = Readonly<Record<Size, number>>

/** PERFORMANCE’s second table: how many times plain text each may cost. */
const most = {
  open: { S: 2.5, M: 2, L: 1, XL: 0.6 },
  act: { S: 1.5, M: 1.5, L: 1.5, XL: 1.5 },
  scrollFrames: { S: 1, M: 1, L: 1, XL: 2 },
  memory: { S: 2, M: 2, L: 1.2, XL: 1 },
  searchFirstMs: { S: 1000 / 60, M: 1000 / 60, L: 100, XL: 300 },
  searchAllMs: { S: 2000 / 60, M: 3000 / 60, L: 300, XL: 1500 },
  durableMs: { S: 30, M: 30, L: 30, XL: 30 },
} as const satisfies Record<string, BySize>

export const FRAME_MS = 1000 / 60
/** A frame is never met to the microsecond. */
const SLACK = 1.1

const actNames: Record<Act, string> = {
  create: 'create an annotation',
  delete: 'delete it',
  undo: 'undo that',
  select: 'select one',
  attribute: 'change an attribute',
  nudge: 'nudge an end',
}

/** The lines of one size, each with its verdict. */
export function rowsOf(run: SizeRun): Row[] {
  const { size, open, acts, scroll, fling, longTasks, memory, durable } = run
  const tasks = [...longTasks.scrolling, ...longTasks.typing, ...longTasks.selecting]
  const p95 = { plain: quantile(sorted(scroll.plain), 0.95), stet: quantile(sorted(scroll.stet), 0.95) }
  return [
    compared('open', open.plain, open.stet, most.open[size], 'time'),
    said('… its text alone', ms(seriesOf(run.text))),
    said('… all checked and listed', ms(seriesOf(run.listed))),
    ...(Object.keys(actNames) as Act[])
      .filter(act => acts[act].stet.some(one => one.ms !== null))
      .flatMap(act => actRows(actNames[act], acts[act], most.act[size])),
    {
      what: 'scroll, frame p95',
      plain: milliseconds(p95.plain),
      stet: milliseconds(p95.stet),
      ratio: null,
      by: '',
      target: most.scrollFrames[size] === 1 ? '1 frame' : `${most.scrollFrames[size]} frames`,
      reached: p95.stet <= most.scrollFrames[size] * FRAME_MS * SLACK,
    },
    {
      ...said('blank frames in a fling', `${fling.blank} of ${fling.frames}`),
      target: 'none',
      reached: fling.blank === 0,
    },
    {
      ...said('tasks over 50 ms', tasks.length === 0 ? 'none' : tasks.map(task => Math.round(task)).join(', ')),
      target: 'none',
      reached: tasks.length === 0,
    },
    ...memoryRows(memory, size),
    durableRow(durable, most.durableMs[size]),
    fromKeyRow(durable),
    said('… main process blocked at most', milliseconds(durable.longestBlock)),
    within('search in the article, first hits', seriesOf(run.search.first), most.searchFirstMs[size]),
    within(`… all ${run.search.hits.toLocaleString('en')} hits`, seriesOf(run.search.all), most.searchAllMs[size]),
  ]
}

/** Beside a bare append with its sync, on the same disk in the same minute: nothing can be durable sooner. */
function durableRow({ first, later, bare }: SizeRun['durable'], target: number): Row {
  const p99 = (values: readonly number[]) => (values.length > 0 ? quantile(sorted(values), 0.99) : null)
  const [plain, stet] = [p99(bare), p99(later)]
  return {
    what: 'edit to durable, p99',
    plain: milliseconds(plain),
    stet:
      stet === null
        ? '–'
        : `${milliseconds(stet)} (half within ${milliseconds(quantile(sorted(later), 0.5))}, first ${milliseconds(first)})`,
    ratio: plain === null || stet === null ? null : stet / plain,
    by: 'time',
    target: `≤ ${target} ms`,
    reached: stet === null ? null : stet <= target,
  }
}

/** What a person waits for who presses a key and pulls the plug. */
function fromKeyRow({ fromKey }: SizeRun['durable']): Row {
  if (fromKey.length === 0) return said('key press to on disk', '–')
  const times = sorted(fromKey)
  return said(
    'key press to on disk',
    `half within ${milliseconds(quantile(times, 0.5))}, p99 ${milliseconds(quantile(times, 0.99))}`,
  )
}

/** Beside an empty window of the same Electron; and, for what an article costs, each beside itself without one. */
function memoryRows({ plain, stet }: SizeRun['memory'], size: Size): Row[] {
  if (plain.empty === null || plain.full === null || stet.empty === null || stet.full === null) return []
  const row = (what: string, ground: number): Row => ({
    what,
    plain: megabytes(plain.full! - plain.empty!),
    stet: megabytes(stet.full! - ground),
    ratio: (stet.full! - ground) / (plain.full! - plain.empty!),
    by: '',
    target: '',
    reached: null,
  })
  const whole = row('private memory above an empty window', plain.empty)
  return [
    { ...whole, target: `≤ ${most.memory[size]}×`, reached: whole.ratio! <= most.memory[size] },
    row('… above Stet without an article', stet.empty),
  ]
}

/** To painted, which is judged; and with what the main thread does after that, which is not. */
function actRows(what: string, { plain, stet }: Record<'plain' | 'stet', readonly Acted[]>, target: number): Row[] {
  const inAll = (side: readonly Acted[]) => seriesOf(side.map(({ following }) => following))
  const all = { plain: inAll(plain), stet: inAll(stet) }
  return [
    compared(what, plain, stet, target, 'CPU'),
    {
      ...said('… and what follows', `CPU ${ms(all.stet)}`),
      plain: `CPU ${ms(all.plain)}`,
      ratio: all.plain && all.stet ? all.stet.middle / all.plain.middle : null,
      by: 'CPU',
    },
  ]
}

/**
 * By the clock, in whole frames, for nothing is seen between two of them; acts by
 * the CPU (`acts.ts` says whose, and from when to when), for plain text needs less
 * than two frames for any: it does so on a machine that isn't busy with other things.
 */
function compared(
  what: string,
  plain: readonly Taken[],
  stet: readonly Taken[],
  target: number,
  by: 'time' | 'CPU',
): Row {
  const times = { plain: seriesOf(plain.map(one => one.ms)), stet: seriesOf(stet.map(one => one.ms)) }
  const costs = { plain: seriesOf(plain.map(one => one.cpu)), stet: seriesOf(stet.map(one => one.cpu)) }
  const basis = costs.plain && costs.stet ? by : 'time'
  const ratio =
    times.plain === null || times.stet === null
      ? null
      : basis === 'CPU'
        ? costs.stet!.middle / costs.plain!.middle
        : inFrames(times.stet.middle) / inFrames(times.plain.middle)
  const show = (side: 'plain' | 'stet') => `${ms(times[side])}${basis === 'CPU' ? `, CPU ${ms(costs[side])}` : ''}`
  return {
    what,
    plain: show('plain'),
    stet: show('stet'),
    ratio,
    by: basis,
    target: `≤ ${target}×`,
    reached: ratio === null ? null : ratio <= target,
  }
}

/** Milliseconds, up to the next whole frame. */
function inFrames(time: number): number {
  return Math.max(1, Math.ceil(time / FRAME_MS - 0.1)) * FRAME_MS
}

function within(what: string, series: Series | null, target: number): Row {
  const judged = { target: `≤ ${milliseconds(target)}`, reached: series ? series.middle <= target * SLACK : null }
  return { ...said(what, ms(series)), ...judged }
}

function said(what: string, stet: string): Row {
  return { what, plain: '', stet, ratio: null, by: '', target: '', reached: null }
}

function sorted(values: readonly number[]): number[] {
  return values.toSorted((one, other) => one - other)
}

/** The middle, and from the least to the most. */
export function ms(series: Series | null): string {
  if (!series) return '–'
  const { middle, least, most } = series
  return series.values.length === 1 ? milliseconds(middle) : `${short(middle)} (${short(least)}–${short(most)}) ms`
}

export function milliseconds(value: number | null): string {
  return value === null ? '–' : `${short(value)} ms`
}

function short(value: number): string {
  return value < 9.95 ? value.toFixed(1) : Math.round(value).toLocaleString('en')
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
