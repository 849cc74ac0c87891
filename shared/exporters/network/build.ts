import type { DatasetArticle, DatasetHead } from '../../dataset/dataset.ts'
import type { Network, NetworkChoices, NetworkEdge, TimeWindow } from './network.ts'
import { type NodeName, type Statement, statementsIn } from './statements.ts'
import { windowOf } from './timeWindow.ts'

/** How often something was said or done, as counted. */
interface Tally {
  readonly from: string
  readonly to: string
  readonly how: string
  readonly window: TimeWindow | null
  count: number
}

/** Makes a network of a dataset, an article at a time; it holds nodes and tallies, and no text but names. */
export class NetworkBuilder {
  readonly #head: DatasetHead
  readonly #choices: NetworkChoices
  readonly #names = new Map<string, NodeName & { mentions: number }>()
  readonly #tallies = new Map<string, Tally>()
  #undated = 0

  constructor(head: DatasetHead, choices: NetworkChoices) {
    this.#head = head
    this.#choices = choices
  }

  add(article: DatasetArticle): void {
    const { mode, window: wanted, count } = this.#choices
    const window = windowOf(article.metadata.published, wanted)
    const seen = new Set<string>()
    for (const statement of article.layers.flatMap(layer => statementsIn(article, layer, this.#head, mode))) {
      const key = JSON.stringify([statement.from.id, statement.to.id, statement.how, window?.name])
      if (count === 'article' && seen.has(key)) continue
      seen.add(key)
      if (wanted !== 'none' && !window) this.#undated++
      this.#count(key, statement, window)
    }
  }

  #count(key: string, { from, to, how }: Statement, window: TimeWindow | null): void {
    for (const name of [from, to]) {
      const known = this.#names.get(name.id)
      if (known) known.mentions++
      else this.#names.set(name.id, { ...name, mentions: 1 })
    }
    const tally = this.#tallies.get(key)
    if (tally) tally.count++
    else this.#tallies.set(key, { from: from.id, to: to.id, how, window, count: 1 })
  }

  build(): Network {
    const { mode } = this.#choices
    const tallies = [...this.#tallies.values()]
    const nodes = [...this.#names.values()].filter(({ kind }) => mode !== 'actors' || kind === 'actor')
    const edges = mode === 'actors' ? this.#betweenActors(tallies) : this.#twoMode(tallies)
    return {
      nodes: nodes.sort((one, other) => inOrder(one.id, other.id)),
      edges: edges.sort((one, other) => inOrder(keyOf(one), keyOf(other))),
      byWords: nodes.filter(({ known }) => known === 'words').length,
      undated: this.#undated,
    }
  }

  #twoMode(tallies: readonly Tally[]): NetworkEdge[] {
    const { mode, sign } = this.#choices
    const edges = new Edges()
    for (const { from, to, how, window, count } of tallies) {
      if (mode === 'event-actor') edges.add(from, to, how, count, window)
      else if (sign === 'apart') edges.add(from, to, how, count, window)
      else if (sign === 'ignored') edges.add(from, to, 'said', count, window)
      else edges.add(from, to, 'difference', how === 'positive' ? count : how === 'negative' ? -count : 0, window)
    }
    return edges.all()
  }

  /**
   * Of two actors, for each claim that both spoke of in a window: what one said
   * times what the other said, in agreement where the signs are the same and in
   * conflict where they are opposite. What is neutral is neither.
   */
  #betweenActors(tallies: readonly Tally[]): NetworkEdge[] {
    const { sign } = this.#choices
    const byClaim = new Map<string, Tally[]>()
    for (const tally of tallies) {
      const key = JSON.stringify([tally.to, tally.window?.name])
      byClaim.set(key, [...(byClaim.get(key) ?? []), tally])
    }
    const edges = new Edges()
    for (const said of byClaim.values())
      for (const [i, one] of said.entries())
        for (const other of said.slice(i + 1)) {
          if (one.from === other.from) continue
          const [source, target] = [one.from, other.from].sort(inOrder) as [string, string]
          const weight = one.count * other.count
          const kind = kindOf(one.how, other.how)
          if (sign === 'ignored') edges.add(source, target, 'shared', weight, one.window)
          else if (kind === null) continue
          else if (sign === 'apart') edges.add(source, target, kind, weight, one.window)
          else edges.add(source, target, 'difference', kind === 'congruence' ? weight : -weight, one.window)
        }
    return edges.all()
  }
}

function kindOf(one: string, other: string): 'congruence' | 'conflict' | null {
  if (one === 'neutral' || other === 'neutral') return null
  return one === other ? 'congruence' : 'conflict'
}

/** Edges, added up where they have the same ends, kind and time. */
class Edges {
  readonly #edges = new Map<string, NetworkEdge>()

  add(source: string, target: string, kind: string, weight: number, window: TimeWindow | null): void {
    const edge = { source, target, kind, weight, window }
    const key = keyOf(edge)
    const known = this.#edges.get(key)
    this.#edges.set(key, known ? { ...known, weight: known.weight + weight } : edge)
  }

  all(): NetworkEdge[] {
    return [...this.#edges.values()]
  }
}

function keyOf({ source, target, kind, window }: NetworkEdge): string {
  return JSON.stringify([source, target, kind, window?.name ?? ''])
}

function inOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
