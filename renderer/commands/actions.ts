import type { Annotation } from '../../shared/annotation/annotation.ts'
import { extent } from '../../shared/annotation/annotation.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import type { CommandId } from '../../shared/commands/commands.ts'
import type { Settings } from '../../shared/contract/contract.ts'
import { words as en } from '../../shared/words/words.ts'
import { type Desk, isHeard, openWorkspace } from '../state/desk.ts'
import type { OpenArticle } from '../state/openArticle.ts'
import { layOut } from '../state/panes.ts'
import { selectedAnnotation, selectedText } from '../state/reading.ts'
import { selectedSentence } from '../state/selectedSentence.ts'
import { stepSentence } from '../state/stepSentence.ts'
import { fileName } from '../state/visibleRows.ts'
import { chooseFromStack } from './chooseFromStack.ts'
import { beginComment, beginOn, beginOnSomeEntry } from './commentOn.ts'
import { compare, hideNames, leaveComparing, showBeside, showOverlaid, stepDifference } from './comparingActions.ts'
import { disagree } from './decidedOtherwise.ts'
import {
  openDiscussion,
  openQuestions,
  replyToCurrent,
  settleThread,
  stepQuestion,
  walkThreads,
} from './discussActions.ts'
import { chooseEntity, openRegister } from './entityActions.ts'
import { nextHidden } from './hiddenCharacters.ts'
import { backToNow, nameVersion, openHistory, planShortening, sayField } from './historyActions.ts'
import { labelOf } from './labelOf.ts'
import { beginLinking, followLink, goToSource, linkWithWords, setCue } from './linkActions.ts'
import { openMerging } from './merging.ts'
import { focusPane, nextPane, toggleDrawer } from './panes.ts'
import { openPlacing } from './placingActions.ts'
import { fixProblem, nextProblem } from './problems.ts'
import {
  acceptAll,
  acceptLayer,
  acceptNone,
  askLayer,
  askReason,
  changeTaken,
  openAgreed,
  openReview,
  reopenCase,
  stepCase,
} from './reviewingActions.ts'
import { namesAt } from './saidOfCase.ts'
import { goToSame } from './sameTag.ts'
import { beginSearch, beginTagAll, walkHits } from './searchActions.ts'
import { addSpanAndSay, growAndSay, nudgeAndSay, removePartAndSay } from './spanActions.ts'
import { own, takeOver } from './takeOver.ts'
import { zoomBy } from './zoom.ts'

const sizes = ['small', 'medium', 'large'] as const
const themes = ['system', 'light', 'dark'] as const

