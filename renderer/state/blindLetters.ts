/**
 * The letters that stand for annotators where names are hidden: one mapping for
 * everything that is shown, drawn anew each time that names are hidden and for
 * each workspace. Neither the alphabet nor the order in which annotators are
 * met says who is who; whoever is met later gets a letter after those of before.
 */
export class BlindLetters {
  readonly #salt: number
  readonly #placeOf = new Map<string, number>()

  /** `salt` is a number drawn from 0 to below 1. */
  constructor(salt: number) {
    this.#salt = salt
  }

  /** Gives letters to those who have none yet. */
  meet(annotators: Iterable<string>): void {
    const strangers = [...new Set(annotators)].filter(one => !this.#placeOf.has(one))
    const drawn = strangers.map(one => ({ one, by: hashOf(`${this.#salt} ${one}`) }))
    for (const { one } of drawn.sort((a, b) => a.by - b.by)) this.#placeOf.set(one, this.#placeOf.size)
  }

  /** These, in the order of their letters; all have been met. */
  inOrder(annotators: Iterable<string>): string[] {
    return [...new Set(annotators)].sort((a, b) => this.#placeOf.get(a)! - this.#placeOf.get(b)!)
  }

  /** Who has been met, with their letters. */
  all(): ReadonlyMap<string, string> {
    return new Map([...this.#placeOf].map(([annotator, place]) => [annotator, letterAt(place)]))
  }
}

/** A for the first; after Z comes AA. */
export function letterAt(place: number): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + (place % LETTERS))
  return place < LETTERS ? last : letterAt(Math.floor(place / LETTERS) - 1) + last
}
const LETTERS = 26

/** FNV-1a, 32 bits, its bits mixed: what differs in the last letter alone stands far apart. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
