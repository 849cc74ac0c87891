import { extent } from '../../shared/annotation/annotation.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import type { Reason } from '../../shared/codebook/codebook.ts'
import type { Case } from '../../shared/review/case.ts'
import type { Choice } from '../../shared/review/decision.ts'
import { reasonsOffered as offered } from '../../shared/review/reasons.ts'
import { words as en } from '../../shared/words/words.ts'
import type { BulkChange } from '../state/bulk.ts'
import type { Desk } from '../state/desk.ts'
import type { Outcome } from '../state/reviewing.ts'
import type { QueueEntry } from '../state/reviewQueue.ts'
import { letterOf, type ReviewView, shownName } from '../state/reviewView.ts'
import { labelOf } from './labelOf.ts'
import { focusPane, showDrawer, whenThere } from './panes.ts'

/** Where the focus goes: the list of the queue, or what is chosen before there is one. */
export const reviewListId = 'review-list'
export const reviewBeginId = 'review-begin'

/** Shows what several annotators say differently, or which layers there are to compare. */
export async function openReview(desk: Desk): Promise<void> {
  const { reviewing, reviewView } = desk
  showDrawer(desk, 'review')
  if (reviewing.getState().phase !== 'off') {
    whenThere(reviewListId, () => focusPane('drawer'))
    return
  }
  try {
    const layers = await reviewing.lookUp()
    // A person decides on what others say: their gold is where that goes.
    // Whose layers have gone since they were chosen can't be compared.
    const chosen = reviewView.getState().layers
    const left = chosen.filter(one => layers.some(({ id }) => id === one))
    if (left.length < chosen.length) reviewView.choose(left)
    if (left.length === 0) reviewView.choose(layers.flatMap(({ id, isMine }) => (isMine === 'gold' ? [] : [id])))
  } catch (failure) {
    desk.fail(failure)
  }
  whenThere(reviewBeginId, element => element.focus())
}

/** Compares the chosen layers, works on gold, and goes to the weightiest difference. */
export async function beginReview(desk: Desk): Promise<void> {
  const { reviewing, notices } = desk
  // Decisions stand in gold: what stands there already is what is shown, and what was interrupted there is completed first.
  if (!(await reviewing.workOnGold())) return
  await reviewing.begin()
  if (reviewing.getState().phase !== 'done') return
  // What is decided on is read in the pane beside the text.
  if (!desk.settings.getState().inspector) desk.settings.change({ inspector: true })
  notices.say(en.deciding.did.begun(reviewing.counts().total))
  whenThere(reviewListId, () => focusPane('drawer'))
  const first = desk.keptReview.placeIn(reviewing.list())
  if (first) await goToCase(desk, first)
}

/** Brings a case to hand and says what each layer says there. */
export async function goToCase(desk: Desk, entry: QueueEntry, before = ''): Promise<void> {
  const there = await desk.reviewing.goTo(entry.key)
  if (there) desk.notices.say([before, sentenceOf(desk, there)].filter(Boolean).join(' '))
  else if (before !== '') desk.notices.say(before)
}

export function stepCase(desk: Desk, by: 1 | -1, onlyOpen = false): void {
  const next = desk.reviewing.beyond(by, onlyOpen)
  const { did } = en.deciding
  if (next) void goToCase(desk, next)
  else desk.notices.say(onlyOpen ? did.left(0) : by > 0 ? did.noNext : did.noPrevious)
}

/** What the layers of a case are called, in the order of their letters, and what each has there. */
export function columnsOf(view: ReviewView, { opinions, silent, was }: Case) {
  return view.layers.map((layer, place) => ({
    ...{ layer, place, letter: letterOf(view, layer), name: shownName(view, layer) },
    opinion: opinions.find(one => one.layer === layer),
    isSilent: silent.includes(layer),
    /** What it said until that was withdrawn. */
    was: was?.layer === layer ? was : undefined,
  }))
}

export type CaseColumn = ReturnType<typeof columnsOf>[number]