/** What each command does. A command that is left out doesn't compile. */
export function makeActions(desk: Desk): Record<CommandId, () => void> {
  const { ask, reading, tagging, undoing, workspace, dialogs, settings, panes, notices, stage } = desk

  /** Runs `act` if the open layer may be changed, and says why not otherwise. */
  function ifWritable(act: () => void): void {
    const { article, selected } = reading.getState()
    if (!article?.canAnnotate) notices.news(whyNot(desk, article))
    else if (selected !== null && article.isOfOthers(selected) && !selectedText(reading.getState()))
      notices.news(ofOthers(desk, selected))
    else act()
  }

  /** Runs `act`, which is about no annotation, if the open layer may be changed. */
  function ifLayerWritable(act: () => void): void {
    const { article } = reading.getState()
    if (article?.canAnnotate) act()
    else notices.news(whyNot(desk, article))
  }

  /** Selected text may be grown in an article that can only be read. */
  function ifSelectedOrWritable(act: () => void): void {
    if (selectedText(reading.getState())) act()
    else ifWritable(act)
  }

  function step(direction: 'after' | 'before'): void {
    const annotation = annotationBeyond(desk, direction)
    if (annotation) selectAndSay(desk, annotation)
    else notices.say(en.said.noMore)
  }

  async function workOnAndSay(layer: 'own' | 'gold', said: string): Promise<void> {
    if (await desk.workingOn.workOn(layer)) notices.news(said)
  }

  function goToArticle(by: 1 | -1): void {
    const rows = desk.visibleRows(workspace.getState()).filter(row => row.problem === null)
    const { article, opening } = reading.getState()
    const current = rows.findIndex(row => row.ticket === (opening ?? article?.ticket))
    const next = current < 0 ? (by > 0 ? rows[0] : rows.at(-1)) : rows[current + by]
    if (next) void openAndEnter(desk, next.ticket)
  }

  function resize(by: 1 | -1): void {
    const at = sizes.indexOf(settings.getState().textSize)
    settings.change({ textSize: sizes[Math.max(0, Math.min(2, at + by))]! })
  }

  function toggle(pane: 'articles' | 'inspector', isShown: boolean): void {
    if (isShown) {
      const isOver = layOut(panes.getState(), settings.getState())[pane] === 'over'
      panes.layOver(null)
      if (!isOver) settings.change({ [pane]: false } as Partial<Settings>)
    } else {
      if (!settings.getState()[pane]) settings.change({ [pane]: true } as Partial<Settings>)
      panes.layOver(pane)
      focusPane(pane)
    }
  }

  function undo(which: 'undo' | 'redo'): void {
    void undoing[which]().then(isDone => {
      const taken = reading.getState()[which === 'undo' ? 'redos' : 'undos'].at(-1)
      if (isDone) notices.say(stepSentence(desk, which, taken))
      enterIfNowhere(desk)
    })
  }

  const actions: Record<CommandId, () => void> = {
    'workspace.openFolder': () => void openWorkspace(desk, () => ask('workspace.choose', 'folder')),
    'workspace.openFile': () => void openWorkspace(desk, () => ask('workspace.choose', 'file')),
    'workspace.openSample': () => void openWorkspace(desk, () => ask('workspace.openSample', undefined)),
    'article.fromClipboard': () => dialogs.open('clipboard'),
    'archive.unpack': () => void desk.unpacking.choose().catch(desk.fail),
    'annotations.import': () => desk.bringing.start(),
    'dataset.export': () => void desk.exporting.begin(),
    'review.letters': () => void desk.telling.begin('letters'),
    'review.packet': () => void desk.telling.begin('packet'),
    'review.answer': () => void desk.telling.beginAnswer(),
    'review.answers': () => void desk.telling.beginAnswers(),
    'person.change': () => dialogs.open('person'),
    'page.print': () => window.print(),

    'edit.undo': () => undo('undo'),
    'edit.redo': () => undo('redo'),
    'edit.copy': () => copy(desk),
    'edit.selectAll': () => {
      const { article } = reading.getState()
      if (article) stage.page?.setSelection({ start: 0, end: article.text.length })
    },

    'annotation.tag': () => ifWritable(() => dialogs.pick('tag')),
    'annotation.remove': () => ifWritable(() => removeSelected(desk)),
    'annotation.edit': () => openInspector(desk, 'inspector'),
    'annotation.note': () => openInspector(desk, 'note'),
    'annotation.attribute': () => ifWritable(() => dialogs.pick('attribute')),
    'annotation.next': () => step('after'),
    'annotation.previous': () => step('before'),
    'annotation.nextSame': () => goToSame(desk, 'after'),
    'annotation.previousSame': () => goToSame(desk, 'before'),
    'annotation.deeper': () => {
      const next = annotationDeeper(desk)
      if (next) selectAndSay(desk, next)
    },
    'stack.choose': () => chooseFromStack(desk),
    'entity.choose': () => ifWritable(() => chooseEntity(desk)),
    'link.begin': () => ifWritable(() => beginLinking(desk)),
    'link.cue': () => ifWritable(() => setCue(desk)),
    'link.source': () => goToSource(desk),
    'link.follow': () => followLink(desk),
    'annotation.tagAll': () => ifLayerWritable(() => beginTagAll(desk)),
    'problems.fix': () => fixProblem(desk, id => actions[id]()),
    'span.startLeft': () => ifWritable(() => nudgeAndSay(desk, 'start', -1, 'word')),
    'span.startRight': () => ifWritable(() => nudgeAndSay(desk, 'start', 1, 'word')),
    'span.endLeft': () => ifWritable(() => nudgeAndSay(desk, 'end', -1, 'word')),
    'span.endRight': () => ifWritable(() => nudgeAndSay(desk, 'end', 1, 'word')),
    'span.startLeftFine': () => ifWritable(() => nudgeAndSay(desk, 'start', -1, 'grapheme')),
    'span.startRightFine': () => ifWritable(() => nudgeAndSay(desk, 'start', 1, 'grapheme')),
    'span.endLeftFine': () => ifWritable(() => nudgeAndSay(desk, 'end', -1, 'grapheme')),
    'span.endRightFine': () => ifWritable(() => nudgeAndSay(desk, 'end', 1, 'grapheme')),
    'span.grow': () => ifSelectedOrWritable(() => growAndSay(desk, 'grow')),
    'span.shrink': () => ifSelectedOrWritable(() => growAndSay(desk, 'shrink')),
    'span.add': () => ifWritable(() => addSpanAndSay(desk)),
    'span.removePart': () => ifWritable(() => removePartAndSay(desk)),
    'organise.open': () => dialogs.open('organise'),
    'codebook.open': () => dialogs.open('codebook'),
    'text.correct': () => dialogs.open('correct'),
    'article.about': () => dialogs.open('about'),
    'article.encoding': () => dialogs.open('encoding'),
    'zone.change': () => dialogs.pick('zone'),
    'article.done': () =>
      ifLayerWritable(() => {
        tagging.toggleDone()
        const status = reading.getState().article?.layer.status
        const { doneSaid, adjudicatedSaid, openSaid } = en.reading
        notices.say(status === 'done' ? doneSaid : status === 'adjudicated' ? adjudicatedSaid : openSaid)
      }),
    'gold.work': () => void workOnAndSay('gold', en.gold.saidOn),
    'gold.leave': () => void workOnAndSay('own', en.gold.saidOff),

    'article.next': () => goToArticle(1),
    'article.previous': () => goToArticle(-1),
    'articles.filter': () => {
      const focus = () => document.getElementById('filter')?.focus()
      if (document.getElementById('filter')) return focus()
      toggle('articles', false)
      requestAnimationFrame(() => requestAnimationFrame(focus))
    },
    'search.article': () => beginSearch(desk, 'article'),
    'search.workspace': () => beginSearch(desk, 'workspace'),
    'search.next': () => walkHits(desk, 1),
    'search.previous': () => walkHits(desk, -1),
    'history.open': () => openHistory(desk),
    'history.now': () => backToNow(desk),
    'history.name': () => nameVersion(desk),
    'history.shorten': () => void planShortening(desk),
    'history.field': () => void sayField(desk),
    'agreement.open': () => void desk.agreeing.begin(),
    'entities.open': () => openRegister(desk),
    'layer.own': () => void own(desk),
    'layer.takeOver': () => void takeOver(desk),
    'merge.open': () => void openMerging(desk),
    'review.compare': () => void compare(desk),
    'review.overlaid': () => showOverlaid(desk),
    'review.beside': () => showBeside(desk),
    'review.blind': () => hideNames(desk),
    'review.nextDifference': () => stepDifference(desk, 1),
    'review.previousDifference': () => stepDifference(desk, -1),
    'review.leave': () => leaveComparing(desk),
    'placing.review': () => openPlacing(desk),
    'problems.next': () => nextProblem(desk, 1),
    'problems.previous': () => nextProblem(desk, -1),
    'text.nextHidden': () => nextHidden(desk),
    'pane.next': () => nextPane(desk, 1),
    'pane.previous': () => nextPane(desk, -1),
    'focus.article': () => stage.page?.focus(),

    'discussion.open': () => openDiscussion(desk),
    'discussion.comment': () => beginComment(desk, 'note'),
    'discussion.ask': () => beginComment(desk, 'question'),
    'discussion.disagree': () => disagree(desk),
    'discussion.article': () => beginOn(desk, { article: true }, 'note'),
    'discussion.entry': () => beginOnSomeEntry(desk),
    'discussion.reply': () => replyToCurrent(desk),
    'discussion.resolve': () => settleThread(desk),
    'discussion.next': () => walkThreads(desk, 1),
    'discussion.previous': () => walkThreads(desk, -1),
    'discussion.questions': () => void openQuestions(desk),
    'discussion.nextQuestion': () => void stepQuestion(desk, 1),
    'discussion.previousQuestion': () => void stepQuestion(desk, -1),

    'view.larger': () => resize(1),
    'view.smaller': () => resize(-1),
    'view.usualSize': () => settings.change({ textSize: 'medium' }),
    'view.zoomIn': () => zoomBy(desk, 1),
    'view.zoomOut': () => zoomBy(desk, -1),
    'view.zoomReset': () => zoomBy(desk, 0),
    'view.theme': () => {
      const theme = themes[(themes.indexOf(settings.getState().theme) + 1) % themes.length]!
      settings.change({ theme })
      notices.say(en.said.theme(en.status.theme[theme]))
    },
    'view.articles': () => toggle('articles', document.getElementById('articles') !== null),
    'view.inspector': () => toggle('inspector', document.getElementById('inspector') !== null),
    'view.drawer': () => toggleDrawer(desk),
    'view.whole': () => {
      const whole = !isHeard(desk)
      settings.change({ whole })
      notices.news(en.said.whole(whole))
    },
    'view.singleKeys': () => {
      const singleKeys = !settings.getState().singleKeys
      settings.change({ singleKeys })
      notices.news(en.said.singleKeys(singleKeys))
    },

    'review.open': () => void openReview(desk),
    'review.takeFirst': () => acceptLayer(desk, 0),
    'review.takeSecond': () => acceptLayer(desk, 1),
    'review.takeThird': () => acceptLayer(desk, 2),
    'review.takeFourth': () => acceptLayer(desk, 3),
    'review.takeAll': () => acceptAll(desk),
    'review.takeNone': () => acceptNone(desk),
    'review.change': () => void changeTaken(desk, 0),
    'review.changeSecond': () => void changeTaken(desk, 1),
    'review.changeThird': () => void changeTaken(desk, 2),
    'review.changeFourth': () => void changeTaken(desk, 3),
    'review.takeOther': () => askLayer(desk),
    'review.reason': () => askReason(desk),
    'review.reopen': () => void reopenCase(desk),
    'review.next': () => stepCase(desk, 1),
    'review.previous': () => stepCase(desk, -1),
    'review.nextOpen': () => stepCase(desk, 1, true),
    'review.takeAgreed': () => void openAgreed(desk),
    'palette.open': () => dialogs.open('palette'),
    'help.keys': () => dialogs.open('keys'),
    'keys.change': () => dialogs.open('keys'),
  }
  return actions
}

