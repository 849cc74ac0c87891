import { createStore } from 'zustand/vanilla'
import { makeAnchor } from '../../shared/annotation/anchor.ts'
import { type Annotation, type AttributeValue, extent, type Status } from '../../shared/annotation/annotation.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import { withSpans } from '../../shared/annotation/reshape.ts'
import { type Snapped, snapTo } from '../../shared/annotation/snap.ts'
import type { Span } from '../../shared/annotation/span.ts'
import type { Zone } from '../../shared/article/article.ts'
import type { Codebook, SnapRule } from '../../shared/codebook/codebook.ts'
import type { FactsEdit } from '../../shared/facts/facts.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import { snapToGraphemes, trimSpace } from '../../shared/text/characters.ts'
import { blockIndexAt } from './blocks.ts'
import type { OpenArticle } from './openArticle.ts'
import { changeableAnnotation, type ReadingStore, selectedAnnotation, selectedText } from './reading.ts'

/** A note as it is being typed, before it is an edit. */
export interface Draft {
  /** The ticket of its article. */
  readonly article: string
  /** The words that the annotation stands on, to name it by if the note can't be kept. */
  readonly words: string
  readonly annotation: string
  readonly note: string
}

/** How long a person pauses until what they typed becomes one edit. */
export const NOTE_PAUSE_MS = 400

interface Parts {
  readonly reading: ReadingStore
  /** What a tag's rules do with words that are tagged. */
  readonly rulesOf: (tag: string) => readonly SnapRule[]
  /** What an article is marked as that is done: on gold it is adjudicated. Left out, `done`. */
  readonly doneStatus?: () => Exclude<Status, 'in-progress'>
  readonly now: () => Date
  readonly randomId: () => string
  /** Says that a note can't be kept, with the note itself: it is nowhere else. */
  readonly tellLost: (draft: Draft) => void
  /** Says why zones can't be corrected here. */
  readonly refuseZone: (problem: ProblemNotice) => void
}

