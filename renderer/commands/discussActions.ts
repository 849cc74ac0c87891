import type { Said, Thread } from '../../shared/discussion/threads.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'
import { replyTo } from '../state/discussing.ts'
import type { Question } from '../state/questions.ts'
import { selectedText } from '../state/reading.ts'
import { type AboutThread, aboutThread, kindOf, me, sentenceOfThread } from './aboutThread.ts'
import { focusPane, showDrawer, whenThere } from './panes.ts'

/** Where a comment is written. */
export const composerId = 'discussion-text'
/** The list of threads, and that of the workspace's questions. */
export const threadListId = 'discussion-list'
export const questionListId = 'discussion-questions'

export function openDiscussion(desk: Desk): void {
  desk.discussing.showArticle()
  showDrawer(desk, 'discussion')
  focusPane('drawer')
}

/** Shows the questions of the whole workspace; they are looked for where that wasn't done yet, or went wrong. */
export async function openQuestions(desk: Desk): Promise<void> {
  const { discussing, questions } = desk
  discussing.showWorkspace()
  showDrawer(desk, 'discussion')
  whenThere(questionListId, () => focusPane('drawer'))
  const { phase, problem } = questions.getState()
  if (phase === 'running') return
  if (phase === 'empty' || problem) {
    desk.settle()
    await questions.look()
  }
  if (questions.getState().phase === 'done') desk.notices.say(saidOfQuestions(desk))
}

/** How many questions are shown, of how many. */
export function saidOfQuestions({ questions, reviewView }: Desk): string {
  const { filter } = questions.getState()
  if (reviewView.getState().isBlind) return en.discussion.questionsLooked
  const shown = questions.list().length
  if (filter.state === 'open' && !filter.isMine && filter.about === 'all') return en.discussion.foundQuestions(shown)
  return en.discussion.shownQuestions(shown, questions.count())
}

/** Goes to the next question in all articles, or the one before, and says what it is. */
export async function stepQuestion(desk: Desk, by: 1 | -1): Promise<void> {
  const { questions, notices } = desk
  if (questions.getState().phase === 'empty') await openQuestions(desk)
  const next = questions.beyond(by)
  if (next) await goToQuestion(desk, next)
  else notices.say(by > 0 ? en.discussion.noNextQuestion : en.discussion.noPreviousQuestion)
}

/** Begins a reply in a thread. */
export function replyIn(desk: Desk, thread: Thread): void {
  if (!mayWrite(desk)) return
  desk.discussing.begin(replyTo(thread), 'note', thread.key)
  goToComposer(desk)
}

export function changeComment(desk: Desk, { comment }: Said, thread: Thread): void {
  if (!mayWrite(desk)) return
  desk.discussing.change(comment, thread.key)
  goToComposer(desk)
}

/** Goes to where a comment is written. */
export function goToComposer(desk: Desk): void {
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

/** Gives the comment that a conversation began with, whose words have no place in the text, the selected words for one. */
export function placeThread(desk: Desk, { said }: Thread): void {
  const { reading, discussing, notices } = desk
  const [first] = said
  const words = selectedText(reading.getState())
  if (!mayWrite(desk)) return
  if (!words) notices.news(en.discussion.placeFirst)
  else if (first && discussing.place(first.comment.id, words)) notices.say(en.discussion.placed)
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
export async function goToQuestion(desk: Desk, question: Question): Promise<void> {
  const { article, key } = question
  desk.questions.goTo(question)
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
  showDrawer(desk, 'discussion')
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

/** Whether the person can say something in the open article; why not is said. */
export function mayWrite({ reading, notices }: Desk): boolean {
  const { article } = reading.getState()
  if (article?.canSay) return true
  notices.news(!article ? en.discussion.noArticle : article.past ? en.history.readOnly : en.news.readOnly)
  return false
}