/** Opens an article and goes into its text. */
export async function openAndEnter(desk: Desk, ticket: string): Promise<void> {
  if (!(await desk.opening.open(ticket))) return
  requestAnimationFrame(() => desk.stage.page?.focus())
  void sayOpened(desk, ticket)
}

/** Says what was opened, once its annotations are there; not if something else was said meanwhile. */
async function sayOpened({ reading, workspace, notices }: Desk, ticket: string): Promise<void> {
  const { article } = reading.getState()
  const { said } = notices.getState()
  await article?.filled
  if (!article || reading.getState().article !== article || notices.getState().said !== said) return
  const row = workspace.getState().rows.get(ticket)
  const title = article.title || fileName(row?.path ?? '')
  notices.say(en.said.opened(title, row?.known?.words ?? null, article.layer.annotations.size))
}

/** The focus was in a page that is gone: it goes into the one that came. */
function enterIfNowhere({ stage, afterPaint }: Desk): void {
  const enter = () => {
    if (document.activeElement === null || document.activeElement === document.body) stage.page?.focus()
  }
  // What goes with the step has gone by then.
  afterPaint.soon(() => requestAnimationFrame(enter))
}

/** Tags the selected text; without one, the selected annotation gets another tag. */
export function tagWith(desk: Desk, tag: string): void {
  const { reading, tagging, notices, workspace, dialogs } = desk
  dialogs.close()
  const { article } = reading.getState()
  if (!article?.canAnnotate) {
    notices.news(whyNot(desk, article))
    return
  }
  const { codebook } = workspace.getState()
  const label = labelOf(codebook.tags, tag)
  if (selectedText(reading.getState()) && desk.linking.getState().mode) linkWithWords(desk, tag)
  else if (selectedText(reading.getState())) {
    const by = tagging.snapFor(tag, selectedText(reading.getState())!)?.by ?? []
    const annotation = tagging.add(tag)
    if (annotation) notices.say(en.said.added(label, Layer.describe(annotation)))
    else notices.news(en.news.nothingToTag)
    if (annotation && by.length > 0) notices.news(en.news.snapped(by))
  } else {
    const { selected } = reading.getState()
    if (selected !== null && article.isOfOthers(selected)) {
      notices.news(ofOthers(desk, selected))
      return
    }
    const annotation = tagging.retag(tag, codebook)
    if (annotation) notices.say(en.said.retagged(label, Layer.describe(annotation)))
  }
}

