import { CONTEXT } from '../annotation/anchor.ts'
import type { Span } from '../annotation/span.ts'
import type { Echo } from './echoes.ts'
import type { Candidate, Placing } from './placing.ts'
import { proposals } from './proposals.ts'
import type { Kept, Run, Terrain } from './terrain.ts'

/**
 * Carries annotated words of the old text (UTF-16) across the difference. Certain
 * are words that stand letter for letter in a stretch that hasn't changed,
 * where nothing that came or went could be mistaken for them; and words that
 * went, whole surroundings and all, to one other place.
 */
export function carry(terrain: Terrain, span: Span, isOver: () => boolean): Placing {
  const run = terrain.tokensIn(span.start, span.end)
  if (run.to === run.from) return { kind: 'lost', candidates: [], near: null }
  const kept = terrain.keptHolding(run)
  const image = kept && imageOf(terrain, span, run, kept)
  if (image?.isExact && isCertain(terrain, span, run, kept!)) return placed(span, image.span)
  const move = image ? null : movedWhole(terrain, span, run)
  if (move) return placed(span, move)
  const candidates = proposals(terrain, span, run, image, isOver)
  const kind = candidates.length === 0 ? 'lost' : candidates.length === 1 ? 'changed' : 'ambiguous'
  return { kind, candidates, near: nearOf(terrain, run) }
}

function placed(was: Span, span: Span): Placing {
  return { kind: was.start === span.start ? 'kept' : 'moved', span }
}

/** Where a run of a stretch that has not changed stands now. Not exact where white space or the composing of letters differs. */
function imageOf({ was, is, old, now }: Terrain, span: Span, run: Run, { a, b }: Kept): Candidate {
  const [first, last] = [run.from - a + b, run.to - 1 - a + b]
  const start = now.starts[first]! + span.start - old.starts[run.from]!
  const end = now.ends[last]! + span.end - old.ends[run.to - 1]!
  const isExact = is.slice(start, end) === was.slice(span.start, span.end)
  return isExact
    ? { span: { start, end }, isExact }
    : { span: { start: now.starts[first]!, end: now.ends[last]! }, isExact }
}

/** Whether words in a stretch that has not changed can't be any others. */
function isCertain(terrain: Terrain, span: Span, run: Run, kept: Kept): boolean {
  if (!terrain.isWhole) return false
  const { a, length, slidesIn, slidesOut } = kept
  if (run.to <= a + slidesIn || run.from >= a + length - slidesOut) return false
  return hasEvidence(terrain, span, run, kept) && !hasRival(terrain, run, kept)
}

/** Between two changes an unchanged stretch may be what was written anew in the same words: it takes half as much again. */
const AMONG_CHANGES = CONTEXT * 1.5

/** As many unchanged characters as an anchor keeps on one side must stand around the words, a word at least on each. */
function hasEvidence({ was, old, now }: Terrain, span: Span, run: Run, { a, b, length }: Kept): boolean {
  const beginsBoth = a === 0 && b === 0
  const endsBoth = a + length === old.ids.length && b + length === now.ids.length
  const before = beginsBoth ? CONTEXT : Math.min(CONTEXT, span.start - old.starts[a]!)
  const after = endsBoth ? CONTEXT : Math.min(CONTEXT, old.ends[a + length - 1]! - span.end)
  const touches = (run.from === a && !beginsBoth) || (run.to === a + length && !endsBoth)
  const enough = beginsBoth || endsBoth ? CONTEXT : AMONG_CHANGES
  return !touches && (before + after >= enough || before + after + span.end - span.start >= was.length)
}

/**
 * Whether what came or went resembles the words and their surroundings, unless
 * the stretch that hasn't changed reaches further on both sides than that does.
 */
