import type { CDPSession } from 'playwright'
import type { Watched } from './windows.ts'

/** What a window’s main thread did for something that `eye.js` has marked, in milliseconds of its CPU time. */
export interface Work {
  /** From the task that heard the input through the task that painted the frame. */
  readonly toPainted: number
  /** The same, and all that followed within a while. */
  readonly inAll: number
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds: when it began, how long it took, and for how much of that the thread had a processor. */
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
}

/** So much of what follows an input is still counted as following it, microseconds. */
const AFTER_US = 150_000

/**
 * Follows the main thread of a window through something that is done to it:
 * each task with its CPU time, as Chromium's own tracing tells it. Nothing else
 * is traced, so that tracing costs little, and plain text as much as Stet.
 */
export async function followed<T>({ page, pid }: Watched, act: () => Promise<T>): Promise<[T, Map<string, Work>]> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'], recordMode: 'recordAsMuchAsPossible' },
  })
  const done = await act()
  await ended(session)
  await session.detach()
  return [
    done,
    workIn(
      events.filter(event => event.pid === pid),
      events.filter(event => event.pid === pid && /^eye /.test(event.name)),
    ),
  ]
}

async function ended(session: CDPSession): Promise<void> {
  const complete = new Promise<void>(resolve => session.once('Tracing.tracingComplete', () => resolve()))
  await session.send('Tracing.end')
  await complete
}

/** By the name that the eye gave it. */
function workIn(events: readonly TraceEvent[], marks: readonly TraceEvent[]): Map<string, Work> {
  const work = new Map<string, Work>()
  for (const begin of marks.filter(({ name }) => name.endsWith(' begins'))) {
    const name = begin.name.slice(0, -' begins'.length)
    const end = marks.find(mark => mark.name === `${name} ends`)
    if (!end) continue
    const tasks = tasksOf(events, begin.tid)
    const first = tasks.findLastIndex(({ ts }) => ts <= begin.ts)
    const last = tasks.findLastIndex(({ ts }) => ts <= end.ts)
    const sum = (some: readonly TraceEvent[]) => some.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000
    work.set(name, {
      // The task that noticed that it was painted is the eye's own.
      toPainted: sum(tasks.slice(first, last)),
      inAll: sum(tasks.slice(first).filter(({ ts }) => ts <= Math.max(end.ts, begin.ts + AFTER_US))),
    })
  }
  return work
}

/** The tasks of a thread, without what is done within them. */
function tasksOf(events: readonly TraceEvent[], thread: number): TraceEvent[] {
  let over = 0
  return events
    .filter(({ tid, ph, dur }) => tid === thread && ph === 'X' && dur !== undefined)
    .sort((one, other) => one.ts - other.ts || other.dur! - one.dur!)
    .filter(({ ts, dur }) => {
      const isOutermost = ts >= over
      if (isOutermost) over = ts + dur!
      return isOutermost
    })
}