/** Why what is shown can't be changed. */
function whyNot({ comparing }: Desk, article: OpenArticle | null): string {
  if (article?.past) return en.history.readOnly
  if (article?.compared) return comparing.isOwnShown() ? en.comparing.otherPage : en.comparing.readOnly
  return article && !article.head ? en.news.stillComing : en.news.readOnly
}

/** Why a mark of what others say can't be changed. */
function ofOthers(desk: Desk, mark: string): string {
  const places = desk.comparing.mark(mark)?.places ?? []
  return en.comparing.ofOthers(namesAt(desk.reviewView.getState(), places))
}

/** Selects an annotation, shows it in the text, and says which one it is. */
export function selectAndSay(desk: Desk, annotation: Annotation): void {
  const { reading, notices } = desk
  reading.select(annotation.id, { reveal: true })
  const { start } = extent(annotation)
  reading.selectText({ start, end: start })
  notices.say(selectedSentence(desk, annotation))
  if (!document.getElementById('inspector')) {
    desk.card.soon({ annotation: annotation.id, place: annotation.spans[0]!, others: 0 })
  }
}

function removeSelected({ reading, tagging, notices, workspace, stage }: Desk): void {
  const annotation = tagging.remove()
  if (!annotation) return
  const { start } = extent(annotation)
  reading.selectText({ start, end: start })
  notices.say(en.said.removed(labelOf(workspace.getState().codebook.tags, annotation.tag), Layer.describe(annotation)))
  if (document.activeElement === document.body || document.activeElement?.closest('#inspector')) stage.page?.focus()
}

