import { createStore } from 'zustand/vanilla'
import type { CaseKind } from '../../shared/review/case.ts'
import { BlindLetters, letterAt } from './blindLetters.ts'

/** How chosen layers stand in the article: over its words, on a page beside it, or not at all. */
export const reviewModes = ['off', 'overlaid', 'beside'] as const
export type ReviewMode = (typeof reviewModes)[number]

/** How they stand in it, wherever they do. */
export type ReviewWay = Exclude<ReviewMode, 'off'>

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
  /** The letters of layers, by the annotator's id: where names are hidden those of everybody who was met, else of those that are chosen. */
  readonly letters: ReadonlyMap<string, string>
  readonly mode: ReviewMode
  /** How they stood there last: so they are shown the next time. */
  readonly way: ReviewWay
  /** Whether nobody’s name and no count is shown. */
  readonly isBlind: boolean
  readonly filters: ReviewFilters
}

export const noFilters: ReviewFilters = { kinds: null, tags: null, annotators: null }

/** `random` draws a number from 0 to below 1: where names are hidden it says who is A. */
export function makeReviewView({ random }: { random: () => number }) {
  const store = createStore<ReviewView>(() => ({
    layers: [],
    names: new Map(),
    letters: new Map(),
    mode: 'off',
    way: 'overlaid',
    isBlind: false,
    filters: noFilters,
  }))
  const { getState, setState } = store
  /** Those of the time for which names are hidden; null while they are shown. */
  let blind: BlindLetters | null = null
  /** Everybody who may need a letter. */
  let met: ReadonlySet<string> = new Set()

  /** The chosen layers in the order of their letters: sorted, or where nobody is to be known by their letter, as it was drawn. */
  function lettered(layers: readonly string[]): Pick<ReviewView, 'layers' | 'letters'> {
    met = new Set([...met, ...layers])
    if (!blind) {
      const sorted = [...new Set(layers)].sort()
      return { layers: sorted, letters: new Map(sorted.map((layer, place) => [layer, letterAt(place)])) }
    }
    blind.meet(met)
    return { layers: blind.inOrder(layers), letters: blind.all() }
  }

  return {
    ...store,
    /** Chooses the layers that are reviewed. Annotators to filter by whose layers aren't chosen any more are forgotten; where none is left, all are shown. */
    choose(layers: readonly string[]): void {
      const { filters } = getState()
      const left = filters.annotators?.filter(one => layers.includes(one)) ?? []
      const annotators = filters.annotators?.length && left.length === 0 ? null : filters.annotators && left
      setState({ ...lettered(layers), filters: { ...filters, annotators } })
    },
    /** What the layers of the workspace are called. */
    name(layers: readonly NamedLayer[]): void {
      setState({ names: new Map(layers.map(({ id, name }) => [id, name])) })
      this.meet(layers.map(({ id }) => id))
    },
    /** These annotators are shown somewhere: each has a letter of their own from now on, the same on all screens, should names be hidden. */
    meet(annotators: readonly string[]): void {
      if (annotators.every(one => met.has(one))) return
      met = new Set([...met, ...annotators])
      if (blind) setState(lettered(getState().layers))
    },
    setMode: (mode: ReviewMode) => setState(mode === 'off' ? { mode } : { mode, way: mode }),
    /** How layers are shown once they are compared. */
    setWay: (way: ReviewWay) => setState({ way }),
    /** Letters are drawn anew each time that names are hidden: who was A before says nothing. */
    setBlind(isBlind: boolean): void {
      if (isBlind === getState().isBlind) return
      blind = isBlind ? new BlindLetters(random()) : null
      setState({ isBlind, ...lettered(getState().layers) })
    },
    filter: (filters: Partial<ReviewFilters>) => setState(state => ({ filters: { ...state.filters, ...filters } })),
    /** Another workspace: its layers aren't known yet. Whether names are hidden stays as it was. */
    forget(): void {
      met = new Set()
      if (blind) blind = new BlindLetters(random())
      setState(({ isBlind }) => ({ ...store.getInitialState(), isBlind }))
    },
  }
}

export type ReviewViewStore = ReturnType<typeof makeReviewView>

/** The letter of a layer: of a chosen one, or where names are hidden of any. Empty for one that has none. */
export function letterOf({ letters }: Pick<ReviewView, 'letters'>, layer: string): string {
  return letters.get(layer) ?? ''
}

/** What a layer is called on the screen: its letter where names are hidden, else its annotator's name. */
export function shownName(view: Pick<ReviewView, 'letters' | 'names' | 'isBlind'>, layer: string): string {
  if (view.isBlind) return letterOf(view, layer)
  return view.names.get(layer) ?? layer
}
