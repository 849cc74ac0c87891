import type { JsonObject } from '../../json/json.ts'
import { endsOf, entriesOf, isUnplaced } from '../sidecarEntries.ts'

type Two<T> = Readonly<Record<'mine' | 'theirs', T>>

/**
 * Annotations that one side took away and that the other can't do without: it
 * has changed them, or linked to them since. With them go, or come back, all
 * links that lead to them, so that either side of a merge is whole.
 */
export class MissedEnds {
  readonly ids: readonly string[]
  readonly #annotations: Two<ReadonlyMap<string, JsonObject>>
  readonly #links: Two<readonly JsonObject[]>

  /** `plain` is what merging came to on either side; `asked` the annotations that one side took away and the other changed. */
  constructor(versions: Two<JsonObject>, plain: Two<JsonObject>, asked: readonly string[]) {
    const annotationsOf = (file: JsonObject) => entriesOf(file, 'annotations')
    const linksOf = (file: JsonObject) => [...entriesOf(file, 'links').values()]
    this.#annotations = { mine: annotationsOf(versions.mine), theirs: annotationsOf(versions.theirs) }
    this.#links = { mine: linksOf(versions.mine), theirs: linksOf(versions.theirs) }
    const missed = new Set(asked)
    for (const file of [plain.mine, plain.theirs]) for (const id of this.#missing(file, linksOf(file))) missed.add(id)
    // What comes back brings its links, and they what they lead to. A set goes on with what is added meanwhile.
    for (const id of missed) {
      const owner = this.#owner(id)
      const links = this.#links[owner].filter(link => endsOf(link).includes(id))
      for (const end of this.#missing(plain[owner], links)) missed.add(end)
    }
    this.ids = [...missed]
  }

  /** How either version has it. */
  sides(id: string): Two<JsonObject | undefined> {
    return { mine: this.#annotations.mine.get(id), theirs: this.#annotations.theirs.get(id) }
  }

  /** The merged file as one side means it: with what it kept and all links to that, or without either. */
  asMeantBy(side: 'mine' | 'theirs', file: JsonObject): JsonObject {
    const back = this.ids.filter(id => this.#owner(id) === side)
    const annotations = entriesOf(file, 'annotations')
    for (const id of this.ids) if (!back.includes(id)) annotations.delete(id)
    for (const id of back) if (!annotations.has(id)) annotations.set(id, this.#annotations[side].get(id)!)
    const links = entriesOf(
      this.withoutLinks(file, id => !back.includes(id)),
      'links',
    )
    for (const link of this.#links[side]) {
      const [id, isBack] = [link['id'] as string, endsOf(link).some(end => back.includes(end))]
      if (isBack && !links.has(id)) links.set(id, link)
    }
    return { ...withLists(file, [...annotations.values()]), links: [...links.values()] }
  }

  /** The file without links to those that are missed, or to some of them. */
  withoutLinks(file: JsonObject, some: (id: string) => boolean = () => true): JsonObject {
    const gone = new Set(this.ids.filter(some))
    const links = [...entriesOf(file, 'links').values()].filter(link => !endsOf(link).some(end => gone.has(end)))
    return { ...file, links }
  }

  #owner(id: string): 'mine' | 'theirs' {
    return this.#annotations.mine.has(id) ? 'mine' : 'theirs'
  }

  /** What links lead to that is not in the file, and that one side alone still has. What neither has hung in the air before. */
  #missing(file: JsonObject, links: readonly JsonObject[]): string[] {
    const there = entriesOf(file, 'annotations')
    const { mine, theirs } = this.#annotations
    return links.flatMap(endsOf).filter(end => !there.has(end) && mine.has(end) !== theirs.has(end))
  }
}

/** A sidecar with these annotations, placed or not, in the place of its own. */
export function withLists(file: JsonObject, annotations: readonly JsonObject[]): JsonObject {
  const [placed, unplaced] = [annotations.filter(one => !isUnplaced(one)), annotations.filter(isUnplaced)]
  return { ...file, annotations: placed, unplaced }
}
