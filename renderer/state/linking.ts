import { createStore } from 'zustand/vanilla'
import { makeAnchor } from '../../shared/annotation/anchor.ts'
import type { Annotation, AttributeValue, Link } from '../../shared/annotation/annotation.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import type { Layer } from '../../shared/annotation/layer.ts'
import { withoutLostCue } from '../../shared/annotation/lostCue.ts'
import type { Span } from '../../shared/annotation/span.ts'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import { tagAtOtherEnd, type Way, waysBetween, waysFrom } from '../../shared/codebook/linkTypes.ts'
import { type Hint, hintsFrom, type NamedEntity } from './linkHints.ts'
import { retyped, waysOfLink } from './linkWays.ts'
import { changeableAnnotation, type Entry, type ReadingStore, selectedText } from './reading.ts'
import type { Tagging } from './tagging.ts'

/** While a link is being made: from what, and what can be pointed at. */
export interface LinkingMode {
  /** The id of the annotation that is being linked. */
  readonly source: string
  /** Every kind of link that it can have; digits choose one. */
  readonly ways: readonly Way[]
  /** The kind that was chosen: only what it allows is offered. */
  readonly wanted: Way | null
  /** The letters typed so far. */
  readonly typed: string
  /** What is being looked for by words; null while letters choose. */
  readonly words: string | null
  readonly hints: readonly Hint[]
}

/** A link that was just made: the next digit changes its kind. */
export interface MadeLink {
  readonly link: string
  readonly ways: readonly Way[]
}

export interface Linking {
  readonly mode: LinkingMode | null
  readonly made: MadeLink | null
  /** The id of the link in hand: made, followed or focused last. Following it again leads back. */
  readonly current: string | null
}

interface Parts {
  readonly reading: ReadingStore
  readonly tagging: Pick<Tagging, 'draw' | 'settle' | 'snap'>
  readonly codebook: () => Codebook
  readonly randomId: () => string
  /** Entities of the register whose name holds these words, the likeliest first. */
  readonly entities: (words: string) => readonly NamedEntity[]
}

const nothing: Linking = { mode: null, made: null, current: null }