/** Accepts what one layer says; where it says nothing, neither does gold. Where nobody says anything any more, there is nothing to accept. */
export function acceptLayer(desk: Desk, place: number): void {
  const entry = desk.reviewing.current()
  const column = entry && columnsOf(desk.reviewView.getState(), entry.case)[place]
  const isSaid = entry?.case.opinions.length !== 0
  if (!column || !isSaid || (!column.opinion && !column.isSilent)) {
    const { noSuchLayer, nobody, noCase } = en.deciding.did
    desk.notices.say(!entry ? noCase : isSaid ? noSuchLayer : nobody)
    return
  }
  const choice: Choice = column.opinion ? { kind: 'take', layers: [column.layer] } : { kind: 'none' }
  void decide(desk, choice, en.deciding.did.took([column.name]))
}

export function acceptAll(desk: Desk): void {
  const entry = desk.reviewing.current()
  if (!entry) {
    desk.notices.say(en.deciding.did.noCase)
    return
  }
  const taken = columnsOf(desk.reviewView.getState(), entry.case).filter(({ opinion }) => opinion)
  const choice: Choice = { kind: 'take', layers: taken.map(({ layer }) => layer) }
  if (taken.length === 0) return void decide(desk, choice, en.deciding.did.keptGold)
  void decide(desk, choice, en.deciding.did.took(taken.map(({ name }) => name)))
}

export function acceptNone(desk: Desk): void {
  if (!desk.reviewing.current()) {
    desk.notices.say(en.deciding.did.noCase)
    return
  }
  void decide(desk, { kind: 'none' }, en.deciding.did.none)
}

/** Changes what one of the layers says; `place` counts those that say something. */
export async function changeTaken(desk: Desk, place: number): Promise<void> {
  const { reviewing, reviewView, notices } = desk
  const entry = reviewing.current()
  const columns = entry ? columnsOf(reviewView.getState(), entry.case).filter(({ opinion }) => opinion) : []
  const column = columns[place]
  if (!column) return notices.say(entry ? en.deciding.did.noSuchLayer : en.deciding.did.noCase)
  await changeLayer(desk, column.layer)
}

/** Takes what a layer says into gold and goes to the text, where it is changed with the keys of tagging. */
export async function changeLayer(desk: Desk, layer: string): Promise<void> {
  const { reviewing, reviewView, reading, notices, stage } = desk
  const outcome = await reviewing.decide({ kind: 'edit', layer })
  if (!isDone(desk, outcome)) return
  stage.page?.focus()
  const annotation = reading.getState().article?.layer.annotations.get(outcome.made[0] ?? '')
  if (annotation) {
    // The caret stands in it: elsewhere it would let go of it.
    const at = extent(annotation).start
    stage.page?.setSelection({ start: at, end: at })
    reading.select(annotation.id, { reveal: true })
  }
  notices.say(en.deciding.did.edit(shownName(reviewView.getState(), layer)))
}

export async function reopenCase(desk: Desk): Promise<void> {
  const { reviewing, notices } = desk
  if (reviewing.current()?.case.verdicts.length === 0) return notices.say(en.deciding.did.notDecided)
  const outcome = await reviewing.reopen()
  if (isDone(desk, outcome)) notices.say(en.deciding.did.reopened)
}

/** Asks whose take on the case at hand goes into gold, of however many layers. */
export function askLayer(desk: Desk): void {
  const entry = desk.reviewing.current()
  if (entry && entry.case.opinions.length > 0) desk.dialogs.pick('layer')
  else desk.notices.say(entry ? en.deciding.did.nobody : en.deciding.did.noCase)
}

/** Asks why: of the case at hand. */
export function askReason(desk: Desk): void {
  if (desk.reviewing.current()) desk.dialogs.pick('reason')
  else desk.notices.say(en.deciding.did.noCase)
}

/** Says why the case at hand is decided as it is, or will be. */
export async function giveReason(desk: Desk, reason: string | null, label: string): Promise<void> {
  desk.dialogs.close()
  const outcome = await desk.reviewing.explain(reason === null ? {} : { reason, reasonLabel: label })
  const { did } = en.deciding
  if (isDone(desk, outcome)) desk.notices.say(reason === null ? did.noReason : did.reason(label))
}

async function decide(desk: Desk, choice: Choice, done: string): Promise<void> {
  const { reviewing, notices } = desk
  const outcome = await reviewing.decide(choice)
  if (!isDone(desk, outcome)) return
  const { total, decided } = reviewing.counts()
  const left = desk.reviewView.getState().isBlind ? '' : en.deciding.did.left(total - decided)
  const said = [done, left].filter(Boolean).join(' ')
  const next = reviewing.beyond(1, true)
  if (next) await goToCase(desk, next, said)
  else notices.say(said)
}

