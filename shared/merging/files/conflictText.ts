/** Three versions of a text; `base` is null where nothing is known of it. */
export interface ThreeTexts {
  readonly base: string | null
  readonly mine: string
  readonly theirs: string
}

const MINE = '<<<<<<< mine\n'
const BASE = '||||||| base\n'
const MIDDLE = '=======\n'
const THEIRS = '>>>>>>> theirs\n'

/**
 * Several versions in one text, where they differ between git's conflict
 * markers and with what both began with, as git itself writes it (`diff3`):
 * `parseGitConflict` takes it apart into the very versions again. A last line
 * without an end gets one.
 *
 * null where a line of them looks like a marker: nobody could take that apart.
 */
export function conflictText({ base, mine, theirs }: ThreeTexts): string | null {
  const sides = [mine, theirs, ...(base === null ? [] : [base])].map(linesOf)
  if (sides.some(lines => lines.some(isMarker))) return null
  const hunk = ([mine, theirs, base]: readonly Lines[]) =>
    [MINE, ...mine!, ...(base ? [BASE, ...base] : []), MIDDLE, ...theirs!, THEIRS].join('')
  return stretchesOf(sides)
    .map(stretch => (stretch.every(lines => isSameLines(lines, stretch[0]!)) ? stretch[0]!.join('') : hunk(stretch)))
    .join('')
}

const markers = ['<', '|', '=', '>'].map(sign => sign.repeat(7))

function isMarker(line: string): boolean {
  return markers.some(marker => line.startsWith(marker))
}

type Lines = readonly string[]

/** The texts cut at the same places, so that what differs stands in stretches of its own. */
function stretchesOf(sides: readonly Lines[]): (readonly Lines[])[] {
  const stretches: (readonly Lines[])[] = []
  let from = sides.map(() => 0)
  for (const at of [...pinsOf(sides), sides.map(lines => lines.length)]) {
    const between = sides.map((lines, i) => lines.slice(from[i], at[i]))
    const before = shared(between, (lines, i) => lines[i])
    const rest = between.map(lines => lines.slice(before))
    const after = shared(rest, (lines, i) => lines[lines.length - 1 - i])
    stretches.push(
      between.map(lines => lines.slice(0, before)),
      rest.map(lines => lines.slice(0, lines.length - after)),
      rest.map(lines => lines.slice(lines.length - after)),
    )
    from = at
  }
  return stretches
}

/** Places of lines that stand once in each text, in the same order in all. */
function pinsOf(sides: readonly Lines[]): number[][] {
  const [first, ...others] = sides.map(placesOfLonelyLines)
  const last = sides.map(() => -1)
  const pins: number[][] = []
  for (const [line, at] of first!) {
    const pin = [at, ...others.map(places => places.get(line) ?? -1)]
    if (pin.some((place, i) => place <= last[i]!)) continue
    pins.push(pin)
    pin.forEach((place, i) => {
      last[i] = place
    })
  }
  return pins
}

function placesOfLonelyLines(lines: Lines): Map<string, number> {
  const places = new Map<string, number>()
  const seen = new Set<string>()
  lines.forEach((line, at) => {
    if (seen.has(line)) places.delete(line)
    else places.set(line, at)
    seen.add(line)
  })
  return places
}

/** How many lines, counted from one end, are the same in all. */
function shared(sides: readonly Lines[], lineAt: (lines: Lines, i: number) => string | undefined): number {
  const least = Math.min(...sides.map(lines => lines.length))
  let count = 0
  while (count < least && sides.every(lines => lineAt(lines, count) === lineAt(sides[0]!, count))) count++
  return count
}

function isSameLines(one: Lines, other: Lines): boolean {
  return one.length === other.length && one.every((line, i) => line === other[i])
}

/** Lines with their ends. */
function linesOf(text: string): Lines {
  const lines: string[] = []
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from)
    lines.push(end === -1 ? `${text.slice(from)}\n` : text.slice(from, end + 1))
    from = end === -1 ? text.length : end + 1
  }
  return lines
}
