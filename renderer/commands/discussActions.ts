import { makeAnchor } from '../../shared/annotation/anchor.ts'
import { extent, quoteOf } from '../../shared/annotation/annotation.ts'
import type { CodebookEntry, CommentKind, CommentTarget } from '../../shared/annotation/comment.ts'
import type { Span } from '../../shared/annotation/span.ts'
import type { Said, Thread } from '../../shared/discussion/threads.ts'
import { withUnseenShown } from '../../shared/text/unseen.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'
import { replyTo } from '../state/discussing.ts'
import { selectedAnnotation, selectedText } from '../state/reading.ts'
import { shownName } from '../state/reviewView.ts'
import { labelOf } from './labelOf.ts'
import { focusPane, showDrawer, whenThere } from './panes.ts'

/** Where a comment is written. */
export const composerId = 'discussion-text'
/** The list of threads, and that of the workspace's questions. */
export const threadListId = 'discussion-list'
export const questionListId = 'discussion-questions'

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

export function openDiscussion(desk: Desk): void {
  desk.discussing.showArticle()
  showDrawer(desk, 'discussion')
  focusPane('drawer')
}

/** Looks for the questions that wait in the whole workspace. */
export function openQuestions(desk: Desk): void {
  showDrawer(desk, 'discussion')
  void desk.discussing.ask().then(() => {
    const { found, phase } = desk.discussing.getState().questions
    if (phase === 'done') desk.notices.say(en.discussion.foundQuestions(found.length))
  })
  whenThere(questionListId, () => focusPane('drawer'))
}

/** Begins a comment on the selected words, else on the selected annotation, else on the article. */
export function beginComment(desk: Desk, kind: CommentKind): void {
  const state = desk.reading.getState()
  const { article } = state
  if (!article) return
  const text = selectedText(state)
  const annotation = selectedAnnotation(state)
  if (text) beginOn(desk, { span: makeAnchor(article.text, text) }, kind)
  else if (annotation) beginOn(desk, { layer: me(desk), annotation: annotation.id }, kind)
  else beginOn(desk, { article: true }, kind)
}

/** Begins a comment on an entry of the codebook; it stands in the person's layer of the open article. */
export function beginOnEntry(desk: Desk, entry: CodebookEntry): void {
  if (!mayWrite(desk)) return
  desk.dialogs.close()
  beginOn(desk, { entry }, 'question')
}

/** Begins a comment on anything, and goes to where it is written. */
export function beginOn(desk: Desk, on: CommentTarget, kind: CommentKind): void {
  if (!mayWrite(desk)) return
  const { discussing } = desk
  const thread = discussing.threads().find(({ about }) => isSameTopic(about, on))
  discussing.goTo(thread?.key ?? null)
  discussing.begin(on, kind, thread?.key ?? null)
  write(desk)
}

/** Begins a reply in a thread. */
export function replyIn(desk: Desk, thread: Thread): void {
  if (!mayWrite(desk)) return
  desk.discussing.begin(replyTo(thread), 'note', thread.key)
  write(desk)
}

export function changeComment(desk: Desk, { comment }: Said, thread: Thread): void {
  if (!mayWrite(desk)) return
  desk.discussing.change(comment, thread.key)
  write(desk)
}

function write(desk: Desk): void {
  showDrawer(desk, 'discussion')
  whenThere(composerId, element => {
    element.focus()
    // In a low pane what is written in would stand below the edge.
    element.closest('form')?.scrollIntoView({ block: 'nearest' })
    if (element instanceof HTMLTextAreaElement) element.setSelectionRange(element.value.length, element.value.length)
  })
}

/** Makes the draft a comment, and says so. */
export function sendDraft(desk: Desk): void {
  const draft = desk.discussing.draft()
  if (!draft || draft.text.trim() === '') {
    desk.notices.say(en.discussion.nothingWritten)
    return
  }
  if (!mayWrite(desk)) return
  const thread = desk.discussing.send()
  if (!thread) {
    if (draft.changes !== null) desk.notices.news(en.discussion.changedGone)
    return
  }
  const { filter } = desk.discussing.getState()
  // What was said just now is seen, whatever else is hidden.
  if (filter !== 'all' && !desk.discussing.shown().includes(thread)) desk.discussing.filter('all')
  desk.notices.say(draft.changes === null ? en.discussion.saidKinds[kindOf(draft.kind)] : en.discussion.changedSaid)
  whenThere(threadListId, () => focusPane('drawer'))
}

export function dropDraft(desk: Desk): void {
  desk.discussing.drop()
  focusPane('drawer')
}

/** Resolves the thread that is looked at, or opens it again, and says so. */
export function settleThread(desk: Desk, thread = desk.discussing.current()): void {
  if (!thread) {
    desk.notices.say(en.discussion.noThread)
    return
  }
  if (mayWrite(desk) && desk.discussing.settle(thread))
    desk.notices.say(thread.state === 'open' ? en.discussion.resolvedSaid : en.discussion.reopenedSaid)
}