/** Says what stood in the way, if anything did. */
function isDone({ notices }: Desk, outcome: Outcome): outcome is Extract<Outcome, { kind: 'done' }> {
  if (outcome.kind === 'read-only') notices.news(en.news.readOnly)
  if (outcome.kind === 'failed') notices.problem(outcome.problem)
  if (outcome.kind === 'nothing') notices.say(en.deciding.did.noCase)
  if (outcome.kind === 'asks') notices.news(en.deciding.losing(outcome.losing.map(one => Layer.describe(one))))
  return outcome.kind === 'done'
}

function sentenceOf(desk: Desk, { key, case: one }: QueueEntry): string {
  const { reviewing, reviewView, workspace } = desk
  const view = reviewView.getState()
  const { tags } = workspace.getState().codebook
  const says = columnsOf(view, one).flatMap(({ opinion, name, isSilent, was }) =>
    opinion
      ? [en.deciding.says(name, labelOf(tags, opinion.tag), flat(opinion.quote))]
      : was
        ? [en.deciding.saidOnce(name, labelOf(tags, was.tag), flat(was.quote))]
        : isSilent && one.opinions.length > 0
          ? [en.deciding.silent(name)]
          : [],
  )
  const all = reviewing.list()
  const rank = all.findIndex(entry => entry.key === key) + 1
  const where = view.isBlind || rank === 0 ? '' : en.deciding.at(rank, all.length)
  return en.deciding.said(
    one.kinds.map(kind => en.deciding.kinds[kind]),
    says,
    where,
  )
}

/** The reasons that are offered for the case at hand. */
export function reasonsOffered({ reviewing, workspace }: Desk): readonly Reason[] {
  return offered(workspace.getState().codebook, reviewing.current()?.case.kinds ?? [])
}

/** As much of words as one sentence says. */
export function flat(words: string): string {
  const line = words.replace(/\s+/g, ' ')
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line
}
const SHOWN = 120

/** Shows what all agree on, to be taken. */
export async function openAgreed(desk: Desk): Promise<void> {
  showDrawer(desk, 'review')
  const counted = countAgreed(desk, null)
  whenThere('review-stop-counting', element => element.focus(), WAITED)
  await counted
  const { agreed } = desk.reviewing.getState()
  if (agreed?.phase === 'there') whenThere('review-take-agreed', element => element.focus())
}

/** Frames until what was just done is on disk and the counting has begun. */
const WAITED = 20

export async function countAgreed(desk: Desk, atLeast: number | null): Promise<void> {
  const { reviewing, notices } = desk
  // What was just decided is counted as decided.
  desk.settle()
  await desk.recorder.settled()
  await reviewing.countAgreed(atLeast)
  const { agreed } = reviewing.getState()
  if (agreed?.phase === 'there' && !desk.reviewView.getState().isBlind)
    notices.say(en.deciding.agreed.count(agreed.cases, agreed.articles))
}

/** Takes what is agreed on into gold, in all articles at once and as one undo. */
export async function takeAgreed(desk: Desk): Promise<void> {
  const { reviewing, bulk, notices, fail } = desk
  const { agreed } = reviewing.getState()
  if (!agreed || agreed.changes.length === 0 || bulk.getState().running) return
  if (!(await reviewing.workOnGold())) return
  const changes = await inSlices(agreed.changes, text => JSON.parse(text) as BulkChange['changes'][number])
  try {
    const outcome = await bulk.record({ title: en.deciding.agreed.bulk, changes })
    if (outcome.kind === 'done') {
      reviewing.leaveAgreed()
      notices.news(en.deciding.agreed.taken(agreed.cases, outcome.done))
    } else if (outcome.kind === 'cancelled') notices.say(en.deciding.agreed.cancelled)
  } catch (failure) {
    fail(failure)
  }
}

/** Goes through many so that the window goes on answering. */
async function inSlices<T, V>(all: readonly T[], make: (one: T) => V): Promise<V[]> {
  const made: V[] = []
  for (const [i, one] of all.entries()) {
    if (i % SLICE === SLICE - 1) await new Promise(resolve => setTimeout(resolve))
    made.push(make(one))
  }
  return made
}
const SLICE = 100
