import type { Span } from '../annotation/span.ts'
import { type Candidate, MOST_CANDIDATES } from './placing.ts'
import { distance, nearest, offsetsAcross } from './resemblance.ts'
import { MOST_PLACES_OF_A_WORD, type Run, type Terrain } from './terrain.ts'

/** Of its letters, how many may be wrong in words that are searched for elsewhere. */
const ERRORS = 0.2
/** The same for words that stand where the old ones stood. */
const ERRORS_IN_PLACE = 0.4
/** Longer words are compared token by token. */
const LONGEST = 400
/** Cells of a table by which one change is looked into letter by letter. */
const MOST_CELLS = 400_000
/** Words of the surroundings by which a place is searched for. */
const MOST_WORDS = 48

/**
 * Where words may be whose place isn't certain, the likeliest first: where they
 * stood, where they were copied or moved to, and what resembles them among what
 * came new. Words that have another old place of their own are no candidates.
 */
export function proposals(
  terrain: Terrain,
  span: Span,
  run: Run,
  image: Candidate | null,
  isOver: () => boolean,
): Candidate[] {
  const found = new Map<string, Candidate>()
  const add = (candidate: Candidate | null) => {
    if (!candidate || found.size >= MOST_CANDIDATES) return
    const { start, end } = candidate.span
    const covered = [...found.values()].some(one => one.span.start < end && start < one.span.end)
    if (!covered) found.set(`${start} ${end}`, candidate)
  }
  add(image ?? (isOver() ? null : inPlace(terrain, span, run)))
  for (const candidate of alike(terrain, span, run)) add(candidate)
  if (!isOver()) for (const candidate of exactAmongNew(terrain, span)) add(candidate)
  if (found.size === 0 && !isOver()) for (const candidate of resembling(terrain, span, run)) add(candidate)
  return [...found.values()]
}

/** What stands now where the words stood, if it resembles them. */
function inPlace(terrain: Terrain, span: Span, run: Run): Candidate | null {
  const start = across(terrain, span.start, 'start')
  const end = across(terrain, span.end, 'end')
  if (start === null || end === null || start >= end) return null
  const place = trimmed(terrain.is, wholeTokens(terrain, span, { start, end }))
  if (!place) return null
  const [was, is] = [terrain.was.slice(span.start, span.end), terrain.is.slice(place.start, place.end)]
  if (was === is) return { span: place, isExact: true }
  const most = Math.floor(Math.max(was.length, is.length) * ERRORS_IN_PLACE)
  const isAlike =
    keptShare(terrain, run, place) >= 0.5 ||
    (was.length <= LONGEST && is.length <= 2 * LONGEST && distance(was, is, most) <= most)
  return isAlike ? { span: place, isExact: false } : null
}

/** How much of a run was kept, measured by the longer of what it was and is. */
function keptShare(terrain: Terrain, run: Run, place: Span): number {
  const { kept, old } = terrain
  let letters = 0
  for (let i = Math.max(0, terrain.keptAt(run.from)); i < kept.length && kept[i]!.a < run.to; i++) {
    const [from, to] = [Math.max(kept[i]!.a, run.from), Math.min(kept[i]!.a + kept[i]!.length, run.to)]
    for (let at = from; at < to; at++) letters += old.ends[at]! - old.starts[at]!
  }
  return letters / Math.max(old.ends[run.to - 1]! - old.starts[run.from]!, place.end - place.start)
}

/** Where an offset of the old text is in the new one; inside what changed, by the letters that stayed. */
function across(terrain: Terrain, offset: number, side: 'start' | 'end'): number | null {
  const { old, now, was, is, kept } = terrain
  const { from } = terrain.tokensIn(side === 'start' ? offset : offset - 1, side === 'start' ? offset + 1 : offset)
  const at = terrain.keptAt(from)
  const [before, after] = [kept[at], kept[at + 1]]
  if (before && from < before.a + before.length) {
    const there = from - before.a + before.b
    const isSame = is.slice(now.starts[there], now.ends[there]) === was.slice(old.starts[from], old.ends[from])
    if (side === 'start')
      return isSame ? now.starts[there]! + Math.max(0, offset - old.starts[from]!) : now.starts[there]!
    return isSame ? now.ends[there]! - Math.max(0, old.ends[from]! - offset) : now.ends[there]!
  }
  const old0 = before ? old.ends[before.a + before.length - 1]! : 0
  const new0 = before ? now.ends[before.b + before.length - 1]! : 0
  const old1 = after ? old.starts[after.a]! : was.length
  const new1 = after ? now.starts[after.b]! : is.length
  if (offset <= old0) return new0
  if (offset >= old1) return new1
  if ((old1 - old0 + 1) * (new1 - new0 + 1) > MOST_CELLS || old1 - old0 + new1 - new0 > 60_000) return null
  const known = terrain.changeAt.get(old0) ?? offsetsAcross(was.slice(old0, old1), is.slice(new0, new1))
  terrain.changeAt.set(old0, known)
  return new0 + known[offset - old0]!
}