/** What a person does with the selection and the selected annotation. Each is one edit, and one undo. */
export function makeTagging(parts: Parts) {
  const { reading, rulesOf, doneStatus = () => 'done', now, randomId, tellLost, refuseZone } = parts
  const drafts = createStore<{ readonly draft: Draft | null }>(() => ({ draft: null }))
  let lastTag: string | undefined
  let pause: ReturnType<typeof setTimeout> | undefined
  /** The article that was on the desk last. */
  let left: OpenArticle | null = null
  reading.subscribe((_, before) => {
    left = before.article ?? left
  })

  /** The open article if its layer may be written. */
  function writable() {
    const { article } = reading.getState()
    return article?.canAnnotate ? article : null
  }

  /** A span as an annotation may have it: whole characters, no white space around them; null if nothing is left. */
  function snap(span: Span): Span | null {
    const { article } = reading.getState()
    return article && trimSpace(article.text, snapToGraphemes(article.text, span))
  }

  /** A span as a tag's rules want it, and which of them changed it; null if nothing but white space is there. */
  function snapFor(tag: string, span: Span): Snapped | null {
    const { article } = reading.getState()
    const whole = snap(span)
    return article && whole && snapTo(rulesOf(tag), article.text, whole, article.blocks)
  }

  /** The annotation that the selected text becomes, as its tag's rules want it; it isn't in the layer yet. */
  function draw(tag: string): Annotation | null {
    const article = writable()
    const text = selectedText(reading.getState())
    const span = text && snapFor(tag, text)?.span
    if (!article || !span) return null
    const time = now().toISOString()
    return {
      id: randomId(),
      tag,
      spans: [makeAnchor(article.text, span)],
      attributes: {},
      origin: { kind: 'manual' },
      created: time,
      modified: time,
    }
  }

  /**
   * Makes an annotation of the selected text, and selects it. What the rules of
   * the tag then do to it is an edit of its own: undoing that one gives the
   * words back as they were selected.
   */
  function add(tag: string): Annotation | null {
    settle()
    const text = selectedText(reading.getState())
    const article = writable()
    const annotation = draw(tag)
    const selected = text && snap(text)
    if (!article || !annotation || !selected) return null
    lastTag = tag
    const asSelected = withSpans(annotation, article.text, [selected])
    if (asSelected !== annotation) reading.edit({ file: 'layer', edit: { kind: 'put', annotation: asSelected } })
    const { end } = extent(annotation)
    reading.edit({ file: 'layer', edit: { kind: 'put', annotation } })
    reading.select(annotation.id)
    reading.selectText({ start: end, end })
    return annotation
  }

  /** Changes the selected annotation; a change that changes nothing is no edit. */
  function change(make: (annotation: Annotation) => Annotation): Annotation | null {
    const annotation = changeableAnnotation(reading.getState())
    if (!annotation) return null
    const changed = make(annotation)
    if (changed === annotation) return annotation
    const stamped = { ...changed, modified: now().toISOString() }
    reading.edit({ file: 'layer', edit: { kind: 'put', annotation: stamped } })
    return stamped
  }

  /**
   * Puts an annotation on other words (UTF-16); identity, attributes, note and links stay. White space at the ends of a
   * part that has changed is left out, as when tagging. Null if there is no such annotation to change, or no word would be left.
   */
  function reshape(id: string, spans: readonly Span[]): Annotation | null {
    settle()
    const article = writable()
    const annotation = article?.present.annotations.get(id)
    if (!article || !annotation) return null
    const stood = (span: Span) => annotation.spans.some(({ start, end }) => start === span.start && end === span.end)
    const parts = spans.map(span => (stood(span) ? span : snap(span))).filter(part => part !== null)
    if (parts.length === 0) return null
    const reshaped = withSpans(annotation, article.text, parts)
    if (reshaped === annotation) return annotation
    const stamped = { ...reshaped, modified: now().toISOString() }
    reading.edit({ file: 'layer', edit: { kind: 'put', annotation: stamped } })
    return stamped
  }

  /** Another tag; attributes that the new tag doesn't have are given up, and undo brings them back. */
  function retag(tag: string, codebook: Codebook): Annotation | null {
    settle()
    lastTag = tag
    return change(annotation => {
      if (annotation.tag === tag) return annotation
      const known = new Set(codebook.attributes.filter(one => one.tag === annotation.tag).map(one => one.id))
      const kept = Object.entries(annotation.attributes).filter(([id]) => !known.has(id))
      return { ...annotation, tag, attributes: Object.fromEntries(kept) }
    })
  }

  /** Answers a question of the codebook; `null` takes the answer back, which isn't the same as "no". */
  function setAttribute(id: string, value: AttributeValue | null): Annotation | null {
    settle()
    return change(annotation => {
      if (same(annotation.attributes[id] ?? null, value)) return annotation
      const { [id]: _, ...others } = annotation.attributes
      return { ...annotation, attributes: value === null ? others : { ...others, [id]: value } }
    })
  }

  /** What stands in the note's field; it becomes an edit at a pause. */
  function writeNote(annotation: string, note: string): void {
    // A key can come before the field has gone with its article, which is being read anew.
    const article = reading.getState().article ?? left
    if (!article) return
    const target = article.layer.annotations.get(annotation)
    const { draft } = drafts.getState()
    if (draft && (draft.annotation !== annotation || draft.article !== article.ticket)) {
      settle()
      abandon()
    }
    drafts.setState({
      draft: { article: article.ticket, words: target ? Layer.describe(target) : '', annotation, note },
    })
    clearTimeout(pause)
    pause = setTimeout(settle, NOTE_PAUSE_MS)
  }

  /**
   * Makes an edit of the note that is being typed. Called at a pause, on leaving
   * the field, before any command, and when a layer has come: until then the
   * note waits where its layer is being read anew.
   */
  function settle(): void {
    clearTimeout(pause)
    const { draft } = drafts.getState()
    const { article } = reading.getState()
    if (!draft || article?.ticket !== draft.article) return
    const annotation = article.present.annotations.get(draft.annotation)
    if (!annotation || !article.isWritable) {
      if (article.isFilled) abandon()
      return
    }
    drafts.setState({ draft: null })
    if ((annotation.note ?? '') === draft.note) return
    const { note: _, ...others } = annotation
    const noted = draft.note === '' ? others : { ...others, note: draft.note }
    reading.edit({ file: 'layer', edit: { kind: 'put', annotation: { ...noted, modified: now().toISOString() } } })
  }

  /** There is no place for the note that is being typed any more: it is told, so that its words aren't lost. */
  function abandon(): void {
    clearTimeout(pause)
    const { draft } = drafts.getState()
    if (!draft) return
    drafts.setState({ draft: null })
    tellLost(draft)
  }

  /** Removes the selected annotation and the links that would hang in the air. */
  function remove(): Annotation | null {
    settle()
    const article = writable()
    const annotation = changeableAnnotation(reading.getState())
    if (!article || !annotation) return null
    reading.edit({ file: 'layer', edit: article.present.removal(annotation.id) })
    return annotation
  }

  /** The blocks with words in them that the selection touches; the caret's block without one. */
  function blocksAtHand() {
    const { article, selection } = reading.getState()
    if (!article) return []
    const annotation = selectedAnnotation(reading.getState())
    const place = selection ?? annotation?.spans[0] ?? { start: article.place, end: article.place }
    const last = blockIndexAt(article.blocks, Math.max(place.start, place.end - 1))
    const first = blockIndexAt(article.blocks, place.start)
    return article.blocks
      .slice(first, last + 1)
      .filter(({ start, end }) => article.text.slice(start, end).trim() !== '')
  }

  /** Says what the blocks at hand are. */
  function setZone(zone: Zone): void {
    settle()
    const { article } = reading.getState()
    if (article?.factsProblem) {
      refuseZone(article.factsProblem)
      return
    }
    const edits = blocksAtHand()
      .filter(block => block.zone !== zone)
      .map(block => ({
        kind: 'zone' as const,
        span: { start: block.start, end: block.end },
        quote: article!.quoteOfBlock(block),
        zone,
      }))
    if (edits.length === 0) return
    const edit: FactsEdit = edits.length === 1 ? edits[0]! : { kind: 'all', edits }
    reading.edit({ file: 'facts', edit })
  }

  /** Done, or in progress again. */
  function toggleDone(): void {
    settle()
    const article = writable()
    if (!article) return
    const status = article.present.status === 'in-progress' ? doneStatus() : 'in-progress'
    reading.edit({ file: 'layer', edit: { kind: 'status', status } })
  }

  return {
    drafts,
    snap,
    snapFor,
    draw,
    add,
    retag,
    reshape,
    /** The tag that was given last, in this window. */
    lastTag: () => lastTag,
    setAttribute,
    writeNote,
    settle,
    abandon,
    remove,
    blocksAtHand,
    setZone,
    toggleDone,
  }
}

export type Tagging = ReturnType<typeof makeTagging>

function same(one: AttributeValue | null, other: AttributeValue | null): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