/** What a person does with links: linking mode, and changing the links that there are. Each change is one undo. */
export function makeLinking({ reading, tagging, codebook, randomId, entities }: Parts) {
  const store = createStore<Linking>(() => nothing)
  const { getState, setState } = store
  /** The entry that made the link which was just made. */
  let madeBy: Entry | undefined
  /** The annotation that was selected last: selecting words lets go of it, and the words may be for its link. */
  let recent: string | null = null

  reading.subscribe((state, before) => {
    recent = state.selected ?? (state.article === before.article ? recent : null)
    const { mode } = getState()
    if (state.article !== before.article) setState(nothing)
    else if (mode && state.selected !== mode.source) setState({ mode: null })
    else if (mode && state.version !== before.version) setState({ mode: lookAround(mode) })
  })

  function writable() {
    const { article } = reading.getState()
    return article?.canAnnotate ? article : null
  }

  /** The mode with targets as they are now. */
  function lookAround(mode: LinkingMode): LinkingMode {
    const { article } = reading.getState()
    const source = article?.present.annotations.get(mode.source)
    if (!article || !source) return mode
    const types = mode.wanted ? [mode.wanted.type] : codebook().links
    return { ...mode, hints: hintsFrom(article.present, source, { types, words: mode.words ?? '', entities }) }
  }

  /** Begins to link the selected annotation. False where the codebook has no link for it. */
  function begin(): boolean {
    tagging.settle()
    const annotation = changeableAnnotation(reading.getState())
    const ways = annotation ? waysFrom(codebook().links, annotation.tag) : []
    if (!annotation || ways.length === 0) return false
    const mode = { source: annotation.id, ways, wanted: null, typed: '', words: null, hints: [] }
    setState({ mode: lookAround(mode), made: null })
    return true
  }

  function end(): void {
    setState({ mode: null, made: null })
  }

  /** One more letter of a hint. A link once it names one; null where letters are still missing or name none. */
  function typeLetter(letter: string): Link | null {
    const { mode } = getState()
    if (!mode) return null
    const typed = mode.typed + letter.toLowerCase()
    const hint = mode.hints.find(({ key }) => key === typed)
    if (hint) return choose(hint)
    if (mode.hints.some(({ key }) => key.startsWith(typed))) setState({ mode: { ...mode, typed } })
    return null
  }

  /** Takes the last letter back. */
  function back(): void {
    const { mode } = getState()
    if (mode) setState({ mode: { ...mode, typed: mode.typed.slice(0, -1) } })
  }

  /** Only what this kind of link allows; the same kind again offers everything. */
  function want(way: Way): void {
    const { mode } = getState()
    if (!mode) return
    const wanted = mode.wanted?.type.id === way.type.id ? null : way
    setState({ mode: lookAround({ ...mode, wanted, typed: '' }) })
  }

  /** Only what holds these words, near or far; `null` goes back to letters. */
  function search(words: string | null): void {
    const { mode } = getState()
    if (mode) setState({ mode: lookAround({ ...mode, words, typed: '' }) })
  }

  /** Links with a target by the first way that there is. */
  function choose({ end, ways }: Hint): Link | null {
    const article = writable()
    const { mode } = getState()
    const [way] = ways
    if (!article || !mode || !way) return null
    const link = linkOf(way, mode.source, end.kind === 'annotation' ? { annotation: end.annotation.id } : end.to)
    return finish(article.present, link, [])
  }

  /** Links with the annotation at a place of the text that can be a target, the smallest there first. */
  function point(ids: readonly string[]): Link | null {
    const { mode } = getState()
    const source = mode && reading.getState().article?.present.annotations.get(mode.source)
    if (!mode || !source) return null
    for (const id of ids) {
      const annotation = reading.getState().article?.present.annotations.get(id)
      const types = mode.wanted ? [mode.wanted.type] : codebook().links
      const ways = annotation && id !== mode.source ? waysBetween(types, source.tag, annotation.tag) : []
      if (annotation && ways.length > 0)
        return choose({ key: '', ways, end: { kind: 'annotation', annotation, distance: 0 } })
    }
    return null
  }

  /** The tag that selected words get if no other is said. */
  function tagOfNewEnd(): string | undefined {
    const { mode } = getState()
    return mode ? tagAtOtherEnd(mode.wanted ? [mode.wanted] : mode.ways, codebook().tags) : undefined
  }

  /**
   * Makes an annotation of the selected words and links it, as one edit. What
   * stood in the way otherwise: `no-words`, or `not-allowed` by the codebook.
   */
  function makeEnd(tag: string): Link | 'no-words' | 'not-allowed' {
    const article = writable()
    const { mode } = getState()
    const source = mode && article?.present.annotations.get(mode.source)
    if (!article || !mode || !source) return 'no-words'
    const types = codebook().links
    const found = waysBetween(types, source.tag, tag)
    const way = found.find(one => one.type.id === mode.wanted?.type.id) ?? found[0]
    if (!way) return 'not-allowed'
    const annotation = tagging.draw(tag)
    if (!annotation) return 'no-words'
    const caret = annotation.spans.at(-1)!.end
    reading.selectText({ start: caret, end: caret })
    return finish(article.present, linkOf(way, source.id, { annotation: annotation.id }), [{ kind: 'put', annotation }])
  }

  /** Records a new link, with what it needs before it, and leaves the mode. The same link twice is the one that is there. */
  function finish(layer: Layer, made: Link, before: readonly Edit[]): Link {
    const same = layer.linksOf(made.from).find(one => one.type === made.type && isSameEnd(one, made))
    const link = same ?? made
    setState({ mode: null })
    if (!same) {
      const put: Edit = { kind: 'putLink', link }
      reading.edit({ file: 'layer', edit: before.length > 0 ? { kind: 'all', edits: [...before, put] } : put })
    }
    madeBy = same ? undefined : reading.getState().undos.at(-1)
    setState({ made: { link: link.id, ways: waysOf(link) }, current: link.id })
    return link
  }

  function linkOf({ type, backwards }: Way, source: string, to: Link['to']): Link {
    const id = randomId()
    if (!backwards || !('annotation' in to)) return { id, type: type.id, from: source, to, attributes: {} }
    return { id, type: type.id, from: to.annotation, to: { annotation: source }, attributes: {} }
  }

  /** The kinds that a link can have between its two ends, as seen from where it begins. */
  function waysOf(link: Link): Way[] {
    const { article } = reading.getState()
    return article ? waysOfLink(article.linkedIn(link.from), codebook().links, link) : []
  }

  /** Changes a link; a change that changes nothing is no edit. */
  function change(id: string, make: (link: Link) => Link): Link | null {
    tagging.settle()
    const link = writable()?.present.links.get(id)
    if (!link) return null
    const changed = make(link)
    if (JSON.stringify(changed) === JSON.stringify(link)) return link
    reading.edit({ file: 'layer', edit: { kind: 'putLink', link: changed } })
    return changed
  }

  /** Another kind; answers that it doesn't ask for are given up, and undo brings them back. */
  function setWay(id: string, way: Way): Link | null {
    return change(id, link => retyped(link, way, codebook().links))
  }

  /** The kind of the link that was just made, by its number in the list: link and kind are one undo. */
  function setMadeWay(way: Way): Link | null {
    const { made } = getState()
    const last = () => reading.getState().undos.at(-1)
    const isNew = madeBy !== undefined && last() === madeBy
    const link = made && setWay(made.link, way)
    if (isNew && last() !== madeBy) {
      reading.join()
      madeBy = last()
    }
    if (link) setState({ made: { link: link.id, ways: waysOf(link) } })
    return link
  }

  /** Answers a question of the codebook about a link; `null` takes the answer back. */
  function setAttribute(id: string, attribute: string, value: AttributeValue | null): Link | null {
    return change(id, link => {
      const { [attribute]: _, ...others } = link.attributes
      return { ...link, attributes: value === null ? others : { ...others, [attribute]: value } }
    })
  }

  /** The words that tell of a link; `null` takes them away. Null where only white space was selected. */
  function setCue(id: string, words: Span | null): Link | null {
    const article = writable()
    const span = words && tagging.snap(words)
    if (!article || (words && !span)) return null
    return change(id, was => {
      const { cue: _, ...link } = withoutLostCue(was)
      return span ? { ...link, cue: makeAnchor(article.text, span) } : link
    })
  }

  function remove(id: string): Link | null {
    tagging.settle()
    const link = writable()?.present.links.get(id)
    if (!link) return null
    reading.edit({ file: 'layer', edit: { kind: 'removeLink', id } })
    if (getState().current === id) setState({ current: null })
    return link
  }

  /** The links that selected words may be the cue of: the one in hand, else all of the annotation in hand. */
  function linksForCue(): readonly Link[] {
    const { article, selected } = reading.getState()
    const id = selected ?? recent
    const links = (id !== null && article?.linkedIn(id).linksOf(id)) || []
    const inHand = links.find(link => link.id === getState().current)
    return inHand ? [inHand] : links
  }

  /** The annotation in hand: the selected one, or the one that was until words were selected. */
  function inHand(): Annotation | undefined {
    const { article, selected } = reading.getState()
    return article?.layer.annotations.get(selected ?? recent ?? '')
  }

  return {
    ...store,
    begin,
    end,
    typeLetter,
    back,
    want,
    search,
    choose,
    point,
    tagOfNewEnd,
    makeEnd,
    waysOf,
    setWay,
    setMadeWay,
    setAttribute,
    setCue,
    remove,
    linksForCue,
    inHand,
    /** Takes a link in hand, as its row in the inspector does when it gets the focus. */
    take: (id: string) => setState({ current: id }),
    /** The mode's own words, selected: Enter makes an annotation of them. */
    hasWords: () => selectedText(reading.getState()) !== null,
  }
}

export type LinkingStore = ReturnType<typeof makeLinking>

function isSameEnd({ to: one }: Link, { to: other }: Link): boolean {
  if ('annotation' in one) return 'annotation' in other && one.annotation === other.annotation
  if ('entity' in one) return 'entity' in other && one.entity === other.entity
  return 'author' in other
}
