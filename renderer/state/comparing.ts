import { createStore } from 'zustand/vanilla'
import type { Edit } from '../../shared/annotation/edit.ts'
import { leftBy } from '../../shared/annotation/footprint.ts'
import type { Span } from '../../shared/annotation/span.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Case, CaseKind } from '../../shared/review/case.ts'
import { caseKinds } from '../../shared/review/case.ts'
import { words as en } from '../../shared/words/words.ts'
import { asNotice } from './asNotice.ts'
import { isWanted } from './caseFilter.ts'
import { type Mark, type Marks, marksOf, without } from './comparedMarks.ts'
import type { OpenArticle } from './openArticle.ts'
import { followOwn, type OwnLayer, untold } from './ownMarks.ts'
import type { ReadingStore } from './reading.ts'
import type { ReviewView, ReviewViewStore } from './reviewView.ts'

/** A layer of the workspace that can be compared. */
export interface Comparable {
  /** The annotator's id. */
  readonly id: string
  readonly name: string
  readonly kind: 'own' | 'colleague' | 'gold' | 'imported'
  /** How many articles have one. */
  readonly articles: number
}

/** What is known of a chosen layer in the open article. */
export interface ComparedLayer {
  readonly id: string
  /** Whether the article has such a layer, and it could be read; else the problem. `sealed`: it isn't shown until all who code there are done. */
  readonly there: 'yes' | 'none' | 'sealed' | ProblemNotice
  /** Annotations without a place in the present text. */
  readonly unplaced: number
  /** Whether it was made on another text than that at hand. */
  readonly isOfOtherText: boolean
}

/** The cases of an article, by place, and what is known of its chosen layers. */
export interface ComparedArticle {
  readonly cases: readonly Case[]
  readonly layers: readonly ComparedLayer[]
}

export interface Comparing {
  readonly phase: 'off' | 'coming' | 'there' | 'failed'
  readonly problem: ProblemNotice | null
  /** Grows whenever what is shown becomes another. */
  readonly version: number
  /** All layers of the workspace that may be compared. */
  readonly comparable: readonly Comparable[]
  /** Of the open article. */
  readonly told: readonly ComparedLayer[]
  /** The two layers that stand beside one another; null: the first two. */
  readonly pair: readonly [string, string] | null
  /** Which of the two pages is worked in. */
  readonly side: Side
  /** The case that is looked at, by its id. */
  readonly current: string | null
}

/** Of two pages, which. Of one page, 0. */
export type Side = 0 | 1

interface Parts {
  readonly reading: ReadingStore
  readonly view: ReviewViewStore
  /** The layers of the workspace on the desk; those that are sealed aren't told. */
  readonly loadLayers: () => Promise<readonly Comparable[]>
  readonly loadArticle: (article: string, layers: readonly string[]) => Promise<ComparedArticle>
  /** The annotator in whose layer the person writes. */
  readonly me: () => string
  /** That layer, which may be compared before there is a file of it. */
  readonly mine: () => Comparable
  /** Makes edits of what is being typed. */
  readonly settle: () => void
  /** Edits of an article that the desktop may not have yet, and when it has them; null for none. */
  readonly lag: (article: string) => { readonly edits: readonly Edit[]; readonly over: Promise<unknown> } | null
  /** Leaves the past, where it is looked at. */
  readonly leavePast: () => void
  /** Does something once nothing was asked for a while. */
  readonly soon: (act: () => void) => () => void
}

const nothing = { phase: 'off', problem: null, told: [], side: 0, current: null } as const
const empty: ComparedArticle = { cases: [], layers: [] }

