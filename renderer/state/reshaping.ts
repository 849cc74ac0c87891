import { createStore } from 'zustand/vanilla'
import { type Annotation, extent } from '../../shared/annotation/annotation.ts'
import { type GrowthUnit, grow, shrink } from '../../shared/annotation/grow.ts'
import { addSpan, joined, type NudgeUnit, nudge, partAt, removePart } from '../../shared/annotation/reshape.ts'
import type { Span } from '../../shared/annotation/span.ts'
import type { OpenArticle } from './openArticle.ts'
import { changeableAnnotation, type Reading, type ReadingStore, selectedText } from './reading.ts'
import type { Tagging } from './tagging.ts'

/** What became of an annotation, or of the selected text. */
export interface Reshaped {
  /** Where the part stands now that was changed; the one nearest to it where it went. */
  readonly part: Span
  /** How many parts there are now. */
  readonly parts: number
  /** What it grew or shrank to; absent where it went back to what it was. */
  readonly unit?: GrowthUnit
}

/** One step of growing, so that shrinking can go back. */
interface Step {
  /** The id of what grew, '' for selected text. */
  readonly of: string
  readonly before: readonly Span[]
  readonly after: readonly Span[]
}

interface Parts {
  readonly reading: ReadingStore
  readonly tagging: Pick<Tagging, 'reshape' | 'snapFor'>
}

/**
 * Ends and parts of the selected annotation (the part that the caret stands in
 * or nearest to) and of the selected text. Each change is one edit, and one
 * undo; null says that there is nothing further to go.
 */
export function makeReshaping({ reading, tagging }: Parts) {
  const store = createStore<{
    /** The annotation that is selected or was until other words were: those can become a part of it. */
    readonly lately: string | null
  }>(() => ({ lately: null }))
  let path: readonly Step[] = []

  reading.subscribe((state: Reading, before: Reading) => {
    const isOther = state.article !== before.article
    if (isOther) path = []
    const lately = state.selected ?? (isOther ? null : store.getState().lately)
    if (lately !== store.getState().lately) store.setState({ lately })
  })

  /** The annotation that selected words can become a part of. */
  function companion(): Annotation | undefined {
    const { article } = reading.getState()
    const { lately } = store.getState()
    return lately === null || !article?.canChange(lately) ? undefined : article.layer.annotations.get(lately)
  }

  /** The selected annotation with its article, and which of its parts the caret is at. */
  function atHand(): { article: OpenArticle; annotation: Annotation; caret: number; part: number } | null {
    const state = reading.getState()
    const annotation = changeableAnnotation(state)
    if (!annotation || !state.article) return null
    const caret = state.selection?.start ?? extent(annotation).start
    return { article: state.article, annotation, caret, part: partAt(annotation.spans, caret) }
  }

  /** Puts the annotation on `spans`; the caret stays in the part that was changed, and `shown` comes into view. */
  function put(id: string, spans: readonly Span[], caret: number, shown: (part: Span) => number): Reshaped | null {
    const annotation = tagging.reshape(id, spans)
    if (!annotation) return null
    const part = annotation.spans[partAt(annotation.spans, caret)]!
    const within = Math.max(part.start, Math.min(caret, part.end))
    reading.selectText({ start: within, end: within })
    const place = shown(part)
    reading.reveal({ start: place, end: place })
    return { part, parts: annotation.spans.length }
  }

  return {
    ...store,
    companion,
    /** Nothing was selected lately: the person has let go. */
    letGo: () => store.setState({ lately: null }),

    /** Moves one end of the part at the caret, a word or a character on or back. */
    nudge(end: 'start' | 'end', by: 1 | -1, unit: NudgeUnit): Reshaped | null {
      const hand = atHand()
      const spans = hand && nudge(hand.article.text, hand.annotation.spans, end, by, unit, hand.part)
      if (!hand || !spans) return null
      return put(hand.annotation.id, spans, spans[hand.part]![end], part => part[end])
    },

    /** Grows the selected text, or the part at the caret, to the next larger unit. */
    grow(): Reshaped | null {
      const { article } = reading.getState()
      const text = selectedText(reading.getState())
      if (article && text) {
        const grown = grow(article.text, article.blocks, text)
        if (!grown) return null
        path = [...path, { of: '', before: [text], after: [grown] }]
        return showText(grown, grown.unit)
      }
      const hand = atHand()
      const grown = hand && grow(hand.article.text, hand.article.blocks, hand.annotation.spans[hand.part]!)
      if (!hand || !grown) return null
      const { id, spans } = hand.annotation
      const after = joined(spans.map((span, i) => (i === hand.part ? grown : span)))
      path = [...path, { of: id, before: spans, after }]
      const done = put(id, after, hand.caret, part => part.start)
      return done && { ...done, unit: grown.unit }
    },

    /** Goes back on what it grew by; else shrinks to the next smaller unit that begins where it begins. */
    shrink(): Reshaped | null {
      const { article } = reading.getState()
      const text = selectedText(reading.getState())
      if (article && text) {
        const [before] = takeBack('', [text]) ?? []
        if (before) return showText(before)
        const less = shrink(article.text, article.blocks, text)
        return less && showText(less, less.unit)
      }
      const hand = atHand()
      if (!hand) return null
      const { id, spans } = hand.annotation
      const before = takeBack(id, spans)
      if (before) return put(id, before, hand.caret, part => part.start)
      const less = shrink(hand.article.text, hand.article.blocks, spans[hand.part]!)
      if (!less) return null
      const after = spans.map((span, i) => (i === hand.part ? less : span))
      const done = put(id, after, Math.min(hand.caret, less.end), part => part.start)
      return done && { ...done, unit: less.unit }
    },

    /** Makes the selected words one more part of the annotation that is selected, or was until they were. */
    addSpan(): Reshaped | null {
      const annotation = companion()
      const text = selectedText(reading.getState())
      const span = annotation && text && tagging.snapFor(annotation.tag, text)?.span
      if (!annotation || !span) return null
      reading.select(annotation.id)
      return put(annotation.id, addSpan(annotation.spans, span), span.end, part => part.start)
    },

    /** Takes away the part at the caret, or at `offset`; null where it is the only one. */
    removePart(offset?: number): Reshaped | null {
      const hand = atHand()
      const at = offset ?? hand?.caret ?? 0
      const spans = hand && removePart(hand.annotation.spans, at)
      return hand && spans && put(hand.annotation.id, spans, at, part => part.start)
    },
  }

  function showText({ start, end }: Span, unit?: GrowthUnit): Reshaped {
    reading.selectText({ start, end })
    reading.reveal({ start, end: start })
    return { part: { start, end }, parts: 1, ...(unit ? { unit } : {}) }
  }

  /** What it was before it last grew, if it stands as it was left then. */
  function takeBack(of: string, spans: readonly Span[]): readonly Span[] | null {
    const last = path.at(-1)
    if (!last || last.of !== of || !sameSpans(last.after, spans)) {
      path = []
      return null
    }
    path = path.slice(0, -1)
    return last.before
  }
}

export type Reshaping = ReturnType<typeof makeReshaping>

function sameSpans(some: readonly Span[], others: readonly Span[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ start, end }, i) => start === others[i]!.start && end === others[i]!.end)
  )
}
