import type { Entity } from './entity.ts'

/** How an entity was found, the best first: its name or an alias as a whole, at its beginning, or at that of any word. */
export type Fit = 'name' | 'alias' | 'begins-name' | 'begins-alias' | 'word'
const fits: readonly Fit[] = ['name', 'alias', 'begins-name', 'begins-alias', 'word']

export interface FoundEntity {
  readonly entity: Entity
  readonly fit: Fit
  /** The name or alias that fits. */
  readonly by: string
}

/** What callers know of how entities are used: by it, entities that fit alike are ordered. */
export interface Usage {
  /** How often it is referred to in this document. */
  inDocument(id: string): number
  /** When it was used last, as any growing number; 0 for never. */
  lastUsed(id: string): number
}

interface Indexed {
  readonly entity: Entity
  /** Name and aliases as they are compared; the name is the first. */
  readonly folded: readonly string[]
  /** All of them as one text, each with a space before and a line break after it: ` harbour gazette`. */
  readonly words: string
}

const DEFAULT_MOST = 50

/**
 * Finds entities for type-ahead: by name, alias, and the beginning of any word
 * of them, whatever the case and the accents. Several words have to begin words
 * of one name each. Entities that were merged into another aren't offered.
 *
 * What is compared is made once an entity; looking through 50,000 of them takes
 * a few milliseconds.
 */
export class EntityFinder {
  readonly #entities: ReadonlyMap<string, Entity>
  readonly #version: () => number
  #followed = Number.NaN
  /** In the order of the map; what stands elsewhere by now is compared by its object, and made anew. */
  readonly #indexed: Indexed[] = []
  /** The words of all of them, and where each one's end. */
  #text = ''
  #ends = new Int32Array()

  /**
   * `entities` may change in place: what is known of an entity holds as long as
   * it is the same object. They are looked through for changes only where
   * `version` is another than before; without one, every time.
   */
  constructor(entities: ReadonlyMap<string, Entity>, version: () => number = () => Number.NaN) {
    this.#entities = entities
    this.#version = version
  }

  /** The entities that fit best, `most` of them; all by use where nothing was typed. `kinds`: only of these, where any are named. */
  find(
    typed: string,
    { usage, kinds = [], most = DEFAULT_MOST }: { usage: Usage; kinds?: readonly string[]; most?: number },
  ): FoundEntity[] {
    const wanted = fold(typed)
    const parts = wanted.split(' ').filter(part => part !== '')
    this.#follow()
    const byFit: Hit[][] = fits.map(() => [])
    for (const { entity, folded } of this.#candidates(parts)) {
      if (entity.mergedInto !== undefined || (kinds.length > 0 && !kinds.includes(entity.kind))) continue
      const [fit, at] = wanted === '' ? asItIs : fitOf(folded, wanted, parts)
      byFit[fit]?.push({ entity, at })
    }
    const found: FoundEntity[] = []
    byFit.forEach((hits, fit) => {
      for (const { entity, at } of best(hits, usage, most - found.length))
        found.push({ entity, fit: fits[fit]!, by: at === 0 ? entity.name : entity.aliases[at - 1]! })
    })
    return found
  }

  /** Those with a name of which some word begins with the longest of the parts: one look through one long text. */
  #candidates(parts: readonly string[]): readonly Indexed[] {
    if (parts.length === 0) return this.#indexed
    const wanted = ` ${parts.reduce((one, other) => (other.length > one.length ? other : one))}`
    const found: Indexed[] = []
    let i = 0
    for (let at = this.#text.indexOf(wanted); at !== -1; at = this.#text.indexOf(wanted, this.#ends[i - 1])) {
      while (this.#ends[i]! <= at) i++
      found.push(this.#indexed[i++]!)
    }
    return found
  }

  #follow(): void {
    const version = this.#version()
    if (version === this.#followed) return
    this.#followed = version
    let i = 0
    let before: Map<Entity, Indexed> | null = null
    for (const entity of this.#entities.values()) {
      if (this.#indexed[i]?.entity !== entity) {
        // Something was put in or taken out: what comes after it has moved.
        before ??= new Map(this.#indexed.map(one => [one.entity, one]))
        this.#indexed[i] = before.get(entity) ?? indexOf(entity)
      }
      i++
    }
    if (!before && this.#indexed.length === i) return
    this.#indexed.length = i
    this.#text = this.#indexed.map(({ words }) => words).join('')
    let end = 0
    this.#ends = Int32Array.from(this.#indexed, ({ words }) => (end += words.length))
  }
}

interface Hit {
  readonly entity: Entity
  /** 0 for the name, else the alias's number and one. */
  readonly at: number
}

const asItIs: readonly [fit: number, at: number] = [0, 0]

function indexOf(entity: Entity): Indexed {
  const folded = [entity.name, ...entity.aliases].map(fold)
  return { entity, folded, words: folded.map(name => ` ${name}\n`).join('') }
}

/** A name as it is compared: no case, no accents, one space between words, and nothing that is no letter or digit. */
export function fold(name: string): string {
  const plain = plainWords.test(name) ? name : name.normalize('NFKD').replace(/\p{M}+/gu, '')
  return plain
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
const plainWords = /^[\x20-\x7e]*$/

/** How an entity fits, as a place in `fits`, and by which of its names; a place beyond them where it doesn't. */
function fitOf(folded: readonly string[], wanted: string, parts: readonly string[]): readonly [number, number] {
  let [best, by] = [fits.length, 0]
  for (let at = 0; at < folded.length; at++) {
    const name = folded[at]!
    const begins = name.startsWith(wanted)
    const fit = begins ? (at > 0 ? 1 : 0) + (name.length === wanted.length ? 0 : 2) : hasWords(name, parts) ? 4 : best
    if (fit < best) [best, by] = [fit, at]
  }
  return [best, by]
}

function hasWords(name: string, parts: readonly string[]): boolean {
  for (const part of parts) if (!name.startsWith(part) && !name.includes(` ${part}`)) return false
  return true
}

interface Weighed extends Hit {
  readonly often: number
  readonly last: number
}

/** The first `most` of entities that fit alike: in this document, lately, often, then by name. */
function best(hits: readonly Hit[], usage: Usage, most: number): Hit[] {
  if (most <= 0) return []
  const top: Weighed[] = []
  for (const { entity, at } of hits) {
    const [often, last] = [usage.inDocument(entity.id), usage.lastUsed(entity.id)]
    const weakest = top.length === most ? top[most - 1]! : null
    if (weakest && last < weakest.last && often === 0) continue
    const weighed = { entity, at, often, last }
    if (weakest && order(weakest, weighed) <= 0) continue
    let place = top.length
    while (place > 0 && order(top[place - 1]!, weighed) > 0) place--
    top.splice(place, 0, weighed)
    if (top.length > most) top.pop()
  }
  return top
}

function order(one: Weighed, other: Weighed): number {
  return (
    Number(other.often > 0) - Number(one.often > 0) ||
    other.last - one.last ||
    other.often - one.often ||
    byText(one.entity.name, other.entity.name) ||
    byText(one.entity.id, other.entity.id)
  )
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