/** What chosen layers say of the open article: its cases as marks, of which one is looked at. */
export function makeComparing(parts: Parts) {
  const { reading, view, loadLayers, loadArticle, me, mine, settle, lag, leavePast, soon } = parts
  const store = createStore<Comparing>(() => ({ ...nothing, version: 0, comparable: [], pair: null }))
  const { getState, setState } = store
  let held: OpenArticle | null = null
  let asked = ''
  let turn = 0
  let told: ComparedArticle = empty
  /** Those that a person wants to see, by place. */
  let cases: readonly Case[] = []
  /** Of one page, or of two. */
  let sides: readonly Marks[] = []
  /** Own annotations that were edited since what is told was asked for, and since what is on its way was. */
  let edited = new Set<string>()
  let editedSince = new Set<string>()
  let stopWaiting: () => void = () => {}

  /** The layers that stand in the article: all that are chosen, or two of them. */
  function shownLayers({ layers, mode }: ReviewView = view.getState()): readonly string[] {
    if (mode !== 'beside') return layers
    const { pair } = getState()
    const two = pair?.filter(one => layers.includes(one)) ?? []
    return two.length === 2 ? two : [...two, ...layers.filter(one => !two.includes(one))].slice(0, 2)
  }

  /** Asks for what isn't at hand, and shows it. */
  function follow(): void {
    const { article } = reading.getState()
    const now = view.getState()
    if (now.mode === 'off' || !article) {
      leave()
      return
    }
    if (article !== held) {
      leave()
      held = article
    }
    const layers = [...shownLayers()].sort()
    const wanted = JSON.stringify(layers)
    // Until others are told, what is told of is shown among those that are chosen now: marks point into these.
    if (wanted === asked || getState().phase === 'there') show()
    if (wanted === asked) return
    asked = wanted
    void load(article, layers)
  }

  async function load(article: OpenArticle, layers: readonly string[]): Promise<void> {
    const mine = ++turn
    if (getState().phase === 'off') setState({ phase: 'coming' })
    try {
      leavePast()
      settle()
      await article.filled
      if (mine !== turn) return
      const waiting = lag(article.ticket)
      editedSince = new Set(waiting?.edits.flatMap(annotationsIn))
      void waiting?.over.then(again)
      const found = await loadArticle(article.ticket, layers)
      if (mine !== turn) return
      told = found
      edited = editedSince
      setState({ phase: 'there', problem: null, told: found.layers })
    } catch (failure) {
      if (mine !== turn) return
      told = empty
      setState({ phase: 'failed', problem: asNotice(failure, 'cannot-read'), told: [] })
    }
    show()
  }

  /** Marks what is told and wanted. */
  function show(): void {
    if (!held || getState().phase === 'coming') return
    const { layers, mode, filters } = view.getState()
    const { selected } = reading.getState()
    const before = selected === null ? undefined : caseOf(selected)?.extent
    cases = told.cases.filter(one => isWanted(one, filters))
    const { text } = held
    const own = ownLayer()
    const rest = own ? untold(own, told.cases) : []
    sides =
      mode === 'beside'
        ? shownLayers().map(layer =>
            marksOf(text, cases, { layers, shown: [layer], ...(layer === own?.id ? { own, untold: rest } : {}) }),
          )
        : [marksOf(text, cases, { layers, own, untold: rest })]
    const { current } = getState()
    // Where somebody says more by now it is another case, at the place that was looked at.
    const there = cases.find(({ id }) => id === current) ?? cases.find(({ extent }) => isSame(extent, before))
    put(held, there?.id ?? null)
  }

  /** The layer that is edited, where it is one of those that are shown. */
  function ownLayer(): OwnLayer | undefined {
    const id = me()
    return held && shownLayers().includes(id) ? { id, layer: held.present, edited } : undefined
  }

  /** Whether the own layer is on a page. */
  function isOwnOn(side: Side): boolean {
    const shown = shownLayers()
    return view.getState().mode === 'beside' ? shown[side] === me() : shown.includes(me())
  }

  /** Puts the marks of the page that is worked in where the layer is looked for. */
  function put(article: OpenArticle, current: string | null): void {
    const marks = sides[getState().side] ?? sides[0]
    article.compared = marks?.layer ?? null
    article.isOwnCompared = isOwnOn(getState().side)
    setState(({ version }) => ({ version: version + 1, current }))
    const { selected } = reading.getState()
    if (selected !== null && !article.layer.annotations.has(selected)) reading.select(markOf(current) ?? null)
    reading.arrived(article)
  }

  function leave(): void {
    stopWaiting()
    turn++
    asked = ''
    told = empty
    cases = []
    sides = []
    const article = held
    held = null
    if (getState().phase !== 'off') setState(({ version }) => ({ ...nothing, version: version + 1 }))
    if (!article?.compared) return
    article.compared = null
    article.isOwnCompared = false
    if (reading.getState().article !== article) return
    reading.select(null)
    reading.arrived(article)
  }

  /** The mark of a case that is selected, on the page that is worked in: the own one, else the first. */
  function markOf(id: string | null): string | undefined {
    const marks = (id === null ? undefined : sides[getState().side]?.ofCase.get(id)) ?? []
    return (marks.find(({ annotation }) => held?.present.annotations.has(annotation.id)) ?? marks[0])?.annotation.id
  }

  /** Looks at a case: its mark is selected, and it comes into view. */
  function goTo(id: string): Case | undefined {
    const one = cases.find(each => each.id === id)
    if (!one || !held) return undefined
    setState(({ version }) => ({ current: id, version: version + 1 }))
    reading.select(markOf(id) ?? null)
    reading.selectText({ start: one.extent.start, end: one.extent.start })
    reading.reveal(one.extent)
    return one
  }

  /** Those that differ, of those that are wanted, by place. */
  function differing(): readonly Case[] {
    return cases.filter(({ kinds }) => !kinds.includes('same'))
  }

  view.subscribe(follow)
  reading.subscribe((state, before) => {
    if (state.article !== before.article) {
      follow()
      return
    }
    if (!held || state.selected === before.selected || state.selected === null) return
    const chosen = caseOf(state.selected)
    if (chosen && chosen.id !== getState().current)
      setState(({ version }) => ({ current: chosen.id, version: version + 1 }))
  })
  reading.onEdited((article, edit) => {
    if (article !== held) return
    const own = ownLayer()
    const { layers } = view.getState()
    for (const id of annotationsIn(edit)) {
      edited.add(id)
      editedSince.add(id)
    }
    for (const [side, marks] of sides.entries())
      if (own && isOwnOn(side as Side)) followOwn(marks, own, edit, mark => without(article.text, own, layers, mark))
    again()
  })

  function markById(id: string): Mark | undefined {
    for (const { byId } of sides) {
      const found = byId.get(id)
      if (found) return found
    }
    return undefined
  }

  const caseOf = (mark: string): Case | undefined => markById(mark)?.case

  /** What is told may be otherwise by now: it is asked for again, in a moment. */
  function again(): void {
    stopWaiting()
    stopWaiting = soon(() => {
      if (!held || asked === '') return
      void load(held, JSON.parse(asked) as string[])
    })
  }

  return {
    ...store,
    shownLayers,
    again,
    /** Learns which layers the workspace has. Throws a Problem. */
    async lookUp(): Promise<readonly Comparable[]> {
      const found = await loadLayers()
      const own = mine()
      const comparable = own.id === '' || found.some(({ id }) => id === own.id) ? found : [...found, own]
      // Gold bears the name of whoever adjudicates, who may have a layer of their own.
      view.name(
        comparable.map(({ id, name, kind }) => ({ id, name: kind === 'gold' ? en.comparing.gold(name) : name })),
      )
      setState({ comparable })
      return comparable
    },
    /** Puts two layers beside one another. */
    setPair(pair: readonly [string, string]): void {
      setState({ pair })
      follow()
    },
    /** Whether the open article is shown as layers compared. */
    isShown: () => sides.length > 0,
    /** Whether the layer that is edited is one of those that are shown. */
    isOwnShown: () => ownLayer() !== undefined,
    marks: (side: Side): Marks | undefined => sides[side],
    /** What is said of a case: by all layers of one page, or by both of two. */
    marksOf: (id: string): readonly Mark[] => sides.flatMap(({ ofCase }) => ofCase.get(id) ?? []),
    /** A page is worked in: what is listed and walked is what it shows. */
    enter(side: Side): void {
      if (!held || side === getState().side || !sides[side]) return
      setState({ side })
      put(held, getState().current)
      reading.select(markOf(getState().current) ?? null)
    },
    caseOf,
    /** What is drawn, listed and selected under this id; undefined for what isn't compared. */
    mark: markById,
    current: (): Case | undefined => cases.find(({ id }) => id === getState().current),
    goTo,
    differing,
    /** The next or the one before, from the one that is looked at, else from a place; undefined where there is none. */
    step(by: 1 | -1): Case | undefined {
      const all = differing()
      const { current } = getState()
      const at = all.findIndex(({ id }) => id === current)
      if (at !== -1) return goTo(all[at + by]?.id ?? '')
      const place = this.current()?.extent.start ?? reading.getState().selection?.start ?? held?.place ?? 0
      const next =
        by === 1 ? all.find(({ extent }) => extent.start >= place) : all.findLast(({ extent }) => extent.start < place)
      return next && goTo(next.id)
    },
    /** How many cases of each kind the article has, whatever is wanted. */
    counts(): ReadonlyMap<CaseKind, number> {
      const counts = new Map<CaseKind, number>(caseKinds.map(kind => [kind, 0]))
      for (const { kinds } of told.cases) for (const kind of kinds) counts.set(kind, counts.get(kind)! + 1)
      return counts
    },
    /** Tags that are said anywhere in the article, by how often. */
    tags(): ReadonlySet<string> {
      return new Set(told.cases.flatMap(({ opinions }) => opinions.map(({ tag }) => tag)))
    },
    /** Another workspace comes. */
    forget(): void {
      leave()
      setState({ comparable: [], pair: null })
    },
  }
}

/** The annotations whose marks an edit changes: those that it leaves otherwise, and the ends of links. */
function annotationsIn(edit: Edit): string[] {
  return leftBy(edit).flatMap(left =>
    left.part === 'annotation' ? [left.id] : left.part === 'link' && left.value ? [left.value.from] : [],
  )
}

export type ComparingStore = ReturnType<typeof makeComparing>

function isSame(one: Span, other: Span | undefined): boolean {
  return one.start === other?.start && one.end === other.end
}