/** The annotation after or before the selected one where the caret is; else that after or before the caret. */
function annotationBeyond({ reading }: Desk, direction: 'after' | 'before'): Annotation | undefined {
  const state = reading.getState()
  const layer = state.article?.layer
  if (!layer) return undefined
  const caret = state.selection?.start ?? state.article!.place
  const selected = selectedAnnotation(state)
  if (selected && isAt(selected, caret)) return layer[direction](selected)
  const rank = rankAt(layer, caret)
  return direction === 'after' ? layer.at(rank) : layer.at(rank - 1)
}

/** Whether an annotation holds a place, or ends there. */
function isAt(annotation: Annotation, offset: number): boolean {
  const { start, end } = extent(annotation)
  return start <= offset && offset <= end
}

/** How many annotations begin before `offset`. */
function rankAt(layer: Layer, offset: number): number {
  let low = 0
  let high = layer.annotations.size
  while (low < high) {
    const middle = (low + high) >> 1
    if (extent(layer.at(middle)!).start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The next of the annotations that share a character with the selected one, round and round. */
function annotationDeeper({ reading }: Desk): Annotation | undefined {
  const state = reading.getState()
  const selected = selectedAnnotation(state)
  if (!selected) return undefined
  const stacked = state.article!.layer.touching(extent(selected))
  const at = stacked.findIndex(one => one.id === selected.id)
  return stacked.length > 1 ? stacked[(at + 1) % stacked.length] : undefined
}

function openInspector(desk: Desk, part: 'inspector' | 'note'): void {
  if (!document.getElementById('inspector')) {
    if (!desk.settings.getState().inspector) desk.settings.change({ inspector: true })
    desk.panes.layOver('inspector')
  }
  // What was selected just now is shown by then.
  desk.afterPaint.now()
  focusPane(part)
}

/** Copies from the model, so that text that isn't mounted is copied too. */
function copy({ reading }: Desk): void {
  if (selectedText(reading.getState())) document.execCommand('copy')
}
