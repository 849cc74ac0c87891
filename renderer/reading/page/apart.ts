/** Letters that say whose something is: the middle of their foot, in CSS pixels of a chunk. */
export interface LettersPlaced {
  readonly left: number
  readonly top: number
  readonly letters: string
}

/** CSS pixels: of a letter, of the room around letters, and of lines that are one. */
const LETTER = 8
const ROOM = 8
const SAME_LINE = 4

/** Letters of one line beside one another, where they would stand over one another: each as near as can be to its place. The same letters at the same place are said once. */
export function apart(all: readonly LettersPlaced[]): LettersPlaced[] {
  const placed: LettersPlaced[] = []
  for (const one of [...all].sort((a, b) => a.left - b.left)) {
    const before = placed.findLast(({ top }) => Math.abs(top - one.top) < SAME_LINE)
    const least = before ? before.left + (widthOf(before) + widthOf(one)) / 2 : one.left
    const isSaid = all.find(other => other.letters === one.letters && isAt(other, one)) !== one
    if (!isSaid) placed.push({ ...one, left: Math.max(one.left, least) })
  }
  return placed
}

function isAt(one: LettersPlaced, other: LettersPlaced): boolean {
  return Math.abs(one.left - other.left) < 1 && Math.abs(one.top - other.top) < SAME_LINE
}

function widthOf({ letters }: LettersPlaced): number {
  return ROOM + LETTER * letters.length
}