function hasRival(terrain: Terrain, run: Run, kept: Kept): boolean {
  if (terrain.echoes.isNone) return false
  const { a, b, length, slidesIn, slidesOut } = kept
  const { old, now } = terrain
  const reach = terrain.surroundings(run)
  if (terrain.echoes.isCommon(reach.from - 3, reach.to)) return true
  // Beyond the stretch the surroundings have changed: what resembles the old ones there is no rival of these words.
  const around = { from: Math.max(reach.from, a), to: Math.min(reach.to, a + length) }
  const beginsBoth = a === 0 && b === 0
  const endsBoth = a + length === old.ids.length && b + length === now.ids.length
  const startOf = (tokens: typeof old, at: number) => tokens.starts[at] ?? Number.POSITIVE_INFINITY
  const endOf = (tokens: typeof old, at: number) => tokens.ends[at - 1] ?? 0
  const isSurpassed = (tokens: typeof old, first: number, from: number, to: number) =>
    (beginsBoth || startOf(tokens, first + slidesIn) <= startOf(tokens, from) - CONTEXT) &&
    (endsBoth || endOf(tokens, first + length - slidesOut) >= endOf(tokens, to) + CONTEXT)
  const isRival = (echo: Echo, row: 'old' | 'now') =>
    echo.b0 - echo.a0 !== b - a &&
    !(row === 'old' ? isSurpassed(old, a, echo.a0, echo.a1) : isSurpassed(now, b, echo.b0, echo.b1))
  return (
    terrain.echoesByOld.touching(around.from, around.to).some(echo => isRival(echo, 'old')) ||
    terrain.echoesByNow.touching(around.from - a + b, around.to - a + b).some(echo => isRival(echo, 'now'))
  )
}

/** The one other place that words have gone to together with all that surrounded them; null where that isn't certain. */
function movedWhole(terrain: Terrain, span: Span, run: Run): Span | null {
  if (!terrain.isWhole) return null
  const around = terrain.surroundings(run)
  if (terrain.echoes.isCommon(around.from - 3, around.to)) return null
  const touching = terrain.echoesByOld.touching(around.from, around.to)
  const [echo] = touching
  if (!echo || touching.length > 1 || echo.a0 > around.from || echo.a1 < around.to) return null
  const by = echo.b0 - echo.a0
  const there = { from: around.from + by, to: around.to + by }
  // Nothing of it may be left where it was, nor stand where it went to for another reason.
  const isLeft = keptWithin(terrain, around) || terrain.isExplained({ from: there.from, to: there.from + 1 })
  if (isLeft || terrain.echoesByNow.touching(there.from, there.to).length > 1) return null
  if (resemblesInPlace(terrain, run)) return null
  const { was, is, old, now } = terrain
  const start = now.starts[run.from + by]! + span.start - old.starts[run.from]!
  const end = start + span.end - span.start
  return is.slice(start, end) === was.slice(span.start, span.end) ? { start, end } : null
}

function keptWithin(terrain: Terrain, { from, to }: Run): boolean {
  const kept = terrain.kept[terrain.keptAt(to - 1)]
  return kept !== undefined && kept.a + kept.length > from
}

/** Whether anything was written where the words stood: it may be what became of them. */
function resemblesInPlace(terrain: Terrain, run: Run): boolean {
  const at = terrain.keptAt(run.from)
  const [before, after] = [terrain.kept[at], terrain.kept[at + 1]]
  const from = before ? before.b + before.length : 0
  const to = after ? after.b : terrain.now.ids.length
  const { ids } = terrain.old
  const words = new Set(ids.slice(terrain.surroundings(run).from, terrain.surroundings(run).to))
  let shared = 0
  for (let j = from; j < to; j++) if (words.has(terrain.now.ids[j]!)) shared++
  return shared * 4 >= words.size
}

/** The place in the new text that is nearest to where a run stood. */
function nearOf(terrain: Terrain, run: Run): number {
  const { kept, now, is } = terrain
  const before = kept[terrain.keptAt(run.from)]
  if (!before) return 0
  return now.starts[before.b + Math.min(run.from - before.a, before.length)] ?? is.length
}