export function replyToCurrent(desk: Desk): void {
  const thread = desk.discussing.current()
  if (thread) replyIn(desk, thread)
  else desk.notices.say(en.discussion.noThread)
}

export function removeComment(desk: Desk, { comment }: Said): void {
  if (mayWrite(desk) && desk.discussing.remove(comment.id)) desk.notices.say(en.discussion.removedSaid)
}

/** Looks at a thread: what it is about comes into view. */
export function goToThread(desk: Desk, thread: Thread): void {
  desk.discussing.goTo(thread.key)
  const { reading } = desk
  const { about } = thread
  const isOwn = 'annotation' in about && about.layer === me(desk)
  if (isOwn && reading.getState().article?.layer.annotations.has(about.annotation)) reading.select(about.annotation)
  const { span } = aboutThread(desk, thread)
  if (span) reading.reveal(span)
  desk.notices.say(sentenceOfThread(desk, thread))
}

/** Opens the article of a question, and the thread in it. */
export async function goToQuestion(desk: Desk, { article, key }: { article: string; key: string }): Promise<void> {
  if (!(await desk.opening.open(article))) return
  const open = desk.reading.getState().article
  await open?.filled
  if (open?.ticket !== article || desk.reading.getState().article !== open) return
  await desk.discussing.load()
  const thread = desk.discussing.threads().find(one => one.key === key)
  if (!thread) {
    desk.notices.news(en.discussion.questionGone)
    return
  }
  desk.discussing.filter('all')
  goToThread(desk, thread)
  whenThere(threadListId, () => focusPane('drawer'))
}

/** The thread that begins nearest after, or before, the caret. */
export function walkThreads(desk: Desk, by: 1 | -1): void {
  const all = threadsByPlace(desk).filter(({ about }) => about.span)
  if (all.length === 0) {
    desk.notices.say(en.discussion.none)
    return
  }
  const current = all.findIndex(({ thread }) => thread.key === desk.discussing.getState().current)
  const next = all[(current + by + all.length) % all.length] ?? all[0]!
  showDrawer(desk, 'discussion')
  goToThread(desk, next.thread)
}

/** The threads that are shown, with what they are about: the article's own first, then by place, then the others. */
export function threadsByPlace(desk: Desk): { readonly thread: Thread; readonly about: AboutThread }[] {
  const rank = ({ thread, about }: { thread: Thread; about: AboutThread }) =>
    about.span ? 1 : 'article' in thread.about ? 0 : 2
  return desk.discussing
    .shown()
    .map(thread => ({ thread, about: aboutThread(desk, thread) }))
    .sort((one, other) => rank(one) - rank(other) || (one.about.span?.start ?? 0) - (other.about.span?.start ?? 0))
}

export function aboutThread(desk: Desk, { about }: Pick<Thread, 'about'>): AboutThread {
  const of = en.discussion.about
  const { codebook } = desk.workspace.getState()
  if ('span' in about) return { label: of.words, quote: about.span.quote, span: about.span, whose: '' }
  if ('lost' in about) return { label: of.lost, quote: about.lost.quote, span: null, whose: '' }
  if ('article' in about) return { label: of.article, quote: '', span: null, whose: '' }
  if ('entry' in about) {
    const lists = { tag: codebook.tags, attribute: codebook.attributes, link: codebook.links }
    const label = lists[about.entry.kind].find(({ id }) => id === about.entry.id)?.label ?? about.entry.id
    return { label: of.entry(label), quote: '', span: null, whose: '' }
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

function annotationOf(
  desk: Desk,
  layer: string,
  id: string,
): { readonly tag: string; readonly quote: string; readonly span: Span | null } | undefined {
  if (layer !== me(desk)) return desk.discussing.told(layer, id)
  const own = desk.reading.getState().article?.layer
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

export function stateWord({ state, isAsking, answers }: Thread): string {
  if (state === 'resolved') return en.discussion.states.resolved
  if (!isAsking) return en.discussion.states.open
  return answers > 0 ? en.discussion.states.answered : en.discussion.states.question
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

function isSameTopic(about: CommentTarget, on: CommentTarget): boolean {
  if ('annotation' in about && 'annotation' in on) return about.layer === on.layer && about.annotation === on.annotation
  return 'verdict' in about && 'verdict' in on && about.layer === on.layer && about.verdict === on.verdict
}

function mayWrite({ reading, notices }: Desk): boolean {
  const { article } = reading.getState()
  if (article?.canAnnotate) return true
  notices.news(!article ? en.discussion.noArticle : article.past ? en.history.readOnly : en.news.readOnly)
  return false
}
