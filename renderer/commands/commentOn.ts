import { makeAnchor } from '../../shared/annotation/anchor.ts'
import type { CodebookEntry, CommentKind, CommentTarget } from '../../shared/annotation/comment.ts'
import { isOffered } from '../../shared/codebook/offered.ts'
import { attributeKey } from '../../shared/project/projectEdit.ts'
import type { Case, Opinion } from '../../shared/review/case.ts'
import { goldOf } from '../../shared/sidecar/names.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from '../state/desk.ts'
import type { Commentable } from '../state/dialogs.ts'
import { selectedAnnotation, selectedText } from '../state/reading.ts'
import { letterOf, shownName } from '../state/reviewView.ts'
import { me } from './aboutThread.ts'
import { goToComposer, mayWrite } from './discussActions.ts'
import { labelOf } from './labelOf.ts'

/** Begins a comment on what is at hand; where several layers say something there, a person says whose it is about. */
export function beginComment(desk: Desk, kind: CommentKind): void {
  if (!desk.reading.getState().article) return
  const topics = topicsAtHand(desk)
  if (topics.length === 1) beginOn(desk, topics[0]!.on, kind)
  else if (mayWrite(desk)) desk.dialogs.askWhose(topics, kind)
}

/** Begins a comment on an entry of the codebook; it stands in the person's layer of the open article. */
export function beginOnEntry(desk: Desk, entry: CodebookEntry): void {
  if (!mayWrite(desk)) return
  desk.dialogs.close()
  beginOn(desk, { entry }, 'question')
}

/** Asks about which entry of the codebook a comment is to be begun. */
export function beginOnSomeEntry(desk: Desk): void {
  if (mayWrite(desk)) desk.dialogs.askWhose(entriesOf(desk), 'question')
}

/** Every entry of the codebook that is offered: tags, under each its questions, then kinds of links. */
export function entriesOf({ workspace }: Desk): (Commentable & { readonly on: { readonly entry: CodebookEntry } })[] {
  const { tags, attributes, links } = workspace.getState().codebook
  const entry = (kind: CodebookEntry['kind'], id: string, label: string, more = {}) => ({
    ...{ on: { entry: { kind, id } }, label, letter: '', ...more },
  })
  return [
    ...tags
      .filter(isOffered)
      .flatMap(tag => [
        entry('tag', tag.id, tag.label, { tag: tag.id }),
        ...attributes
          .filter(one => one.tag === tag.id && isOffered(one))
          .map(one => entry('attribute', attributeKey(one), one.label, { hint: tag.label })),
      ]),
    ...links.filter(isOffered).map(link => entry('link', link.id, link.label)),
  ]
}

/** Begins a comment on anything, and goes to where it is written. */
export function beginOn(desk: Desk, on: CommentTarget, kind: CommentKind): void {
  if (!mayWrite(desk)) return
  const { discussing } = desk
  const thread = discussing.threads().find(({ about }) => isSameTopic(about, on))
  discussing.goTo(thread?.key ?? null)
  discussing.begin(on, kind, thread?.key ?? null)
  goToComposer(desk)
}

/**
 * What a comment can be about here: selected words; what layers say of the place that is looked at while they are
 * compared, or of the case that is to be decided; the selected annotation; else the article. At least one.
 */
export function topicsAtHand(desk: Desk): Commentable[] {
  const state = desk.reading.getState()
  const text = selectedText(state)
  if (text && state.article) return [topic({ span: makeAnchor(state.article.text, text) })]
  const compared = state.article?.compared ? desk.comparing.current() : undefined
  if (compared) return opinionsOf(desk, compared)
  const annotation = state.article?.compared ? undefined : selectedAnnotation(state)
  const one = caseAtHand(desk)
  if (one && (!annotation || one.gold.includes(annotation.id)))
    return [...opinionsOf(desk, one), ...goldOfCase(desk, one)]
  return [topic(annotation ? { layer: me(desk), annotation: annotation.id } : { article: true })]
}

function topic(on: CommentTarget): Commentable {
  return { on, label: '', letter: '' }
}

/** The case that is to be decided, where it is looked at and in the open article. */
function caseAtHand({ reading, reviewing, settings }: Desk): Case | undefined {
  const entry = settings.getState().drawer === 'review' ? reviewing.current() : undefined
  return entry?.article === reading.getState().article?.ticket ? entry?.case : undefined
}

function opinionsOf(desk: Desk, { opinions }: Case): Commentable[] {
  const view = desk.reviewView.getState()
  const { tags } = desk.workspace.getState().codebook
  return opinions
    .map(opinion => {
      const { layer, annotation, tag } = opinion
      desk.discussing.meet(layer, toldOf(opinion))
      const [label, letter] = [shownName(view, layer), letterOf(view, layer)]
      return { on: { layer, annotation }, label, letter, tag, hint: labelOf(tags, tag) }
    })
    .sort((one, other) => (one.letter < other.letter ? -1 : 1))
}

/** What was decided, and what stands in gold for it. */
function goldOfCase(desk: Desk, { gold, verdicts }: Case): Commentable[] {
  const mine = goldOf(desk.entrance.getState().person?.id ?? '')
  const verdict = verdicts.at(-1)
  return [
    ...(gold[0] !== undefined && me(desk) === mine
      ? [{ on: { layer: mine, annotation: gold[0] }, label: en.discussion.gold, letter: '' }]
      : []),
    ...(verdict ? [{ on: { layer: mine, verdict: verdict.id }, label: en.discussion.decision, letter: '' }] : []),
  ]
}

function toldOf({ annotation: id, tag, quote, spans }: Opinion) {
  return { id, tag, quote, span: { start: spans[0]!.start, end: spans.at(-1)!.end } }
}

function isSameTopic(about: CommentTarget, on: CommentTarget): boolean {
  if ('annotation' in about && 'annotation' in on) return about.layer === on.layer && about.annotation === on.annotation
  return 'verdict' in about && 'verdict' in on && about.layer === on.layer && about.verdict === on.verdict
}
