import { createStore } from 'zustand/vanilla'
import type { CaseKind } from '../../shared/review/case.ts'

/** How chosen layers stand in the article: over its words, on a page beside it, or not at all. */
export const reviewModes = ['off', 'overlaid', 'beside'] as const
export type ReviewMode = (typeof reviewModes)[number]

/** What of the cases is shown; null wherever all are. An empty list shows none. */
export interface ReviewFilters {
  readonly kinds: readonly CaseKind[] | null
  /** Ids of tags: a case is shown where any of its opinions has one of them. */
  readonly tags: readonly string[] | null
  /** Annotators: a case is shown where one of them has an opinion in it, or says nothing in it. */
  readonly annotators: readonly string[] | null
}

/** A layer that may be chosen, as a person knows it. */
export interface NamedLayer {
  /** The annotator's id. */
  readonly id: string
  readonly name: string
}

/** Which layers are reviewed, and how they are shown: the same wherever they are. */
export interface ReviewView {
  /** The annotators whose layers are chosen, in the order of their letters: the first is A. */
  readonly layers: readonly string[]
  /** What the layers of the workspace are called, by the annotator's id. */
  readonly names: ReadonlyMap<string, string>
  readonly mode: ReviewMode
  /** Whether nobody’s name and no count is shown. */
  readonly isBlind: boolean
  readonly filters: ReviewFilters
}

export const noFilters: ReviewFilters = { kinds: null, tags: null, annotators: null }

/** `random` draws a number from 0 to below 1: in blind mode it says who is A. */
export function makeReviewView({ random }: { random: () => number }) {
  const store = createStore<ReviewView>(() => ({
    layers: [],
    names: new Map(),
    mode: 'off',
    isBlind: false,
    filters: noFilters,
  }))
  const { getState, setState } = store
  /** Drawn anew each time that names are hidden. */
  let salt = 0

  /** Sorted, or where nobody is to be known by their letter, in an order that is drawn. */
  function ordered(layers: readonly string[], isBlind: boolean): string[] {
    const sorted = [...new Set(layers)].sort()
    if (!isBlind) return sorted
    const drawn = sorted.map(layer => ({ layer, by: random() }))
    return drawn.sort((one, other) => one.by - other.by).map(({ layer }) => layer)
  }

  return {
    ...store,
    /** Chooses the layers that are reviewed. Annotators to filter by whose layers aren't chosen any more are forgotten; where none is left, all are shown. */
    choose(layers: readonly string[]): void {
      const { isBlind, filters } = getState()
      const left = filters.annotators?.filter(one => layers.includes(one)) ?? []
      const annotators = filters.annotators?.length && left.length === 0 ? null : filters.annotators && left
      setState({ layers: ordered(layers, isBlind), filters: { ...filters, annotators } })
    },
    /** What the layers of the workspace are called. */
    name(layers: readonly NamedLayer[]): void {
      setState({ names: new Map(layers.map(({ id, name }) => [id, name])) })
    },
    setMode: (mode: ReviewMode) => setState({ mode }),
    /** Letters are drawn anew each time that names are hidden: who was A before says nothing. */
    setBlind(isBlind: boolean): void {
      if (isBlind === getState().isBlind) return
      setState(({ layers }) => ({ isBlind, layers: ordered(layers, isBlind) }))
      if (isBlind) salt = random()
    },
    /** Where names are hidden, who is A differs from article to article, and is the same again in one that is come back to. */
    arrange(article: string): void {
      const { isBlind, layers } = getState()
      if (!isBlind) return
      const by = new Map(layers.map(layer => [layer, hashOf(`${salt} ${article} ${layer}`)]))
      const arranged = layers.toSorted((one, other) => by.get(one)! - by.get(other)!)
      if (arranged.some((layer, i) => layer !== layers[i])) setState({ layers: arranged })
    },
    filter: (filters: Partial<ReviewFilters>) => setState(state => ({ filters: { ...state.filters, ...filters } })),
    /** Another workspace: its layers aren't known yet. Whether names are hidden stays as it was. */
    forget: () => setState(({ isBlind }) => ({ ...store.getInitialState(), isBlind })),
  }
}

export type ReviewViewStore = ReturnType<typeof makeReviewView>

/** The letter of a chosen layer: A for the first; after Z comes AA. Empty for one that isn't chosen. */
export function letterOf({ layers }: Pick<ReviewView, 'layers'>, layer: string): string {
  const place = layers.indexOf(layer)
  return place === -1 ? '' : lettersAt(place)
}

/** What a layer is called on the screen: its letter where names are hidden, else its annotator's name. */
export function shownName(view: Pick<ReviewView, 'layers' | 'names' | 'isBlind'>, layer: string): string {
  if (view.isBlind) return letterOf(view, layer)
  return view.names.get(layer) ?? layer
}

/** FNV-1a, 32 bits, its bits mixed: what differs in the last letter alone stands far apart. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function lettersAt(place: number): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + (place % LETTERS))
  return place < LETTERS ? last : lettersAt(Math.floor(place / LETTERS) - 1) + last
}
const LETTERS = 26