/** Words are proposed whole where the old ones were whole. */
function wholeTokens(terrain: Terrain, span: Span, place: Span): Span {
  const { old, now } = terrain
  const run = terrain.tokensIn(span.start, span.end)
  const there = terrain.nowTokensIn(place.start, place.end)
  if (there.to === there.from) return place
  return {
    start: old.starts[run.from]! >= span.start ? Math.min(place.start, now.starts[there.from]!) : place.start,
    end: old.ends[run.to - 1]! <= span.end ? Math.max(place.end, now.ends[there.to - 1]!) : place.end,
  }
}

function trimmed(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end)
  const first = words.search(/\S/)
  return first < 0 ? null : { start: start + first, end: end - (words.length - words.trimEnd().length) }
}

/** Places where the words stand among others that surrounded them. */
function alike(terrain: Terrain, span: Span, run: Run): Candidate[] {
  const { old, now, is, was } = terrain
  const words = was.slice(span.start, span.end)
  return terrain.echoesByOld
    .touching(run.from, run.to)
    .filter(echo => echo.a0 <= run.from && run.to <= echo.a1)
    .sort((one, other) => other.a1 - other.a0 - one.a1 + one.a0)
    .slice(0, MOST_CANDIDATES)
    .map(({ a0, b0 }) => {
      const [first, last] = [run.from - a0 + b0, run.to - 1 - a0 + b0]
      const start = now.starts[first]! + span.start - old.starts[run.from]!
      const end = now.ends[last]! + span.end - old.ends[run.to - 1]!
      const isExact = is.slice(start, end) === words
      return { span: isExact ? { start, end } : { start: now.starts[first]!, end: now.ends[last]! }, isExact }
    })
}

/** The very words, where they came new. */
function* exactAmongNew(terrain: Terrain, span: Span): Iterable<Candidate> {
  const words = terrain.was.slice(span.start, span.end)
  for (const gap of newStretches(terrain)) {
    const from = Math.max(0, gap.start - words.length)
    const text = terrain.is.slice(from, gap.end + words.length)
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
      const place = { start: from + at, end: from + at + words.length }
      if (isWholeWord(terrain, place) && !terrain.isExplained(terrain.nowTokensIn(place.start, place.end)))
        yield { span: place, isExact: true }
    }
  }
}

/** Whether words aren't part of longer ones: "Linus" isn't in "linseed". */
function isWholeWord({ is }: Terrain, { start, end }: Span): boolean {
  const isLetter = (at: number) => /[\p{L}\p{N}]/u.test(is[at] ?? ' ')
  return !(isLetter(start - 1) && isLetter(start)) && !(isLetter(end - 1) && isLetter(end))
}

/** The parts of the new text that the old one hadn't. */
function* newStretches({ kept, now, is }: Terrain): Iterable<Span> {
  let from = 0
  for (const one of kept) {
    if (one.b > from) yield { start: now.starts[from]!, end: now.ends[one.b - 1]! }
    from = one.b + one.length
  }
  if (from < now.ids.length) yield { start: now.starts[from]!, end: is.length }
}

/** What came new, has the same words around it, and resembles the words within the bound of errors. */
function resembling(terrain: Terrain, span: Span, run: Run): Candidate[] {
  const words = terrain.was.slice(span.start, span.end)
  if (words.length > LONGEST) return []
  const around = terrain.surroundings(run)
  const places = terrain.newPlaces
  const votes = new Map<number, number>()
  let counted = 0
  for (let at = around.from; at < around.to && counted < MOST_WORDS; at++, counted++) {
    const there = places.get(terrain.old.ids[at]!)
    if (!there || there.length > MOST_PLACES_OF_A_WORD) continue
    for (const j of there) {
      const bucket = (j - (at - run.from)) >> 2
      votes.set(bucket, (votes.get(bucket) ?? 0) + 1)
    }
  }
  const least = Math.max(2, Math.floor(counted / 4))
  const likely = [...votes].filter(([, count]) => count >= least).sort((one, other) => other[1] - one[1])
  const { now, is } = terrain
  return likely.slice(0, MOST_CANDIDATES).flatMap(([bucket]) => {
    const first = Math.max(0, bucket * 4 - 4)
    const last = Math.min(now.ids.length - 1, bucket * 4 + run.to - run.from + 8)
    if (last < first) return []
    const offset = now.starts[first]!
    const near = nearest(words, is.slice(offset, now.ends[last]!), Math.floor(words.length * ERRORS))
    if (!near) return []
    const place = trimmed(is, wholeTokens(terrain, span, { start: offset + near.start, end: offset + near.end }))
    return place ? [{ span: place, isExact: is.slice(place.start, place.end) === words }] : []
  })
}
