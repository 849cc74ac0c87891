import { extent, quoteOf } from '../../shared/annotation/annotation.ts'
import type { CodebookEntry, CommentKind } from '../../shared/annotation/comment.ts'
import type { Span } from '../../shared/annotation/span.ts'
import type { Codebook } from '../../shared/codebook/codebook.ts'
import type { Said, Thread } from '../../shared/discussion/threads.ts'
import { attributeKey } from '../../shared/project/projectEdit.ts'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'
import { shownName } from '../state/reviewView.ts'
import { labelOf } from './labelOf.ts'

/** What a thread is about, as a person knows it. */
export interface AboutThread {
  /** What it is: “Annotation”, a tag's name … */
  readonly label: string
  /** The words of the article; '' for none. */
  readonly quote: string
  readonly span: Span | null
  /** The id of the tag, where it is about an annotation. */
  readonly tag?: string
  /** Whose annotation or verdict it is; '' for nobody's. */
  readonly whose: string
}

/** What a thread is about: what isn't in the files here any more is said to be gone, and its thread stays. */
export function aboutThread(desk: Desk, { about }: Pick<Thread, 'about'>): AboutThread {
  const of = en.discussion.about
  const { codebook } = desk.workspace.getState()
  if ('span' in about) return { label: of.words, quote: about.span.quote, span: about.span, whose: '' }
  if ('lost' in about) return { label: of.lost, quote: about.lost.quote, span: null, whose: '' }
  if ('article' in about) return { label: of.article, quote: '', span: null, whose: '' }
  if ('entry' in about) {
    const label = entryLabel(codebook, about.entry)
    return { label: label === undefined ? of.entryGone : of.entry(label), quote: '', span: null, whose: '' }
  }
  if ('comment' in about) return { label: of.missing, quote: '', span: null, whose: '' }
  if ('verdict' in about) {
    const verdict = desk.discussing.verdict(about.layer, about.verdict)
    const judged = verdict && annotationOf(desk, verdict.on.layer, verdict.on.annotation)
    const label = verdict ? of.verdict(verdict.verdict) : of.verdictGone
    return { label, quote: '', span: null, ...judged, whose: nameIn(desk, about.layer) }
  }
  const found = annotationOf(desk, about.layer, about.annotation)
  const whose = about.layer === me(desk) ? '' : nameIn(desk, about.layer)
  if (!found) return { label: of.annotationGone, quote: '', span: null, whose }
  return { label: labelOf(codebook.tags, found.tag), ...found, whose }
}

/** What an entry of the codebook is called. Of questions the id is the tag's and theirs, since two tags may ask one. */
function entryLabel({ tags, attributes, links }: Codebook, { kind, id }: CodebookEntry): string | undefined {
  if (kind === 'attribute') return attributes.find(one => attributeKey(one) === id || one.id === id)?.label
  return (kind === 'tag' ? tags : links).find(one => one.id === id)?.label
}

function annotationOf(
  desk: Desk,
  layer: string,
  id: string,
): { readonly tag: string; readonly quote: string; readonly span: Span | null } | undefined {
  if (layer !== me(desk)) return desk.discussing.told(layer, id)
  const { article } = desk.reading.getState()
  // While layers are compared, what they say stands in the place of the own layer.
  const own = article?.past ?? article?.present
  const placed = own?.annotations.get(id)
  if (placed) return { tag: placed.tag, quote: quoteOf(placed), span: extent(placed) }
  const unplaced = own?.unplaced.get(id)
  return unplaced && { tag: unplaced.tag, quote: quoteOf(unplaced), span: null }
}

/** What somebody is called: “you”, a letter where names are hidden, their name, or their id. */
export function nameIn(desk: Desk, layer: string): string {
  if (layer === me(desk)) return en.discussion.you
  const view = desk.reviewView.getState()
  if (view.isBlind) return shownName(view, layer) || en.discussion.somebody
  return desk.discussing.getState().voices.find(one => one.layer === layer)?.name || layer
}

/** The id of the annotator in whose layer the person writes. */
export function me({ discussing }: Pick<Desk, 'discussing'>): string {
  return discussing.me()
}

/** What a row of the list says to those who listen. */
export function sentenceOfThread(desk: Desk, thread: Thread): string {
  const { label, quote, whose } = aboutThread(desk, thread)
  const last = thread.said.at(-1)!
  return en.discussion.row({
    state: stateWord(thread),
    about: [label, quote && `“${inOneLine(quote)}”`, whose && en.discussion.of(whose)].filter(Boolean).join(' '),
    who: nameIn(desk, last.layer),
    text: textOfSaid(last),
    count: thread.said.length,
  })
}

/** How a conversation stands, as a sign and a word say it. */
export type ThreadState = keyof typeof en.discussion.states

export function stateOf({ state, isAsking, disagrees, answers }: Omit<Thread, 'key' | 'about' | 'said'>): ThreadState {
  if (state === 'resolved') return 'resolved'
  if (!isAsking) return 'open'
  if (disagrees) return answers > 0 ? 'disagreementAnswered' : 'disagreement'
  return answers > 0 ? 'answered' : 'question'
}

export function stateWord(thread: Thread): string {
  return en.discussion.states[stateOf(thread)]
}

/** A comment's words; what it does, where it has none. */
export function textOfSaid({ comment }: Said): string {
  return withUnseenShown(comment.text) || en.discussion.did[kindOf(comment.kind)]
}

const kinds = ['note', 'question', 'disagree', 'resolve', 'reopen'] as const

/** A comment's kind; one of a later version counts as a note. */
export function kindOf(kind: string): CommentKind {
  return kinds.find(one => one === kind) ?? 'note'
}

export function inOneLine(text: string): string {
  const flat = withUnseenShown(text.slice(0, 240).replace(/\s+/g, ' '))
  return flat.length > 120 ? `${flat.slice(0, 119)}…` : flat
}
